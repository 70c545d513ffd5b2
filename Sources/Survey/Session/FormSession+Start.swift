internal import Expressions

extension FormSession {
  /// Takes over the answers of an earlier response, so far as this questionnaire has their questions.
  mutating func take(_ answers: Response.Answers, in repeats: [Address.Repeat]) {
    for (name, state) in answers.states {
      let address = Address(name, in: repeats)
      guard let placed = questionnaire.placed(name), placed.repeats == repeats.map(\.group) else { continue }
      if placed.question.isKept, case .answered(let answer) = state {
        entries[address] = .answered(answer)
        continue
      }
      guard placed.question.isAsked || placed.question.isGivenAtStart else { continue }
      switch state {
      case .answered(let answer):
        entries[address] = held(answer, by: placed.question).map { .answered($0) }
      case .notApplicable: entries[address] = .notApplicable
      case .unknown where mode == .transcriber: entries[address] = .unknown
      case .blank where mode == .transcriber: entries[address] = .blank
      case .unknown, .blank, .notAsked: break
      }
    }
    if mode == .transcriber {
      // What is not said to be unknown is known to be none.
      for group in questionnaire.repeatGroups(directlyIn: repeats.last?.group)
      where answers.repeats[group.name] == nil && !answers.unknownRepeats.contains(group.name) {
        if case .free = group.repetition { repeatCounts[RepeatPath(group.name, in: repeats)] = 0 }
      }
    }
    for (group, each) in answers.repeats {
      let path = RepeatPath(group, in: repeats)
      if case .free = questionnaire.group(group)?.repetition { repeatCounts[path] = each.count }
      for (index, inner) in each.enumerated() { take(inner, in: path.step(index + 1)) }
    }
  }

  /// Enters the defaults of the questions whose repeats have come since an earlier outline.
  ///
  /// In the order of the form, so that a default may lean on one before it.
  ///
  /// - Parameters:
  ///   - earlier: The outline before; nothing for a form that is opened.
  ///   - placeBefore: Which address an answer had then: where a repeat is taken out, others move up.
  /// - Returns: What was entered.
  @discardableResult
  mutating func enterDefaults(
    newSince earlier: Outline?, placeBefore: (Address) -> Address = { $0 }
  ) -> [Address: Entry] {
    var entered: [Address: Entry] = [:]
    // Where no repeat has come or gone, none is new.
    if earlier != nil, !outline.changes.contains(where: \.isOfRepeats) { return entered }
    for place in questionnaire.defaults {
      let placed = questionnaire.placed[place]
      guard let expression = placed.question.defaultValue, earlier == nil || !placed.repeats.isEmpty else {
        continue
      }
      // It may lean on a default before it.
      if !expression.references.isEmpty || !placed.repeats.isEmpty { refresh() }
      for address in outline.addresses(of: placed) where entries[address] == nil {
        if let earlier, earlier.hasRepeats(of: placeBefore(address)) { continue }
        guard let value = value(of: expression, setting: address, from: .defaultValue),
          let answer = placed.question.answer(
            from: value, in: questionnaire.choices(of: placed.question))
        else { continue }
        entries[address] = .answered(answer)
        entered[address] = .answered(answer)
      }
    }
    refresh()
    return entered
  }

  /// What an expression gives that sets an answer; where it cannot be evaluated, that is kept for the review.
  ///
  /// - Parameters:
  ///   - expression: A default, or what a trigger works out.
  ///   - address: The question that it sets.
  ///   - column: Where the expression stands.
  /// - Returns: The value; nothing where it cannot be evaluated.
  mutating func value(
    of expression: Expression, setting address: Address, from column: FormFault.Column
  ) -> Value? {
    switch outline.result(of: expression, at: address) {
    case .success(let value):
      notSet[address] = nil
      return value
    case .failure(let error):
      notSet[address] = FormFault(row: address.question.text, column: column, error: error)
      return nil
    }
  }

  /// An answer as a question holds it; nothing where it is none of its kind.
  func held(_ answer: Answer, by question: Question) -> Answer? {
    question.held(answer, in: questionnaire.choices(of: question))
  }
}

extension Question {
  /// Whether a correction keeps what it had: what `once()` gave, and when the answers were first given.
  fileprivate var isKept: Bool {
    switch kind {
    case .metadata(.start), .metadata(.today): true
    default: calculation?.callsOnce == true
    }
  }

  /// Whether it has its value from the start of the form, and keeps it: nobody is asked, nothing is worked out.
  var isGivenAtStart: Bool {
    if case .metadata = kind { return false }
    return !isAsked && calculation == nil && hasColumn
  }
}
