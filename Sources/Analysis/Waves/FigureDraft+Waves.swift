internal import Expressions
internal import Survey

extension FigureDraft {
  /// Checks a figure that compares waves, and makes it: a figure for each wave, counted alike.
  ///
  /// - Parameters:
  ///   - map: Which questions and choices are the same; without problems of its own.
  ///   - report: Is told of each thing that is wrong.
  /// - Returns: The figure, or nothing where something is wrong.
  func checked(waves map: WaveMap, _ report: (Part, PlanProblem.Reason) -> Void) -> PlannedFigure? {
    var isSound = true
    func refuse(_ part: Part, _ reason: PlanProblem.Reason) {
      isSound = false
      report(part, reason)
    }
    let base = base ?? statistic.usualBase
    if !statistic.takesBy { refuse(.statistic, .waves(.wavesNotPossible(statistic: statistic))) }
    if !by.isEmpty { refuse(.by, .waves(.wavesNotDivided)) }
    if chart != .bars { refuse(.chart, .waves(.wavesAreBars(chart))) }
    if codebook != nil { refuse(.codebook, .codebookNotUsed(statistic: statistic)) }
    if base == .coded { refuse(.base, .baseNeedsCodes) }
    if base == .registered, unit.isEmpty { refuse(.base, .registerNeedsUnit) }
    if base == .registered, !filter.isEmpty { refuse(.base, .registerWithFilter) }
    if questions.isEmpty { refuse(.question, .empty(expected: "the name of a question")) }
    if questions.count > 1, !statistic.takesSeveral {
      refuse(.question, .oneQuestionOnly(statistic: statistic, found: questions.count))
    }
    let order = waves(of: map, refuse)
    for name in questions where map.waves.first?.questions[Question.Name(name)] == nil {
      let suggestion = nearest(to: name, among: map.questionNames)
      refuse(.question, .waves(.notInMap(name, suggestion: suggestion, map: map.name)))
    }
    let names = questions.map { Question.Name($0) }
    let expression = sharedFilter(map, refuse)
    guard isSound else { return nil }
    checkUnits(map, base, refuse)
    let referred = (expression?.references ?? []).map { Question.Name($0) }.filter { $0.text != unit }
    for name in (statistic == .any ? [] : names) + referred {
      for problem in map.withoutCounterpart(name) { refuse(.waveMap, .waves(.inMap(problem))) }
    }
    if attribution != .named, expression?.references.contains(unit) == true {
      refuse(.filter, .namesUnits(Question.Name(unit), attribution: attribution))
    }
    guard isSound else { return nil }
    let isAskedAlike = checkBases(names, map, expression, base, refuse)
    let planned = order.compactMap { wave, forms in
      self.planned(wave, forms, map, names + referred, expression, base, refuse)
    }
    guard isSound else { return nil }
    var figure = PlannedFigure(
      id: id, title: title, unit: unit.isEmpty ? nil : Question.Name(unit), questions: names,
      statistic: statistic, base: base, filter: expression, showsWho: showsWho, attribution: attribution,
      chart: chart, forms: Forms(order.flatMap(\.forms)))
    figure.waves = PlannedWaves(map: map, waves: planned, isAskedAlike: isAskedAlike)
    return figure
  }

  /// The waves with their forms, in the order of the sources where the plan names any.
  private func waves(
    of map: WaveMap, _ refuse: (Part, PlanProblem.Reason) -> Void
  ) -> [(wave: WaveMap.Wave, forms: [Questionnaire])] {
    guard !sources.isEmpty else { return map.waves.map { ($0, $0.forms) } }
    let ids = map.forms.map(\.id)
    if Set(ids) != Set(sources) {
      refuse(.sources, .waves(.sourcesOfWaves(found: sources, expected: ids)))
    }
    return map.waves.map { wave in
      (wave, sources.compactMap { id in wave.forms.first { $0.id == id } })
    }
  }

  /// The filter, in the names that all waves share.
  private func sharedFilter(
    _ map: WaveMap, _ refuse: (Part, PlanProblem.Reason) -> Void
  ) -> Expression? {
    guard !filter.isEmpty else { return nil }
    do {
      let expression = try Expression(parsing: filter)
      var entries: [FormScope.Entry] = []
      for name in expression.references.map({ Question.Name($0) }) {
        let kinds = map.waves.map { Forms($0.forms).question(map.own(name, in: $0))?.kind }
        guard let first = kinds.first, let kind = first, kinds.allSatisfy({ $0?.word == kind.word }) else {
          refuse(
            .filter,
            .waves(
              .notInMap(
                name.text, suggestion: nearest(to: name.text, among: map.questionNames), map: map.name)))
          continue
        }
        entries.append(FormScope.Entry(name.text, kind.scope(map.targets(of: name)), repeats: []))
      }
      let known = Set(entries.map(\.name))
      guard known.isSuperset(of: expression.references) else { return nil }
      for problem in expression.problems(in: FormScope(entries)) { refuse(.filter, .badExpression(problem)) }
      return expression
    } catch {
      refuse(.filter, .noExpression(error))
      return nil
    }
  }

  /// One kind of unit in all waves; on lists that have a unit in common.
  private func checkUnits(
    _ map: WaveMap, _ base: Base, _ refuse: (Part, PlanProblem.Reason) -> Void
  ) {
    guard !unit.isEmpty, let first = map.waves.first else { return }
    let name = Question.Name(unit)
    func question(_ wave: WaveMap.Wave) -> Question? { Forms(wave.forms).question(map.own(name, in: wave)) }
    func units(_ wave: WaveMap.Wave) -> Set<Choice.Name> {
      Set(map.choices(of: name, in: wave).map(\.target)).subtracting([Frame.other])
    }
    // A wave that does not have it is told of by its own figure.
    guard let one = question(first) else { return }
    for wave in map.waves {
      guard let other = question(wave) else { continue }
      let isOther = one.kind.word != other.kind.word
      let (ours, theirs) = (units(first), units(wave))
      if isOther || !ours.isEmpty && !theirs.isEmpty && ours.isDisjoint(with: theirs) {
        refuse(.unit, .waves(.unitsOfWaves(name, wave: wave.name, first: first.name)))
      }
      let frame = Frame(map.own(name, in: wave), forms: Forms(wave.forms))
      if base == .registered, frame?.dependsOn.isEmpty != true {
        refuse(.base, .waves(.noRegister(wave: wave.name)))
      }
    }
  }

  /// Shares of those that were asked compare only where the waves asked the same units.
  private func checkBases(
    _ names: [Question.Name], _ map: WaveMap, _ filter: Expression?, _ base: Base,
    _ refuse: (Part, PlanProblem.Reason) -> Void
  ) -> Bool {
    var isAlike = true
    for name in names {
      let verdict = AskedAlike(name, in: map, filter: filter).verdict
      if verdict == .alike { continue }
      isAlike = false
      guard base == .asked || base == .answered else { continue }
      switch verdict {
      case .alike: break
      case .differs(let answers, let asking, let silent):
        refuse(
          .base, .waves(.askedDifferently(name, base: base, answers: answers, asking: asking, silent: silent))
        )
      case .cannotBeTold(let conditions):
        refuse(.base, .waves(.askedPerhapsDifferently(name, base: base, conditions: conditions)))
      }
    }
    return isAlike
  }

  /// The figure of one wave, in its own names.
  private func planned(
    _ wave: WaveMap.Wave, _ forms: [Questionnaire], _ map: WaveMap, _ names: [Question.Name],
    _ filter: Expression?, _ base: Base, _ refuse: (Part, PlanProblem.Reason) -> Void
  ) -> PlannedWave? {
    var draft = FigureDraft(id: id, statistic: statistic, forms: Forms(forms))
    draft.title = title
    draft.unit = unit.isEmpty ? "" : map.own(Question.Name(unit), in: wave).text
    draft.questions = questions.map { map.own(Question.Name($0), in: wave).text }
    draft.base = base
    draft.showsWho = showsWho
    draft.attribution = attribution
    let checked = draft.checked { part, reason in refuse(part, .waves(.ofWave(wave.name, reason))) }
    guard var figure = checked else { return nil }
    let all = names + (unit.isEmpty ? [] : [Question.Name(unit)])
    figure.harmony = map.harmony(of: all, in: wave)
    figure.filter = filter
    figure.isOfWave = true
    return PlannedWave(name: wave.name, figure: figure)
  }
}
