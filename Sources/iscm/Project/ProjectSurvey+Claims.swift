internal import Analysis
internal import CSV
internal import Coding
internal import ResponseFiles
internal import Survey

extension ProjectSurvey {
  /// Reads the claims that stand beside the questionnaire.
  ///
  /// - Parameter plan: The plan, against which they are checked.
  /// - Returns: The claims; nothing where there are none.
  /// - Throws: `Failure` with everything that is wrong with them.
  func claims(by plan: ProjectPlan) throws(Failure) -> [Claim]? {
    let file = "\(folder)/claims.csv"
    if !isFile(file) { return nil }
    let reader: CSVReader
    do { reader = try CSVReader(path: file) } catch { throw Failure(.unusableInput, "\(file): \(error)") }
    let list = ClaimList(reader, file: file, plan: plan.plan)
    if !list.problems.isEmpty { throw Failure(.unusableInput, list.problems.map(\.description)) }
    return list.claims
  }

  /// Holds claims against the answers, and the codes of answers, to all forms of the plan.
  ///
  /// - Parameters:
  ///   - claims: The claims.
  ///   - plan: The plan of this questionnaire.
  ///   - effort: How the response files are read.
  /// - Returns: What comes of the claims; and what was found in the codings.
  /// - Throws: `Failure` where a response file cannot be counted.
  func audit(
    _ claims: [Claim], by plan: ProjectPlan, effort: ReadingEffort
  ) throws(Failure) -> (audit: Audit, codings: [CodingFinding]) {
    let forms = plan.forms.values.sorted { $0.id.text < $1.id.text }
    let files = try responseFiles(of: forms)
    let (codings, findings) = try codings(
      of: forms, codebooks: plan.plan.figures.compactMap { $0.codebook?.codebook })
    let now = try Present.now()
    do {
      return (
        try Audit(of: claims, plan: plan.plan, codings: codings, from: files, now: now, effort: effort),
        findings
      )
    } catch {
      throw Failure(.unusableInput, "\(error)")
    }
  }
}
