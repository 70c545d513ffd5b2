internal import Expressions
internal import Survey

extension FigureDraft {
  /// The figure in each of its bases: of a question in a repeat group, units and repeats, where none was asked for.
  func inEachBase(_ wanted: Base?) -> [FigureDraft] {
    guard wanted == nil, base == nil, questions.count == 1,
      forms.placed(Question.Name(questions[0]))?.repeats.isEmpty == false
    else { return [self] }
    var other = self
    other.id = Figure.ID("\(id)-repeats")
    other.base = .repeats
    return [self, other]
  }

  /// Checks what can be counted of questions in repeat groups: those of one group, by themselves.
  func checkRepeats(_ names: [Question.Name], _ refuse: (Part, PlanProblem.Reason) -> Void) {
    let groups = names.map { forms.placed($0)?.repeats.last }
    guard let group = groups.compactMap({ $0 }).first else {
      if base == .repeats { refuse(.base, .baseNeedsRepeats) }
      return
    }
    for (name, other) in zip(names, groups) where other != group {
      return refuse(.question, .notInRepeat(name, group: group))
    }
    switch statistic {
    case .count, .countMultiple, .answered: break
    default: refuse(.statistic, .repeatsNotCounted(names[0], group: group, statistic: statistic))
    }
    if !by.isEmpty { refuse(.by, .repeatsNotDivided(names[0], group: group)) }
    if attribution == .suppressed { refuse(.question, .repeatsNotSuppressed(names[0], group: group)) }
  }
}

extension PlannedFigure {
  /// The repeat group that its questions stand in; nothing where they stand in none.
  var repeatGroup: Group.Name? { questions.first.flatMap { forms.placed($0)?.repeats.last } }

  /// When units are asked for repeats of a group, as far as that hangs on answers of which each has one.
  func relevance(of group: Group.Name) -> [Expression] {
    guard let (form, chain, outermost) = chain(to: group) else { return [] }
    return chain[...outermost].compactMap { form.group($0)?.relevant }.filter { canAsk($0, in: nil) }
  }

  /// When units are asked for repeats of a group in a repeat of the group around it.
  ///
  /// - Returns: The innermost repeat group around the group, and the conditions that can be worked out for each of its
  ///   repeats; nothing where the group is asked for in each of them.
  func inwardRelevance(of group: Group.Name) -> (around: Group.Name, conditions: [Expression])? {
    guard let (form, chain, outermost) = chain(to: group), let around = form.repeatsAround(group).last else {
      return nil
    }
    let conditions = chain[(outermost + 1)...].compactMap { form.group($0)?.relevant }
    return conditions.isEmpty ? nil : (around, conditions.filter { canAsk($0, in: around) })
  }

  /// The groups around a group, outermost first, and the group; which of them is the outermost repeat group.
  private func chain(to group: Group.Name) -> (form: Questionnaire, groups: [Group.Name], outermost: Int)? {
    guard let form = forms.all.first(where: { $0.group(group) != nil }) else { return nil }
    let chain = form.groupsAround(group) + [group]
    return (form, chain, chain.firstIndex { form.group($0)?.isRepeat == true } ?? chain.count - 1)
  }

  /// Whether all that a condition names stands in columns of the responses, or in those of a group's repeats.
  private func canAsk(_ condition: Expression, in group: Group.Name?) -> Bool {
    condition.references.allSatisfy { name in
      guard let placed = forms.placed(Question.Name(name)), placed.question.hasColumn else { return false }
      return placed.repeats.isEmpty || group != nil && placed.repeats.last == group
    }
  }

  /// Whether a question is put in every repeat of its group: neither it nor a group around it, inside of the repeats,
  /// hangs on a condition.
  func isPutInEveryRepeat(_ name: Question.Name) -> Bool {
    guard let form = forms.all.first(where: { $0.placed(name) != nil }), let placed = form.placed(name) else {
      return false
    }
    let inside = placed.groups.reversed().prefix { form.group($0)?.isRepeat == false }
    return placed.question.relevant == nil && inside.allSatisfy { form.group($0)?.relevant == nil }
  }
}
