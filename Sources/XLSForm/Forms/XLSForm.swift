/// Reads questionnaires that are written as XLSForms.
///
/// A form is a `.csv` file (the one-file dialect, in which the first column names the sheet) or an `.md` file
/// (the same as Markdown tables). What pyxform 4.5.0 takes is taken, old spellings too; what is not supported
/// yet is refused by its name. Two columns are ours: `paper_no`, the number of a question on paper, and
/// `constraint_severity`, `error` or `warning`.
///
/// A list in a file (`select_one_from_file register.csv`) is looked for beside the form, then in the folders
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
  /// Reads a form from a file.
  ///
  /// - Parameters:
  ///   - path: The file; its ending says how it is written. Problems name it as it is given here.
  ///   - listFolders: Where list files (`select_one_from_file`) are looked for that are not beside the form.
  /// - Returns: The questionnaire, with warnings and with all that the file holds.
  /// - Throws: All problems of the file and its lists at once, at least one of them an error.
  public static func load(path: String, listFolders: [String] = []) throws(FormProblems) -> LoadedForm {
    let format = try format(of: path)
    let contents: [UInt8]
    do {
      contents = try bytes(ofFile: path)
    } catch {
      throw FormProblems([FormProblem(place: .init(file: path), kind: .file(error))], of: path)
    }
    return try load(contents, as: format, named: path, listFolders: listFolders)
  }

  /// Reads a form that is in memory.
  ///
  /// - Parameters:
  ///   - text: The whole file.
  ///   - name: What to call the file in problems; its ending says how it is written, and lists are looked for
  ///     in its folder.
  ///   - listFolders: Where list files are looked for that are not in that folder.
  /// - Returns: The questionnaire, with warnings and with all that the file holds.
  /// - Throws: All problems of the file and its lists at once, at least one of them an error.
  public static func load(
    text: String, named name: String, listFolders: [String] = []
  ) throws(FormProblems) -> LoadedForm {
    try load(Array(text.utf8), as: format(of: name), named: name, listFolders: listFolders)
  }

  /// Reads a form from the bytes of a file.
  package static func load(
    _ bytes: [UInt8], as format: Format, named name: String, listFolders: [String]
  ) throws(FormProblems) -> LoadedForm {
    var problems: [FormProblem] = []
    let workbook = Workbook(bytes, as: format, at: FormProblem.Place(file: name), problems: &problems)
    guard problems.isEmpty else { throw FormProblems(problems, of: name) }
    return try FormReader(workbook, file: name, listFolders: listFolders).form()
  }

  /// How a file is written.
  package enum Format: String, CaseIterable, Sendable {
    case csv, md
  }

  private static func format(of path: String) throws(FormProblems) -> Format {
    let name = path.split(separator: "/").last ?? ""
    let ending = name.lastIndex(of: ".").map { name[$0...].lowercased() } ?? ""
    if let format = Format.allCases.first(where: { "." + $0.rawValue == ending }) { return format }
    let isKnown = [".xlsx", ".xls", ".xlsm"].contains(ending)
    let fault = FormProblem.FileFault.unsupportedFormat(ending: ending, isKnown: isKnown)
    throw FormProblems([FormProblem(place: .init(file: path), kind: .file(fault))], of: path)
  }
}
