public import Calendar
internal import Messages
public import Survey

/// What a person sees of a draft before opening it.
public struct DraftSummary: Sendable {
  /// The form as it was left.
  public let session: FormSession
  /// When it was saved last.
  public let lastSaved: Instant
  /// Whether another session is filling it now.
  public let isHeld: Bool

  /// Creates a summary.
  public init(session: FormSession, lastSaved: Instant, isHeld: Bool) {
    self.session = session
    self.lastSaved = lastSaved
    self.isHeld = isHeld
  }
}

/// What a person wants to do with the drafts that were found.
public enum DraftChoice: Sendable, Equatable {
  /// Go on with one of them, by its place.
  case resume(Int)
  /// Go on with one that another session fills; that one can keep no more.
  case takeOver(Int)
  /// Start another.
  case new
  /// Leave everything as it is.
  case leave
  /// Ask again in the other form of the form: full screen or line by line.
  case goesOver
  case ended(bySignal: Int32)
}

/// What can be done with the drafts that were found; each by its place.
private enum WelcomeItem {
  case resume(Int)
  case look(Int)
  case takeOver(Int)
  case new
}

extension LineForm {
  /// Offers the drafts that were found, line by line.
  ///
  /// - Parameters:
  ///   - drafts: At least one.
  ///   - terminal: Where the person is; it is handed on.
  ///   - words: The languages.
  /// - Returns: What to do.
  public static func choose(
    among drafts: [DraftSummary], at terminal: inout Terminal, words: FormText
  ) -> DraftChoice {
    var items: [(item: WelcomeItem, label: String)] = []
    terminal.write(words.say(.draftsFound) + "\n")
    for (place, draft) in drafts.enumerated() {
      let line = words.summary(of: draft)
      if !draft.isHeld { items.append((.resume(place), words.labelled(.draftContinue, line))) }
      items.append((.look(place), words.labelled(.draftLook, line)))
      if draft.isHeld { items.append((.takeOver(place), words.labelled(.draftTakeOver, line))) }
    }
    items.append((.new, words.say(.draftNew)))
    for (index, item) in items.enumerated() { terminal.write("\(index + 1). \(item.label)".harmless + "\n") }
    while true {
      var form = LineForm(drafts[0].session, at: terminal, words: words, desk: .closed)
      let choice = form.choose(from: items.count)
      terminal = form.terminal
      switch choice {
      case .none: continue
      case .number(let number):
        switch items[number - 1].item {
        case .resume(let place): return .resume(place)
        case .takeOver(let place): return .takeOver(place)
        case .new: return .new
        case .look(let place):
          var look = LineForm(drafts[place].session, at: terminal, words: words, desk: .closed)
          look.showReview()
          terminal = look.terminal
          terminal.write(words.say(.lookOnly) + "\n")
        }
      case .other(let typed):
        terminal.write(
          words.say(.notInMenu, ["found": typed, "count": String(items.count)]).harmless + "\n")
      case .over(.end(let signal)): return .ended(bySignal: signal)
      case .over: return .leave
      }
    }
  }
}

extension FormText {
  func summary(of draft: DraftSummary) -> String {
    let counts = counts(of: draft.session)
    return say(
      .draftLine,
      [
        "who": respondent(of: draft.session) ?? text(questionnaire.title),
        "answered": String(counts.answered), "asked": String(counts.asked),
        "time": say.moment(draft.lastSaved),
      ])
  }
}
