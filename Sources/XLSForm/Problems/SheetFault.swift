extension FormProblem {
  /// What is wrong with a sheet and its headings.
  public enum SheetFault: Sendable, Hashable {
    /// The sheet `entities`, which says what a server makes of the answers.
    case noEntities
    /// A sheet that is not read and whose name is near one that would be.
    case nearSheet(String, nearest: String)
    /// A row of a sheet that begins in the first column, where it reads as a sheet of its own.
    case rowInFirstColumn(String)
    /// The sheet lacks a column that it needs.
    case missingColumn(String, nearest: String?)
    /// Two headings name one column; `first` is the other one as it is written.
    case repeatedColumn(first: String)
    /// A heading without a language beside one in the default language; only the latter is read.
    case overruledColumn(by: String)
    /// A heading that is not read and whose name is near one that would be.
    case nearColumn(String, nearest: String)
    /// A language behind a column that has none.
    case notTranslated(String)
    /// Something else than one language behind a column that has languages.
    case badLanguage(String)
    /// A cell to the right of the last heading, or below an empty one; columns are counted as in the file.
    case cellWithoutHeading(found: String, column: Int)
    /// A column that changes what is asked, and that is not supported yet.
    case unsupportedColumn
    /// A column that says what else is to be done with the answer, elsewhere; the answer itself is the same.
    case notKept
    /// A column that cannot be shown or done here; the question is asked without it.
    case notShown(found: String)
    /// A column that means nothing in a row of this type.
    case noEffect(type: String)
    /// The row is switched off by the column `disabled`.
    case disabledRow
    /// A row without type, name and label: a remark.
    case remark
  }
}

extension FormProblem.SheetFault: CustomStringConvertible {
  /// Whether the form can be used in spite of it.
  public var severity: FormProblem.Severity {
    switch self {
    case .rowInFirstColumn, .missingColumn, .repeatedColumn, .notTranslated, .badLanguage,
      .unsupportedColumn:
      .error
    case .noEntities, .nearSheet, .overruledColumn, .nearColumn, .cellWithoutHeading, .notShown, .notKept, .noEffect, .disabledRow,
      .remark:
      .warning
    }
  }

  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .noEntities: "this sheet is for servers and does nothing here: the answers are kept, no entities are made"
    case .nearSheet(let name, let nearest):
      "the sheet '\(name)' is not read; did you mean '\(nearest)'? If not, put an underscore before its name"
    case .rowInFirstColumn(let name):
      "'\(name)' stands in the first column, which is for the names of sheets, so the sheet above ends here; "
        + "begin the row with an empty cell"
    case .missingColumn(let name, let nearest):
      "there is no column '\(name)'"
        + suggestion(nearest.map { "\(name)' instead of '\($0)" }, else: "add it")
    case .repeatedColumn(let first): "this is the same column as '\(first)'; rename or delete one of the two"
    case .overruledColumn(let other):
      "this column is not read, because '\(other)' has the same language; delete one of the two"
    case .nearColumn(let name, let nearest):
      "the column '\(name)' is not read; did you mean '\(nearest)'?"
    case .notTranslated(let name): "'\(name)' is the same in all languages; leave out what follows the '::'"
    case .badLanguage(let name): "write one language behind the '::', as in '\(name)::English (en)'"
    case .cellWithoutHeading(let found, let column):
      "'\(found)' stands in column \(column), which has no heading, and is not read; "
        + "put a cell that holds a comma in quotation marks, or write a heading"
    case .unsupportedColumn: "this column is not supported yet; leave the cell empty"
    case .notKept: "this is for other programs and does nothing here: the answer is kept as any other"
    case .notShown(let found): "'\(found)' is not shown here: the question is asked without it"
    case .noEffect(let type): "this has no effect in a row of type '\(type)'; leave the cell empty"
    case .disabledRow: "this row is switched off and not read; a 'relevant' is the better way"
    case .remark: "this row has no type, name or label and is not read"
    }
  }
}
