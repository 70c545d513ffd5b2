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

/// What a person wants to do with the drafts that were found, and with what was sent.
public enum DraftChoice: Sendable, Equatable {
  /// Go on with one of them, by its place.
  case resume(Int)
  /// Go on with one that another session fills; that one can keep no more.
  case takeOver(Int)
  /// Correct a response that was sent, by its place.
  case correct(Int)
  /// Start another.
  case new
  /// Leave everything as it is.
  case leave
  /// Ask again in the other form of the form: full screen or line by line.
  case goesOver
  case ended(bySignal: Int32)
}

extension LineForm {
  /// Offers the drafts that were found, and what was sent, line by line.
  ///
  /// - Parameters:
  ///   - drafts: What was found, the newest first.
  ///   - sent: What was sent and can be corrected here, the newest first; with the drafts, at least one.
  ///   - terminal: Where the person is; it is handed on.
  ///   - words: The languages.
  /// - Returns: What to do.
  public static func choose(
    among drafts: [DraftSummary], sent: [SentSummary] = [], at terminal: inout Terminal, words: FormText
  ) -> DraftChoice {
    guard let first = drafts.first?.session ?? sent.first?.session else { return .new }
    var items: [WelcomeItem] = []
    for part in words.welcome(drafts: drafts, sent: sent) {
      if !part.heading.isEmpty { terminal.write(part.heading.harmless + "\n") }
      for item in part.items {
        items.append(item)
        let label = words.label(of: item, drafts: drafts, sent: sent)
        terminal.write("\(items.count). \(label)".harmless + "\n")
      }
    }
    while true {
      var form = LineForm(first, at: terminal, words: words, desk: .closed)
      let choice = form.choose(from: items.count)
      terminal = form.terminal
      switch choice {
      case .none: continue
      case .number(let number):
        switch items[number - 1] {
        case .resume(let place): return .resume(place)
        case .takeOver(let place): return .takeOver(place)
        case .correct(let place): return .correct(place)
        case .new: return .new
        case .look(let place): look(at: drafts[place].session, at: &terminal, words: words)
        case .lookAtSent(let place): look(at: sent[place].session, at: &terminal, words: words)
        }
      case .other(let typed):
        terminal.write(
          words.say(.notInMenu, ["found": typed, "count": String(items.count)]).harmless + "\n")
      case .over(.end(let signal)): return .ended(bySignal: signal)
      case .over: return .leave
      }
    }
  }

  private static func look(at session: FormSession, at terminal: inout Terminal, words: FormText) {
    var look = LineForm(session, at: terminal, words: words, desk: .closed)
    look.showReview()
    terminal = look.terminal
    terminal.write(words.say(.lookOnly) + "\n")
  }
}
