internal import ResponseFiles
internal import Survey

/// The repeats of one group in one response file, by the responses that they belong to.
struct RepeatTable {
  /// A row for each repeat.
  let rows: ResponseRows
  /// The numbers of each repeat and of those around it, outermost first: `[1, 2]`.
  private(set) var numbers: [[Int]] = []
  /// The repeats of each response, in their order, by its row in the main file.
  private var places: [Int: [Int]] = [:]

  /// The rows of responses whose repeats stand elsewhere in the form now; how many they have nobody can count.
  private(set) var misplaced: Set<Int> = []

  /// Nothing but the file: nobody has given a repeat.
  init(_ rows: ResponseRows) { self.rows = rows }

  /// Finds the response of each repeat by its key, `uuid:…/region[1]/event[2]`.
  ///
  /// - Parameters:
  ///   - rows: The rows of the group's file.
  ///   - groups: The repeat groups around a row, outermost first, its own the last.
  ///   - history: What groups were called when earlier versions were answered.
  ///   - responses: The rows of the main file.
  ///   - findings: Is told of keys that name no response; those repeats are not counted.
  init(
    _ rows: ResponseRows, of groups: [Group.Name], _ history: FormHistory, in responses: ResponseRows,
    _ findings: inout Findings
  ) {
    self.rows = rows
    var named: [String: Int] = [:]
    for row in 0..<responses.count where !responses.isSuperseded[row] {
      named[responses.id(row).text] = row
    }
    let all = Set(
      (0..<responses.count).lazy.filter { responses.isSuperseded[$0] }.map { responses.id($0).text })
    for row in 0..<rows.count {
      let key = rows.id(row).text
      guard let parts = RepeatKey(key, of: groups, history),
        named[parts.response] != nil || all.contains(parts.response)
      else {
        self.numbers.append([])
        let then = rows.asked.place(ofLost: key, in: groups, history)
        if let place = then.flatMap({ named[$0.response] }) { misplaced.insert(place) }
        findings.report(
          Finding(
            file: rows.file(row), line: Int(rows.lines[row]), column: ResponseMetadata.key.heading,
            reason: .response(
              then.map { .movedRepeats(of: groups, from: $0.around) } ?? .noSuchParent(found: key))))
        continue
      }
      self.numbers.append(parts.numbers)
      if let place = named[parts.response] { places[place, default: []].append(row) }
    }
    for place in places.keys {
      places[place]?.sort { self.numbers[$0].lexicographicallyPrecedes(self.numbers[$1]) }
    }
  }

  /// The repeats of a response, in their order.
  func repeats(of row: Int) -> [Int] { places[row] ?? [] }
}
