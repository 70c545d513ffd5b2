internal import Survey

/// The lines of partial tallies, of whatever parts and in whatever order, put together by what they are about.
///
/// Lines may have been added up before, by part, key and words; so may whole files.
struct PartialSet {
  /// The parts, in their order.
  let parts: [PartName]
  /// What adds up, by what it is about.
  let sums: [[String]: Int]
  /// What each part says, and what all say alike under `PartialLine.common`.
  private let said: [String: [PartialLine]]
  /// Where each line stands first.
  private let places: [PartialLine: (file: String, line: Int)]

  /// - Parameter texts: The files, with what messages call them.
  /// - Throws: What is missing or there twice.
  init(_ texts: [(name: String, text: String)]) throws(PartialError) {
    var counts: [PartialLine: Int] = [:]
    var places: [PartialLine: (file: String, line: Int)] = [:]
    var total = 0
    var order: [PartialLine] = []
    var problems: [PartialProblem] = []
    for (name, text) in texts {
      var number = 0
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        number += 1
        if line.isEmpty { continue }
        guard let (line, written) = PartialLine.parse(line) else {
          problems.append(.notPartial(file: name, line: number))
          break
        }
        guard let count = Int(written), count > 0, count <= PartialLine.most - total else {
          problems.append(.notANumber(file: name, line: number, found: String(written)))
          continue
        }
        total += count
        if counts.updateValue((counts[line] ?? 0) + count, forKey: line) == nil {
          order.append(line)
          places[line] = (name, number)
        }
      }
    }
    if !problems.isEmpty { throw .problems(problems) }
    self.places = places
    let ownLines = order.filter { $0.part != PartialLine.all && $0.part != PartialLine.common }
    parts = Set(ownLines.map(\.part)).map { PartName(text: $0) }.sorted()
    if parts.isEmpty { throw .problems([.noParts]) }
    sums = Dictionary(
      order.filter { $0.part == PartialLine.all }.map { ($0.key, counts[$0] ?? 0) }, uniquingKeysWith: +)
    said = Dictionary(grouping: order.filter { $0.part != PartialLine.all }, by: \.part)
    for part in parts where (said[part.text] ?? []).contains(where: { counts[$0] != 1 }) {
      problems.append(.twice(part: part.text))
    }
    if !problems.isEmpty { throw .problems(problems) }
    let common = said[PartialLine.common] ?? []
    if let odd = common.first(where: { counts[$0] != parts.count }) {
      let other = parts.last?.text ?? ""
      throw .problems([.unequal(part: other, form: odd.key.first ?? "")])
    }
    try checkEnds()
  }

  /// Each part ends with the sum of its numbers and the count of its own lines.
  private func checkEnds() throws(PartialError) {
    var sum = 0
    for part in parts {
      let ends = words(of: part, ["end"])
      guard ends.count == 1, ends[0].count == 2, let ownSum = Int(ends[0][0]), let own = Int(ends[0][1]),
        (0...PartialLine.most - sum).contains(ownSum)
      else {
        throw .problems([.cutOff(part: part.text)])
      }
      sum += ownSum
      let common = said[PartialLine.common]?.count ?? 0
      if own != (said[part.text]?.count ?? 0) - 1 + common { throw .problems([.cutOff(part: part.text)]) }
    }
    if sum != sums.values.reduce(0, +) {
      throw .problems([.cutOff(part: parts.map(\.text).joined(separator: ", "))])
    }
  }

  /// A line of the texts, as what it should not be.
  func problem(_ line: PartialLine) -> PartialProblem {
    let place = places[line] ?? (line.part, 1)
    return .noLine(
      file: place.file, line: place.line, found: (line.key + line.words).joined(separator: " "))
  }

  /// Finds out whether all lines are about what there is.
  ///
  /// - Throws: The lines that are not.
  func check(_ vocabulary: PartialVocabulary) throws(PartialError) {
    let lines = places.keys.filter { !vocabulary.has($0) }.map { problem($0) }
    if !lines.isEmpty { throw .problems(lines.sorted { $0.place < $1.place }) }
  }

  /// What a part says under keys that begin so, in the order of the numbers that they end with.
  func words(of part: PartName, _ key: [String]) -> [[String]] { lines(part.text, key).map(\.words) }

  /// What all parts say alike under keys that begin so.
  func commonWords(_ key: [String]) -> [[String]] { lines(PartialLine.common, key).map(\.words) }

  /// The lines of a part whose keys begin so.
  func lines(_ part: String, _ key: [String]) -> [PartialLine] {
    (said[part] ?? []).filter { $0.key.starts(with: key) }
      .sorted { Int($0.key.last ?? "") ?? 0 < Int($1.key.last ?? "") ?? 0 }
  }
}
