internal import Expressions

/// What comes out the same in each blank repeat of a group: in each in which nothing was entered.
///
/// A group that is repeated sixty times at a stroke has sixty blank repeats, and a condition that looks at nothing but
/// the questions of its repeat, and at what stands outside, gives the same in all of them. It is worked out once, in
/// the repeat of the number 0, which is nobody's and stands for all that are blank (`FormState`).
struct BlankRepeats: Sendable {
  private var conditions: [Bool]
  private var calculations: [Bool]
  private var groups: Set<Group.Name> = []
  /// The repeat groups in whose blank repeats the same is asked.
  private var walks: Set<Group.Name> = []

  /// Looks at the conditions and calculations of a form.
  ///
  /// - Parameters:
  ///   - placed: The questions, in the order of the form.
  ///   - groups: The groups, in the order of the form.
  ///   - depths: In how many repeats each of their expressions is worked out.
  ///   - order: The places of the questions, and behind them of the groups, each after those that it leans on.
  ///   - repeatsAround: The repeat groups around each of the groups, outermost first.
  init(
    of placed: [Questionnaire.Placed], _ groups: [Group], depths: ExpressionDepths, order: [Int],
    repeatsAround: @escaping (Group.Name) -> [Group.Name]
  ) {
    conditions = Array(repeating: false, count: placed.count)
    calculations = conditions
    if !groups.contains(where: \.isRepeat) { return }
    let reader = Reader(placed, groups, depths, repeatsAround)
    for place in order {
      if place >= placed.count {
        let group = groups[place - placed.count]
        if reader.isAlike(group.relevant, in: repeatsAround(group.name), depths.depth(of: group.name), self) {
          self.groups.insert(group.name)
        }
        continue
      }
      let (question, own) = (placed[place].question, placed[place].repeats)
      conditions[place] = reader.isAlike(question.relevant, in: own, depths.depthOfCondition(at: place), self)
      calculations[place] = reader.isAlike(
        question.calculation, in: own, depths.depthOfCalculation(at: place), self)
    }
    walks = Set(groups.filter(\.isRepeat).map(\.name))
    for placed in placed.enumerated() where !reader.isAskedAlike(at: placed.offset, self) {
      walks.subtract(placed.element.repeats)
    }
    // How often a repeat group in another is repeated counts for each repeat of that one.
    for group in groups where group.isRepeat { walks.subtract(repeatsAround(group.name)) }
  }

  /// The fact of which this one is a copy in each blank repeat; nothing where it is not the same in all of them.
  func original(of fact: Fact, in questionnaire: Questionnaire) -> Fact? {
    guard let innermost = fact.place.last, innermost.number != 0 else { return nil }
    let isAlike =
      switch fact {
      case .standing(let address):
        questionnaire.ordinal(of: address.question).map { conditions[$0] } ?? false
      case .value(let address):
        questionnaire.ordinal(of: address.question).map { calculations[$0] } ?? false
      case .groupStanding(let path): groups.contains(path.group)
      default: false
      }
    return isAlike ? fact.inRepeat(0) : nil
  }

  /// Whether the same is asked in all blank repeats of a group.
  func areWalkedAlike(_ group: Group.Name) -> Bool { walks.contains(group) }
}

extension BlankRepeats {
  /// Reads off expressions whether they look at anything else than the questions of their own repeat, and at what
  /// stands outside.
  private struct Reader {
    let placed: [Questionnaire.Placed]
    let groups: [Group.Name: Group]
    let depths: ExpressionDepths
    let repeatsAround: (Group.Name) -> [Group.Name]
    let places: [String: Int]

    init(
      _ placed: [Questionnaire.Placed], _ groups: [Group], _ depths: ExpressionDepths,
      _ repeatsAround: @escaping (Group.Name) -> [Group.Name]
    ) {
      self.placed = placed
      self.groups = Dictionary(groups.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
      self.depths = depths
      self.repeatsAround = repeatsAround
      places = Dictionary(
        placed.enumerated().map { ($1.question.name.text, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether an expression that is worked out in the first of some repeats gives the same wherever they are blank.
    func isAlike(
      _ expression: Expression?, in repeats: [Group.Name], _ depth: Int, _ known: BlankRepeats
    ) -> Bool {
      guard depth > 0, let names = expression?.namesAlone else { return false }
      let own = repeats.prefix(depth)
      return names.allSatisfy { name in
        guard let place = places[name] else {
          let group = Group.Name(name)
          return groups[group] != nil && !repeatsAround(group).starts(with: own)
        }
        let chain = placed[place].repeats
        // What stands in other repeats is looked up there, whichever the own one is.
        if !chain.starts(with: own) { return true }
        return chain.count == depth && isAskedAlike(at: place, known) && isWorkedOutAlike(at: place, known)
      }
    }

    /// Whether a question is asked in all blank repeats of the group around it, or in none, as far as that group itself
    /// is asked.
    func isAskedAlike(at place: Int, _ known: BlankRepeats) -> Bool {
      let depth = placed[place].repeats.count
      guard
        placed[place].question.relevant == nil || depths.depthOfCondition(at: place) < depth
          || known.conditions[place]
      else { return false }
      return placed[place].groups.allSatisfy { name in
        groups[name]?.relevant == nil || depths.depth(of: name) < depth || known.groups.contains(name)
      }
    }

    private func isWorkedOutAlike(at place: Int, _ known: BlankRepeats) -> Bool {
      placed[place].question.calculation == nil
        || depths.depthOfCalculation(at: place) < placed[place].repeats.count || known.calculations[place]
    }
  }
}

extension Fact {
  /// The same in another repeat of the innermost group around it; nothing where it stands in none.
  func inRepeat(_ number: Int) -> Fact? {
    guard let innermost = place.last else { return nil }
    let repeats = Array(place.dropLast()) + [Address.Repeat(group: innermost.group, number: number)]
    func moved(_ address: Address) -> Address { Address(address.question, in: repeats) }
    func moved(_ path: RepeatPath) -> RepeatPath { RepeatPath(path.group, in: repeats) }
    return switch self {
    case .entry(let address): .entry(moved(address))
    case .repeats(let path): .repeats(moved(path))
    case .groupStanding(let path): .groupStanding(moved(path))
    case .count(let path): .count(moved(path))
    case .presence: .presence(repeats)
    case .standing(let address): .standing(moved(address))
    case .value(let address): .value(moved(address))
    case .knowledge(let address): .knowledge(moved(address))
    case .breach(let address): .breach(moved(address))
    case .requirement(let address): .requirement(moved(address))
    case .offer(let address): .offer(moved(address))
    }
  }
}
