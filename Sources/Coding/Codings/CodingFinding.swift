public import Survey

/// Something in a file of codings that a person should look at; the file stays as it is.
public struct CodingFinding: Sendable, Hashable {
  /// What was found.
  public enum Problem: Sendable, Hashable {
    /// The file has no such column; nothing of it is read.
    case missingColumn
    /// The row has more or fewer cells than the header; it is not read.
    case raggedRow(found: Int, expected: Int)
    /// The row cannot be read because of a cell.
    case unreadCell(found: String, expected: String)
    /// The form has no such question; the row is not read.
    case noSuchQuestion(found: String)
    /// The question takes no open answers, or several of them; the row is not read.
    case notCoded(found: String, kind: String, isInRepeat: Bool)
    /// The code stands in no codebook; it is counted in a row of its own.
    case noSuchCode(found: String, suggestion: String?)
    /// The code was given up, and none stands for it; it is counted in a row of its own.
    case retiredCode(found: String, version: Int)
    /// The response is not in the response file; the row is not counted.
    case noSuchResponse(Response.ID)
    /// Another response took the place of the coded one; the row is not counted.
    case superseded(Response.ID)
    /// The row was made with a version that the codebook has not reached.
    case laterVersion(found: Int, newest: Int)
  }

  /// The file, as its path was given.
  public let path: String
  /// The physical line, from 1, the first where it is about several rows; 0 where nobody can tell.
  public let line: Int
  /// The heading of the column; nothing for what is about the row.
  public let column: String?
  /// What was found.
  public let problem: Problem

  /// Creates a finding.
  public init(path: String, line: Int, column: String?, problem: Problem) {
    self.path = path
    self.line = line
    self.column = column
    self.problem = problem
  }
}

extension [CodingFinding] {
  /// The findings of one file in the order of its lines; those of a line stay as they are.
  public var byLine: [CodingFinding] {
    enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
  }
}

extension CodingFinding: CustomStringConvertible {
  /// Where, what was found, what was expected and what to do, in one line.
  public var description: String {
    "\(path)\(line > 0 ? ":\(line)" : "")\(column.map { " \($0)" } ?? ""): \(problem)"
  }
}

extension CodingFinding.Problem: CustomStringConvertible {
  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .missingColumn:
      "the column is missing, expected it; nothing of the file is read; mend its first line"
    case .raggedRow(let found, let expected):
      "found \(found) cells, expected \(expected); the row is not read; mend it"
    case .unreadCell(let found, let expected):
      "found '\(found)', expected \(expected); the row is not read; mend it"
    case .noSuchQuestion(let found):
      "found '\(found)', which is no question of the form; the row is not read; mend the name"
    case .notCoded(let found, _, true):
      "found '\(found)', which is asked in a repeat group; codes sort open answers outside of repeat groups; the row "
        + "is not read; mend the name"
    case .notCoded(let found, let kind, false):
      "found '\(found)', which is a \(kind)"
        + (kind.hasPrefix("select")
          ? ": its answers are choices and are not coded" : ", and codes sort open answers")
        + "; the row is not read; mend the name"
    case .noSuchCode(let found, let suggestion):
      "found '\(found)', which the codebook does not have; it is counted in a row of its own; "
        + (suggestion.map { "did you mean '\($0)'?" } ?? "add it to the codebook, or withdraw it")
    case .retiredCode(let found, let version):
      "found '\(found)', which was given up in version \(version) and has no successor; it is counted in a row of "
        + "its own; write its successor in 'replaced_by', or code the answers again"
    case .noSuchResponse(let id):
      "found codings of '\(id)', which is no response of the response file; they are not counted; mend the id"
    case .superseded(let id):
      "found codings of '\(id)', which another response has replaced; they are not counted; code the newer one"
    case .laterVersion(let found, let newest):
      "made with version \(found) of the codebook, which is at version \(newest); take the newer codebook"
    }
  }
}
