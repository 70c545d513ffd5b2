internal import CSV
internal import Survey
internal import TerminalForm

extension ProjectSurvey {
  /// The terms that the form's help explains: `glossary.csv` beside the form, else among the project's lists.
  ///
  /// Its columns are `term`, `abbreviation` and `meaning`; a language adds its code to a heading: `term_fr`.
  ///
  /// - Returns: The terms; none where there is no such file.
  /// - Throws: `Failure` where the file is no CSV.
  func glossary() throws(Failure) -> Glossary {
    let folders = [folder] + project.listFolders(of: "\(folder)/questionnaire.csv")
    guard let file = folders.map({ "\($0)/glossary.csv" }).first(where: isFile) else { return Glossary() }
    let table: CSVTable
    do {
      table = try CSVTable(CSVReader(path: file))
    } catch {
      throw Failure(.unusableInput, "\(file): \(error)")
    }
    let headings = table.header.names
    return Glossary(
      table.rows.map { row in
        func cell(_ heading: String) -> String? { headings.firstIndex(of: heading).map { row[$0] } }
        func text(_ heading: String) -> LocalizedText {
          var texts: [Language: String] = [.unnamed: cell(heading) ?? ""]
          for language in questionnaire.languages { texts[language] = cell("\(heading)_\(language.code)") }
          return LocalizedText(texts)
        }
        return Glossary.Term(
          term: text("term"), abbreviation: cell("abbreviation") ?? "", meaning: text("meaning"))
      })
  }
}
