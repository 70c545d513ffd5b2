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
      guard let (response, numbers) = Self.parts(of: key, groups, history),
        named[response] != nil || all.contains(response)
      else {
        self.numbers.append([])
        findings.report(
          Finding(
            file: rows.file(row), line: Int(rows.lines[row]), column: ResponseMetadata.key.heading,
            reason: .response(.noSuchParent(found: key))))
        continue
      }
      self.numbers.append(numbers)
      if let place = named[response] { places[place, default: []].append(row) }
    }
    for place in places.keys {
      places[place]?.sort { self.numbers[$0].lexicographicallyPrecedes(self.numbers[$1]) }
    }
  }

  /// The repeats of a response, in their order.
  func repeats(of row: Int) -> [Int] { places[row] ?? [] }

  /// The id of a response, and the numbers of a repeat in it.
  ///
  /// - Parameters:
  ///   - key: The key of a repeat.
  ///   - groups: The repeat groups around it, outermost first, its own the last.
  ///   - history: What groups were called when earlier versions were answered.
  /// - Returns: Nothing where the key is no such repeat's.
  static func parts(
    of key: String, _ groups: [Group.Name], _ history: FormHistory
  ) -> (response: String, numbers: [Int])? {
    var rest = key[...]
    var numbers: [Int] = []
    for group in groups.reversed() {
      guard rest.last == "]", let open = rest.lastIndex(of: "["),
        let number = Int(rest[rest.index(after: open)...].dropLast()), number > 0,
        let slash = rest[..<open].lastIndex(of: "/"),
        history.now(Group.Name(String(rest[rest.index(after: slash)..<open]))) == group
      else { return nil }
      numbers.append(number)
      rest = rest[..<slash]
    }
    return (String(rest), numbers.reversed())
  }
}
