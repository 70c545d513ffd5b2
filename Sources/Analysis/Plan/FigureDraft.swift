internal import Coding
internal import Expressions
internal import Survey

/// A figure as somebody wrote it down, in a plan or in a call, before it is checked against the forms.
struct FigureDraft {
  /// The parts that can be wrong, by the names of their columns.
  enum Part: String {
    case question, sources, unit, statistic, base, filter, by, chart, codebook
    case waveMap = "wave_map"
  }

  var id: Figure.ID
  var statistic: Statistic
  let forms: Forms
  var title = LocalizedText()
  var unit = ""
  var questions: [String] = []
  var base: Base?
  var filter = ""
  var by = ""
  var showsWho = false
  var attribution = Attribution.named
  var chart = Chart.bars
  var memberships: MembershipList?
  var codebook: PlannedCodebook?
  /// The forms that the plan names, where it names any.
  var sources: [Questionnaire.ID] = []
  /// Which questions of several waves are the same, where the figure compares waves.
  var waveMap: WaveMap?

  /// Checks everything and makes the figure.
  ///
  /// - Parameter report: Is told of each thing that is wrong.
  /// - Returns: The figure, or nothing where something is wrong.
  func checked(_ report: (Part, PlanProblem.Reason) -> Void) -> PlannedFigure? {
    let now = underNamesOfNow
    if now.isWritten(otherThan: self) { return now.checked(report) }
    if let waveMap { return checked(waves: waveMap, report) }
    var isSound = true
    func refuse(_ part: Part, _ reason: PlanProblem.Reason) {
      isSound = false
      report(part, reason)
    }
    let names = counted(refuse)
    let unitName = checkedUnit(refuse)
    let byName = checkedBy(names, refuse)
    let expression = checkedFilter(refuse)
    let base = base ?? statistic.usualBase
    if base == .registered, unit.isEmpty { refuse(.base, .registerNeedsUnit) }
    if base == .registered, !filter.isEmpty, statistic != .memberships {
      refuse(.base, .registerWithFilter)
    }
    if statistic == .memberships { checkMemberships(base, unitName, names, refuse) }
    if base == .answered, statistic == .any || statistic == .answered {
      refuse(.base, .baseSaysNothing(statistic: statistic))
    }
    if base == .coded, statistic != .coded { refuse(.base, .baseNeedsCodes) }
    checkCodebook(names, refuse)
    checkRepeats(names, refuse)
    if attribution != .named, statistic != .memberships, let unitName {
      let named = names + [byName].compactMap(\.self)
      if named.contains(unitName) { refuse(.question, .namesUnits(unitName, attribution: attribution)) }
      if expression?.references.contains(unitName.text) == true {
        refuse(.filter, .namesUnits(unitName, attribution: attribution))
      }
    }
    if chart == .stacked, by.isEmpty { refuse(.chart, .stackedNeedsBy) }
    if chart == .matrix, unit.isEmpty || attribution != .named { refuse(.chart, .matrixNeedsNames) }
    guard isSound else { return nil }
    var figure = PlannedFigure(
      id: id, title: title, unit: unitName, questions: names, statistic: statistic, base: base,
      filter: expression, by: byName, showsWho: showsWho, attribution: attribution, chart: chart,
      codebook: codebook, forms: forms)
    figure.memberships = memberships
    return figure
  }

  /// The figure with the names that its questions have now.
  private var underNamesOfNow: FigureDraft {
    var draft = self
    // What waves share are names of nobody's form.
    if waveMap != nil { return draft }
    draft.questions = questions.map { forms.now($0) }
    draft.unit = forms.now(unit)
    draft.by = forms.now(by)
    draft.filter = forms.now(expression: filter)
    return draft
  }

  private func isWritten(otherThan other: FigureDraft) -> Bool {
    (questions, unit, by, filter) != (other.questions, other.unit, other.by, other.filter)
  }

  /// Memberships are of the units themselves, which are all on the register or have all returned something.
  private func checkMemberships(
    _ base: Base, _ unit: Question.Name?, _ names: [Question.Name],
    _ refuse: (Part, PlanProblem.Reason) -> Void
  ) {
    if memberships == nil { refuse(.statistic, .noMemberships) }
    if base != .registered, base != .distinct { refuse(.base, .baseOfMemberships(base)) }
    if let first = names.first, unit != first { refuse(.unit, .unitOfMemberships(first)) }
    if attribution != .named { refuse(.statistic, .membershipsAreNamed(attribution)) }
  }

  private func counted(_ refuse: (Part, PlanProblem.Reason) -> Void) -> [Question.Name] {
    if questions.isEmpty { refuse(.question, .empty(expected: "the name of a question")) }
    var seen: Set<Question.Name> = []
    let names = questions.flatMap { matches($0, refuse) }.filter { seen.insert($0).inserted }
    for name in names {
      guard let question = checked(name, .question, refuse) else { continue }
      if !fits(question.kind) {
        refuse(.question, .wrongKind(name, kind: question.kind.word, statistic: statistic))
      }
    }
    if names.count > 1, !statistic.takesSeveral {
      refuse(.question, .oneQuestionOnly(statistic: statistic, found: names.count))
    }
    return names
  }

  /// Each question has codes in a form that the figure draws from.
  private func checkCodebook(
    _ names: [Question.Name], _ refuse: (Part, PlanProblem.Reason) -> Void
  ) {
    guard statistic == .coded else {
      if codebook != nil { refuse(.codebook, .codebookNotUsed(statistic: statistic)) }
      return
    }
    guard let codebook else { return refuse(.codebook, .empty(expected: "the file of the codes")) }
    for name in names {
      let places = forms.all.map { Codebook.Place(form: $0.id, question: name) }
      if places.allSatisfy({ codebook.codebook.codes(at: $0).isEmpty }) {
        refuse(.question, .noCodes(name, codebook: codebook.name, forms: forms.names))
      }
    }
  }

  private func fits(_ kind: Question.Kind) -> Bool {
    switch (statistic, kind) {
    case (.count, .selectOne), (.countMultiple, .selectMultiple), (.all, .selectMultiple): true
    case (.distinct, .selectOne), (.distinct, .selectMultiple): true
    case (.memberships, .selectOne): true
    case (.any, _), (.answered, _), (.coded, .text): true
    default: false
    }
  }

  /// The questions that a name or a pattern such as `partners_*` means.
  private func matches(_ written: String, _ refuse: (Part, PlanProblem.Reason) -> Void) -> [Question.Name] {
    let names = forms.meant(by: written)
    if names.isEmpty { refuse(.question, .noMatch(pattern: written, forms: forms.names)) }
    return names
  }

  private func checked(
    _ name: Question.Name, _ part: Part, _ refuse: (Part, PlanProblem.Reason) -> Void
  ) -> Question? {
    guard let placed = forms.placed(name) else {
      let suggestion = nearest(to: name.text, among: forms.questionNames)
      refuse(part, .noSuchQuestion(found: name.text, suggestion: suggestion, forms: forms.names))
      return nil
    }
    let question = placed.question
    guard question.hasColumn else {
      refuse(part, .neverAsked(name))
      return nil
    }
    if part != .question, let group = placed.repeats.last {
      refuse(part, .inRepeat(name, group: group))
      return nil
    }
    for form in forms.all where form.question(name) == nil && form.question(form.history.now(name)) != nil {
      refuse(part, .renamedIn(form.id, name, now: form.history.now(name)))
      return nil
    }
    for form in forms.all {
      guard let other = form.question(name), other.kind.word != question.kind.word else { continue }
      refuse(part, .kindsDiffer(name, first: question.kind.word, other: other.kind.word, form: form.id))
      return nil
    }
    return question
  }

  private func checkedUnit(_ refuse: (Part, PlanProblem.Reason) -> Void) -> Question.Name? {
    guard !unit.isEmpty else { return nil }
    let name = Question.Name(unit)
    guard let question = checked(name, .unit, refuse) else { return nil }
    switch question.kind {
    case .selectOne, .text, .integer: break
    default: refuse(.unit, .noUnit(name, kind: question.kind.word))
    }
    for form in forms.all where form.question(name) == nil {
      refuse(.unit, .unitMissing(name, form: form.id))
    }
    return name
  }

  private func checkedBy(
    _ names: [Question.Name], _ refuse: (Part, PlanProblem.Reason) -> Void
  ) -> Question.Name? {
    guard !by.isEmpty else { return nil }
    let name = Question.Name(by)
    if !statistic.takesBy { refuse(.by, .byNotPossible(statistic: statistic)) }
    if names.contains(name) { refuse(.by, .byItself(name)) }
    guard let question = checked(name, .by, refuse) else { return nil }
    if !question.kind.isSelect { refuse(.by, .byNoSelect(name, kind: question.kind.word)) }
    return name
  }

  /// What a filter may name: questions, or what the list of memberships and the register say.
  private var scope: FormScope {
    guard statistic == .memberships, let memberships else { return forms.scope }
    let units = questions.first.map { forms.choices(of: Question.Name($0)) } ?? []
    return FormScope([]).at(
      nil, filtering: memberships.columns(with: units),
      values: memberships.problems.isEmpty ? memberships.values(with: units) : [:])
  }

  private func checkedFilter(_ refuse: (Part, PlanProblem.Reason) -> Void) -> Expression? {
    guard !filter.isEmpty else { return nil }
    do {
      let expression = try Expression(parsing: filter)
      let problems = expression.problems(in: scope)
      for problem in problems { refuse(.filter, .badExpression(problem)) }
      if problems.isEmpty {
        for name in expression.references { _ = checked(Question.Name(name), .filter, refuse) }
        for named in expression.namedChoices { checkNames(named, refuse) }
      }
      return expression
    } catch {
      refuse(.filter, .noExpression(error))
      return nil
    }
  }

  /// A choice that one form calls otherwise now, while another has it, would be held against the answers of one alone.
  private func checkNames(
    _ named: Expression.NamedChoice, _ refuse: (Part, PlanProblem.Reason) -> Void
  ) {
    let question = Question.Name(named.question)
    for choice in ([named.text] + named.text.split(separator: " ").map(String.init)).map({ Choice.Name($0) })
    where forms.choices(of: question).contains(where: { $0.name == choice }) {
      for form in forms.all {
        guard let list = form.question(question).flatMap({ form.choices(of: $0) }), list[choice] == nil else {
          continue
        }
        let now = form.history.now(choice, in: list.name)
        if now != choice { return refuse(.filter, .choiceRenamedIn(form.id, choice, of: question, now: now)) }
      }
    }
  }
}
