internal import ResponseFiles
internal import Survey

/// Responses of any part that a row of another part takes the place of.
public struct SupersededResponses: Sendable, Hashable {
  /// The last part that supersedes each response.
  private(set) var parts: [String: PartName] = [:]

  /// Creates an empty list.
  public init() {}

  /// Reads a list: on each line a part, a tab, and the id of a response that a row of the part supersedes.
  ///
  /// - Parameters:
  ///   - text: The list.
  ///   - file: What messages call it.
  /// - Throws: The lines that are none.
  public init(_ text: String, file: String) throws(PartialError) {
    var problems: [PartialProblem] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard let (line, _) = PartialLine.parse("\(line)\t1\t-") else {
        if !line.isEmpty {
          problems.append(.noPart(file: file, line: index + 1, found: String(line)))
        }
        continue
      }
      add(line.key[0], of: PartName(text: line.part))
    }
    if !problems.isEmpty { throw .problems(problems) }
  }

  mutating func add(_ id: String, of part: PartName) { parts[id] = max(parts[id] ?? part, part) }

  /// The list, in order.
  public var text: String {
    parts.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map { id, part in
      PartialLine(part: part.text, key: [id]).text(1).replacing("\t1\t-", with: "")
    }.joined()
  }

  /// What tells two lists apart.
  var digest: String { parts.isEmpty ? "none" : PartialFacts.digest(text) }
}

extension ResponseRows {
  /// Leaves out the rows whose place rows of later parts take.
  ///
  /// - Parameters:
  ///   - superseded: The responses, of all parts.
  ///   - part: This part.
  /// - Returns: Those of the responses that are here.
  mutating func supersede(_ superseded: SupersededResponses, of part: PartName) -> [String] {
    var found: Set<String> = []
    if superseded.parts.isEmpty { return [] }
    for row in 0..<count {
      let id = id(row).text
      guard let reviser = superseded.parts[id] else { continue }
      found.insert(id)
      if reviser > part { isSuperseded[row] = true }
    }
    return found.sorted()
  }

  /// The rows that supersede responses which do not stand here, each with the response.
  var openRevisions: [(row: Int, id: String)] {
    if revisions.isEmpty { return [] }
    let wanted = Set(revisions.map(\.of))
    var here: Set<ResponseKey> = []
    for row in 0..<count where wanted.contains(keys[row]) { here.insert(keys[row]) }
    return revisions.filter { !here.contains($0.of) }.map { ($0.row, $0.of.id(otherIDs).text) }
  }
}
