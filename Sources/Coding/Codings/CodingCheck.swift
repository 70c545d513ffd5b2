internal import Expressions
public import Survey

/// Looks for rows of codings that stand on nothing: no such code, no such response.
public struct CodingCheck: Sendable {
  private let rows: [Coding]
  private let path: String
  private let form: Questionnaire.ID
  private let codebooks: [Codebook]

  /// Creates the check.
  ///
  /// - Parameters:
  ///   - rows: The rows of one file, in its order.
  ///   - path: What messages call the file.
  ///   - form: The form whose answers are coded.
  ///   - codebooks: The codebooks that may have the codes; where there is none, codes are not looked at.
  ///   - questions: The questions whose codings are looked at; all, where nothing is said.
  public init(
    _ rows: [Coding], in path: String, of form: Questionnaire, codebooks: [Codebook],
    questions: Set<Question.Name>? = nil
  ) {
    self.rows = questions.map { questions in rows.filter { questions.contains($0.question) } } ?? rows
    self.path = path
    self.form = form.id
    self.codebooks = codebooks
  }

  /// What should be looked at, each thing once.
  ///
  /// - Parameter responses: The responses of the form, and whether another has taken the place of each.
  /// - Returns: Codes first, then responses.
  public func findings(responses: [Response.ID: Bool]) -> [CodingFinding] {
    let standing = Codings(rows)
    var found: [CodingFinding] = []
    func report(_ column: String, _ problem: CodingFinding.Problem) {
      let finding = CodingFinding(path: path, line: 0, column: column, problem: problem)
      if !found.contains(finding) { found.append(finding) }
    }
    for row in rows {
      // What was taken back is nobody's word any more.
      let verdict = standing.verdict(row.response, row.question, by: row.coder)
      guard let code = row.code, verdict?.codes.contains(code) == true, !codebooks.isEmpty else { continue }
      if let problem = problem(of: code, at: Codebook.Place(form: form, question: row.question)) {
        report("code", problem)
      }
      let newest = codebooks.map(\.version).max() ?? 1
      if row.version > newest {
        report("codebook_version", .laterVersion(found: row.version, newest: newest))
      }
    }
    for id in standing.responses {
      switch responses[id] {
      case nil: report("instance_id", .noSuchResponse(id))
      case true?: report("instance_id", .superseded(id))
      case false?: break
      }
    }
    return found
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
