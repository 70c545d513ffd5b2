internal import Dispatch
internal import Documents
internal import ResponseFiles
internal import Survey
internal import Synchronization

/// What a part says and whose it is, after a person's decisions.
struct Judgement {
  let identity: Identity
  /// Whose answers they are: as a person said, else as all signs say.
  let mechanism: Choice.Name?
  let filled: FilledForm
  /// How many questions the form answers.
  let answered: Int
  /// The response; nothing where something blocks it.
  let response: Response?
  /// What a person must still decide.
  let reasons: [Reason]
  /// What the questionnaire itself could not work out.
  let faults: [FormFault]
}

extension Run {
  /// Reads all parts that may be responses and are not settled, by as many threads as there are processors.
  func judgements(of candidates: [Candidate]) -> [LedgerKey: Judgement] {
    let open = candidates.filter { $0.kind == .answers && !isSettled($0.key) }
    let found = Mutex<[LedgerKey: Judgement]>([:])
    DispatchQueue.concurrentPerform(iterations: open.count) { number in
      let judgement = judgement(of: open[number])
      found.withLock { $0[open[number].key] = judgement }
    }
    return found.withLock(\.self)
  }

  /// Reads a part as a response.
  func judgement(of candidate: Candidate) -> Judgement {
    let ruling = candidate.ruling
    let register = settling.identifying.register
    var filled = FilledForm(candidate.part.form, ruling, in: settling.questionnaire)
    let unit = register.question.map { Address($0) }
    let identity = settling.identifying.identity(
      of: candidate.part.form, in: candidate.delivery,
      choosing: unit.flatMap { filled.answers[$0]?.choices.first })
    let mechanism = ruling.mechanism ?? identity.mechanism
    let answered = filled.answers.count
    if let unit, let mechanism {
      if ruling.mechanism != nil {
        filled.replace(.one(mechanism), at: unit)
      } else {
        filled.add(.one(mechanism), at: unit)
      }
    }
    let found = (ruling.mechanism == nil ? identity.reasons : []) + candidate.reasons
    let isOfOtherVersion = candidate.part.form.isOfOtherVersion
    var reasons = found.filter { reason in
      if let address = reason.address, ruling.questions[address] != nil { return false }
      // What another version asked in a place is seen only where somebody looks at that place.
      if isOfOtherVersion, reason.address != nil { return true }
      return ruling.whole != .accept || reason.code.needsMechanism
    }
    if isOfOtherVersion, ruling.whole == .accept, reasons.contains(where: { $0.address != nil }) {
      reasons.insert(
        Reason(
          Reason.Code(.otherVersion),
          "the form is of another version, so what waits of single questions is decided there "
            + "(accept QUESTION, edit, reject), not with all of it"), at: 0)
    }
    let id = Response.ID(of: candidate.key, reopenings: ruling.reopenings)
    let frame = FilledForm.Frame(
      id: id, source: candidate.delivery.kind == .table ? .table : .mail, time: candidate.time,
      sender: candidate.envelope?.from.first?.address ?? "", supersedes: nil)
    let made = filled.response(frame)
    for reason in made.reasons {
      // What a question that is not asked was answered with stays out of the response; a person may leave it at that.
      let isSeen = ruling.whole == .accept || reason.address.map { ruling.questions[$0] != nil } == true
      if reason.code == .notAsked, isSeen { continue }
      // That nobody knows whose answers they are has been said.
      if reason.code == .missing, mechanism == nil, reason.address == unit { continue }
      // That it cannot be read has been said; what it lacks follows from that.
      if reason.code == .missing, candidate.isUnread, answered == 0 { continue }
      if !reasons.contains(where: { $0.code == reason.code && $0.address == reason.address }) {
        reasons.append(reason)
      }
    }
    return Judgement(
      identity: identity, mechanism: mechanism, filled: filled, answered: answered, response: made.response,
      reasons: reasons, faults: made.faults)
  }

  /// Where the answers of a response came from.
  func origins(of response: Response, _ judgement: Judgement, _ candidate: Candidate) -> [Provenance] {
    let found = Dictionary(
      candidate.part.form.answers.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
    let answered = judgement.filled.answers.keys.filter { response.answers.isAnswered($0) }
    return settling.questionnaire.inFormOrder(answered).map { address in
      let decision = candidate.ruling.questions[address]
      let evidence: Provenance.Evidence
      let place: String
      var grade = ""
      if let decision, decision.verdict == .edit {
        (evidence, place) = (.reviewed, "\(decision.reviewer), \(decision.decidedAt)")
      } else if candidate.ruling.mechanism != nil,
        address == settling.identifying.register.question.map({ Address($0) })
      {
        (evidence, place) = (.reviewed, "mechanism")
      } else if let answer = found[address] {
        (evidence, place) = (candidate.delivery.kind == .table ? .table : .mail, answer.whereFound)
        grade = answer.grade.rawValue
      } else {
        (evidence, place) = (.derived, judgement.identity.signs.map(\.description).joined(separator: "; "))
      }
      return Provenance(
        response: response.id, question: address, evidence: evidence, source: candidate.delivery.sha256,
        part: candidate.part.label, place: place, grade: grade)
    }
  }
}

extension Response.Answers {
  /// Whether a question has an answer here.
  fileprivate func isAnswered(_ address: Address) -> Bool {
    var answers = self
    for step in address.repeats {
      guard let each = answers.repeats[step.group], each.indices.contains(step.number - 1) else {
        return false
      }
      answers = each[step.number - 1]
    }
    return answers[address.question].answer != nil
  }
}
