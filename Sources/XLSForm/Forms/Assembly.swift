internal import Expressions
internal import Survey

/// Puts the items of the questionnaire together, and reports what is wrong with single rows.
struct Assembly {
  let table: Table<SurveyColumn>
  let outline: SurveyOutline
  let expressions: [ElementExpressions]
  let lists: FormLists
  let listOf: [Int: ChoiceList.Name]
  let languages: FormLanguages

  /// The items of the form.
  func items(problems: inout [FormProblem]) -> [Item] { items(in: nil, depth: 0, problems: &problems) }

  private func items(in group: Int?, depth: Int, problems: inout [FormProblem]) -> [Item] {
    // What is deeper is reported already.
    guard depth <= SurveyOutline.depthLimit else { return [] }
    return (outline.children[group] ?? []).compactMap { index in
      let element = outline.elements[index]
      checkTexts(element.row, problems: &problems)
      switch element.content {
      case .group(let isRepeat):
        let items = items(in: index, depth: depth + 1, problems: &problems)
        return .group(self.group(index, isRepeat: isRepeat, items: items, problems: &problems))
      case .leftOut: return nil
      case .specifyOther: return .question(specifyOther(index))
      case .question(let kind): return question(index, kind, problems: &problems).map(Item.question)
      case .select(let select):
        guard let list = listOf[index] else { return nil }
        let kind = select.isMultiple ? Question.Kind.selectMultiple(list) : .selectOne(list)
        return question(index, kind, problems: &problems).map(Item.question)
      }
    }
  }

  private func specifyOther(_ index: Int) -> Question {
    Question(
      name: Question.Name(outline.elements[index].uniqueName), kind: .text,
      wording: Wording(label: LocalizedText(unlocalized: "Specify other.")),
      relevant: expressions[index].relevant)
  }

  private func group(_ index: Int, isRepeat: Bool, items: [Item], problems: inout [FormProblem]) -> Group {
    let element = outline.elements[index]
    let wording = wording(of: element.row)
    checkGroup(element, problems: &problems)
    if isRepeat, wording.label.isEmpty {
      problems.report(
        .text(.repeatWithoutLabel(name: element.name)), at: table.place(.label, in: element.row))
    }
    let repetition: Group.Repetition =
      if !isRepeat { .once } else if let count = expressions[index].repeatCount { .counted(count) } else {
        .free
      }
    return Group(
      name: Group.Name(element.uniqueName), wording: wording, repetition: repetition,
      relevant: expressions[index].relevant, appearance: appearance(of: element.row), items: items)
  }

  private func question(_ index: Int, _ kind: Question.Kind, problems: inout [FormProblem]) -> Question? {
    let element = outline.elements[index]
    let row = element.row
    let cells = expressions[index]
    let wording = wording(of: row)
    checkQuestion(element, kind, problems: &problems)
    checkLabel(element, kind, wording, problems: &problems)
    let question = Question(
      name: Question.Name(element.uniqueName), kind: kind, wording: wording,
      requirement: cells.isAlwaysRequired ? .always : cells.required.map(Question.Requirement.when) ?? .never,
      requiredMessage: table.texts(.requiredMessage, in: row, languages), relevant: cells.relevant,
      constraint: cells.constraint.map { expression in
        Question.Constraint(
          expression: expression, message: table.texts(.constraintMessage, in: row, languages),
          severity: severity(of: row, problems: &problems))
      },
      calculation: cells.calculation, defaultValue: cells.defaultValue, choiceFilter: cells.choiceFilter,
      appearance: appearance(of: row), isReadOnly: isReadOnly(row, problems: &problems))
    checkDefault(question, row, problems: &problems)
    return question
  }

  private func wording(of row: Workbook.Row) -> Wording {
    Wording(
      label: table.texts(.label, in: row, languages), hint: table.texts(.hint, in: row, languages),
      guidance: table.texts(.guidanceHint, in: row, languages), paperNumber: table.text(.paperNumber, in: row)
    )
  }

  func appearance(of row: Workbook.Row) -> Set<String> {
    Set(table.text(.appearance, in: row).split(whereSeparator: \.isWhitespace).map(String.init))
  }

  private func severity(of row: Workbook.Row, problems: inout [FormProblem]) -> Question.Severity {
    let text = table.text(.constraintSeverity, in: row)
    if text.isEmpty { return .error }
    if let severity = Question.Severity(rawValue: text) { return severity }
    let near = nearest(to: text, among: ["error", "warning"])
    problems.report(
      .type(.badSeverity(found: text, nearest: near)), at: table.place(.constraintSeverity, in: row))
    return .error
  }

  private func isReadOnly(_ row: Workbook.Row, problems: inout [FormProblem]) -> Bool {
    let text = table.text(.readOnly, in: row)
    if text.isEmpty { return false }
    if let value = yesOrNo(text) { return value }
    problems.report(.type(.notYesOrNo(found: text)), at: table.place(.readOnly, in: row))
    return false
  }
}
