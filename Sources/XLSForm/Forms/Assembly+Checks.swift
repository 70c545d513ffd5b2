internal import Expressions
internal import Survey

// What is checked of single rows.
extension Assembly {
  /// Reports columns that mean something else, or nothing, for a group.
  func checkGroup(_ element: SurveyOutline.Element, problems: inout [FormProblem]) {
    let row = element.row
    let parameters = table.text(.parameters, in: row)
    if Parameters(parameters) == nil {
      problems.report(.type(.badParameters(parameters)), at: table.place(.parameters, in: row))
    }
    var unused: [SurveyColumn] = [
      .required, .constraint, .calculation, .defaultValue, .choiceFilter, .trigger,
    ]
    if !element.isRepeat { unused.append(.repeatCount) }
    reportUnused(unused, element, problems: &problems)
  }

  /// Reports columns that mean something else, or nothing, for a question, and parameters.
  func checkQuestion(
    _ element: SurveyOutline.Element, _ kind: Question.Kind, problems: inout [FormProblem]
  ) {
    let row = element.row
    for column in [SurveyColumn.saveTo, .bindType] where !table.isBlank(column, in: row) {
      problems.report(.sheet(.notKept), at: table.place(column, in: row))
    }
    // In an old spelling pyxform does not miss it: the value is empty.
    if kind == .calculate, element.type == "calculate", table.isBlank(.calculation, in: row),
      !DefaultValue.isExpression(table.text(.defaultValue, in: row), of: kind)
    {
      problems.report(.type(.missingCalculation), at: table.place(.calculation, in: row))
    }
    if !table.isBlank(.bigImage, in: row), table.isBlank(.image, in: row) {
      problems.report(.sheet(.bigImageAlone), at: table.place(.bigImage, in: row))
    }
    if let search = appearance(of: row).first(where: { $0.hasPrefix("search(") }) {
      problems.report(.type(.unsupportedAppearance(search)), at: table.place(.appearance, in: row))
    }
    var unused: [SurveyColumn] = [.repeatCount]
    switch kind {
    case .selectOne, .selectMultiple, .rank: break
    default: unused.append(.choiceFilter)
    }
    reportUnused(unused, element, problems: &problems)
    checkParameters(element, problems: &problems)
    if case .selectMultiple(let list) = kind, let choice = spacedChoices[list] {
      problems.report(.list(.spaceInName(choice.text)), at: table.place(.type, in: row))
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
      return problems.report(.type(.badParameters(text)), at: place)
    }
    let known: [String]
    switch element.content {
    case .select(let select):
      known = ["randomize", "seed"] + (select.takesColumns ? ["value", "label"] : [])
    case .range: known = RangeParameters.keys
    case .question(.text): known = ["rows"]
    case .question(.metadata(.audit)): return checkAudit(parameters, element, problems: &problems)
    // pyxform looks at no other type's parameters.
    default:
      for (key, _) in parameters.values {
        problems.report(.type(.unusedParameter(key, type: element.type)), at: place)
      }
      return
    }
    for (key, value) in parameters.values {
      if !known.contains(key) {
        let near = nearest(to: key, among: known)
        problems.report(.type(.unknownParameter(key, type: element.type, nearest: near)), at: place)
      } else if key == "randomize", !["true", "false"].contains(value) {
        problems.report(.type(.badRandomize(found: value)), at: place)
      } else if key == "seed", parameters["randomize"] == nil || !isSeed(value) {
        problems.report(.type(.badSeed(found: value)), at: place)
      } else if key == "value" || key == "label", !isXMLName(value) {
        problems.report(.name(.notXML(value)), at: place)
      } else if key == "rows", Int(value) == nil {
        problems.report(.type(.badParameterValue(key, found: value, expected: "a whole number")), at: place)
      }
    }
  }

  private func isSeed(_ text: String) -> Bool {
    Double(text) != nil || text.hasPrefix("${") && text.hasSuffix("}") && references(in: text).count == 1
  }

  /// The questions that set a calculation off; reports a cell that names none, or some that nobody answers.
  func triggers(of row: Workbook.Row, problems: inout [FormProblem]) -> [Question.Name] {
    let text = table.text(.trigger, in: row)
    if text.isEmpty { return [] }
    let place = table.place(.trigger, in: row)
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { String($0).trimmed }
    guard parts.allSatisfy({ $0.hasPrefix("${") && $0.hasSuffix("}") && references(in: $0).count == 1 })
    else {
      problems.report(.type(.badTrigger(found: text)), at: place)
      return []
    }
    return references(in: text).compactMap { name in
      guard let index = outline.named[name]?.first else {
        let near = nearest(to: name, among: outline.elements.map(\.name))
        problems.report(.expression(.unknownReference(name, nearest: near)), at: place)
        return nil
      }
      if let fault = outline.fault(ofReference: name) {
        problems.report(.expression(fault), at: place)
        if fault.severity == .error { return nil }
      }
      if !isAnsweredByPeople(index) { problems.report(.type(.triggerNotAsked(name)), at: place) }
      return Question.Name(outline.elements[index].uniqueName)
    }
  }

  private func isAnsweredByPeople(_ index: Int) -> Bool {
    let element = outline.elements[index]
    let isShown = !table.isBlank(.label, in: element.row) || !table.isBlank(.hint, in: element.row)
    switch element.content {
    case .question(.calculate), .group: return false
    case .question, .range, .select, .specifyOther, .leftOut:
      return isShown
        || (table.isBlank(.calculation, in: element.row) && table.isBlank(.trigger, in: element.row))
    }
  }

  /// Reports words of a scale that belong to none of its numbers.
  func checkLabels(of scale: Scale, _ element: SurveyOutline.Element, problems: inout [FormProblem]) {
    guard let name = scale.labels else { return }
    let place = table.place(.parameters, in: element.row)
    guard let list = choiceLists[name] else {
      let near = nearest(to: name.text, among: choiceLists.keys.map(\.text).sorted())
      return problems.report(.list(.unknown(name.text, nearest: near)), at: place)
    }
    for choice in list.choices where DecimalNumber(choice.name.text).map(scale.contains) != true {
      problems.report(.type(.rangeNotOnScale(key: "tick_labelset", found: choice.name.text)), at: place)
    }
  }

  /// Reports a question that people would see without a text.
  func checkLabel(
    _ element: SurveyOutline.Element, _ kind: Question.Kind, _ wording: Wording, problems: inout [FormProblem]
  ) {
    switch kind {
    case .calculate, .hidden, .metadata: return
    default: break
    }
    let isShown = table.isBlank(.calculation, in: element.row) && table.isBlank(.trigger, in: element.row)
    let hasMedia = SurveyColumn.allCases.contains { $0.isMedia && !table.isBlank($0, in: element.row) }
    guard wording.label.isEmpty, wording.hint.isEmpty, isShown, !hasMedia,
      !appearance(of: element.row).contains("label")
    else { return }
    problems.report(.text(.missingLabel(name: element.name)), at: table.place(.label, in: element.row))
  }

  /// Whether the default of a question can be its answer; reports one that cannot.
  func checkDefault(
    _ text: String, of question: Question, _ row: Workbook.Row, problems: inout [FormProblem]
  ) -> Bool {
    if let expression = question.defaultValue, !question.hasFixedDefault {
      return checkKind(of: expression, for: question.kind, row, problems: &problems)
    }
    guard question.hasFixedDefault, question.isAsked else { return true }
    do {
      _ = try question.answer(from: text, in: question.list.flatMap { choiceLists[$0] })
      return true
    } catch {
      problems.report(.type(.badDefault(error)), at: table.place(.defaultValue, in: row))
      return false
    }
  }

  /// Whether what a default gives can be an answer; JavaRosa stops where a number is to be a date, or a date a number.
  private func checkKind(
    of expression: Expression, for kind: Question.Kind, _ row: Workbook.Row, problems: inout [FormProblem]
  ) -> Bool {
    guard let result = expression.result,
      let remedy = kind.remedy(forDefault: expression.source, giving: result)
    else { return true }
    let isCertain = expression.references.isEmpty && !expression.refersToItself
    problems.report(
      .expression(
        .defaultOfOtherKind(gives: result, type: kind.word, remedy: remedy, isCertain: isCertain)),
      at: table.place(.defaultValue, in: row))
    return false
  }
}

extension Question.Kind {
  /// What to write for a default of another kind; nothing where what it gives can be an answer.
  fileprivate func remedy(forDefault source: String, giving result: Function.Result) -> String? {
    switch (self, result) {
    case (.date, .number): "write date(\(source))"
    case (.dateTime, .number): "write date-time(\(source))"
    case (.date, .boolean): "write a date, such as 2018-11-09"
    case (.dateTime, .boolean): "write a date and a time, such as 2018-11-09T10:14:33"
    case (.time, .number), (.time, .boolean): "write a time, such as 10:14:33"
    case (.integer, .dateTime): "write int(\(source)), its number of days"
    case (.decimal, .dateTime): "write number(\(source)), its number of days"
    default: nil
    }
  }
}
