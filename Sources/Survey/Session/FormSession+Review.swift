/// What a person should see before submitting.
public struct Review: Sendable {
  /// Something that should be looked at again.
  public enum Issue: Sendable, Hashable {
    /// Something was typed, and is no answer yet: nothing that was typed is dropped in silence.
    case notTaken(String)
    /// A required answer is missing, and nothing was typed.
    case missing
    /// The answer breaks its constraint.
    case brokenRule(Question.Severity)
    /// The choice is no longer offered, because of another answer.
    case choiceNotOffered(Choice.Name)
    /// Not all the choices that are offered have their place in the order.
    case notRanked(Int)
  }

  /// Asked questions without an answer, in the order of the form; the required ones among them.
  public let notAnswered: [Address]
  /// Answers to look at, and why.
  public let pleaseLook: [(address: Address, issue: Issue)]
  /// Answers that are kept but not sent, and the questions whose answers hide them.
  public let setAside: [(address: Address, because: [Question.Name])]
  /// Questions with an answer, or said not to apply.
  public let answered: [Address]
  /// Questions of which a transcriber said that nobody knows the answer.
  public let unknown: [Address]
  /// Expressions that could not be evaluated, and the questions concerned; they stand in no one's way.
  ///
  /// Of a group that is its first question, which may not be asked.
  public let faults: [(address: Address, fault: FormFault)]

  /// What stands in the way of a submission: what was typed but not taken, missing required answers and broken
  /// rules.
  public var blocking: [(address: Address, issue: Issue)] {
    pleaseLook.filter { $0.issue != .brokenRule(.warning) }
  }
}

extension FormSession {
  /// Looks the whole form through.
  public var review: Review {
    var notAnswered: [Address] = []
    var answered: [Address] = []
    var unknown: [Address] = []
    var issues: [(Address, Review.Issue)] = []
    for address in outline.asked {
      guard let place = questionnaire.ordinal(of: address.question) else { continue }
      switch entries[address] {
      case .answered, .notApplicable: answered.append(address)
      case .unknown: unknown.append(address)
      case .blank, nil: notAnswered.append(address)
      }
      for issue in self.issues(ofQuestion: place, at: address) { issues.append((address, issue)) }
    }
    return Review(
      notAnswered: notAnswered, pleaseLook: issues.map { (address: $0.0, issue: $0.1) },
      setAside: inFormOrder(self.answered.setAside).map { (address: $0, because: outline.reasons(for: $0)) },
      answered: answered, unknown: unknown, faults: FaultFinder(of: self).faults)
  }

  /// What is wrong with the entry at an address, if it is asked.
  public func issues(at address: Address) -> [Review.Issue] {
    guard outline.isAsked(address), let place = questionnaire.ordinal(of: address.question) else { return [] }
    return issues(ofQuestion: place, at: address)
  }

  /// Whether a question must be answered as things stand.
  public func isRequired(_ address: Address) -> Bool {
    guard let place = questionnaire.ordinal(of: address.question) else { return false }
    return switch questionnaire.placed[place].question.requirement {
    case .always: true
    case .when: outline.isRequired(address)
    case .never: false
    }
  }

  /// The same of the question at a place of the form; looked at in place, since a copy of it costs more.
  private func issues(ofQuestion place: Int, at address: Address) -> [Review.Issue] {
    var issues: [Review.Issue] = []
    if let typed = unfinished[address] { issues.append(.notTaken(typed)) }
    guard let answer = entries[address]?.answer else {
      if !issues.isEmpty { return issues }
      // Nobody can be made to give what is not known any more; `apply` lets only transcribers say so.
      let isExcused = mode == .transcriber && entries[address] != .blank
      return !isExcused && isRequired(address) ? [.missing] : []
    }
    if let severity = questionnaire.placed[place].question.constraint?.severity, outline.isBroken(at: address)
    {
      issues.append(.brokenRule(severity))
    }
    if answer.choices.isEmpty { return issues }
    let question = questionnaire.placed[place].question
    issues += notOffered(answer, to: question, at: address).map { .choiceNotOffered($0) }
    if case .ranked(let names) = answer {
      let missing = choices(at: address).count { !names.contains($0.name) }
      if missing > 0 { issues.append(.notRanked(missing)) }
    }
    return issues
  }

  /// The choices that were made, but that are not (any more) in the list or not offered.
  private func notOffered(_ answer: Answer, to question: Question, at address: Address) -> [Choice.Name] {
    guard question.offersFollowAnswers else {
      let list = questionnaire.choices(of: question)
      return answer.choices.filter { list?[$0] == nil }
    }
    let offered = Set(choices(at: address).map(\.name))
    return answer.choices.filter { !offered.contains($0) }
  }

  /// Addresses in the order of the form, repeats in their order.
  public func inFormOrder(_ addresses: some Sequence<Address>) -> [Address] {
    questionnaire.inFormOrder(addresses)
  }
}

extension Questionnaire {
  /// Addresses in the order of the form, repeats in their order.
  public func inFormOrder(_ addresses: some Sequence<Address>) -> [Address] {
    addresses.map { (place: ordinal(of: $0.question) ?? 0, address: $0) }.sorted { left, right in
      // Where their ways part in the repeats of one group, the repeat decides; elsewhere the order of the form.
      if !left.address.repeats.isEmpty, !right.address.repeats.isEmpty,
        let (one, other) = zip(left.address.repeats, right.address.repeats).first(where: { $0 != $1 }),
        one.group == other.group
      {
        return one.number < other.number
      }
      return left.place < right.place
    }.map(\.address)
  }
}
