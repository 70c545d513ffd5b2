internal import Calendar
internal import Documents
internal import ResponseFiles
internal import Survey

extension Run {
  /// Decides of a part that may be a response.
  mutating func judge(_ candidate: Candidate) {
    if isSettled(candidate.key) { return pass(candidate.key) }
    if let final = books.ledger.final(candidate.key), final.status == .imported { takeBack(final, candidate) }
    var row = LedgerRow(of: candidate)
    if candidate.ruling.whole == .reject {
      row.become(.rejected, .rejected, "rejected")
      return conclude(row)
    }
    switch candidate.kind {
    case .other: break
    case .blank where !candidate.ruling.isOpen && !(candidate.hasOwnWords && isFromListedSender(candidate)):
      row.become(.noResponse, .blankForm, "a form in which nothing is answered")
      conclude(row)
    case .blank, .unreadable:
      if candidate.ruling.whole == .accept {
        row.become(.noResponse, .seen, Self.seenWords)
      } else {
        let words = Reason(.listedSender, "a listed sender wrote, and the form in the mail is empty")
        row.wait(for: candidate.kind == .blank ? [words] + candidate.reasons : candidate.reasons)
      }
      conclude(row)
    case .answers: judgeAnswers(candidate, &row)
    }
  }

  private func isFromListedSender(_ candidate: Candidate) -> Bool {
    let senders = settling.identifying.senders
    return candidate.delivery.envelope?.automatic == nil
      && candidate.envelope?.from.contains { !senders.permission(of: $0.address).isNone } == true
  }

  private mutating func judgeAnswers(_ candidate: Candidate, _ row: inout LedgerRow) {
    let judgement = judgements[candidate.key] ?? judgement(of: candidate)
    row.mechanism = judgement.mechanism?.text ?? ""
    row.authentication = judgement.identity.authentication.text
    row.answered = judgement.answered
    if let original = candidate.original {
      row.become(
        .duplicate, .sameAnswers, "the same answers as in the part \(original.part) of the same mail")
      return conclude(row)
    }
    if candidate.isUnread, judgement.answered == 0, candidate.ruling.whole == .accept {
      row.become(.noResponse, .seen, Self.seenWords)
      return conclude(row)
    }
    var reasons = judgement.reasons
    guard let response = judgement.response, reasons.isEmpty || judgement.mechanism != nil else {
      row.wait(for: reasons)
      return conclude(row)
    }
    let before = rowBefore(row)
    if let unit = settling.identifying.register.question, let before,
      before.answers[unit] != response.answers[unit], candidate.ruling.whole != .accept
    {
      reasons.append(
        Reason(
          .rowOfAnother,
          "the row became the response \(before.id) of \(before[unit].answer?.cell ?? "nobody") before; accept it if both "
            + "count, or reopen and reject that one first"))
    }
    if let stored = books[response.id] {
      if reasons.isEmpty, stored.answers == response.answers { return noteStored(stored, &row) }
      reasons.append(
        Reason(.storedOtherwise, "a response of this part is stored already, with other answers"))
      row.wait(for: reasons)
      return conclude(row)
    }
    let earlier =
      settling.identifying.register.question == nil
      ? ownBefore(candidate) ?? before : books.current(of: response)
    let standing = standing(of: response, beside: earlier, candidate)
    if reasons.isEmpty, let (status, code, words) = standing.settled {
      row.become(status, code, words)
      row.response = status == .duplicate ? earlier?.id : nil
      closeEarlier(row)
      return conclude(row)
    }
    // What it is beside others is looked at when nothing else is open: others may come before that.
    if reasons.isEmpty, candidate.ruling.whole != .accept { reasons = standing.reasons }
    guard reasons.isEmpty else {
      row.wait(for: reasons)
      return conclude(row)
    }
    row.become(.imported, "", "")
    if candidate.delivery.kind == .mail, candidate.delivery.envelope?.received == nil {
      row.become(.imported, .dateNotTrusted, "its time is the sender's own Date: no server of ours noted one")
    }
    row.response = response.id
    row.supersedes = earlier?.id
    closeEarlier(row)
    conclude(row)
    let final = response.correcting(earlier?.id)
    store(final, from: origins(of: final, judgement, candidate), meeting: judgement.faults)
  }

  /// The response that counts now of those that a row of a table became, as it stood in earlier tables.
  private func rowBefore(_ row: LedgerRow) -> Response? {
    if row.tableRow == nil { return nil }
    let earlier = books.ledger.otherReadings(of: row).compactMap { key in
      rows[key] ?? books.ledger.final(key)
    }
    return earlier.last { $0.status == .imported }.flatMap(\.response).flatMap { books[$0] }
  }

  /// The response that counts now of those that a part became before it was reopened.
  private func ownBefore(_ candidate: Candidate) -> Response? {
    let ids = (0...candidate.ruling.reopenings).map { Response.ID(of: candidate.key, reopenings: $0) }
    return ids.compactMap { books[$0] }.last.map(books.lastCorrection)
  }

  /// A part whose response is there, though the ledger does not know it: decisions were replayed.
  private mutating func noteStored(_ stored: Response, _ row: inout LedgerRow) {
    row.response = stored.id
    row.supersedes = stored.supersedes
    if books.counts(stored) {
      row.become(.imported, "", "")
    } else {
      row.become(.superseded, .corrected, "a newer response counts")
    }
    conclude(row)
  }

  // MARK: - Beside earlier answers

  /// How a response stands beside the one that counted before it.
  private struct Standing {
    var settled: (LedgerRow.Status, Reason.Code, String)?
    var reasons: [Reason] = []
  }

  private func standing(
    of response: Response, beside earlier: Response?, _ candidate: Candidate
  ) -> Standing {
    guard let earlier, !isTakenBack(earlier, candidate) else { return Standing() }
    if earlier.answers == response.answers {
      return Standing(
        settled: (.duplicate, .sameAnswers, "the same answers as in the response \(earlier.id)"))
    }
    var standing = Standing()
    switch (response.submittedAt, earlier.submittedAt) {
    case (let new?, let old?) where new < old:
      standing.settled = (.superseded, .older, "older than the response \(earlier.id), which counts")
    case (let new?, let old?) where new > old: break
    case (let new?, _?):
      standing.reasons.append(
        Reason(
          .timeUnknown, "it came at the same time as the response \(earlier.id) (\(new)), with other answers")
      )
    default:
      standing.reasons.append(
        Reason(.timeUnknown, "nobody knows whether it is newer than the response \(earlier.id)"))
    }
    let lost = settling.questionnaire.lost(from: earlier, in: response)
    if !lost.isEmpty {
      let names = lost.map(\.description).joined(separator: ", ")
      standing.reasons.append(
        Reason(.fewerAnswers, "the response \(earlier.id) answered what this one leaves open: \(names)"))
    }
    return standing
  }

  // MARK: - Taking back

  private func takenBackID(_ candidate: Candidate, reopenings: Int) -> Response.ID {
    Response.ID(of: candidate.key, revision: "\(reopenings) taken back")
  }

  /// Whether a response stands in place of what a part was before somebody reopened it.
  private func isTakenBack(_ response: Response, _ candidate: Candidate) -> Bool {
    (0...candidate.ruling.reopenings).contains { takenBackID(candidate, reopenings: $0) == response.id }
  }

  /// Takes the answers of a part that somebody reopened out of the data: what counted before counts again, or, where
  /// nothing did, all answers but whose they were are unknown.
  private mutating func takeBack(_ final: LedgerRow, _ candidate: Candidate) {
    guard let response = final.response.flatMap({ books[$0] }), books.counts(response) else { return }
    let earlier = response.supersedes.flatMap { books[$0] }
    let unit = settling.identifying.register.question
    let withdrawn = Response(
      id: takenBackID(candidate, reopenings: candidate.ruling.reopenings), formID: response.formID,
      formVersion: response.formVersion,
      source: response.source,
      startedAt: nil, submittedAt: response.submittedAt, submittedBy: earlier?.submittedBy ?? "",
      supersedes: response.id, answers: earlier?.answers ?? response.answers.unknown(but: unit))
    if books[withdrawn.id] != nil { return }
    store(withdrawn, from: [])
  }
}

extension Response {
  /// The same response as a correction of another.
  fileprivate func correcting(_ earlier: ID?) -> Response {
    Response(
      id: id, formID: formID, formVersion: formVersion, source: source, startedAt: startedAt,
      submittedAt: submittedAt,
      submittedBy: submittedBy, supersedes: earlier, answers: answers)
  }
}

extension Response.Answers {
  /// The same answers, none of them known but who gave them.
  fileprivate func unknown(but unit: Question.Name?) -> Self {
    let kept = unit.map { [$0, Question.Name("\($0)_other")] } ?? []
    let states = self.states.map { name, state -> (Question.Name, AnswerState) in
      (name, kept.contains(name) || state == .notAsked ? state : .unknown)
    }
    return Self(
      states: Dictionary(states, uniquingKeysWith: { first, _ in first }), repeats: [:],
      unknownRepeats: unknownRepeats.union(repeats.keys), unaskedRepeats: unaskedRepeats)
  }
}

extension Questionnaire {
  /// The questions that a response answered and a later one, which is asked them too, leaves open.
  fileprivate func lost(from earlier: Response, in later: Response) -> [Address] {
    var lost: [Address] = []
    for question in columns() where question.isAsked {
      if earlier[question.name].answer != nil, later[question.name].isLeftOpen {
        lost.append(Address(question.name))
      }
    }
    for group in repeatGroups(directlyIn: nil) {
      let counts = [earlier, later].map { $0.answers.repeats[group.name]?.count ?? 0 }
      guard counts[1] < counts[0] else { continue }
      for number in counts[1] + 1...counts[0] {
        let step = Address.Repeat(group: group.name, number: number)
        let first = columns(of: group.name).first { $0.isAsked }
        if let first { lost.append(Address(first.name, in: [step])) }
      }
    }
    return lost
  }
}

extension AnswerState {
  fileprivate var isLeftOpen: Bool { self == .blank || self == .unknown }
}
