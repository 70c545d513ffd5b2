public import CSV
public import Tables

extension FormProblem {
  /// What is wrong with a file as a file.
  public enum FileFault: Error, Sendable, Hashable {
    /// There is no such file.
    case missing
    /// The system refuses to read it; `reason` is its own text.
    case unreadable(reason: String)
    /// It has more bytes than any form.
    case tooLong(limit: Int)
    /// Nothing stands in it.
    case empty
    /// The ending names no format of forms.
    case unsupportedFormat(ending: String)
    /// A workbook of a spreadsheet program, whose ending says that it is text.
    case isWorkbook
    /// It should be a workbook that can be read, and is none.
    case noWorkbook(ReadBook.Refusal)
    /// Nothing is here that reads workbooks; `reason` says why.
    case noReader(reason: String)
    /// A sheet of a workbook whose first row is empty, where the headings should be; `row` is the first that is not.
    case noHeader(sheet: String, row: Int)
    /// UTF-16, which some programs call Unicode.
    case isUTF16
    /// Bytes that are no UTF-8, in a Markdown file.
    case notUTF8
    /// A character of value zero, in a Markdown file.
    case nulCharacter
    /// No CSV.
    case notCSV(CSVError)
    /// Semicolons or tabs where commas should be.
    case wrongSeparator(String)
    /// Cells before the name of a sheet.
    case rowBeforeSheet(found: String)
    /// Two sheets of one name.
    case repeatedSheet(String, at: RowNumber)
    /// Rows below headings, as a list of choices in a file of its own has them, and no sheets.
    case isList
    /// There is no sheet `survey`.
    case noSurvey(sheets: [String], nearest: String?)
  }
}

extension FormProblem.FileFault: CustomStringConvertible {
  /// What was found, what was expected and what to do.
  public var description: String {
    switch self {
    case .missing: "there is no such file; check the path"
    case .unreadable(let reason): "cannot be read: \(reason); check the path and its permissions"
    case .tooLong(let limit): "has more than \(limit) bytes, which is no form; check the path"
    case .empty: "nothing stands in this file; write a sheet 'survey', or take the file from a copy"
    case .unsupportedFormat(let ending):
      "'\(ending)' is no format of forms; a form is a .csv, .md or .xlsx file"
    case .isWorkbook:
      "this is a workbook of a spreadsheet program, not text; let its name end in .xlsx, or save it as CSV in UTF-8"
    case .noWorkbook(let refusal): Self.complaint(refusal)
    case .noReader(let reason): "workbooks cannot be read: \(reason)"
    case .noHeader(let sheet, let row):
      "the first row of the sheet '\(sheet)' is empty, and row \(row) is not; headings stand in the first row: delete "
        + "the rows above them"
    case .isUTF16: "this is UTF-16; save it as CSV in UTF-8"
    case .notUTF8: "text that is not UTF-8; save the file again in UTF-8"
    case .nulCharacter: "a character of value zero, which no text has; save the file again in UTF-8"
    case .notCSV(let error): Self.complaint(error)
    case .wrongSeparator(let separator):
      "cells are separated by \(separator == ";" ? "semicolons" : "tabs"), not by commas; save it as CSV with commas"
    case .rowBeforeSheet(let found):
      "'\(found)' stands before the name of a sheet; write 'survey' into the first column of a row above"
    case .isList:
      "this is a table, such as a list of choices, and no form; check the form that chooses from it, or write 'survey' into "
        + "the first column of a row above, and let the others begin with an empty cell"
    case .repeatedSheet(let name, let row):
      "sheet '\(name)' is already \(row); put the rows together, or rename one of the two"
    case .noSurvey(_, let nearest?): "there is no sheet 'survey', but '\(nearest)'; rename it"
    case .noSurvey(let sheets, nil):
      sheets.isEmpty
        ? "there is no sheet 'survey'; write its name into the first column, and its rows below"
        : "there is no sheet 'survey', only \(alternatives(sheets.map { "'\($0)'" }, "and")); add one"
    }
  }

  private static func complaint(_ refusal: ReadBook.Refusal) -> String {
    switch refusal {
    case .encrypted: "this opens with a password only; save it without one"
    case .oldFormat: "this is a workbook of Excel before 2007 (.xls); open it and save it as .xlsx"
    case .macros: "this is a workbook with macros (.xlsm), which no form needs; save it as .xlsx"
    case .openDocument: "this is a spreadsheet of OpenDocument (.ods); open it and save it as .xlsx"
    case .noWorkbook(let detail):
      "this is no workbook but \(detail); save the form as .xlsx, or let its name end as the file is written"
    case .broken(let detail):
      "this workbook is not whole: \(detail); save it again in a spreadsheet program, or take a copy"
    case .tooMuch(let detail):
      "this is more than any form: \(detail); copy the sheets of the form to a new workbook"
    }
  }

  /// The error without its line, which stands before it already.
  private static func complaint(_ error: CSVError) -> String {
    guard let position = error.position else { return error.description }
    return String(error.description.dropFirst("line \(position.line), ".count))
  }
}
