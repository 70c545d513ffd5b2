/// The way through a part of a form: what is asked there, what is walked through, where a person stops.
struct Stretch: Sendable {
  /// Whether what stands around the part is asked.
  let around: Outline.Standing
  var asked: [Address] = []
  var walk: [Address] = []
  var stops: [Outline.Stop] = []

  init(inside around: Outline.Standing) { self.around = around }

  mutating func append(_ other: Stretch) {
    asked += other.asked
    walk += other.walk
    stops += other.stops
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
  mutating func wayThroughForm() -> Stretch {
    var way = Stretch(inside: .asked)
    follow(tree.questionnaire.walkItems, in: [], along: &way)
    return way
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
        way.walk.append(address)
        way.stops.append(.question(address))
        if isAsked { way.asked.append(address) }
      case .group(let name, let items):
        guard let standing = enter(name, in: repeats, inside: way.around) else { continue }
        way.append(
          stretch(RepeatPath(name, in: repeats), inside: standing) { walker, inner in
            walker.follow(items, in: repeats, along: &inner)
          })
      case .repeats(let name, let areFree, let items):
        guard let standing = enter(name, in: repeats, inside: way.around) else { continue }
        let path = RepeatPath(name, in: repeats)
        way.append(
          stretch(path, inside: standing) { walker, inner in
            if areFree, standing == .asked { inner.stops.append(.repeats(path)) }
            for number in 0..<walker.tree.count(of: path) {
              let step = path.step(number + 1)
              inner.append(
                walker.stretch(RepeatPath(name, in: step), inside: standing) { walker, inner in
                  walker.follow(items, in: step, along: &inner)
                })
            }
          })
      }
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
