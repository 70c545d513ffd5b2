internal import Calendar
internal import Documents
internal import Survey

/// Looks answers through by the rules of the questionnaire: what a respondent would be told before submitting.
struct FormRules {
  private let key: FormKey
  private let receivedAt: Instant

  init(_ key: FormKey, receivedAt: Instant?) {
    self.key = key
    self.receivedAt = receivedAt ?? Self.lastDay
  }

  /// No day is behind it.
  private static let lastDay = Instant(
    secondsSinceEpoch: (CalendarDate(year: 9998, month: 12, day: 31)?.daysSinceEpoch ?? 0) * 86_400)

  /// What a person must decide.
  func doubts(of form: MatchedForm) -> [MatchedForm.Doubt] {
    var doubts: [MatchedForm.Doubt] = []
    var values: [Address: Answer] = [:]
    for answer in form.answers {
      guard let question = key.questions[answer.address.question] else { continue }
      values[answer.address] = (try? question.question.answer(from: answer.cell, in: question.list)) ?? nil
    }
    if let given = form.given { values[given.address] = .one(given.choice) }
    let session = session(with: values)
    let places = Dictionary(form.answers.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
    let review = session.review
    for (address, issue) in review.pleaseLook {
      guard let reason = Self.reason(issue) else { continue }
      doubts.append(
        MatchedForm.Doubt(
          reason, at: address, place: places[address]?.place,
          detail: places[address]?.evidence ?? "a required answer is missing"))
    }
    for (address, because) in review.setAside where places[address] != nil {
      doubts.append(
        MatchedForm.Doubt(
          .notAsked, at: address, place: places[address]?.place,
          detail: "not asked because of \(because.map(\.text).joined(separator: ", "))"))
    }
    return doubts
  }

  /// The form with all answers at once: a session that takes them one by one works out what follows from each.
  private func session(with values: [Address: Answer]) -> FormSession {
    let response = Response(
      id: "", formID: key.questionnaire.id, formVersion: key.questionnaire.version, source: .mail,
      startedAt: nil, submittedAt: nil, submittedBy: "", supersedes: nil,
      answers: answers(values, in: [], of: nil))
    return FormSession(key.questionnaire, id: "", startedAt: receivedAt, correcting: response)
  }

  /// The answers in some repeats; each group is repeated up to its last repeat with an answer.
  private func answers(
    _ values: [Address: Answer], in repeats: [Address.Repeat], of group: Group.Name?
  ) -> Response.Answers {
    var answers = Response.Answers()
    for (address, value) in values where address.repeats == repeats {
      answers.states[address.question] = .answered(value)
    }
    for inner in key.questionnaire.repeatGroups(directlyIn: group) {
      let numbers = values.keys.compactMap { address -> Int? in
        guard address.repeats.starts(with: repeats), address.repeats.count > repeats.count,
          address.repeats[repeats.count].group == inner.name
        else { return nil }
        return address.repeats[repeats.count].number
      }
      guard let last = numbers.max() else { continue }
      answers.repeats[inner.name] = (1...min(last, RepeatPath.mostRepeats)).map { number in
        self.answers(
          values, in: repeats + [Address.Repeat(group: inner.name, number: number)], of: inner.name)
      }
    }
    return answers
  }

  private static func reason(_ issue: Review.Issue) -> MatchedForm.Doubt.Reason? {
    switch issue {
    case .missing: .missing
    case .brokenRule(.error), .notTaken: .breaksRule
    case .brokenRule(.warning): nil
    case .choiceNotOffered: .notInTheList
    }
  }
}
