public import Calendar
internal import Messages
public import Survey

/// What a person sees of a response that was sent, before correcting it.
public struct SentSummary: Sendable {
  /// The form as a correction of it begins.
  public let session: FormSession
  /// When it was sent; nothing where that is not known.
  public let sentAt: Instant?
  /// The receipt that was given for it.
  public let receipt: Receipt

  /// Creates a summary.
  public init(session: FormSession, sentAt: Instant?, receipt: Receipt) {
    self.session = session
    self.sentAt = sentAt
    self.receipt = receipt
  }
}

/// What can be done with the drafts that were found, and with what was sent; each by its place.
enum WelcomeItem: Equatable {
  case resume(Int), takeOver(Int), look(Int)
  case correct(Int), lookAtSent(Int)
  case new
}

extension FormText {
  /// What can be done before the form, in parts under their headings; a heading may be empty.
  func welcome(
    drafts: [DraftSummary], sent: [SentSummary]
  ) -> [(heading: String, items: [WelcomeItem])] {
    let found = drafts.enumerated().flatMap { place, draft -> [WelcomeItem] in
      draft.isHeld ? [.look(place), .takeOver(place)] : [.resume(place), .look(place)]
    }
    return (found.isEmpty ? [] : [(say(.draftsFound), found)])
      + sent.enumerated().map { (alreadyAnswered($1), [.correct($0), .lookAtSent($0)]) } + [("", [.new])]
  }

  /// What can be done, as people read it.
  func label(of item: WelcomeItem, drafts: [DraftSummary], sent: [SentSummary]) -> String {
    switch item {
    case .resume(let place): labelled(.draftContinue, summary(of: drafts[place]))
    case .look(let place): labelled(.draftLook, summary(of: drafts[place]))
    case .takeOver(let place): labelled(.draftTakeOver, summary(of: drafts[place]))
    case .correct(let place): correcting(sent[place])
    case .lookAtSent(let place):
      labelled(.sentLook, sent[place].receipt.description)
    case .new: say(!drafts.isEmpty ? .draftNew : sent.isEmpty ? .welcomeStart : .sentNew)
    }
  }

  private func summary(of draft: DraftSummary) -> String {
    let counts = counts(of: draft.session)
    return say(
      .draftLine,
      [
        "who": respondent(of: draft.session) ?? text(questionnaire.title),
        "answered": String(counts.answered), "asked": String(counts.asked),
        "time": say.moment(draft.lastSaved),
      ])
  }

  private func correcting(_ sent: SentSummary) -> String {
    let receipt = sent.receipt.description
    guard let time = sent.sentAt else { return say(.sentCorrectUndated, ["receipt": receipt]) }
    return say(.sentCorrect, ["time": say.moment(time), "receipt": receipt])
  }
}

extension FormText {
  /// That the mechanism of the person who reads it has answered already.
  public func alreadyAnswered(_ sent: SentSummary) -> String {
    let who = respondent(of: sent.session) ?? text(questionnaire.title)
    return alreadyAnswered(by: who, at: sent.sentAt, receipt: sent.receipt)
  }

  /// That somebody has answered already.
  ///
  /// - Parameters:
  ///   - who: The mechanism.
  ///   - time: When; nothing where that is not known.
  ///   - receipt: The receipt of what was sent.
  /// - Returns: The sentence.
  public func alreadyAnswered(by who: String, at time: Instant?, receipt: Receipt) -> String {
    guard let time else { return say(.alreadyAnsweredUndated, ["who": who, "receipt": receipt.description]) }
    return say(.alreadyAnswered, ["who": who, "time": say.moment(time), "receipt": receipt.description])
  }
}
