public import Calendar

/// Why a form cannot be submitted as it stands: what blocks it, in the order of the form.
public struct SubmissionRefusal: Error, Sendable {
  /// The questions in the way, and why.
  public let blocking: [(address: Address, issue: Review.Issue)]

  /// Creates a refusal.
  public init(blocking: [(address: Address, issue: Review.Issue)]) { self.blocking = blocking }
}

extension FormSession {
  /// Makes the response of this form as it stands.
  ///
  /// - Parameters:
  ///   - source: Through which door the answers came.
  ///   - submittedAt: Now; nothing where a transcriber does not know when it was submitted.
  ///   - submittedBy: Who submits; empty where that is not known.
  /// - Returns: The response: asked answers only; what is set aside is `notAsked`.
  /// - Throws: What stands in the way.
  public func response(
    source: Response.Source, submittedAt: Instant?, submittedBy: String
  ) throws(SubmissionRefusal) -> Response {
    let blocking = review.blocking
    if !blocking.isEmpty { throw SubmissionRefusal(blocking: blocking) }
    return Response(
      id: id, formID: questionnaire.id, formVersion: questionnaire.version, source: source,
      startedAt: mode == .transcriber ? nil : startedAt,
      submittedAt: submittedAt, submittedBy: submittedBy, supersedes: supersedes,
      answers: answers(of: nil, in: [], submittedAt: submittedAt))
  }

  private func answers(
    of group: Group.Name?, in repeats: [Address.Repeat], submittedAt: Instant?
  ) -> Response.Answers {
    var answers = Response.Answers()
    for question in questionnaire.columns(of: group) {
      answers.states[question.name] = state(
        of: question, at: Address(question.name, in: repeats), submittedAt: submittedAt)
    }
    for inner in questionnaire.repeatGroups(directlyIn: group) {
      let path = RepeatPath(inner.name, in: repeats)
      let count = outline.count(of: path)
      if count == 0 {
        switch outline.standing(of: path) {
        case .notAsked: answers.unaskedRepeats.insert(inner.name)
        case .undetermined: answers.unknownRepeats.insert(inner.name)
        case .asked: if isUnknown(path) { answers.unknownRepeats.insert(inner.name) }
        }
        continue
      }
      answers.repeats[inner.name] = (1...count).map {
        self.answers(of: inner.name, in: path.step($0), submittedAt: submittedAt)
      }
    }
    return answers
  }

  /// Whether nobody knows how many repeats there are: a transcriber has not said so.
  ///
  /// - Parameter path: The list of a repeat group.
  /// - Returns: Never true where a respondent fills the form.
  public func isUnknown(_ path: RepeatPath) -> Bool {
    guard mode == .transcriber, case .free = questionnaire.group(path.group)?.repetition else { return false }
    return repeatCounts[path] == nil
  }

  private func state(of question: Question, at address: Address, submittedAt: Instant?) -> AnswerState {
    switch outline.standing(of: address) {
    case .notAsked: return .notAsked
    case .undetermined: return .unknown
    case .asked: break
    }
    if let calculation = question.calculation {
      if !outline.isKnown(calculation, at: address) { return .unknown }
      return outline.workedOutAnswer(address).map { .answered($0) } ?? .blank
    }
    if case .metadata(let metadata) = question.kind {
      let text = entries[address]?.answer?.cell ?? text(of: metadata, submittedAt: submittedAt)
      return text.isEmpty ? .blank : .answered(.text(text))
    }
    guard question.isAsked else { return entries[address]?.answer.map { .answered($0) } ?? .blank }
    switch entries[address] {
    case .answered(let answer): return .answered(answer)
    case .notApplicable: return .notApplicable
    case .unknown: return .unknown
    case .blank: return .blank
    case nil: return mode == .transcriber ? .unknown : .blank
    }
  }

  /// What the tool knows of an interview; of one that is transcribed it knows nothing.
  private func text(of metadata: Question.Metadata, submittedAt: Instant?) -> String {
    if mode == .transcriber { return "" }
    return switch metadata {
    case .start: startedAt.description
    case .end: submittedAt?.description ?? ""
    case .today: startedOn.description
    case .username, .deviceid, .phonenumber, .email, .audit: ""
    }
  }
}
