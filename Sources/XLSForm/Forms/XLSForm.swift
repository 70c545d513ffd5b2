public import Tables

/// Reads questionnaires that are written as XLSForms.
///
/// A form is a `.csv` file (the one-file dialect, in which the first column names the sheet), an `.md` file (the same as
/// Markdown tables) or a workbook, `.xlsx`, which somebody else must unpack (`WorkbookReader`). What pyxform 4.5.0 takes is
/// taken, old spellings too; what is not supported yet is refused by its name. Two columns are ours: `paper_no`, the
/// number of a question on paper, and `constraint_severity`, `error` or `warning`.
///
/// A list in a file (`select_one_from_file register.csv`, or `.xml`) is looked for beside the form, then in the folders
/// given; `parameters` name the columns of what is stored and of what people read (`value=id label=name`; if
/// not, `name` and `label`). Labels in another language stand in a column that adds it to the label's:
/// `name_fr`, `name::French` or `name::French (fr)`. All columns of the file can be used in a `choice_filter`.
///
/// A name that two rows in different groups have becomes `group/name` in the questionnaire.
///
/// ```swift
/// let form = try XLSForm.load(
///   path: "Questionnaires/gcm-review-2018/questionnaire.csv", listFolders: ["Questionnaires/lists"])
/// ```
public enum XLSForm {
  /// Unpacks the bytes of a workbook, or reads a list in XML as one sheet: a program of its own does so, since such files
  /// can mean harm.
  public typealias WorkbookReader = (_ bytes: [UInt8]) throws(FormProblem.FileFault) -> ReadBook

  /// Reads a form from a file.
  ///
  /// - Parameters:
  ///   - path: The file; its ending says how it is written. Problems name it as it is given here.
  ///   - listFolders: Where list files (`select_one_from_file`) are looked for that are not beside the form.
  ///   - workbooks: What unpacks an `.xlsx` file; without it there is none that can be read.
  ///   - xmlLists: What reads a list file in XML; without it there is none that can be read.
  /// - Returns: The questionnaire, with warnings and with all that the file holds.
  /// - Throws: All problems of the file and its lists at once, at least one of them an error.
  public static func load(
    path: String, listFolders: [String] = [], workbooks: WorkbookReader? = nil,
    xmlLists: WorkbookReader? = nil
  ) throws(FormProblems) -> LoadedForm {
    let (workbook, warnings) = try self.workbook(path: path, workbooks: workbooks)
    return try FormReader(
      workbook, file: path, listFolders: listFolders, xmlLists: xmlLists, warnings: warnings
    ).form()
  }

  /// Reads a form that is in memory.
  ///
  /// - Parameters:
  ///   - text: The whole file.
  ///   - name: What to call the file in problems; its ending says how it is written, and lists are looked for
  ///     in its folder.
  ///   - listFolders: Where list files are looked for that are not in that folder.
  ///   - xmlLists: What reads a list file in XML; without it there is none that can be read.
  /// - Returns: The questionnaire, with warnings and with all that the file holds.
  /// - Throws: All problems of the file and its lists at once, at least one of them an error.
  public static func load(
    text: String, named name: String, listFolders: [String] = [], xmlLists: WorkbookReader? = nil
  ) throws(FormProblems) -> LoadedForm {
    try load(
      Array(text.utf8), as: Format(path: name), named: name, listFolders: listFolders, xmlLists: xmlLists)
  }

  /// Reads a form from the bytes of a file.
  package static func load(
    _ bytes: [UInt8], as format: Format, named name: String, listFolders: [String],
    workbooks: WorkbookReader? = nil, xmlLists: WorkbookReader? = nil
  ) throws(FormProblems) -> LoadedForm {
    let (workbook, warnings) = try self.workbook(bytes, as: format, named: name, workbooks: workbooks)
    return try FormReader(
      workbook, file: name, listFolders: listFolders, xmlLists: xmlLists, warnings: warnings
    ).form()
  }

  /// Reads the sheets of a file without asking what they mean.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - format: How it is written; where nobody says so, its ending does.
  ///   - name: What to call it in problems; where nobody says so, its path.
  ///   - workbooks: What unpacks an `.xlsx` file.
  /// - Returns: The sheets, and what somebody should look at all the same.
  /// - Throws: All that is wrong with the file as a file.
  public static func workbook(
    path: String, as format: Format? = nil, named name: String? = nil, workbooks: WorkbookReader? = nil
  ) throws(FormProblems) -> (workbook: Workbook, warnings: [FormProblem]) {
    let name = name ?? path
    let format: Format = if let format { format } else { try Format(path: path) }
    let contents: [UInt8]
    do {
      contents = try bytes(ofFile: path)
    } catch {
      throw FormProblems([FormProblem(place: .init(file: name), kind: .file(error))], of: name)
    }
    return try workbook(contents, as: format, named: name, workbooks: workbooks)
  }

  /// Reads the sheets of a file that is in memory, without asking what they mean.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - format: How it is written.
  ///   - name: What to call it in problems.
  ///   - workbooks: What unpacks an `.xlsx` file.
  /// - Returns: The sheets, and what somebody should look at all the same.
  /// - Throws: All that is wrong with the file as a file.
  public static func workbook(
    _ bytes: [UInt8], as format: Format, named name: String, workbooks: WorkbookReader? = nil
  ) throws(FormProblems) -> (workbook: Workbook, warnings: [FormProblem]) {
    var problems: [FormProblem] = []
    let workbook = Workbook(
      bytes, as: format, at: FormProblem.Place(file: name), workbooks: workbooks, problems: &problems)
    guard problems.allSatisfy({ $0.severity == .warning }) else { throw FormProblems(problems, of: name) }
    return (workbook, problems)
  }

  /// How a file is written.
  public enum Format: String, CaseIterable, Sendable {
    /// The one-file dialect of CSV, in which the first column names the sheet.
    case csv
    /// Markdown tables, in which the first column names the sheet.
    case md
    /// A workbook of a spreadsheet program.
    case xlsx

    /// The format that a file's ending names.
    ///
    /// - Parameter path: The file.
    /// - Throws: That the ending is none of forms, and what to do.
    public init(path: String) throws(FormProblems) {
      let name = path.split(separator: "/").last ?? ""
      let ending = name.lastIndex(of: ".").map { name[$0...].lowercased() } ?? ""
      if let format = Format(rawValue: String(ending.dropFirst())) {
        self = format
        return
      }
      let fault: FormProblem.FileFault =
        switch ending {
        case ".xls", ".xlt": .noWorkbook(.oldFormat)
        case ".xlsm", ".xltm", ".xlsb": .noWorkbook(.macros)
        case ".ods", ".ots": .noWorkbook(.openDocument)
        default: .unsupportedFormat(ending: ending)
        }
      throw FormProblems([FormProblem(place: .init(file: path), kind: .file(fault))], of: path)
    }
  }
}
