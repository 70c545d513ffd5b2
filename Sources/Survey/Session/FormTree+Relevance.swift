internal import Expressions

extension FormTree {
  /// Whether a question is asked, or would be if it were one that is asked of people.
  func standing(of address: Address) -> Outline.Standing {
    // Looked up piece by piece: a copy of all that is known of a question costs more than its standing.
    guard let place = questionnaire.ordinal(of: address.question), exists(address.repeats) else {
      return .notAsked
    }
    return standing(of: address, at: place)
  }

  /// The same, where it is known that the repeats around the question are there.
  ///
  /// - Parameters:
  ///   - address: The question in its repeats.
  ///   - place: The place of the question in the form.
  /// - Returns: Whether it is asked, or would be.
  func standing(of address: Address, at place: Int) -> Outline.Standing {
    var standing = Outline.Standing.asked
    for group in questionnaire.placed[place].groups {
      standing = standing.and(self.standing(ofGroup: group, in: address.repeats))
    }
    let isConditional = questionnaire.placed[place].question.relevant != nil
    return self.standing(of: address, isConditional: isConditional, inside: standing)
  }

  /// The same, where the standing of the groups around the question is known.
  func standing(
    of address: Address, isConditional: Bool, inside around: Outline.Standing
  ) -> Outline.Standing {
    var standing = around
    if isConditional, around != .notAsked {
      standing = around.and(ownStanding(of: address))
    }
    // An answer that a transcriber has shows that the question was asked.
    return standing == .undetermined && isGiven(address) ? .asked : standing
  }

  private func ownStanding(of address: Address) -> Outline.Standing {
    guard !address.repeats.isEmpty, let place = questionnaire.ordinal(of: address.question) else {
      return recall(.standing(address)).standing
    }
    return recall(.standing(questionnaire.expressionDepths.ofCondition(of: address, at: place))).standing
  }

  /// Whether a group itself is relevant, whatever stands around it.
  func standing(ofGroup name: Group.Name, in repeats: [Address.Repeat]) -> Outline.Standing {
    guard let place = questionnaire.ordinal(of: name), questionnaire.groups[place].relevant != nil else {
      return .asked
    }
    let repeats = questionnaire.expressionDepths.repeats(of: name, in: repeats)
    return recall(.groupStanding(RepeatPath(name, in: repeats))).standing
  }

  /// Whether a question is in the tree: it, its repeats and every group around it.
  func isRelevant(_ address: Address) -> Bool { standing(of: address) == .asked }

  /// Whether a group is in the tree, with every group around it.
  func standing(of path: RepeatPath) -> Outline.Standing {
    (questionnaire.groupsAround(path.group) + [path.group]).reduce(.asked) {
      $0.and(standing(ofGroup: $1, in: path.repeats))
    }
  }

  /// Whether a group is in the tree, so far as that is known.
  func isRelevant(_ path: RepeatPath) -> Bool { standing(of: path) != .notAsked }

  /// What hides a question: the outermost expression that does not hold, or that counts too few repeats.
  func hiding(_ address: Address) -> (expression: Expression, place: FormNode.Place)? {
    guard let placed = questionnaire.placed(address.question) else { return nil }
    for name in placed.groups {
      let depth = questionnaire.repeatsAround(name).count
      let path = RepeatPath(name, in: Array(address.repeats.prefix(depth)))
      guard let group = questionnaire.group(name) else { continue }
      if let relevant = group.relevant, standing(ofGroup: name, in: path.repeats) != .asked {
        return (relevant, .group(path))
      }
      if case .counted(let expression) = group.repetition, depth < address.repeats.count,
        address.repeats[depth].number > count(of: path)
      {
        return (expression, .group(path))
      }
    }
    guard let relevant = placed.question.relevant, standing(of: address) != .asked else { return nil }
    return (relevant, .question(address))
  }

  private func isGiven(_ address: Address) -> Bool {
    switch entry(at: address) {
    case .answered, .notApplicable, .blank: true
    case .unknown, nil: false
    }
  }

  // MARK: - What is not known

  func truth(of expression: Expression, at place: FormNode.Place) -> Outline.Standing {
    switch holds(expression, at: place) {
    case true?: .asked
    case false?: .notAsked
    case nil: .undetermined
    }
  }

  /// Whether an expression holds; nothing where that hangs on an answer that a transcriber does not know.
  ///
  /// What cannot be evaluated hides nothing and breaks nothing.
  func holds(_ expression: Expression, at place: FormNode.Place) -> Bool? {
    if mode == .respondent { return isTrue(expression, at: place) }
    let node = FormNode(tree: self, place: place)
    let truth = attempt(
      try expression.truth(in: context(at: place)) { self.isKnown($0, lookedAtFrom: node) })
    return truth ?? true
  }

  /// Whether the value that an expression has is more than a guess: a transcriber may not know what it is
  /// worked out from.
  func isKnown(_ expression: Expression, at place: FormNode.Place) -> Bool {
    let node = FormNode(tree: self, place: place)
    return mode == .respondent || expression.references.allSatisfy { isKnown($0, lookedAtFrom: node) }
  }

  private func isKnown(_ name: String, lookedAtFrom node: FormNode) -> Bool {
    guard let placed = questionnaire.placed(Question.Name(name)) else {
      let group = Group.Name(name)
      guard questionnaire.group(group)?.isRepeat == true else { return true }
      return repeats(of: questionnaire.repeatsAround(group) + [group], lookedAtFrom: node.repeats).areKnown
    }
    let found = repeats(of: placed.repeats, lookedAtFrom: node.repeats)
    return found.areKnown
      && found.repeats.allSatisfy { recall(.knowledge(Address(placed.question.name, in: $0))).isTrue }
  }

  /// Whether the value at an address is known.
  func findsKnown(_ address: Address) -> Bool {
    guard let question = questionnaire.question(address.question) else { return true }
    switch standing(of: address) {
    case .notAsked: return true
    case .undetermined: return false
    case .asked: break
    }
    if let calculation = question.calculation { return isKnown(calculation, at: .question(address)) }
    return !question.isAsked || (entry(at: address) ?? .unknown) != .unknown
  }
}

extension Outline.Standing {
  /// What follows from two conditions that must both hold.
  func and(_ other: Self) -> Self {
    if self == .notAsked || other == .notAsked { return .notAsked }
    return self == .asked ? other : self
  }
}
