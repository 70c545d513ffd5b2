/// The way through a part of a form: where a person stops.
struct Stretch: Sendable {
  /// A stop, and whether something is asked there.
  struct Step: Sendable {
    let stop: Outline.Stop
    let isAsked: Bool

    /// The same in other repeats.
    func moved(to repeats: [Address.Repeat]) -> Step {
      switch stop {
      case .question(let address):
        Step(stop: .question(Address(address.question, in: repeats)), isAsked: isAsked)
      case .repeats(let path): Step(stop: .repeats(RepeatPath(path.group, in: repeats)), isAsked: isAsked)
      }
    }
  }

  /// Whether what stands around the part is asked.
  let around: Outline.Standing
  var steps: [Step] = []

  init(inside around: Outline.Standing) { self.around = around }
}

/// The way through a form: what is asked, what is walked through, where a person stops.
struct Way: Sendable {
  private(set) var asked: [Address] = []
  private(set) var walk: [Address] = []
  private(set) var stops: [Outline.Stop] = []

  init(along stretch: Stretch) {
    asked.reserveCapacity(stretch.steps.count)
    walk.reserveCapacity(stretch.steps.count)
    stops.reserveCapacity(stretch.steps.count)
    for step in stretch.steps {
      stops.append(step.stop)
      guard case .question(let address) = step.stop else { continue }
      walk.append(address)
      if step.isAsked { asked.append(address) }
    }
  }
}

/// Walks through a form from its first item to its last, and remembers the way through each group.
struct Walker {
  private let tree: FormTree
  /// The way through each group and each repeat.
  ///
  /// The one of a repeat has its number in its path.
  private(set) var known: Shelves<RepeatPath, Stretch>

  init(tree: FormTree, known: Shelves<RepeatPath, Stretch> = Shelves()) {
    self.tree = tree
    self.known = known
  }

  /// The way through the whole form.
  mutating func wayThroughForm() -> Way {
    var way = Stretch(inside: .asked)
    follow(tree.questionnaire.walkItems, in: [], along: &way)
    return Way(along: way)
  }

  private mutating func follow(
    _ items: [Questionnaire.WalkItem], in repeats: [Address.Repeat], along way: inout Stretch
  ) {
    for item in items {
      switch item {
      case .question(let name, let isAsked, let isConditional):
        let address = Address(name, in: repeats)
        guard tree.standing(of: address, isConditional: isConditional, inside: way.around) == .asked else {
          continue
        }
        way.steps.append(Stretch.Step(stop: .question(address), isAsked: isAsked))
      case .group(let name, let items):
        guard let standing = enter(name, in: repeats, inside: way.around) else { continue }
        way.steps +=
          stretch(RepeatPath(name, in: repeats), inside: standing) { walker, inner in
            walker.follow(items, in: repeats, along: &inner)
          }.steps
      case .repeats(let name, let areFree, let items):
        guard let standing = enter(name, in: repeats, inside: way.around) else { continue }
        let path = RepeatPath(name, in: repeats)
        way.steps +=
          stretch(path, inside: standing) { walker, inner in
            if areFree, standing == .asked {
              inner.steps.append(Stretch.Step(stop: .repeats(path), isAsked: false))
            }
            for number in 0..<walker.tree.count(of: path) {
              let step = path.step(number + 1)
              inner.steps += walker.stretch(through: step, of: name, items, inside: standing).steps
            }
          }.steps
      }
    }
  }

  /// The way through a repeat, the last of these; through one that is blank it is that through the others, elsewhere.
  private mutating func stretch(
    through repeats: [Address.Repeat], of group: Group.Name, _ items: [Questionnaire.WalkItem],
    inside around: Outline.Standing
  ) -> Stretch {
    stretch(RepeatPath(group, in: repeats), inside: around) { walker, inner in
      guard let alike = walker.tree.state.repeatWalkedAlike(repeats) else {
        return walker.follow(items, in: repeats, along: &inner)
      }
      let original = walker.stretch(RepeatPath(group, in: alike), inside: around) { walker, inner in
        walker.follow(items, in: alike, along: &inner)
      }
      inner.steps = original.steps.map { $0.moved(to: repeats) }
    }
  }

  /// The way through a group as it is remembered, or as it is found now.
  private mutating func stretch(
    _ path: RepeatPath, inside around: Outline.Standing, _ find: (inout Walker, inout Stretch) -> Void
  ) -> Stretch {
    if let known = known[path], known.around == around { return known }
    var stretch = Stretch(inside: around)
    find(&self, &stretch)
    known[path] = stretch
    return stretch
  }

  /// The standing of a group, where it has to be entered: what hangs on an unknown answer is not asked, but for
  /// what a transcriber has an answer to.
  private func enter(
    _ group: Group.Name, in repeats: [Address.Repeat], inside around: Outline.Standing
  ) -> Outline.Standing? {
    let standing = around.and(tree.standing(ofGroup: group, in: repeats))
    return standing == .notAsked ? nil : standing
  }
}

extension Walker {
  /// Forgets the ways on which something may be different.
  ///
  /// - Parameter changes: What is different.
  /// - Returns: Whether there are any.
  mutating func forget(what changes: Set<Fact>) -> Bool {
    var isDifferent = false
    // Repeat groups in which something is different in each repeat.
    var whole: Set<RepeatPath> = []
    for change in changes {
      switch change {
      case .standing(let address):
        forget(tree.questionnaire.groups(around: address.question), address.repeats, &whole)
      // What a transcriber has an answer to was asked, whatever is known of its conditions.
      case .entry(let address):
        if tree.mode == .respondent { continue }
        forget(tree.questionnaire.groups(around: address.question), address.repeats, &whole)
      case .groupStanding(let path):
        forget(tree.questionnaire.groupsAround(path.group), path.repeats, &whole)
      case .count(let path), .repeats(let path):
        forget(tree.questionnaire.groupsAround(path.group), path.repeats, &whole)
        known[path] = nil
      case .presence, .value, .knowledge, .breach, .requirement, .offer: continue
      }
      isDifferent = true
    }
    if !whole.isEmpty {
      known.removeAll { path in
        path.repeats.indices.contains { depth in
          whole.contains(RepeatPath(path.repeats[depth].group, in: Array(path.repeats[..<depth])))
        }
      }
    }
    return isDifferent
  }

  /// Forgets the ways through some groups, one in the other.
  ///
  /// - Parameters:
  ///   - groups: The groups, outermost first.
  ///   - repeats: The repeats in which they stand, as far as these count.
  ///   - whole: Receives the repeat group whose every repeat is to be forgotten, with all that stands in it.
  private mutating func forget(
    _ groups: [Group.Name], _ repeats: [Address.Repeat], _ whole: inout Set<RepeatPath>
  ) {
    // What is different in the repeat of the number 0 is so in each for which that one stands.
    let repeats = repeats.last?.number == 0 ? repeats.dropLast() : repeats
    var depth = 0
    for name in groups {
      known[RepeatPath(name, in: Array(repeats[..<depth]))] = nil
      guard tree.questionnaire.group(name)?.isRepeat == true else { continue }
      if depth == repeats.count {
        whole.insert(RepeatPath(name, in: repeats))
        return
      }
      depth += 1
      known[RepeatPath(name, in: Array(repeats[..<depth]))] = nil
    }
  }
}
