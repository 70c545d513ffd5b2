internal import Expressions
internal import Survey

/// A list of choices in a file of its own, CSV, XML or GeoJSON, as `select_one_from_file` names it.
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
    if table.rows.isEmpty, headings.isEmpty {
      problems.report(.list(.empty(name)), at: place)
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
    var firsts: [String: ListTable.Row] = [:]
    for row in table.rows {
      let choice = columns.choice(of: row.cells)
      let place = FormProblem.Place(file: path, line: row.line, column: headings[valueIndex])
      if choice.name.text.isEmpty {
        problems.report(missingValue(in: row), at: place)
      } else if let first = firsts[choice.name.text] {
        problems.report(repetition(of: choice.name.text, in: row, first), at: place)
      } else {
        firsts[choice.name.text] = row
        list.choices.append(choice)
        if row.cells[labelIndex]?.isEmpty != false {
          let place = FormProblem.Place(file: path, line: row.line, column: headings[labelIndex])
          problems.report(missingLabel(of: choice.name.text, in: row), at: place)
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
        attributes: attributes(table.headings, row.cells))
    }
    return FormLists.List(name: listName, choices: choices, columns: table.headings)
  }

  /// The columns of the file that mean something for every list.
  private struct Columns {
    let headings: [String]
    let value: Int
    let label: Int
    let translations: [(language: Language, index: Int)]

    func choice(of cells: [String?]) -> Choice {
      func text(_ index: Int) -> String? { cells[index].flatMap { $0.isEmpty ? nil : $0 } }
      let name = text(value) ?? ""
      func plain(_ index: Int) -> String? { text(index).map { Markup($0).plain } }
      var texts: [Language: String] = [.unnamed: plain(label) ?? name]
      for (language, index) in translations { if let text = plain(index) { texts[language] = text } }
      return Choice(
        name: Choice.Name(name), label: LocalizedText(texts), attributes: attributes(headings, cells))
    }
  }

  private func missingValue(in row: ListTable.Row) -> FormProblem.Kind {
    row.feature.map { .places(.noValue(value, feature: $0)) } ?? .list(.emptyCell)
  }

  private func repetition(
    of value: String, in row: ListTable.Row, _ first: ListTable.Row
  ) -> FormProblem.Kind {
    if let feature = row.feature, let first = first.feature {
      return .places(.repeatedValue(value, feature: feature, first: first))
    }
    return .list(.repeatedName(value, list: name, at: FormProblem.RowNumber(first.line)))
  }

  private func missingLabel(of value: String, in row: ListTable.Row) -> FormProblem.Kind {
    row.feature.map { .places(.noLabel(label, value: value, feature: $0)) } ?? .list(.missingLabel(value))
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

/// The cells of a row by the names of their columns; the first counts where a name is there twice.
private func attributes(_ headings: [String], _ cells: [String?]) -> [String: String] {
  var attributes: [String: String] = [:]
  for (heading, cell) in zip(headings, cells) where attributes[heading] == nil { attributes[heading] = cell }
  return attributes
}
