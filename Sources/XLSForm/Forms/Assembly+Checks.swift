internal import Expressions
internal import Survey

// What is checked of single rows.
extension Assembly {
  /// Reports texts that refer to questions, and media.
  func checkTexts(_ row: Workbook.Row, problems: inout [FormProblem]) {
    for column in SurveyColumn.allCases where column.isTranslated {
      for place in table.places[column] ?? [] {
        let text = row[place.index]
        if column.isMedia, !text.isEmpty {
          problems.report(.sheet(.notShown(found: text)), at: table.place(place, in: row))
        }
        for name in references(in: text) { check(name, at: table.place(place, in: row), problems: &problems) }
      }
    }
  }

  private func check(_ name: String, at place: FormProblem.Place, problems: inout [FormProblem]) {
    if name.hasPrefix("last-saved#") {
      problems.report(.expression(.lastSaved("${\(name)}")), at: place)
    } else if let places = outline.named[name] {
      if places.count > 1 {
        let lines = places.map { outline.elements[$0].row.line }
        problems.report(.expression(.ambiguous(name, lines: lines)), at: place)
      } else {
        problems.report(.text(.answerInText("${\(name)}")), at: place)
      }
    } else {
      let near = nearest(to: name, among: outline.elements.map(\.name))
      problems.report(.expression(.unknownReference(name, nearest: near)), at: place)
    }
  }

  /// Reports columns that mean something else, or nothing, for a group.
  func checkGroup(_ element: SurveyOutline.Element, problems: inout [FormProblem]) {
    let row = element.row
    if table.text(.readOnly, in: row) != "", yesOrNo(table.text(.readOnly, in: row)) != false {
      problems.report(.sheet(.unsupportedColumn), at: table.place(.readOnly, in: row))
    }
    var unused: [SurveyColumn] = [
      .required, .constraint, .calculation, .defaultValue, .choiceFilter, .parameters, .trigger,
    ]
    if !element.isRepeat { unused.append(.repeatCount) }
    reportUnused(unused, element, problems: &problems)
  }

  /// Reports columns that are not supported yet, and parameters.
  func checkQuestion(
    _ element: SurveyOutline.Element, _ kind: Question.Kind, problems: inout [FormProblem]
  ) {
    let row = element.row
    for column in [SurveyColumn.trigger, .saveTo, .bindType] where !table.isBlank(column, in: row) {
      problems.report(.sheet(.unsupportedColumn), at: table.place(column, in: row))
    }
    if kind == .calculate, expressions.isEmpty || table.isBlank(.calculation, in: row),
      !DefaultValue.isExpression(table.text(.defaultValue, in: row), of: kind)
    {
      problems.report(.type(.missingCalculation), at: table.place(.calculation, in: row))
    }
    if let search = appearance(of: row).first(where: { $0.hasPrefix("search(") }) {
      problems.report(.type(.unsupportedAppearance(search)), at: table.place(.appearance, in: row))
    }
    var unused: [SurveyColumn] = [.repeatCount]
    switch kind {
    case .selectOne, .selectMultiple: break
    default: unused.append(.choiceFilter)
    }
    reportUnused(unused, element, problems: &problems)
    checkParameters(element, problems: &problems)
    if case .selectMultiple(let list) = kind, listOf.values.contains(list) {
      checkSpaces(in: list, element, problems: &problems)
    }
  }

  private func reportUnused(
    _ columns: [SurveyColumn], _ element: SurveyOutline.Element, problems: inout [FormProblem]
  ) {
    for column in columns where !table.isBlank(column, in: element.row) {
      problems.report(.sheet(.noEffect(type: element.type)), at: table.place(column, in: element.row))
    }
  }

  private func checkParameters(_ element: SurveyOutline.Element, problems: inout [FormProblem]) {
    let text = table.text(.parameters, in: element.row)
    let place = table.place(.parameters, in: element.row)
    guard let parameters = Parameters(text) else {
      problems.report(.type(.badParameters(text)), at: place)
      return
    }
    let isFile = if case .select(let select) = element.content { select.isFile } else { false }
    let isSelect = if case .select = element.content { true } else { false }
    for (key, value) in parameters.values {
      switch key {
      case "value", "label":
        if !isFile {
          problems.report(.type(.unusedParameter(key, type: element.type)), at: place)
        } else if !isXMLName(value) {
          problems.report(.name(.notXML(value)), at: place)
        }
      case "randomize" where isSelect:
        if value.lowercased() != "false" { problems.report(.type(.unsupportedParameter(key)), at: place) }
      case "seed" where isSelect: continue
      case "rows" where element.type == "text": continue
      default: problems.report(.type(.unusedParameter(key, type: element.type)), at: place)
      }
    }
  }

  private func checkSpaces(
    in list: ChoiceList.Name, _ element: SurveyOutline.Element, problems: inout [FormProblem]
  ) {
    guard let choice = lists[list]?.choices.first(where: { $0.name.text.contains(where: \.isWhitespace) })
    else {
      return
    }
    problems.report(.list(.spaceInName(choice.name.text)), at: table.place(.type, in: element.row))
  }

  /// Reports a question that people would see without a text.
  func checkLabel(
    _ element: SurveyOutline.Element, _ kind: Question.Kind, _ wording: Wording, problems: inout [FormProblem]
  ) {
    switch kind {
    case .calculate, .hidden, .metadata: return
    default: break
    }
    let isShown = table.isBlank(.calculation, in: element.row)
    let hasMedia = SurveyColumn.allCases.contains { $0.isMedia && !table.isBlank($0, in: element.row) }
    guard wording.label.isEmpty, wording.hint.isEmpty, isShown, !hasMedia,
      !appearance(of: element.row).contains("label")
    else { return }
    problems.report(.text(.missingLabel(name: element.name)), at: table.place(.label, in: element.row))
  }

  /// Reports a default value that is no answer.
  func checkDefault(_ question: Question, _ row: Workbook.Row, problems: inout [FormProblem]) {
    let text = table.text(.defaultValue, in: row)
    guard !text.isEmpty, question.isAsked, !DefaultValue.isExpression(text, of: question.kind) else { return }
    let list = question.list.flatMap { lists[$0] }.map { ChoiceList(name: $0.name, choices: $0.choices) }
    do {
      _ = try question.answer(from: text, in: list)
    } catch {
      problems.report(.type(.badDefault(error)), at: table.place(.defaultValue, in: row))
    }
  }
}
