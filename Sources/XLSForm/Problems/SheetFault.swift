extension FormProblem {
  /// What is wrong with a sheet and its headings.
  public enum SheetFault: Sendable, Hashable {
    /// The sheet `entities`, which says what a server makes of the answers.
    case noEntities
    /// A sheet that is not read and whose name is near one that would be.
    case nearSheet(String, nearest: String)
    /// What parts the cells of a text file.
    public enum Separator: Sendable, Hashable {
      case comma, pipe

      fileprivate var advice: String {
        switch self {
        case .comma: "put a cell that holds a comma in quotation marks"
        case .pipe: "write '\\|' for a pipe in a cell"
        }
      }
    }

    /// A row of a sheet that begins in the first column, where it reads as a sheet of its own.
    case rowInFirstColumn(String)
    /// The sheet lacks a column that it needs.
    case missingColumn(String, nearest: String?)
    /// The headings do not stand in the first row of the sheet.
    case headingsBelow(RowNumber)
    /// Two headings name one column; `first` is the other one as it is written.
    case repeatedColumn(first: String)
    /// A heading without a language beside one in the default language; only the latter is read.
    case overruledColumn(by: String)
    /// An old spelling of a heading beside the new one; only the latter is read.
    case overruledSpelling(by: String)
    /// A heading that is not read and whose name is near one that would be.
    case nearColumn(String, nearest: String)
    /// A language that follows a column by another sign than two colons, so that the column is not read.
    case languageAmiss(String, meant: String)
    /// A language behind a column that has none.
    case notTranslated(String)
    /// Something else than one language behind a column that has languages.
    case badLanguage(String)
    /// A cell to the right of the last heading, or below an empty one; columns are counted as people see them.
    ///
    /// In a file whose cells are parted by a sign, one too many is most likely part of a text.
    case cellWithoutHeading(found: String, column: String, partedBy: Separator?)
    /// A larger picture without the picture itself.
    case bigImageAlone
    /// `read_only` of a group that looks around from where the group stands.
    case readOnlyFromGroup
    /// A column that says what else is to be done with the answer, elsewhere; the answer itself is the same.
    case notKept
    /// A column that cannot be shown or done here; the question is asked without it.
    case notShown(found: String)
    /// A column that means nothing in a row of this type.
    case noEffect(type: String)
    /// A sheet that XLSForm does not know in a CSV file.
    case foreignSheet(String)
    /// Columns or rows of a workbook behind so many empty ones that nobody reads on.
    case beyondGap(found: String, isRow: Bool)
    /// A date of a workbook, which reads otherwise than it looks.
    case dateCell(found: String)
    /// A formula without its result.
    case notCalculated
    /// A formula whose result is an error.
    case errorValue(String)
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
    case .rowInFirstColumn, .missingColumn, .headingsBelow, .repeatedColumn, .notTranslated, .badLanguage,
      .readOnlyFromGroup, .bigImageAlone:
      .error
    case .noEntities, .nearSheet, .overruledColumn, .overruledSpelling, .nearColumn, .languageAmiss,
      .cellWithoutHeading, .notShown, .notKept, .noEffect, .disabledRow, .remark, .foreignSheet, .beyondGap,
      .dateCell,
      .notCalculated, .errorValue:
      .warning
    }
  }

  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .noEntities:
      "this sheet is for servers and does nothing here: the answers are kept, no entities are made"
    case .nearSheet(let name, let nearest):
      "the sheet '\(name)' is not read; did you mean '\(nearest)'? If not, put an underscore before its name"
    case .rowInFirstColumn(let name):
      "'\(name)' stands in the first column, which is for the names of sheets, so the sheet above ends here; "
        + "begin the row with an empty cell"
    case .missingColumn(let name, let nearest):
      "there is no column '\(name)'"
        + suggestion(nearest.map { "\(name)' instead of '\($0)" }, else: "add it")
    case .headingsBelow(let row):
      "the headings stand \(row), and not in the first row; take out what stands above them"
    case .repeatedColumn(let first): "this is the same column as '\(first)'; rename or delete one of the two"
    case .overruledColumn(let other):
      "this column is not read, because '\(other)' has the same language; delete one of the two"
    case .overruledSpelling(let other):
      "this column is not read, because '\(other)' is the same and is read, by pyxform too; delete this one"
    case .nearColumn(let name, let nearest):
      "the column '\(name)' is not read; did you mean '\(nearest)'?"
    case .languageAmiss(let name, let meant):
      "the column '\(name)' is not read; a language follows two colons: '\(meant)'"
    case .notTranslated(let name): "'\(name)' is the same in all languages; leave out what follows the '::'"
    case .badLanguage(let name): "write one language behind the '::', as in '\(name)::English (en)'"
    case .cellWithoutHeading(let found, let column, let separator):
      "'\(found)' stands in column \(column), which has no heading, and is not read; "
        + (separator.map { "\($0.advice), or " } ?? "") + "write a heading"
    case .bigImageAlone: "a big image goes with an image; name that in the column 'image' too"
    case .readOnlyFromGroup:
      "'.' and paths mean something else for each question of the group; write '${name}' in their place"
    case .notKept: "this is for other programs and does nothing here: the answer is kept as any other"
    case .notShown(let found): "'\(found)' is not shown here: the question is asked without it"
    case .noEffect(let type): "this has no effect in a row of type '\(type)'; leave the cell empty"
    case .foreignSheet(let name):
      "the sheet '\(name)' is not read, and pyxform refuses a .csv that has it; save the form as .xlsx or .md, or put the "
        + "sheet into a file of its own"
    case .beyondGap(let found, let isRow):
      "'\(found)' stands behind so many empty \(isRow ? "rows" : "columns") that this is the end of the sheet, and is not "
        + "read, nor is what follows; delete the empty \(isRow ? "rows" : "columns")"
    case .dateCell(let found):
      "this is a date of the spreadsheet and reads '\(found)'; format the cell as text, and write what is meant"
    case .notCalculated:
      "this is a formula without a result, so nothing is read; open the workbook in a spreadsheet program, and save it"
    case .errorValue(let found):
      "this is a formula whose result is '\(found)'; mend it, or write what is meant"
    case .disabledRow: "this row is switched off and not read; a 'relevant' is the better way"
    case .remark: "this row has no type, name or label and is not read"
    }
  }
}
