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
    var session = FormSession(key.questionnaire, id: "", startedAt: receivedAt)
    var doubts: [MatchedForm.Doubt] = []
    if let given = form.given {
      _ = try? session.apply(.answer(given.address, .one(given.choice)))
    }
    for (path, count) in Self.repeats(of: form.answers) where count > 0 {
      _ = try? session.apply(.repeats(path, count))
    }
    let places = Dictionary(form.answers.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
    for answer in form.answers {
      guard let question = key.questions[answer.address.question] else { continue }
      do {
        guard let value = try question.question.answer(from: answer.cell, in: question.list) else { continue }
        try session.apply(.answer(answer.address, value))
      } catch {
        doubts.append(
          MatchedForm.Doubt(.notAnAnswer, at: answer.address, place: answer.place, detail: "\(error)"))
      }
    }
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

  /// How often each repeat group is answered: up to its last repeat with an answer.
  private static func repeats(of answers: [MatchedForm.Answer]) -> [(RepeatPath, Int)] {
    var counts: [RepeatPath: Int] = [:]
    for answer in answers {
      for (index, step) in answer.address.repeats.enumerated() {
        let path = RepeatPath(step.group, in: Array(answer.address.repeats[..<index]))
        counts[path] = max(counts[path] ?? 0, step.number)
      }
    }
    return counts.sorted {
      ($0.key.repeats.count, $0.key.description) < ($1.key.repeats.count, $1.key.description)
    }.map { ($0.key, $0.value) }
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
