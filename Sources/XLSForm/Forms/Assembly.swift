internal import Expressions
internal import Survey

/// Puts the items of the questionnaire together, and reports what is wrong with single rows.
struct Assembly {
  let table: Table<SurveyColumn>
  let outline: SurveyOutline
  let expressions: [ElementExpressions]
  let choiceLists: [ChoiceList.Name: ChoiceList]
  /// A choice with a space in its name, for each list that has one.
  let spacedChoices: [ChoiceList.Name: Choice.Name]
  let listOf: [Int: ChoiceList.Name]
  let languages: FormLanguages

  init(
    table: Table<SurveyColumn>, outline: SurveyOutline, expressions: [ElementExpressions],
    lists: [ChoiceList],
    listOf: [Int: ChoiceList.Name], languages: FormLanguages
  ) {
    self.table = table
    self.outline = outline
    self.expressions = expressions
    self.listOf = listOf
    self.languages = languages
    choiceLists = Dictionary(lists.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    spacedChoices = choiceLists.compactMapValues { list in
      list.choices.first { $0.name.text.contains(where: \.isWhitespace) }?.name
    }
  }

  /// The items of the form.
  func items(problems: inout [FormProblem]) -> [Item] {
    items(in: nil, depth: 0, lock: Lock(), problems: &problems)
  }

  /// What the groups around a row say of whether its answers can be changed.
  struct Lock {
    var isAlways = false
    var condition: Expression?

    /// The lock of what is inside of a row that adds to it.
    func with(_ isAlways: Bool, _ condition: Expression?) -> Lock {
      let both = [self.condition, condition].compactMap(\.self)
      let joined = both.map { "(\($0.source))" }.joined(separator: " or ")
      return Lock(
        isAlways: self.isAlways || isAlways,
        condition: both.count == 2 ? try? Expression(parsing: joined) : both.first)
    }
  }

  private func items(in group: Int?, depth: Int, lock: Lock, problems: inout [FormProblem]) -> [Item] {
    // What is deeper is reported already.
    guard depth <= SurveyOutline.depthLimit else { return [] }
    return (outline.children[group] ?? []).compactMap { index in
      let element = outline.elements[index]
      switch element.content {
      case .group(let isRepeat):
        let items = items(
          in: index, depth: depth + 1, lock: self.lock(of: index, in: lock), problems: &problems)
        return .group(self.group(index, isRepeat: isRepeat, items: items, problems: &problems))
      case .leftOut: return nil
      case .specifyOther: return .question(specifyOther(index))
      case .question(let kind): return .question(question(index, kind, lock: lock, problems: &problems))
      case .range(let scale, let isWhole):
        checkLabels(of: scale, element, problems: &problems)
        let kind: Question.Kind = isWhole ? .integer : .decimal
        return .question(question(index, kind, scale: scale, lock: lock, problems: &problems))
      case .select(let select):
        guard let list = listOf[index] else { return nil }
        let kind: Question.Kind =
          if select.isRank { .rank(list) } else if select.isMultiple { .selectMultiple(list) } else {
            .selectOne(list)
          }
        let question = question(index, kind, lock: lock, problems: &problems)
        // The head of a grid, which ODK shows without anything to choose.
        return .question(question.appearance.contains("label") ? question.asNote : question)
      }
    }
  }

  private func lock(of index: Int, in outer: Lock) -> Lock {
    let row = outline.elements[index].row
    return outer.with(yesOrNo(table.text(.readOnly, in: row)) == true, expressions[index].readOnly)
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

  private func question(
    _ index: Int, _ kind: Question.Kind, scale: Scale? = nil, lock: Lock, problems: inout [FormProblem]
  ) -> Question {
    let element = outline.elements[index]
    let row = element.row
    let cells = expressions[index]
    let wording = wording(of: row)
    checkQuestion(element, kind, problems: &problems)
    checkLabel(element, kind, wording, problems: &problems)
    let severity = severity(of: row, problems: &problems)
    let triggers = triggers(of: row, problems: &problems)
    // As in ODK: what a trigger sets off and has no text is not shown.
    let isHidden = !triggers.isEmpty && wording.label.isEmpty && wording.hint.isEmpty
    let lock = self.lock(of: index, in: lock)
    func question(default value: Expression?) -> Question {
      Question(
        name: Question.Name(element.uniqueName), kind: kind, wording: wording,
        requirement: cells.isAlwaysRequired
          ? .always : cells.required.map(Question.Requirement.when) ?? .never,
        requiredMessage: table.texts(.requiredMessage, in: row, languages), relevant: cells.relevant,
        constraint: cells.constraint.map { rule in
          let message = table.texts(.constraintMessage, in: row, languages)
          return Question.Constraint(expression: rule, message: message, severity: severity)
        },
        calculation: triggers.isEmpty ? cells.calculation : nil, defaultValue: value,
        hasFixedDefault: cells.hasFixedDefault,
        trigger: triggers.isEmpty ? nil : Question.Trigger(by: triggers, calculation: cells.calculation),
        choiceFilter: cells.choiceFilter, shuffle: shuffle(of: row, seed: cells.seed), scale: scale,
        appearance: appearance(of: row), isReadOnly: isHidden || lock.isAlways,
        readOnlyWhen: lock.condition)
    }
    let text = table.text(.defaultValue, in: row)
    let full = question(default: cells.defaultValue)
    return checkDefault(text, of: full, row, problems: &problems) ? full : question(default: nil)
  }

  private func wording(of row: Workbook.Row) -> Wording {
    let hint = table.texts(.hint, in: row, languages)
    let implied = ImpliedRule(ofType: table.text(.type, in: row))?.hint ?? ""
    return Wording(
      label: table.texts(.label, in: row, languages),
      hint: hint.isEmpty ? LocalizedText(unlocalized: implied) : hint,
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

  private func shuffle(of row: Workbook.Row, seed: Expression?) -> Question.Shuffle? {
    Parameters(table.text(.parameters, in: row))?["randomize"] == "true" ? Question.Shuffle(seed: seed) : nil
  }
}

extension Question {
  /// What people read of the question, without anything to answer.
  fileprivate var asNote: Question {
    Question(name: name, kind: .note, wording: wording, relevant: relevant, appearance: appearance)
  }
}
