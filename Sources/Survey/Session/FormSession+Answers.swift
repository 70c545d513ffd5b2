internal import Expressions

extension FormSession {
  /// Reads an entry as an answer to a question of this form as it stands.
  ///
  /// - Parameters:
  ///   - entry: The text of a cell; see `Question.answer(from:in:)`. A date and time without a zone is of the clock of
  ///     who fills the form: `2018-11-09 16:30`.
  ///   - address: The question.
  /// - Returns: The answer, or nothing where the entry is blank.
  /// - Throws: Why it is no answer: of the wrong kind, not in the list, or not offered now.
  public func answer(from entry: String, at address: Address) throws(AnswerProblem) -> Answer? {
    guard let question = questionnaire.question(address.question) else { throw .notAsked }
    let entry = question.kind == .dateTime ? zoned(entry.trimmed) : entry
    guard let answer = try question.answer(from: entry, in: questionnaire.choices(of: question))
    else { return nil }
    if question.offersFollowAnswers {
      let offered = Set(choices(at: address).map(\.name))
      if let other = answer.choices.first(where: { !offered.contains($0) }) {
        throw .choiceNotOffered(found: other.text)
      }
    }
    return answer
  }

  /// The answer to a question as it is shown: what the form works out, or else what was entered.
  public func shownAnswer(at address: Address) -> Answer? {
    outline.workedOutAnswer(address) ?? entries[address]?.answer
  }

  /// A date and time with the zone of who fills the form, where it has none; anything else as it is.
  private func zoned(_ entry: String) -> String {
    guard let match = entry.wholeMatch(of: /([0-9-]+)(?:T| +)([0-9:.]+)/) else { return entry }
    let (hours, minutes) = (abs(localOffset) / 3600, abs(localOffset) / 60 % 60)
    let offset =
      "\(localOffset < 0 ? "-" : "+")\(hours < 10 ? "0" : "")\(hours):\(minutes < 10 ? "0" : "")\(minutes)"
    return "\(match.1)T\(match.2)\(localOffset == 0 ? "Z" : offset)"
  }

  /// Those of some questions that have an answer or were said not to apply, in the order of the form.
  public func answered(among addresses: some Sequence<Address>) -> [Address] {
    inFormOrder(addresses.filter(isAnswered))
  }

  /// Whether a question that people are asked has an answer, or was said not to apply.
  public func isAnswered(_ address: Address) -> Bool {
    entries[address]?.isAnswer == true && questionnaire.isAsked(address.question)
  }

  /// The questions with an answer, or said not to apply: those that are asked, in the order of the form, and those
  /// whose answers are set aside, in any order.
  public var answered: (asked: [Address], setAside: [Address]) {
    let asked = outline.asked.filter { entries[$0]?.isAnswer == true }
    let all = entries.reduce(0) { count, entry in
      entry.value.isAnswer && questionnaire.isAsked(entry.key.question) ? count + 1 : count
    }
    // That nothing is set aside is seen without a look at what is asked when.
    if asked.count == all { return (asked, []) }
    return (asked, entries.keys.filter { isAnswered($0) && !outline.isAsked($0) })
  }

  /// The choices that a question offers as things stand: its list, less what its `choice_filter` leaves out, in the
  /// order in which they are shown.
  public func choices(at address: Address) -> [Choice] {
    let offered = offered(at: address)
    guard let place = questionnaire.ordinal(of: address.question),
      let shuffle = questionnaire.placed[place].question.shuffle
    else { return offered }
    return shuffled(offered, shuffle, at: address)
  }

  /// The order that a seed gives, as `randomize()` gives it; without one, an order that is this response's own, and
  /// the same whenever it is opened.
  private func shuffled(_ choices: [Choice], _ shuffle: Question.Shuffle, at address: Address) -> [Choice] {
    let seed: Int
    if let expression = shuffle.seed {
      // A seed that is not answered yet changes nothing.
      guard let number = outline.tree.number(of: expression, at: .question(address)), !number.isNaN else {
        return choices
      }
      seed = Int(saturating: number)
    } else {
      seed = "\(id) \(address)".utf8.reduce(7) { ($0 &* 31 &+ Int($1)) & 0x7FFF_FFFF }
    }
    var order = MinimalStandard(seed: seed)
    return order.shuffled(choices)
  }

  private func offered(at address: Address) -> [Choice] {
    guard let question = questionnaire.question(address.question),
      let list = questionnaire.choices(of: question)
    else { return [] }
    if let source = list.name.question {
      return outline.tree.choices(fromAnswersTo: source, filter: question.choiceFilter, at: address)
    }
    guard question.choiceFilter != nil else { return list.choices }
    return outline.offered(at: address).map { list.choices[$0] }
  }
}

extension Entry {
  /// Whether it says something of the question: an answer, or that it does not apply.
  fileprivate var isAnswer: Bool {
    switch self {
    case .answered, .notApplicable: true
    case .blank, .unknown: false
    }
  }
}
