internal import Calendar
internal import Expressions

/// A form's answers as expressions see them: what is relevant, and its values.
///
/// What an expression asks for is worked out when it is asked for, and remembered by the state of the form; so one
/// expression may lean on others in any order. All that is looked at is noted for the fact that is worked out.
struct FormTree: Sendable {
  let state: FormState
  /// What is worked out; nothing where nobody remembers the answer.
  let lookup: Lookup?

  var questionnaire: Questionnaire { state.questionnaire }
  var mode: FormSession.Mode { state.frame.mode }

  /// What was entered at an address.
  func entry(at address: Address) -> Entry? {
    lookup?.note(.entry(address))
    return state.entries[address]
  }

  /// How often a group was repeated by hand; nothing where nobody said so.
  func repeatCount(of path: RepeatPath) -> Int? {
    lookup?.note(.repeats(path))
    return state.repeatCounts[path]
  }

  /// What follows from the entries.
  func recall(_ fact: Fact) -> Fact.Content {
    lookup?.note(fact)
    return state.content(of: fact, for: lookup)
  }

  /// Works a fact out.
  func content(of fact: Fact) -> Fact.Content {
    switch fact {
    case .entry, .repeats: fact.contentInCircle
    case .groupStanding(let path):
      .standing(questionnaire.group(path.group)?.relevant.map { truth(of: $0, at: .group(path)) } ?? .asked)
    case .count(let path): .count(workOutCount(of: path))
    case .presence(let repeats):
      .truth(isThere(repeats))
    case .standing(let address):
      .standing(
        questionnaire.question(address.question)?.relevant.map { truth(of: $0, at: .question(address)) }
          ?? .asked)
    case .value(let address): workOutValue(of: address)
    case .knowledge(let address): .truth(findsKnown(address))
    case .breach(let address):
      .truth(
        questionnaire.question(address.question)?.constraint.map {
          holds($0.expression, at: .question(address)) == false
        } ?? false)
    case .requirement(let address): .truth(findsRequired(address))
    case .offer(let address): .places(findOffered(at: address))
    }
  }
}

// MARK: - Values

extension FormTree {
  /// The value of a question that the form works out; nothing for one that people answer.
  func workedOut(_ address: Address) -> Answer? {
    guard let place = questionnaire.ordinal(of: address.question),
      questionnaire.placed[place].question.calculation != nil
    else { return nil }
    return recall(.value(questionnaire.expressionDepths.ofCalculation(of: address, at: place))).answer
  }

  private func workOutValue(of address: Address) -> Fact.Content {
    guard let question = questionnaire.question(address.question), let calculation = question.calculation
    else { return .worth(nil, .text("")) }
    let value = value(of: calculation, at: .question(address)) ?? .empty
    return .worth(question.answer(from: value, in: questionnaire.choices(of: question)), Worth(value))
  }

  func value(of address: Address) -> Value {
    guard let place = questionnaire.ordinal(of: address.question) else { return .empty }
    let question = questionnaire.placed[place].question
    if question.calculation != nil {
      let fact = Fact.value(questionnaire.expressionDepths.ofCalculation(of: address, at: place))
      // A calculation that looks at itself sees what `once()` has kept.
      if lookup?.isWithin(fact) == true { return entry(at: address)?.answer.map(kept) ?? .empty }
      let content = recall(fact)
      guard let answer = content.answer else { return .empty }
      // Its cell is a text, but to other expressions 'false' is false, and a number has all its digits, as in JavaRosa.
      return question.kind == .calculate ? content.worth.value : worth(of: answer)
    }
    let answer = entry(at: address)?.answer
    guard case .metadata(let metadata) = question.kind else { return answer.map(worth) ?? .empty }
    let offset = state.frame.localOffset
    return switch metadata {
    // A correction keeps when the answers were first given.
    case .start:
      .dateTime(answer.flatMap { Instant($0.cell) }.map { DateTime($0, offset: offset) } ?? state.frame.now)
    case .today:
      .dateTime(
        answer.flatMap { CalendarDate($0.cell) }.map { DateTime(date: $0, offset: offset) }
          ?? state.frame.now.midnight)
    default: .empty
    }
  }

  /// A value that `once()` has kept, as expressions see it.
  private func kept(_ answer: Answer) -> Value {
    switch answer {
    case .text("true"): .boolean(true)
    case .text("false"): .boolean(false)
    default: worth(of: answer)
    }
  }

  /// An answer as expressions see it: days and points in time as the clock of who fills the form shows them.
  private func worth(of answer: Answer) -> Value {
    let offset = state.frame.localOffset
    return switch answer {
    case .integer(let number): .number(Double(number))
    case .decimal(let number): Double(number.description).map(Value.number) ?? .text(number.description)
    case .date(let date): .dateTime(DateTime(date: date, offset: offset))
    case .dateTime(let time): .dateTime(DateTime(time.instant, offset: offset))
    case .time(let time): .time(time)
    case .text, .one, .several, .ranked, .acknowledged: .text(answer.cell)
    }
  }

  /// How often a repeat group is repeated where it stands.
  func count(of path: RepeatPath) -> Int {
    guard let place = questionnaire.ordinal(of: path.group) else { return 0 }
    return switch questionnaire.groups[place].repetition {
    case .once: 1
    case .free: repeatCount(of: path) ?? 0
    case .counted: recall(.count(path)).count
    }
  }

  private func workOutCount(of path: RepeatPath) -> Int {
    guard case .counted(let expression) = questionnaire.group(path.group)?.repetition else { return 0 }
    let number = number(of: expression, at: .group(path)) ?? 0
    return number >= 1 ? Int(min(number, Double(mostRepeats(of: path)))) : 0
  }

  /// How often a counted group is repeated at most where it stands: the groups around it share the same bound, or
  /// three counts of a thousand would make a thousand million repeats.
  private func mostRepeats(of path: RepeatPath) -> Int {
    var most = RepeatPath.mostRepeats
    for (depth, step) in path.repeats.enumerated() {
      most /= max(1, count(of: RepeatPath(step.group, in: Array(path.repeats[..<depth]))))
    }
    return max(1, most)
  }

  // MARK: - What nobody leans on

  private func findsRequired(_ address: Address) -> Bool {
    switch questionnaire.question(address.question)?.requirement {
    case .always: true
    case .when(let expression): isTrue(expression, at: .question(address), failing: false)
    case .never, nil: false
    }
  }

  /// The places of the choices that the filter of a question lets through.
  private func findOffered(at address: Address) -> [Int] {
    guard let question = questionnaire.question(address.question), let filter = question.choiceFilter,
      let list = questionnaire.choices(of: question)
    else { return [] }
    if !isKnown(filter, at: .question(address)) { return Array(list.choices.indices) }
    let items = questionnaire.tables[list.instanceID]?.items ?? []
    var context = context(at: .question(address))
    return items.indices.filter { index in
      context.node = items[index]
      return isTrue(filter, in: context) ?? true
    }
  }
}

// MARK: - Evaluation

extension FormTree {
  /// Whether an expression holds.
  ///
  /// - Parameters:
  ///   - expression: The expression.
  ///   - place: Where it stands.
  ///   - failing: What counts where it cannot be evaluated (a broken pattern made at run time, one value asked
  ///     of several repeats): that which hides nothing and blocks nothing.
  /// - Returns: The value of the expression as a boolean.
  func isTrue(_ expression: Expression, at place: FormNode.Place, failing: Bool = true) -> Bool {
    isTrue(expression, in: context(at: place)) ?? failing
  }

  /// The same elsewhere; nothing where it cannot be evaluated.
  func isTrue(_ expression: Expression, in context: EvaluationContext) -> Bool? {
    attempt(try expression.isTrue(in: context))
  }

  func value(of expression: Expression, at place: FormNode.Place) -> Value? {
    attempt(try expression.value(in: context(at: place)).single())
  }

  func number(of expression: Expression, at place: FormNode.Place) -> Double? {
    attempt(try expression.number(in: context(at: place)))
  }

  /// What an evaluation gives; an error is noted for the fact that is worked out, and the review tells of it.
  ///
  /// - Parameter evaluate: The evaluation.
  /// - Returns: What it gives; nothing where it fails.
  func attempt<Found>(_ evaluate: @autoclosure () throws(EvaluationError) -> Found) -> Found? {
    do throws(EvaluationError) { return try evaluate() } catch {
      lookup?.note(error)
      return nil
    }
  }

  func context(at place: FormNode.Place) -> EvaluationContext {
    let tables = questionnaire.tables
    let lots = questionnaire.usesChance ? Lots(of: state.frame.id, at: place, questionnaire.history) : nil
    return EvaluationContext(
      node: FormNode(tree: self, place: place),
      surroundings: Surroundings(
        now: state.frame.now, formVersion: questionnaire.version,
        instance: { tables[$0]?.document }, randomBits: lots?.draw))
  }
}
