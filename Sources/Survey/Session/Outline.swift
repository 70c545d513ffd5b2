internal import Calendar
internal import Expressions

/// What follows from the entries of a form: which questions are asked, and in which order.
public struct Outline: Sendable {
  /// Whether a question is asked.
  public enum Standing: Sendable, Hashable {
    case asked
    /// Another answer makes it needless.
    case notAsked
    /// It hangs on an answer that nobody knows any more, so nobody knows whether it was asked.
    case undetermined
  }

  /// The questions that are asked, in the order of the form; no notes.
  public let asked: [Address]
  /// What a person walks through: the questions that are asked, and the notes between them.
  public let walk: [Address]
  /// Where a person stops on the way: the same, and the list of each repeat group that they add to.
  public let stops: [Stop]
  let tree: FormTree

  /// Where a person stops on the way through a form.
  public enum Stop: Sendable, Hashable {
    /// A question or a note.
    case question(Address)
    /// The list of the repeats of a group, to which people add and from which they take out; its repeats follow.
    case repeats(RepeatPath)

    /// The repeats in which it stands, outermost first.
    public var repeats: [Address.Repeat] {
      switch self {
      case .question(let address): address.repeats
      case .repeats(let path): path.repeats
      }
    }
  }

  init(
    of questionnaire: Questionnaire, entries: [Address: Entry], repeatCounts: [RepeatPath: Int],
    startedAt: Instant, mode: FormSession.Mode
  ) {
    let tree = FormTree(
      questionnaire: questionnaire, entries: entries, repeatCounts: repeatCounts, startedAt: startedAt,
      mode: mode)
    var way = Way(tree: tree)
    way.follow(questionnaire.walkItems, in: [], inside: .asked)
    self.walk = way.walk
    self.asked = way.asked
    self.stops = way.stops
    self.tree = tree
  }

  /// The way through a form, from its first item to its last.
  private struct Way {
    let tree: FormTree
    var walk: [Address] = []
    var asked: [Address] = []
    var stops: [Stop] = []

    init(tree: FormTree) { self.tree = tree }

    mutating func follow(
      _ items: [Questionnaire.WalkItem], in repeats: [Address.Repeat], inside around: Standing
    ) {
      for item in items {
        switch item {
        case .question(let name, let isAsked, let relevant):
          let address = Address(name, in: repeats)
          guard tree.standing(of: address, relevant: relevant, inside: around) == .asked else { continue }
          walk.append(address)
          stops.append(.question(address))
          if isAsked { asked.append(address) }
        case .group(let name, let items):
          guard let standing = enter(name, in: repeats, inside: around) else { continue }
          follow(items, in: repeats, inside: standing)
        case .repeats(let name, let areFree, let items):
          guard let standing = enter(name, in: repeats, inside: around) else { continue }
          let path = RepeatPath(name, in: repeats)
          if areFree, standing == .asked { stops.append(.repeats(path)) }
          for number in 0..<tree.count(of: path) {
            follow(items, in: path.step(number + 1), inside: standing)
          }
        }
      }
    }

    /// The standing of a group, where it has to be entered: what hangs on an unknown answer is not asked, but for
    /// what a transcriber has an answer to.
    private func enter(
      _ group: Group.Name, in repeats: [Address.Repeat], inside around: Standing
    ) -> Standing? {
      let standing = around.and(tree.standing(ofGroup: group, in: repeats))
      return standing == .notAsked ? nil : standing
    }
  }
}

extension Outline {
  /// Whether a question is asked of people as things stand.
  public func isAsked(_ address: Address) -> Bool {
    guard let place = tree.questionnaire.ordinal(of: address.question) else { return false }
    return tree.questionnaire.placed[place].question.isAsked && tree.standing(of: address) == .asked
  }

  /// Whether a question (or a value that the form works out) has its place in the response.
  public func standing(of address: Address) -> Standing { tree.standing(of: address) }

  /// The questions whose answers hide a question, as a person can go and change them.
  ///
  /// A value that the form works out stands for the answers that it is worked out from, and a hidden question
  /// for those that hide it.
  public func reasons(for address: Address) -> [Question.Name] {
    var reasons: [Question.Name] = []
    var seen: Set<Question.Name> = []
    if let hiding = tree.hiding(address) {
      trace(hiding.expression, from: hiding.place, into: &reasons, &seen)
    }
    return reasons
  }

  func trace(
    _ expression: Expression, from place: FormNode.Place, into reasons: inout [Question.Name],
    _ seen: inout Set<Question.Name>
  ) {
    let node = FormNode(tree: tree, place: place)
    for name in expression.references.map({ Question.Name($0) }) where seen.insert(name).inserted {
      guard let placed = tree.questionnaire.placed(name) else { continue }
      let other = Address(
        name, in: tree.repeats(of: placed.repeats, lookedAtFrom: node.repeats).repeats.first ?? [])
      if let hiding = tree.hiding(other) {
        trace(hiding.expression, from: hiding.place, into: &reasons, &seen)
      } else if let calculation = placed.question.calculation {
        trace(calculation, from: .question(other), into: &reasons, &seen)
      } else if placed.question.isAsked {
        reasons.append(name)
      }
    }
  }

  /// How often a repeat group is repeated.
  public func count(of path: RepeatPath) -> Int { tree.isRelevant(path) ? tree.count(of: path) : 0 }

  /// The value that the form works out for a question; nothing for one that people answer.
  public func workedOut(_ address: Address) -> String? {
    guard tree.questionnaire.question(address.question)?.calculation != nil else { return nil }
    return tree.workedOut(address)?.cell ?? ""
  }

  /// The same as an answer of the question's own kind.
  func workedOutAnswer(_ address: Address) -> Answer? { tree.workedOut(address) }

  /// Whether all that a value is worked out from is known; a transcriber may lack some of it.
  func isKnown(_ expression: Expression, at address: Address) -> Bool {
    tree.isKnown(expression, at: .question(address))
  }

  /// Whether an expression holds; `failing` where it cannot be evaluated.
  func isTrue(_ expression: Expression, at address: Address, failing: Bool) -> Bool {
    tree.isTrue(expression, at: .question(address), failing: failing)
  }

  /// Whether a rule is broken, as far as is known.
  func breaks(_ rule: Expression, at address: Address) -> Bool {
    tree.holds(rule, at: .question(address)) == false
  }

  func value(of expression: Expression, at address: Address) -> Value? {
    tree.value(of: expression, at: .question(address))
  }

  /// Every address that a question has now, in the order of the form, whether it is asked or not.
  func addresses(of placed: Questionnaire.Placed) -> [Address] {
    tree.repeats(of: placed.repeats, lookedAtFrom: []).repeats.map { Address(placed.question.name, in: $0) }
  }

  /// Whether the repeats of an address are there.
  func hasRepeats(of address: Address) -> Bool { tree.exists(address.repeats) }

  /// The places of the choices that a filter lets through.
  func offered(_ filter: Expression, from list: ChoiceList, at address: Address) -> [Int] {
    if !isKnown(filter, at: address) { return Array(list.choices.indices) }
    let items = tree.items(of: list)
    return items.indices.filter { index in
      let context = tree.context(at: .question(address), item: items[index])
      return (try? filter.isTrue(in: context)) ?? true
    }
  }
}
