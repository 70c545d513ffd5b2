public import CSV

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
    /// The ending names a format that cannot be read, such as `.xlsx`; `isKnown` is whether it is one of forms.
    case unsupportedFormat(ending: String, isKnown: Bool)
    /// A workbook of a spreadsheet program, whatever its ending says.
    case isWorkbook
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
    case repeatedSheet(String, firstLine: Int)
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
    case .unsupportedFormat(let ending, true):
      "\(ending) is not supported yet; open it in a spreadsheet program and save its sheets as .csv, or convert it"
        + " with pyxform's tools"
    case .unsupportedFormat(let ending, false):
      "'\(ending)' is no format of forms; a form is a .csv or an .md file"
    case .isWorkbook: "this is a workbook of a spreadsheet program, not text; save it as CSV in UTF-8"
    case .isUTF16: "this is UTF-16; save it as CSV in UTF-8"
    case .notUTF8: "text that is not UTF-8; save the file again in UTF-8"
    case .nulCharacter: "a character of value zero, which no text has; save the file again in UTF-8"
    case .notCSV(let error): Self.complaint(error)
    case .wrongSeparator(let separator):
      "cells are separated by \(separator == ";" ? "semicolons" : "tabs"), not by commas; save it as CSV with commas"
    case .rowBeforeSheet(let found):
      "'\(found)' stands before the name of a sheet; write 'survey' into the first column of a row above"
    case .repeatedSheet(let name, let line):
      "sheet '\(name)' is already on line \(line); put the rows together, or rename one of the two"
    case .noSurvey(_, let nearest?): "there is no sheet 'survey', but '\(nearest)'; rename it"
    case .noSurvey(let sheets, nil):
      sheets.isEmpty
        ? "there is no sheet 'survey'; write its name into the first column, and its rows below"
        : "there is no sheet 'survey', only \(alternatives(sheets.map { "'\($0)'" }, "and")); add one"
    }
  }

  /// The error without its line, which stands before it already.
  private static func complaint(_ error: CSVError) -> String {
    guard let position = error.position else { return error.description }
    return String(error.description.dropFirst("line \(position.line), ".count))
  }
}
