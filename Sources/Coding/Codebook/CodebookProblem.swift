public import CSV
public import Survey

/// Something in a codebook that cannot be used as it stands.
public struct CodebookProblem: Error, Sendable, Hashable {
  /// What is wrong.
  public enum Reason: Sendable, Hashable {
    case unreadable(CSVError)
    case columnMissing(String)
    case noSuchColumn(found: String, suggestion: String?)
    case wrongCellCount(found: Int, expected: Int)
    case empty(expected: String)
    case noCodeName(found: String)
    case repeatedCode(found: String, firstLine: Int)
    case noVersion(found: String)
    case noSuchForm(found: String)
    case noSuchQuestion(found: String, form: Questionnaire.ID, suggestion: String?)
    case noText(Question.Name, kind: String)
    case inRepeat(Question.Name)
    case noSuchCode(found: String, suggestion: String?)
    case replacedInUse
  }

  /// The file, as it was named to the reader.
  public let file: String
  /// The physical line, from 1; nothing for what is about the whole file.
  public let line: Int?
  /// The heading of the column; empty for what is about the whole row.
  public let column: String
  /// What is wrong.
  public let reason: Reason

  /// Creates a problem.
  public init(file: String, line: Int? = nil, column: String = "", reason: Reason) {
    self.file = file
    self.line = line
    self.column = column
    self.reason = reason
  }
}

extension CodebookProblem: CustomStringConvertible {
  /// Where, what was found, what was expected and what to do, in one line.
  public var description: String {
    "\(file)\(line.map { ":\($0)" } ?? "")\(column.isEmpty ? "" : " \(column)"): \(reason)"
  }
}

extension CodebookProblem.Reason: CustomStringConvertible {
  /// What was found, what was expected and what to do, without the place.
  public var description: String {
    switch self {
    case .unreadable(let error): error.description
    case .columnMissing(let name): "there is no column '\(name)'; add it to the first line"
    case .noSuchColumn(let found, let suggestion):
      "'\(found)' is no column of a codebook; did you mean '\(suggestion ?? "")'?"
    case .wrongCellCount(let found, let expected):
      "the line has \(found) cells, but the first line has \(expected); a text with a comma needs quotes"
    case .empty(let expected): "the cell is empty; write \(expected)"
    case .noCodeName(let found):
      "'\(found)' cannot name a code; use letters, digits, '-' and '_', without a space"
    case .repeatedCode(let found, let line):
      "'\(found)' stands on line \(line) already for this question; give it another name"
    case .noVersion(let found): "'\(found)' is no version; write a whole number from 1, or leave it empty"
    case .noSuchForm(let found): "there is no questionnaire '\(found)'; write the form_id of one"
    case .noSuchQuestion(let found, let form, let suggestion):
      "'\(found)' is no question of \(form)"
        + (suggestion.map { "; did you mean '\($0)'?" } ?? "; write the name of one")
    case .noText(let name, let kind):
      "'\(name)' is a \(kind), but codes sort open answers; name a question that takes a text"
    case .inRepeat(let name):
      "'\(name)' is in a repeat group, whose answers cannot be coded yet; name a question outside of it"
    case .noSuchCode(let found, let suggestion):
      "'\(found)' is no code of this question"
        + (suggestion.map { "; did you mean '\($0)'?" } ?? "; write the name of one, or leave it empty")
    case .replacedInUse:
      "a code that is in use cannot be replaced; write in 'retired' the version in which it was given up"
    }
  }
}
