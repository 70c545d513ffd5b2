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
  public var asked: [Address] { way.asked }
  /// What a person walks through: the questions that are asked, and the notes between them.
  public var walk: [Address] { way.walk }
  /// Where a person stops on the way: the same, and the list of each repeat group that they add to.
  public var stops: [Stop] { way.stops }
  private let way: Way
  /// The way through each group, from which the way through the form was made.
  private let stretches: Shelves<RepeatPath, Stretch>
  private let state: FormState

  /// What is looked at outside of all that is remembered.
  var tree: FormTree { state.tree }

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

  /// What follows from the entries of a form of which nothing is known yet.
  init(
    of questionnaire: Questionnaire, entries: [Address: Entry], repeatCounts: [RepeatPath: Int],
    frame: FormFrame, sharingBlankRepeats: Bool = true
  ) {
    state = FormState(
      of: questionnaire, entries: entries, repeatCounts: repeatCounts, frame: frame,
      sharingBlankRepeats: sharingBlankRepeats)
    var walker = Walker(tree: state.tree)
    way = walker.wayThroughForm()
    stretches = walker.known
  }

  /// What follows after a change: only what hangs on it is worked out anew, and only the groups in which something
  /// else is asked are walked through anew.
  ///
  /// - Parameters:
  ///   - earlier: What followed before.
  ///   - entries: What is entered now.
  ///   - repeatCounts: How often groups are repeated by hand now.
  ///   - changes: What of both is different; all of it.
  init(
    after earlier: Outline, entries: [Address: Entry], repeatCounts: [RepeatPath: Int], changes: Set<Fact>
  ) {
    state = FormState(
      after: earlier.state, entries: entries, repeatCounts: repeatCounts, changes: changes)
    var walker = Walker(tree: state.tree, known: earlier.stretches)
    if walker.forget(what: state.changes) {
      way = walker.wayThroughForm()
      stretches = walker.known
    } else {
      way = earlier.way
      stretches = earlier.stretches
    }
  }

  /// What is different from the outline before: what was entered, and what followed from it.
  var changes: Set<Fact> { state.changes }

  /// What was entered here.
  var entries: [Address: Entry] { state.entries }
  /// How often groups are repeated by hand here.
  var repeatCounts: [RepeatPath: Int] { state.repeatCounts }

  /// How many expressions were evaluated since the outline before, or since the form was opened.
  package var evaluations: Int { state.evaluations }
}

extension Outline {
  /// Whether a question is asked of people as things stand.
  public func isAsked(_ address: Address) -> Bool {
    guard let place = state.questionnaire.ordinal(of: address.question) else { return false }
    return state.questionnaire.placed[place].question.isAsked && tree.standing(of: address) == .asked
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

  /// Whether there is anybody to be asked for repeats of a group.
  public func standing(of path: RepeatPath) -> Standing { tree.standing(of: path) }

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

  /// Whether the answer to a question breaks its rule, as far as is known.
  func isBroken(at address: Address) -> Bool { tree.recall(.breach(address)).isTrue }

  /// Whether a question must be answered.
  func isRequired(_ address: Address) -> Bool { tree.recall(.requirement(address)).isTrue }

  /// What an expression gives at a question, or why it cannot be evaluated there.
  func result(of expression: Expression, at address: Address) -> Result<Value, EvaluationError> {
    Result { () throws(EvaluationError) in
      try expression.value(in: tree.context(at: .question(address))).single()
    }
  }

  /// Every address that a question has now, in the order of the form, whether it is asked or not.
  ///
  /// - Parameters:
  ///   - placed: The question.
  ///   - own: The repeats to keep to, where the question stands in them too.
  /// - Returns: One for each way to repeat the groups around it.
  func addresses(of placed: Questionnaire.Placed, lookedAtFrom own: [Address.Repeat] = []) -> [Address] {
    tree.repeats(of: placed.repeats, lookedAtFrom: own).repeats.map { Address(placed.question.name, in: $0) }
  }

  /// Whether the repeats of an address are there.
  func hasRepeats(of address: Address) -> Bool { tree.exists(address.repeats) }

  /// The places of the choices that the filter of a question lets through.
  func offered(at address: Address) -> [Int] { tree.recall(.offer(address)).places }
}
