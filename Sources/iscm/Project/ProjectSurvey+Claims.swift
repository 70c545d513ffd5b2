internal import Analysis
internal import CSV
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

  /// Holds claims against the answers of all forms of the plan.
  ///
  /// - Throws: `Failure` where a response file cannot be counted.
  func audit(_ claims: [Claim], by plan: ProjectPlan) throws(Failure) -> Audit {
    let files = try responseFiles(of: plan.forms.values.sorted { $0.id.text < $1.id.text })
    let now = try Present.now()
    do {
      return try Audit(of: claims, plan: plan.plan, from: files, now: now)
    } catch {
      throw Failure(.unusableInput, "\(error)")
    }
  }
}
