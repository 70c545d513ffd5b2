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
    guard let form = forms.all.first(where: { $0.group(group) != nil }) else { return [] }
    let chain = form.groupsAround(group) + [group]
    let outermost = chain.firstIndex { form.group($0)?.isRepeat == true } ?? chain.count - 1
    return chain[...outermost].compactMap { form.group($0)?.relevant }.filter { expression in
      expression.references.allSatisfy { name in
        let placed = forms.placed(Question.Name(name))
        return placed?.repeats.isEmpty == true && placed?.question.hasColumn == true
      }
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
