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
  /// As in JavaRosa, those that stand in the form come first and change nothing; the others follow in the order of the
  /// form, so that one may lean on those before it. Each of them is a change of the answer: it sets off what hangs on
  /// the question, and takes the place of what another set off.
  ///
  /// - Parameters:
  ///   - earlier: The outline before; nothing for a form that is opened.
  ///   - settled: What has its value from the same change already.
  ///   - placeBefore: Which address an answer had then: where a repeat is taken out, others move up.
  /// - Returns: What was entered, and what that set off.
  @discardableResult
  mutating func enterDefaults(
    newSince earlier: Outline?, besides settled: [Address: Edit.Brought] = [:],
    placeBefore: (Address) -> Address = { $0 }
  ) -> [Address: Edit.Brought] {
    var entered: [Address: Edit.Brought] = [:]
    // What stands in repeats that a default makes is entered with the others.
    for onlyFixed in [true, false] {
      for place in questionnaire.defaults {
        let placed = questionnaire.placed[place]
        let (question, isFixed) = (placed.question, placed.question.hasFixedDefault)
        guard let expression = question.defaultValue, isFixed || !onlyFixed,
          earlier == nil || !placed.repeats.isEmpty
        else { continue }
        // It may lean on a default before it.
        if !expression.references.isEmpty || !placed.repeats.isEmpty { refresh() }
        for address in outline.addresses(of: placed) where settled[address] == nil {
          guard entered[address].map({ _ in !isFixed }) ?? (entries[address] == nil) else { continue }
          if let earlier, earlier.hasRepeats(of: placeBefore(address)) { continue }
          guard let value = value(of: expression, setting: address, from: .defaultValue),
            let answer = question.answer(from: value, in: questionnaire.choices(of: question))
          else { continue }
          let before = entries[address]
          entries[address] = .answered(answer)
          entered.bring([address: Edit.Brought(before: before, after: .answered(answer))])
          guard !isFixed, before != .answered(answer), questionnaire.triggered[question.name] != nil
          else { continue }
          // In repeats, all else that has changed is seen above.
          refresh(after: placed.repeats.isEmpty ? nil : [.entry(address)])
          entered.bring(setOff(by: address))
        }
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
