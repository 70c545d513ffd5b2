internal import Expressions
internal import Survey

extension FormLists {
  /// Reads the files that the selects name, and settles which list each select has.
  ///
  /// One file read with the same parameters is one list, named like the file; with other parameters it is
  /// another, named like the file and its parameters.
  ///
  /// - Parameters:
  ///   - outline: The questions.
  ///   - table: The sheet `survey`.
  ///   - listFiles: Where files are looked for, and what reads them.
  ///   - languages: The languages of the form.
  ///   - problems: Where lists that are not there are reported.
  /// - Returns: The list of each select, by its place in the outline.
  mutating func settle(
    for outline: SurveyOutline, in table: Table<SurveyColumn>, _ listFiles: ListFiles,
    _ languages: FormLanguages, problems: inout [FormProblem]
  ) -> [Int: ChoiceList.Name] {
    let ofSheet = names
    var result: [Int: ChoiceList.Name] = [:]
    var files: [String: [String: ChoiceList.Name]] = [:]
    for (index, element) in outline.elements.enumerated() {
      guard case .select(let select) = element.content else { continue }
      let place = table.place(.type, in: element.row)
      if select.isExternal {
        // pyxform does without a filter only where the sheet `choices` has such a list too.
        if table.isBlank(.choiceFilter, in: element.row), !isOnBothSheets(select.list) {
          problems.report(
            .type(.unfilteredExternal(select.list)), at: table.place(.choiceFilter, in: element.row))
        }
        result[index] = external[select.list]
        if result[index] == nil {
          let near = nearest(to: select.list, among: external.keys.sorted())
          problems.report(.list(.unknownExternal(select.list, nearest: near)), at: place)
        }
        continue
      }
      if let question = select.listedQuestion {
        result[index] = list(ofAnswersTo: question, outline, at: place, problems: &problems)
        continue
      }
      if !select.isFile {
        let name = ChoiceList.Name(select.list)
        if self[name] != nil {
          result[index] = name
          if let bare = bareStarts[name] {
            problems.report(.list(.firstWithoutLabel(bare.choice, list: select.list)), at: bare.place)
          }
        } else if areKnown {
          problems.report(
            .list(.unknown(select.list, nearest: nearest(to: select.list, among: ofSheet))), at: place)
        }
        continue
      }
      guard let file = file(of: select, element.row, in: table, problems: &problems) else { continue }
      let parameters = "value=\(file.value) label=\(file.label)"
      if let known = files[file.name]?[parameters] {
        result[index] = known
        continue
      }
      let isFirst = files[file.name] == nil
      let name = ChoiceList.Name(isFirst ? file.name : "\(file.name) \(parameters)")
      files[file.name, default: [:]][parameters] = name
      result[index] = name
      guard let path = listFiles.path(of: file.name, at: place, problems: &problems) else {
        // Expressions may name it all the same.
        add(List(name: name, choices: [], columns: nil))
        continue
      }
      let list = file.list(at: path, named: name, languages, xml: listFiles.xml, problems: &problems)
      if let other = all.first(where: {
        $0.instanceID == list.instanceID && $0.isOfOtherFile(than: file.name)
      }) {
        problems.report(.list(.sameInstanceFiles(file.name, other.name.text)), at: place)
      }
      if ofSheet.contains(list.instanceID) {
        problems.report(.list(.sameInstance(list.instanceID)), at: place)
      }
      add(list)
    }
    return result
  }

  /// The list that the answers to a question of a repeat make: `select_one ${name}`.
  private mutating func list(
    ofAnswersTo question: String, _ outline: SurveyOutline, at place: FormProblem.Place,
    problems: inout [FormProblem]
  ) -> ChoiceList.Name? {
    if let fault = outline.fault(ofReference: question) {
      let isSkipped = fault.severity == .warning
      problems.report(isSkipped ? .type(.choicesNotAsked(question)) : .expression(fault), at: place)
      return nil
    }
    guard let index = outline.named[question]?.first else {
      let near = nearest(to: question, among: outline.elements.map(\.name))
      problems.report(.expression(.unknownReference(question, nearest: near)), at: place)
      return nil
    }
    guard let innermost = outline.repeats(around: index).last else {
      problems.report(.type(.choicesFromOneAnswer(question)), at: place)
      return nil
    }
    let name = ChoiceList.Name(ofAnswersTo: Question.Name(outline.elements[index].uniqueName))
    if self[name] == nil {
      // A choice_filter looks at the questions of the repeat.
      let columns = outline.elements.indices
        .filter { outline.repeats(around: $0).last == innermost }.map { outline.elements[$0].name }
      add(List(name: name, choices: [], columns: columns))
    }
    return name
  }

  /// Reads the files that expressions alone read (`csv-external`, `xml-external`).
  ///
  /// - Parameters:
  ///   - outline: The rows that name them.
  ///   - table: The sheet `survey`.
  ///   - listFiles: Where files are looked for, and what reads them.
  ///   - problems: Where files are reported that are not there or that cannot be read.
  mutating func addExternalFiles(
    of outline: SurveyOutline, in table: Table<SurveyColumn>, _ listFiles: ListFiles,
    problems: inout [FormProblem]
  ) {
    for (name, row) in outline.externalLists {
      let file = ListFile(name: name, value: "name", label: "label")
      let listName = ChoiceList.Name(name)
      // A question may choose from the same file.
      if self[listName] != nil { continue }
      let place = table.place(.name, in: row)
      let list = List(name: listName, choices: [], columns: nil)
      if let other = all.first(where: { $0.instanceID == list.instanceID && $0.isOfOtherFile(than: name) }) {
        problems.report(.list(.sameInstanceFiles(name, other.name.text)), at: place)
      }
      guard let path = listFiles.path(of: name, at: place, problems: &problems) else {
        // Expressions may name it all the same.
        add(list)
        continue
      }
      add(file.rows(at: path, named: listName, xml: listFiles.xml, problems: &problems))
    }
  }

  /// The file that a select names, or nothing where its name is none.
  private func file(
    of select: RowType.Select, _ row: Workbook.Row, in table: Table<SurveyColumn>,
    problems: inout [FormProblem]
  ) -> ListFile? {
    let place = table.place(.type, in: row)
    let endings = select.list.split(separator: ".", omittingEmptySubsequences: false).dropFirst()
    if select.list.contains("/") || endings.count != 1 || select.list.hasPrefix(".") {
      problems.report(.type(.badFileName(select.list)), at: place)
      return nil
    }
    guard listFileEndings.contains(where: { select.list.hasSuffix($0) }) else {
      problems.report(.type(.badFileName(select.list)), at: place)
      return nil
    }
    let parameters = Parameters(table.text(.parameters, in: row))
    // What a feature of GeoJSON is called there, as pyxform has it.
    let isOfPlaces = select.list.hasSuffix(".geojson")
    return ListFile(
      name: select.list, value: parameters?["value"] ?? (isOfPlaces ? "id" : "name"),
      label: parameters?["label"] ?? (isOfPlaces ? "title" : "label"))
  }
}
