internal import Expressions
public import Survey

/// Looks for rows of codings that stand on nothing: no such code, no such response.
public struct CodingCheck: Sendable {
  private let rows: [(coding: Coding, line: Int)]
  private let path: String
  private let form: Questionnaire.ID
  private let codebooks: [Codebook]

  /// Creates the check.
  ///
  /// - Parameters:
  ///   - rows: The rows of one file, in its order, with the line on which each begins.
  ///   - path: What messages call the file.
  ///   - form: The form whose answers are coded.
  ///   - codebooks: The codebooks that may have the codes; where there is none, codes are not looked at.
  ///   - questions: The questions whose codings are looked at; all, where nothing is said.
  public init(
    _ rows: [(coding: Coding, line: Int)], in path: String, of form: Questionnaire, codebooks: [Codebook],
    questions: Set<Question.Name>? = nil
  ) {
    self.rows =
      questions.map { questions in rows.filter { questions.contains($0.coding.question) } } ?? rows
    self.path = path
    self.form = form.id
    self.codebooks = codebooks
  }

  /// What should be looked at: unknown codes row by row, anything else once, on its first line.
  ///
  /// - Parameter responses: The responses of the form, and whether another has taken the place of each.
  /// - Returns: The findings in the order of the lines.
  public func findings(responses: [Response.ID: Bool]) -> [CodingFinding] {
    let standing = Codings(rows.map(\.coding))
    var found: [CodingFinding] = []
    var said: Set<CodingFinding.Problem> = []
    func report(_ line: Int, _ column: String, _ problem: CodingFinding.Problem) {
      found.append(CodingFinding(path: path, line: line, column: column, problem: problem))
    }
    func reportOnce(_ line: Int, _ column: String, _ problem: CodingFinding.Problem) {
      if said.insert(problem).inserted { report(line, column, problem) }
    }
    for (row, line) in rows {
      switch responses[row.response] {
      case nil: reportOnce(line, "instance_id", .noSuchResponse(row.response))
      case true?: reportOnce(line, "instance_id", .superseded(row.response))
      case false?: break
      }
      // What was taken back is nobody's word any more.
      let verdict = standing.verdict(row.response, row.question, by: row.coder)
      guard let code = row.code, verdict?.codes.contains(code) == true, !codebooks.isEmpty else { continue }
      if let problem = problem(of: code, at: Codebook.Place(form: form, question: row.question)) {
        // One line of the codebook mends what was given up; a slip of the pen stands in a row of its own.
        if case .retiredCode = problem {
          reportOnce(line, "code", problem)
        } else {
          report(line, "code", problem)
        }
      }
      let newest = codebooks.map(\.version).max() ?? 1
      if row.version > newest {
        reportOnce(line, "codebook_version", .laterVersion(found: row.version, newest: newest))
      }
    }
    return found.byLine
  }

  private func problem(of code: Codebook.Code.Name, at place: Codebook.Place) -> CodingFinding.Problem? {
    var retired: Int?
    for codebook in codebooks {
      switch codebook.standing(of: code, at: place) {
      case .inUse, .replaced: return nil
      case .retired: retired = codebook.code(code, at: place)?.retired ?? 1
      case .missing: break
      }
    }
    if let retired { return .retiredCode(found: code.text, version: retired) }
    let names = codebooks.flatMap { $0.codesInUse(at: place).map(\.name.text) }
    return .noSuchCode(found: code.text, suggestion: nearest(to: code.text, among: names))
  }
}
