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

  /// The names that the texts of questions, with those of their choices, and of groups refer to.
  private var ofQuestions: [Question.Name: [TextReferences]] = [:]
  private var ofGroups: [Group.Name: [TextReferences]] = [:]

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
    guard group.isRepeat else {
      lookAtTexts(of: group, in: repeats)
      return follow(group.items, in: repeats)
    }
    let path = RepeatPath(group.name, in: repeats)
    if case .counted = group.repetition { tell(.repeatCount, of: group, in: repeats, .count(path)) }
    for number in 0..<tree.count(of: path) {
      lookAtTexts(of: group, in: path.step(number + 1))
      follow(group.items, in: path.step(number + 1))
    }
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
    if question.isAsked || question.isShown {
      tell(references(of: question), at: address)
    }
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

  // MARK: - Texts

  private mutating func lookAtTexts(of group: Group, in repeats: [Address.Repeat]) {
    let found = ofGroups[group.name] ?? group.wording.references(of: group.name.text)
    ofGroups[group.name] = found
    guard !found.isEmpty, let address = firstAddress(in: group.items, repeats) else { return }
    tell(found, at: address)
  }

  /// The texts of a question and of its choices, so far as they refer to answers.
  private mutating func references(of question: Question) -> [TextReferences] {
    if let found = ofQuestions[question.name] { return found }
    var found = question.wording.references(of: question.name.text)
    for choice in questionnaire.choices(of: question)?.distinct ?? [] {
      let names = choice.label.references
      if !names.isEmpty { found.append(TextReferences(row: choice.name.text, column: .label, names: names)) }
    }
    ofQuestions[question.name] = found
    return found
  }

  private mutating func tell(_ texts: [TextReferences], at address: Address) {
    for text in texts {
      let error = tree.failure { tree in
        for name in text.names { _ = tree.text(referredToAs: name, in: address.repeats) }
      }
      guard let error else { continue }
      faults.append((address, FormFault(row: text.row, column: text.column, error: error)))
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
    let inside = group.isRepeat ? RepeatPath(group.name, in: repeats).step(1) : repeats
    guard let address = firstAddress(in: group.items, inside) else { return }
    faults.append((address, FormFault(row: group.name.text, column: column, error: error)))
  }

  /// The first question among items, in the first repeats of inner groups, whether they are there or not.
  private func firstAddress(in items: [Item], _ repeats: [Address.Repeat]) -> Address? {
    for item in items {
      switch item {
      case .question(let question) where question.isAsked: return Address(question.name, in: repeats)
      case .question: continue
      case .group(let inner):
        let inside = inner.isRepeat ? RepeatPath(inner.name, in: repeats).step(1) : repeats
        if let address = firstAddress(in: inner.items, inside) { return address }
      }
    }
    return nil
  }
}

/// A text that refers to answers.
private struct TextReferences {
  /// The row that it is of.
  let row: String
  let column: FormFault.Column
  /// The names that it refers to.
  let names: [String]
}

extension Wording {
  /// The texts that refer to answers.
  fileprivate func references(of row: String) -> [TextReferences] {
    let texts: [(FormFault.Column, LocalizedText)] = [(.label, label), (.hint, hint), (.guidance, guidance)]
    return texts.compactMap { column, text in
      let names = text.references
      return names.isEmpty ? nil : TextReferences(row: row, column: column, names: names)
    }
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
