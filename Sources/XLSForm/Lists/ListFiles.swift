internal import Survey

/// Where list files are looked for, and what reads those that this program does not read itself.
struct ListFiles {
  /// The form's own folder first; an empty path is the current one.
  let folders: [String]
  /// What reads a list in XML.
  let xml: XLSForm.WorkbookReader?

  /// Where a file is: in the first of the folders that has it.
  ///
  /// - Parameters:
  ///   - name: The file's name, without folders.
  ///   - place: Where the form names it.
  ///   - problems: Where it is reported that no folder has it.
  /// - Returns: The path, or nothing where none has it.
  func path(of name: String, at place: FormProblem.Place, problems: inout [FormProblem]) -> String? {
    let paths = folders.map { $0.isEmpty ? name : $0.hasSuffix("/") ? $0 + name : "\($0)/\(name)" }
    if let path = paths.first(where: fileExists) { return path }
    problems.report(.list(.missingFile(name, folders: folders.map { $0.isEmpty ? "." : $0 })), at: place)
    return nil
  }
}
