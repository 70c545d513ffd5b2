public import CSV
public import Survey

/// A file of answers, for `fill --answers`: CSV with the columns `name` and `value`.
///
/// A column `state` says `not_applicable` or `unknown` in place of a value; `evidence` and `source` say where
/// a transcriber has an answer from. `name` is an address: `position`, `event[1]/event_title`.
public struct AnswersFile: Sendable {
  /// One answer of the file.
  public struct Line: Sendable {
    /// The line of the file, from 1.
    public let number: Int
    /// Which question, in which repeat.
    public let address: Address
    /// The cell; empty where the question is left empty.
    public let value: String
    /// What is said in place of a value.
    public let state: State?
    /// How the answer is known: `stated`, or `derived` by reasoning.
    public let evidence: String
    /// Where it is known from.
    public let source: String
  }

  /// What can be said in place of a value.
  public enum State: String, Sendable, CaseIterable {
    case notApplicable = "not_applicable"
    case unknown
  }

  /// The lines, in the order of the file.
  public let lines: [Line]

  /// Reads a file.
  ///
  /// - Parameter reader: The file, from its start.
  /// - Throws: Every line that cannot be read, not the first alone.
  public init(_ reader: consuming CSVReader) throws(AnswersFileProblems) {
    let table: CSVTable
    do { table = try CSVTable(reader) } catch { throw AnswersFileProblems([.unreadable(error)]) }
    var problems: [AnswersFileProblem] = table.header.problems.map { .header($0) }
    for name in ["name", "value"] where table.header[name] == nil { problems.append(.missingColumn(name)) }
    let known = ["name", "value", "state", "evidence", "source"]
    for name in table.header.names where !name.isEmpty && !known.contains(name) {
      problems.append(.unknownColumn(name, known: known))
    }
    problems += table.ragged.map { .ragged($0) }
    if !problems.isEmpty { throw AnswersFileProblems(problems) }

    var lines: [Line] = []
    var seen: [Address: Int] = [:]
    for row in table.rows {
      let name = table[row, "name"]
      guard let address = Address(name) else {
        problems.append(.noName(line: row.line, found: name))
        continue
      }
      if let first = seen.updateValue(row.line, forKey: address) {
        problems.append(.repeated(line: row.line, address, first: first))
        continue
      }
      let word = table[row, "state"]
      let state = State(rawValue: word)
      if state == nil, !word.isEmpty {
        problems.append(.unknownState(line: row.line, found: word))
        continue
      }
      let value = table[row, "value"]
      if let state, !value.isEmpty {
        problems.append(.valueAndState(line: row.line, value: value, state: state))
        continue
      }
      lines.append(
        Line(
          number: row.line, address: address, value: value, state: state,
          evidence: table[row, "evidence"], source: table[row, "source"]))
    }
    if !problems.isEmpty { throw AnswersFileProblems(problems) }
    self.lines = lines
  }
}
