internal import Expressions

/// Walks through a form and collects what could not be evaluated in it, so far as something hangs on it now.
///
/// What is evaluated only when somebody asks (rules, requirements, filters, texts) is evaluated for this; the rest is
/// known.
struct FaultFinder {
  private let session: FormSession
  /// What was found, in the order of the form.
  private(set) var faults: [(address: Address, fault: FormFault)] = []
  /// Conditions and calculations that are the same in several repeats: they are told once.
  private var told: Set<Fact> = []

  private let tree: FormTree
  private var questionnaire: Questionnaire { tree.questionnaire }

  /// Looks through a form as it stands.
  init(of session: FormSession) {
    self.session = session
    tree = session.outline.tree
    follow(questionnaire.items, in: [])
  }

  private mutating func follow(_ items: [Item], in repeats: [Address.Repeat]) {
    for item in items {
      switch item {
      case .question(let question): look(at: question, Address(question.name, in: repeats))
      case .group(let group): enter(group, in: repeats)
      }
    }
  }

  private mutating func enter(_ group: Group, in repeats: [Address.Repeat]) {
    if group.relevant != nil {
      let own = questionnaire.expressionDepths.repeats(of: group.name, in: repeats)
      tell(.relevant, of: group, in: repeats, .groupStanding(RepeatPath(group.name, in: own)))
    }
    if tree.standing(ofGroup: group.name, in: repeats) == .notAsked { return }
    guard group.isRepeat else { return follow(group.items, in: repeats) }
    let path = RepeatPath(group.name, in: repeats)
    if case .counted = group.repetition { tell(.repeatCount, of: group, in: repeats, .count(path)) }
    for number in 0..<tree.count(of: path) { follow(group.items, in: path.step(number + 1)) }
  }

  private mutating func look(at question: Question, _ address: Address) {
    guard let place = questionnaire.ordinal(of: question.name) else { return }
    let depths = questionnaire.expressionDepths
    if question.relevant != nil {
      tell(.relevant, at: address, .standing(depths.ofCondition(of: address, at: place)))
    }
    guard tree.standing(of: address) == .asked else { return }
    if let calculation = question.calculation, tree.isKnown(calculation, at: .question(address)) {
      tell(.calculation, at: address, .value(depths.ofCalculation(of: address, at: place)))
    }
    if question.isAsked { lookAtAnswer(to: question, address) }
    if question.isAsked || question.isShown { lookAtTexts(of: question, address) }
    if let fault = session.notSet[address] { faults.append((address, fault)) }
  }

  private mutating func lookAtAnswer(to question: Question, _ address: Address) {
    let entry = session.entries[address]
    if question.constraint != nil, entry?.answer != nil { tell(.constraint, at: address, .breach(address)) }
    if case .when = question.requirement, entry?.answer == nil {
      tell(.required, at: address, .requirement(address))
    }
    if let condition = question.readOnlyWhen {
      tell(.readOnly, at: address) { _ = $0.isTrue(condition, at: .question(address)) }
    }
    if let source = question.list?.question {
      tell(.choiceFilter, at: address) {
        _ = $0.choices(fromAnswersTo: source, filter: question.choiceFilter, at: address)
      }
    } else if question.choiceFilter != nil {
      tell(.choiceFilter, at: address, .offer(address))
    }
    if let seed = question.shuffle?.seed {
      tell(.parameters, at: address) { _ = $0.number(of: seed, at: .question(address)) }
    }
  }

  private mutating func lookAtTexts(of question: Question, _ address: Address) {
    let wording = question.wording
    let texts: [(FormFault.Column, LocalizedText)] = [
      (.label, wording.label), (.hint, wording.hint), (.guidance, wording.guidance),
    ]
    for (column, text) in texts {
      let names = text.references
      if names.isEmpty { continue }
      tell(column, at: address) { tree in
        for name in names { _ = tree.text(referredToAs: name, in: address.repeats) }
      }
    }
  }

  // MARK: - What was found

  private mutating func tell(_ column: FormFault.Column, at address: Address, _ fact: Fact) {
    guard let error = tree.state.failure(of: fact), told.insert(fact).inserted else { return }
    faults.append((address, FormFault(row: address.question.text, column: column, error: error)))
  }

  /// Tells of what nobody remembers, by looking at it.
  private mutating func tell(_ column: FormFault.Column, at address: Address, _ look: (FormTree) -> Void) {
    guard let error = tree.failure(of: look) else { return }
    faults.append((address, FormFault(row: address.question.text, column: column, error: error)))
  }

  /// Tells of a group at its first question, which stands for it.
  private mutating func tell(
    _ column: FormFault.Column, of group: Group, in repeats: [Address.Repeat], _ fact: Fact
  ) {
    guard let error = tree.state.failure(of: fact), told.insert(fact).inserted else { return }
    guard let address = firstAddress(in: group, repeats) else { return }
    faults.append((address, FormFault(row: group.name.text, column: column, error: error)))
  }

  /// The first question of a group, in its first repeats, whether they are there or not.
  private func firstAddress(in group: Group, _ repeats: [Address.Repeat]) -> Address? {
    let repeats = group.isRepeat ? RepeatPath(group.name, in: repeats).step(1) : repeats
    for item in group.items {
      switch item {
      case .question(let question) where question.isAsked: return Address(question.name, in: repeats)
      case .question: continue
      case .group(let inner): if let address = firstAddress(in: inner, repeats) { return address }
      }
    }
    return nil
  }
}

extension FormTree {
  /// What goes wrong while something is looked at that nobody remembers.
  fileprivate func failure(of look: (FormTree) -> Void) -> EvaluationError? {
    // It stands for no fact that anybody looks up.
    let lookup = Lookup(of: .presence([]), for: nil)
    look(FormTree(state: state, lookup: lookup))
    return lookup.failure
  }
}

extension LocalizedText {
  /// The names that its wordings refer to, `${name}`, in the order of the languages.
  fileprivate var references: [String] {
    var names: [String] = []
    for language in languages.sorted(by: { $0.heading < $1.heading }) {
      _ = self[language]?.replacingReferences { name in
        if !names.contains(name) { names.append(name) }
        return ""
      }
    }
    return names
  }
}
