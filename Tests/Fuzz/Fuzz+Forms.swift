import XLSForm

extension FuzzTarget {
  /// Reads a questionnaire in the one-file dialect of CSV.
  static let csv = FuzzTarget(name: "csv") { FormProperties.check($0, as: .csv) }

  /// Reads a questionnaire that is Markdown tables.
  static let markdown = FuzzTarget(name: "markdown") { FormProperties.check($0, as: .md) }
}
