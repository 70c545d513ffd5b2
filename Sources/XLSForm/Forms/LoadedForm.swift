public import Survey

/// A form that was read from a file and can be used.
public struct LoadedForm: Sendable {
  /// What the file means.
  public let questionnaire: Questionnaire
  /// What somebody should look at all the same, in the order of the file.
  public let warnings: [FormProblem]
  /// What the file holds, sheets and columns that mean nothing here among it.
  public let workbook: Workbook
}
