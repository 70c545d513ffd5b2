public import CSV
public import ResponseFiles
public import Survey

/// Codings that somebody typed into a CSV file, before they are checked against responses and codebook.
///
/// Its columns: `instance_id`, or `iscm_id` with the name of the unit on the register; `question`, which one question
/// for all may stand in for; `code`, several of them with spaces between; `act` (`code` where it is empty, `none`,
/// `withdraw`); `evidence` and `source`.
public struct CodingsFile: Sendable, Hashable {
  /// A line of the file.
  public struct Line: Sendable, Hashable {
    /// The physical line, from 1.
    public let line: Int
    /// The response, by its id or its receipt; empty where the unit is named.
    public let response: String
    /// The unit, by its name on the register; empty where the response is named.
    public let unit: String
    /// The question.
    public let question: Question.Name
    /// The codes; none where none fits.
    public let codes: [Codebook.Code.Name]
    /// What the line does.
    public let act: Coding.Act
    /// How it is known; nothing where the file does not say.
    public let evidence: Provenance.Evidence?
    /// What says so; may be empty.
    public let source: String
  }

  /// Something that is wrong with the file.
  public enum Problem: Error, Sendable, Hashable {
    case unreadable(CSVError)
    case columnMissing([String])
    case noSuchColumn(found: String)
    case raggedRow(line: Int, found: Int, expected: Int)
    case cell(line: Int, column: String, found: String, expected: String)
  }

  /// The lines in their order, those with a problem left out.
  public let lines: [Line]
  /// All that is wrong.
  public let problems: [Problem]

  static let columns = ["instance_id", "iscm_id", "question", "code", "act", "evidence", "source"]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - reader: The file, before its header.
  ///   - question: The question of lines that name none; nothing where each must.
  ///   - needsEvidence: Whether each line must say how its code is known: `stated` or `derived`.
  public init(_ reader: consuming CSVReader, question: Question.Name?, needsEvidence: Bool) {
    do {
      let table = try CSVTable(reader)
      var problems = Self.problems(of: table.header, question: question, needsEvidence: needsEvidence)
      problems += table.ragged.map {
        .raggedRow(line: $0.position.line, found: $0.found, expected: $0.expected)
      }
      var lines: [Line] = []
      for row in table.rows where row.cells.count == table.header.count && table.header["code"] != nil {
        do throws(Problem) {
          lines.append(
            try Self.line(row.line, question: question, needsEvidence: needsEvidence) {
              table[row, $0].trimmed
            })
        } catch {
          problems.append(error)
        }
      }
      (self.lines, self.problems) = (lines, problems)
    } catch {
      (lines, problems) = ([], [.unreadable(error)])
    }
  }

  private static func problems(
    of header: CSVHeader, question: Question.Name?, needsEvidence: Bool
  ) -> [Problem] {
    var problems: [Problem] = []
    if header["instance_id"] == nil, header["iscm_id"] == nil {
      problems.append(.columnMissing(["instance_id", "iscm_id"]))
    }
    let needed = ["code"] + (question == nil ? ["question"] : []) + (needsEvidence ? ["evidence"] : [])
    problems += needed.filter { header[$0] == nil }.map { .columnMissing([$0]) }
    return problems
      + header.names.filter { !columns.contains($0) }.map { .noSuchColumn(found: $0) }
  }

  private static func line(
    _ line: Int, question: Question.Name?, needsEvidence: Bool, _ cell: (String) -> String
  ) throws(Problem) -> Line {
    func refusal(_ column: String, _ expected: String) -> Problem {
      .cell(line: line, column: column, found: cell(column), expected: expected)
    }
    guard let act = cell("act").isEmpty ? .code : Coding.Act(rawValue: cell("act")) else {
      throw refusal("act", "code, none, withdraw, or nothing")
    }
    let codes = cell("code").split(whereSeparator: \.isWhitespace).map { Codebook.Code.Name(String($0)) }
    if act == .code, codes.isEmpty { throw refusal("code", "a code; or 'none' in 'act', where none fits") }
    if act == .none, !codes.isEmpty { throw refusal("code", "nothing, since 'act' says that none fits") }
    if cell("instance_id").isEmpty == cell("iscm_id").isEmpty {
      let column = cell("instance_id").isEmpty ? "iscm_id" : "instance_id"
      throw refusal(column, "a response or a unit, one of the two")
    }
    let evidence = cell("evidence").isEmpty ? nil : Provenance.Evidence(cell("evidence"))
    if needsEvidence, evidence != .stated, evidence != .derived {
      throw refusal("evidence", "stated or derived")
    }
    if let evidence, evidence != .stated, evidence != .derived, evidence != .coded {
      throw refusal("evidence", "stated, derived, coded, or nothing")
    }
    guard let named = cell("question").isEmpty ? question : Question.Name(cell("question")) else {
      throw refusal("question", "the name of a question")
    }
    return Line(
      line: line, response: cell("instance_id"), unit: cell("iscm_id"), question: named, codes: codes,
      act: act,
      evidence: evidence, source: cell("source"))
  }
}

extension CodingsFile.Problem {
  /// The physical line, from 1; 0 for what is wrong with the whole file or its columns.
  public var line: Int {
    switch self {
    case .unreadable, .columnMissing, .noSuchColumn: 0
    case .raggedRow(let line, _, _), .cell(let line, _, _, _): line
    }
  }
}

extension CodingsFile.Problem: CustomStringConvertible {
  /// Where, what was found, what was expected and what to do, without the name of the file.
  public var description: String {
    switch self {
    case .unreadable(let error): error.description
    case .columnMissing(let names):
      "there is no column \(names.map { "'\($0)'" }.joined(separator: " or ")); add it to the first line"
    case .noSuchColumn(let found):
      "'\(found)' is no column of codings; take it out, or name it one of \(CodingsFile.columns.joined(separator: ", "))"
    case .raggedRow(let line, let found, let expected):
      "line \(line): found \(found) cells, expected \(expected); a text with a comma needs quotes"
    case .cell(let line, let column, let found, let expected):
      "line \(line) \(column): found '\(found)', expected \(expected); mend it"
    }
  }
}
