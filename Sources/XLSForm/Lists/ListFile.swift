internal import Expressions
internal import Survey

/// A list of choices in a file of its own, CSV or XML, as `select_one_from_file` names it.
///
/// The label in a language is taken from a column that is named after the label's: for `label=name` and French
/// with the code `fr`, from `name::French (fr)`, `name::French` or `name_fr`; the column `name` itself serves
/// all languages.
struct ListFile {
  /// The file's name, without folders.
  let name: String
  /// The column of what is stored.
  let value: String
  /// The column of what people read.
  let label: String

  /// Reads the file.
  ///
  /// - Parameters:
  ///   - path: Where it is.
  ///   - listName: The name that the list is to have in the questionnaire.
  ///   - languages: The languages of the form.
  ///   - xml: What reads a list in XML.
  ///   - problems: Where all that is wrong with the file is reported, with its own lines.
  /// - Returns: The list as far as it can be read.
  func list(
    at path: String, named listName: ChoiceList.Name, _ languages: FormLanguages,
    xml: XLSForm.WorkbookReader?, problems: inout [FormProblem]
  ) -> FormLists.List {
    let place = FormProblem.Place(file: path)
    guard let table = ListTable(at: place, named: name, xml: xml, problems: &problems) else {
      return FormLists.List(name: listName, choices: [], columns: nil)
    }
    let headings = table.headings
    var list = FormLists.List(name: listName, choices: [], columns: headings)
    let header = place.at(line: table.line)
    if headings.count == 1, let separator = headings[0].first(where: { $0 == ";" || $0 == "\t" }) {
      problems.report(.file(.wrongSeparator(String(separator))), at: header)
      return list
    }
    let valueIndex = index(of: value, parameter: "value", in: headings, header, &problems)
    let labelIndex = index(of: label, parameter: "label", in: headings, header, &problems)
    if table.rows.isEmpty { problems.report(.list(.empty(name)), at: place) }
    guard let valueIndex, let labelIndex else { return list }
    let columns = Columns(
      headings: headings, value: valueIndex, label: labelIndex,
      translations: languages.all.compactMap { language in
        language.place(ofTranslated: label, in: headings).map { (language, $0) }
      })
    var lines: [String: Int] = [:]
    for row in table.rows {
      let choice = columns.choice(of: row.cells)
      let place = FormProblem.Place(file: path, line: row.line, column: headings[valueIndex])
      if choice.name.text.isEmpty {
        problems.report(.list(.emptyCell), at: place)
      } else if let first = lines[choice.name.text] {
        problems.report(
          .list(.repeatedName(choice.name.text, list: name, at: FormProblem.RowNumber(first))), at: place)
      } else {
        lines[choice.name.text] = row.line
        list.choices.append(choice)
        if row.cells[labelIndex].isEmpty {
          let place = FormProblem.Place(file: path, line: row.line, column: headings[labelIndex])
          problems.report(.list(.missingLabel(choice.name.text)), at: place)
        }
      }
    }
    return list
  }

  /// Reads the file as it is: rows for expressions, whatever its columns are called.
  ///
  /// - Parameters:
  ///   - path: Where it is.
  ///   - listName: The name that the list is to have in the questionnaire.
  ///   - xml: What reads a list in XML.
  ///   - problems: Where all that is wrong with the file as a table is reported.
  /// - Returns: A choice for each row, by its number.
  func rows(
    at path: String, named listName: ChoiceList.Name, xml: XLSForm.WorkbookReader?,
    problems: inout [FormProblem]
  ) -> FormLists.List {
    let place = FormProblem.Place(file: path)
    guard let table = ListTable(at: place, named: name, xml: xml, problems: &problems) else {
      return FormLists.List(name: listName, choices: [], columns: nil)
    }
    let choices = table.rows.enumerated().map { number, row in
      Choice(
        name: Choice.Name(String(number + 1)), label: LocalizedText(),
        attributes: Dictionary(zip(table.headings, row.cells), uniquingKeysWith: { first, _ in first }))
    }
    return FormLists.List(name: listName, choices: choices, columns: table.headings)
  }

  /// The columns of the file that mean something for every list.
  private struct Columns {
    let headings: [String]
    let value: Int
    let label: Int
    let translations: [(language: Language, index: Int)]

    func choice(of cells: [String]) -> Choice {
      var texts: [Language: String] = [.unnamed: cells[label].isEmpty ? cells[value] : cells[label]]
      for (language, index) in translations where !cells[index].isEmpty { texts[language] = cells[index] }
      return Choice(
        name: Choice.Name(cells[value]), label: LocalizedText(texts),
        attributes: Dictionary(zip(headings, cells), uniquingKeysWith: { first, _ in first }))
    }
  }

  private func index(
    of column: String, parameter: String, in headings: [String], _ place: FormProblem.Place,
    _ problems: inout [FormProblem]
  ) -> Int? {
    if let index = headings.firstIndex(of: column) { return index }
    let near = nearest(to: column, among: headings)
    problems.report(
      .list(.missingColumn(column, parameter: parameter, nearest: near, columns: headings)), at: place)
    return nil
  }
}
