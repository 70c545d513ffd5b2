public import CSV
public import Survey

/// A file of answers, for `fill --answers`: CSV with the columns `name` and `value`.
///
/// A column `state` says `not_applicable` or `unknown` in place of a value; `evidence` and `source` say where
/// a transcriber has an answer from. `name` is an address: `position`, `event[1]/event_title`.
///
/// A blank form (`iscm blank --format csv`) that was filled is one too. Its columns `number`, `question` and `choices`
/// are for people; a line that was left empty says nothing; `iscm-form` says which form it is.
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

  /// A line that cannot be read.
  struct Unread: Sendable {
    /// The line of the file, from 1.
    let number: Int
    /// What stands in its column `name`, as far as its cells can be told apart.
    let address: Address?
  }

  /// What can be said in place of a value.
  public enum State: String, Sendable, CaseIterable {
    case notApplicable = "not_applicable"
    case unknown
  }

  /// The lines that can be read, in the order of the file.
  public let lines: [Line]
  /// Of which questionnaire the file says it is, and on which line; nothing where it does not say.
  public let form: (line: Int, id: String)?
  /// What is wrong with the others, in the order of the file.
  public let problems: [AnswersFileProblem]
  /// The others, in the order of the file.
  let unread: [Unread]

  /// Reads a file.
  ///
  /// - Parameter reader: The file, from its start.
  /// - Throws: Why no line of it can be read; a line alone that cannot be is among the problems.
  public init(_ reader: consuming CSVReader) throws(AnswersFileProblems) {
    let table: CSVTable
    do { table = try CSVTable(reader) } catch { throw AnswersFileProblems([.unreadable(error)]) }
    let headerProblems = Self.problems(of: table.header)
    if !headerProblems.isEmpty {
      throw AnswersFileProblems(headerProblems + table.ragged.map { .ragged($0) })
    }
    var lines: [Line] = []
    var problems: [AnswersFileProblem] = table.ragged.map { .ragged($0) }
    var unread: [Unread] = []
    var seen: [Address: Int] = [:]
    var form: (line: Int, id: String)?
    let isBlankForm = Self.isBlankForm(table.header)
    for row in table.rows {
      if row.cells.count != table.header.count {
        unread.append(Unread(number: row.line, address: Address(table[row, "name"])))
        continue
      }
      if isBlankForm {
        let name = table[row, "name"]
        if name == "iscm-form" { form = (row.line, table[row, "value"]) }
        if Self.formProperties.contains(name) { continue }
        if table[row, "value"].isEmpty && table[row, "state"].isEmpty { continue }
      }
      do throws(AnswersFileProblem) {
        let line = try Line(row, of: table)
        if let first = seen[line.address] {
          throw .repeated(line: row.line, line.address, first: first)
        }
        seen[line.address] = row.line
        lines.append(line)
      } catch {
        problems.append(error)
        unread.append(Unread(number: row.line, address: Address(table[row, "name"])))
      }
    }
    self.init(lines: lines, form: form, problems: problems.inOrderOfLines, unread: unread)
  }

  /// The file with the names that questions, groups and choices have now.
  ///
  /// A line whose question another line names as it is now stays as it is: the form refuses its name.
  ///
  /// - Parameter questionnaire: The form, perhaps in a later version than the file was made for.
  /// - Returns: The file; as it is where it names nothing that was renamed.
  func now(in questionnaire: Questionnaire) -> AnswersFile {
    let taken = Set(lines.map(\.address))
    let lines = lines.map { line in
      let address = questionnaire.history.now(line.address)
      let question = questionnaire.question(address.question)
      return Line(
        number: line.number,
        address: address == line.address || taken.contains(address) ? line.address : address,
        value: question.map { questionnaire.now(line.value, of: $0) } ?? line.value, state: line.state,
        evidence: line.evidence, source: line.source)
    }
    let unread = unread.map { line in
      Unread(number: line.number, address: line.address.map { questionnaire.history.now($0) })
    }
    return AnswersFile(lines: lines, form: form, problems: problems, unread: unread)
  }

  private init(
    lines: [Line], form: (line: Int, id: String)?, problems: [AnswersFileProblem], unread: [Unread]
  ) {
    self.lines = lines
    self.form = form
    self.problems = problems
    self.unread = unread
  }

  /// The columns by which a blank form is known; nothing is read from them.
  private static let columnsForPeople = ["number", "question", "choices"]

  private static func isBlankForm(_ header: CSVHeader) -> Bool {
    columnsForPeople.allSatisfy { header[$0] != nil }
  }

  /// The lines of a blank form that say which form it is.
  private static let formProperties: Set = ["iscm-form", "iscm-version", "iscm-hash", "iscm-token"]

  private static func problems(of header: CSVHeader) -> [AnswersFileProblem] {
    var problems: [AnswersFileProblem] = header.problems.map { .header($0) }
    for name in ["name", "value"] where header[name] == nil { problems.append(.missingColumn(name)) }
    let known = ["name", "value", "state", "evidence", "source"]
    let forPeople = isBlankForm(header) ? Self.columnsForPeople : []
    for name in header.names where !name.isEmpty && !(known + forPeople).contains(name) {
      problems.append(.unknownColumn(name, known: known))
    }
    return problems
  }
}

extension AnswersFile.Line {
  /// Reads a row.
  fileprivate init(_ row: CSVRow, of table: CSVTable) throws(AnswersFileProblem) {
    let name = table[row, "name"]
    guard let address = Address(name) else { throw .noName(line: row.line, found: name) }
    let word = table[row, "state"]
    let state = AnswersFile.State(rawValue: word)
    if state == nil, !word.isEmpty { throw .unknownState(line: row.line, found: word) }
    let value = table[row, "value"]
    if let state, !value.isEmpty { throw .valueAndState(line: row.line, value: value, state: state) }
    self.init(
      number: row.line, address: address, value: value, state: state, evidence: table[row, "evidence"],
      source: table[row, "source"])
  }
}
