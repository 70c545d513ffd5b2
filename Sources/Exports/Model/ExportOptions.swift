public import Survey

/// What is exported, and how it is written.
public struct ExportOptions: Sendable, Hashable {
  /// Whether responses are kept that a later one corrects.
  public var keepsSuperseded = false
  /// Whether columns are left out that name a person.
  public var leavesOutNames = false
  /// The questions whose columns are left out.
  public var leftOut: Set<Question.Name> = []
  /// Whether choices and headings are labels instead of names.
  public var showsLabels = false
  /// Whether the codebook has the wordings in all languages of the form.
  public var showsAllLanguages = false
  /// Whether cells of CSV that a spreadsheet program would take for formulas are kept from it.
  public var isSpreadsheetSafe = false
  /// Whether a row of HXL tags stands below the headings of CSV.
  public var hasTags = false

  /// What is exported where nothing else is said: current responses with all columns, by their names.
  public init() {}
}

extension ExportOptions {
  func leavesOut(_ column: ExportColumn) -> Bool {
    leavesOutNames && column.namesPerson || column.question.map { leftOut.contains($0.name) } == true
  }
}
