internal import Calendar
internal import ResponseFiles
internal import Survey

/// The answers of a part as they stand after a person's decisions, as a form of the questionnaire.
struct FilledForm {
  /// What is answered, by question.
  private(set) var answers: [Address: Answer] = [:]
  /// What a person must still decide of single questions.
  private(set) var reasons: [Reason] = []
  /// The questions that a person left as they are: what is required and missing there is unknown.
  private let settled: Set<Address>
  private let isWhollyAccepted: Bool
  private let questionnaire: Questionnaire
  /// What is said in place of answers, unless a person decided otherwise.
  private let said: [Address: AnswerState]
  /// The questions that the form has no place for.
  private let absent: Set<Question.Name>

  /// Takes the answers of a form, and what was decided of them.
  init(_ form: MatchedForm, _ ruling: Ruling, in questionnaire: Questionnaire) {
    self.questionnaire = questionnaire
    settled = Set(ruling.questions.keys)
    isWhollyAccepted = ruling.whole == .accept
    said = form.states.filter { ruling.questions[$0.key].map { $0.verdict == .accept } ?? true }
    absent = form.absent
    var cells: [Address: String] = [:]
    for answer in form.answers where cells[answer.address] == nil { cells[answer.address] = answer.cell }
    for (address, decision) in ruling.questions {
      switch decision.verdict {
      case .edit: cells[address] = decision.value
      case .reject: cells[address] = ""
      case .accept, .mechanism, .reopen: break
      }
    }
    for (address, cell) in cells { take(cell, at: address) }
    reasons = questionnaire.inFormOrder(reasons.compactMap(\.address)).flatMap { address in
      reasons.filter { $0.address == address }
    }
  }

  private mutating func take(_ cell: String, at address: Address) {
    guard let placed = questionnaire.placed(address.question), placed.repeats == address.repeats.map(\.group),
      placed.question.isAsked
    else {
      reasons.append(Reason(.notAsked, at: address, "nobody is asked '\(address)'"))
      return
    }
    do throws(AnswerProblem) {
      answers[address] = try placed.question.answer(
        from: cell, in: questionnaire.choices(of: placed.question))
    } catch {
      reasons.append(Reason(Reason.Code(.notAnAnswer), at: address, "\(error)"))
    }
  }

  /// Puts an answer where there is none.
  mutating func add(_ answer: Answer, at address: Address) {
    if answers[address] == nil { answers[address] = answer }
  }

  /// Puts an answer, whatever stands there.
  mutating func replace(_ answer: Answer, at address: Address) {
    answers[address] = answer
    reasons.removeAll { $0.address == address }
  }

  /// What a response needs that no form says.
  struct Frame {
    let id: Response.ID
    let source: Response.Source
    let time: Instant?
    let sender: String
    let supersedes: Response.ID?
  }

  /// What a form becomes.
  struct Outcome {
    /// The response; nothing where something blocks it.
    let response: Response?
    /// What a person must decide.
    let reasons: [Reason]
    /// What the questionnaire itself could not work out, in its order, each once; it stands in nobody's way.
    let faults: [FormFault]
  }

  /// Makes the response, with all that stands in its way.
  ///
  /// - Parameter frame: What no form says.
  /// - Returns: The response, what a person must decide, and mistakes of the questionnaire.
  func response(_ frame: Frame) -> Outcome {
    var reasons = self.reasons
    var draft = session(frame, unknown: [])
    // A required answer that is missing was seen by a person: then nobody knows it.
    var review = draft.review
    let missing = review.blocking.filter { $0.issue == .missing && isExcused($0.address) }.map(\.address)
    if !missing.isEmpty {
      draft = session(frame, unknown: Set(missing))
      review = draft.review
    }
    for (address, because) in review.setAside {
      let names = because.map { "'\($0)'" }.joined(separator: ", ")
      reasons.append(
        Reason(
          .notAsked, at: address,
          "'\(address)' is answered, but not asked"
            + (names.isEmpty ? "" : ", because of the answer to \(names)")))
    }
    for (address, issue) in review.blocking { reasons.append(reason(issue, at: address)) }
    let asksWhoSubmits = questionnaire.placed(Question.Name(ResponseMetadata.submittedBy.heading)) != nil
    let made = try? draft.response(
      source: frame.source, submittedAt: frame.time, submittedBy: asksWhoSubmits ? "" : frame.sender)
    let response = made.map { made in
      Response(
        id: made.id, formID: made.formID, formVersion: made.formVersion, source: frame.source, startedAt: nil,
        submittedAt: made.submittedAt, submittedBy: made.submittedBy, supersedes: frame.supersedes,
        answers: made.answers)
    }
    var told: Set<FormFault> = []
    return Outcome(
      response: response, reasons: reasons,
      faults: review.faults.map(\.fault).filter { told.insert($0).inserted })
  }

  private func isExcused(_ address: Address) -> Bool { isWhollyAccepted || settled.contains(address) }

  private func reason(_ issue: Review.Issue, at address: Address) -> Reason {
    switch issue {
    case .missing:
      Reason(.missing, at: address, "'\(address)' is missing, and the questionnaire requires it")
    case .brokenRule:
      Reason(
        .breaksRule, at: address,
        "the answer to '\(address)' breaks the rule \(questionnaire.question(address.question)?.constraint?.rule ?? "")"
      )
    case .choiceNotOffered(let choice):
      Reason(
        Reason.Code(.notInTheList), at: address,
        "'\(choice)' is in the list of '\(address)', but is not offered")
    case .notRanked(let count):
      Reason(
        Reason.Code(.notAnAnswer), at: address,
        "choices of '\(address)' without a place in the order: \(count)")
    case .notTaken(let text):
      Reason(Reason.Code(.notAnAnswer), at: address, "'\(text)' is no answer to '\(address)'")
    }
  }

  /// Where no time is known, no day is too late for a rule that asks for `today()`.
  private static let lastDay = Instant(
    secondsSinceEpoch: (CalendarDate(year: 9998, month: 12, day: 31)?.daysSinceEpoch ?? 0) * 86_400)

  /// The form as somebody copies it: what was left blank is blank, nothing is entered by default.
  private func session(_ frame: Frame, unknown: Set<Address>) -> FormSession {
    let template = Response(
      id: frame.id, formID: questionnaire.id, formVersion: questionnaire.version, source: frame.source,
      startedAt: nil,
      submittedAt: frame.time, submittedBy: "", supersedes: nil, answers: states(of: nil, in: [], unknown))
    return FormSession(
      questionnaire, id: frame.id, mode: .transcriber, startedAt: frame.time ?? Self.lastDay,
      correcting: template)
  }

  private func states(
    of group: Group.Name?, in repeats: [Address.Repeat], _ unknown: Set<Address>
  ) -> Response.Answers {
    var found = Response.Answers()
    for question in questionnaire.columns(of: group) where question.isAsked {
      let address = Address(question.name, in: repeats)
      found.states[question.name] =
        answers[address].map { .answered($0) } ?? said[address]
        ?? (unknown.contains(address) || absent.contains(question.name) ? .unknown : .blank)
    }
    for inner in questionnaire.repeatGroups(directlyIn: group) {
      let numbers = answers.keys.compactMap { address -> Int? in
        guard address.repeats.count > repeats.count, Array(address.repeats.prefix(repeats.count)) == repeats,
          address.repeats[repeats.count].group == inner.name
        else { return nil }
        return address.repeats[repeats.count].number
      }
      guard let count = numbers.max(), count > 0 else {
        // A form that has no place for any of its questions asks for no repeats: whether there are any, nobody knows.
        let asked = questionnaire.placed.filter { $0.repeats.contains(inner.name) && $0.question.isAsked }
        if !asked.isEmpty, asked.allSatisfy({ absent.contains($0.question.name) }) {
          found.unknownRepeats.insert(inner.name)
        }
        continue
      }
      found.repeats[inner.name] = (1...count).map { number in
        states(of: inner.name, in: repeats + [Address.Repeat(group: inner.name, number: number)], unknown)
      }
    }
    return found
  }
}
