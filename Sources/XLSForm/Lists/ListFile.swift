internal import CSV
internal import Expressions
internal import Survey

/// A list of choices in a CSV file of its own, as `select_one_from_file` names it.
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

  /// Where the file is: in the first of the folders that has it.
  ///
  /// - Parameter folders: The form's own folder first; an empty path is the current one.
  /// - Returns: The path, or nothing where none has it.
  func path(in folders: [String]) -> String? {
    folders.map { $0.isEmpty ? name : $0.hasSuffix("/") ? $0 + name : "\($0)/\(name)" }.first(
      where: fileExists)
  }

  /// Reads the file.
  ///
  /// - Parameters:
  ///   - path: Where it is.
  ///   - listName: The name that the list is to have in the questionnaire.
  ///   - languages: The languages of the form.
  ///   - problems: Where all that is wrong with the file is reported, with its own lines.
  /// - Returns: The list as far as it can be read.
  func list(
    at path: String, named listName: ChoiceList.Name, _ languages: FormLanguages,
    problems: inout [FormProblem]
  ) -> FormLists.List {
    let place = FormProblem.Place(file: path)
    var list = FormLists.List(name: listName, choices: [], columns: nil, place: place)
    let table: CSVTable
    do {
      table = try CSVTable(CSVReader(try bytes(ofFile: path)))
    } catch let error as CSVError {
      problems.report(
        .file(error == .missingHeader ? .empty : .notCSV(error)), at: place.at(line: error.position?.line))
      return list
    } catch let fault as FormProblem.FileFault {
      problems.report(.file(fault), at: place)
      return list
    } catch {
      problems.report(.file(.unreadable(reason: "\(error)")), at: place)
      return list
    }
    let headings = table.header.names.map(\.trimmed)
    list = FormLists.List(name: listName, choices: [], columns: headings, place: place)
    for problem in table.header.problems {
      problems.report(.list(.badHeading(problem)), at: place.at(line: problem.position.line))
    }
    for ragged in table.ragged {
      problems.report(.list(.ragged(ragged)), at: place.at(line: ragged.position.line))
    }
    let header = place.at(line: table.header.position.line)
    guard let valueIndex = index(of: value, parameter: "value", in: headings, header, &problems),
      let labelIndex = index(of: label, parameter: "label", in: headings, header, &problems)
    else { return list }
    let translations = languages.all.compactMap { language in
      translation(of: label, into: language, in: headings).map { (language, $0) }
    }
    var lines: [String: Int] = [:]
    for row in table.rows {
      let cells = headings.indices.map { row[$0].trimmed }
      let name = cells[valueIndex]
      let row = FormProblem.Place(file: path, line: row.line, column: headings[valueIndex])
      if name.isEmpty {
        problems.report(.list(.emptyCell), at: row)
        continue
      }
      if let first = lines[name] {
        problems.report(.list(.repeatedName(name, list: self.name, firstLine: first)), at: row)
        continue
      }
      lines[name] = row.line
      var texts: [Language: String] = [.unnamed: cells[labelIndex]]
      for (language, index) in translations where !cells[index].isEmpty { texts[language] = cells[index] }
      if cells[labelIndex].isEmpty {
        problems.report(
          .list(.missingLabel(name)),
          at: FormProblem.Place(file: path, line: row.line, column: headings[labelIndex]))
        texts[.unnamed] = name
      }
      let attributes = Dictionary(zip(headings, cells), uniquingKeysWith: { first, _ in first })
      list.choices.append(
        Choice(name: Choice.Name(name), label: LocalizedText(texts), attributes: attributes))
    }
    if table.rows.isEmpty { problems.report(.list(.empty(self.name)), at: place) }
    return list
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

  private func translation(of label: String, into language: Language, in headings: [String]) -> Int? {
    guard language != .unnamed else { return nil }
    var spellings = ["\(label)::\(language.heading)", "\(label)::\(language.name)"]
    if !language.code.isEmpty { spellings += ["\(label)_\(language.code)", "\(label)::\(language.code)"] }
    return spellings.lazy.compactMap { headings.firstIndex(of: $0) }.first
  }
}
