import XLSForm

/// The folder of the package.
let packageFolder = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()

/// Reads a form that is written as Markdown tables.
func load(
  _ text: String, named name: String = "form.md", listFolders: [String] = []
) throws -> LoadedForm {
  try XLSForm.load(text: text, named: name, listFolders: listFolders)
}

/// The problems of a form in words, errors and warnings alike, in the order of the file.
func problems(
  _ text: String, named name: String = "form.md", listFolders: [String] = [],
  xmlLists: XLSForm.WorkbookReader? = nil
) -> [String] {
  do {
    return try XLSForm.load(text: text, named: name, listFolders: listFolders, xmlLists: xmlLists)
      .warnings.map(\.description)
  } catch {
    return error.problems.map(\.description)
  }
}
