internal import Analysis
internal import Survey

extension ProjectSurvey {
  /// Who of the register has answered, through all forms that the figures of the plan draw from.
  ///
  /// - Parameters:
  ///   - plan: The plan of this questionnaire.
  ///   - effort: How the response files are read.
  /// - Returns: The status; nothing where no question chooses one mechanism from a register.
  /// - Throws: `Failure` where a response file cannot be read.
  func status(of plan: ProjectPlan, effort: ReadingEffort) throws(Failure) -> StatusReport? {
    guard let unit = unitQuestion?.name else { return nil }
    let forms = plan.plan.forms(ofUnit: unit)
    let files = try responseFiles(of: forms)
    do { return try StatusReport(by: unit, forms: forms, from: files, effort: effort) } catch {
      throw Failure(.unusableInput, "\(error)")
    }
  }
}
