public import Calendar
internal import Expressions

/// A form while it is filled: what was entered, what follows from it, what can be taken back.
///
/// A pure value: state and event in, state out. It has no clock, no file and no terminal; front-ends show
/// it and tell it what people did, and the same events give the same response through every one of them.
public struct FormSession: Sendable {
  /// Who fills the form.
  public enum Mode: Sendable, Hashable {
    /// A respondent, for themselves.
    case respondent
    /// Somebody who copies answers from print or paper: what they do not give is unknown, not blank.
    case transcriber
  }

  /// The questionnaire that is filled.
  public let questionnaire: Questionnaire
  /// The identity that the response will have.
  public let id: Response.ID
  /// Who fills the form.
  public let mode: Mode
  /// When the form was opened.
  public let startedAt: Instant
  /// By how many seconds the clock of who fills the form was ahead of UTC then.
  public let localOffset: Int
  /// The submission that this one will correct.
  public let supersedes: Response.ID?
  /// Where the person stands; nothing before the first question was shown.
  public internal(set) var position: Outline.Stop?
  /// What was entered, whether it is asked now or not.
  public internal(set) var entries: [Address: Entry]
  /// What was typed and is no answer yet, of questions that take numbers, dates or times; never blank.
  ///
  /// It stands beside the entry, which stays as it is until an answer is given.
  public internal(set) var unfinished: [Address: String] = [:]
  /// Questions whose answers the form was to set, by a default or a trigger, and could not: they are as they were.
  var notSet: [Address: FormFault] = [:]
  /// How often each repeat group was repeated by hand.
  public internal(set) var repeatCounts: [RepeatPath: Int]
  /// What follows from the entries: what is asked, in which order, and the values that the form works out.
  public private(set) var outline: Outline

  var done: [Edit] = []
  var undone: [Edit] = []
  /// Whether a new repeat may bring defaults with it.
  let hasRepeatedDefaults: Bool

  /// Opens a form.
  ///
  /// - Parameters:
  ///   - questionnaire: What is asked.
  ///   - id: The identity that the response will have.
  ///   - mode: Who fills the form.
  ///   - startedAt: When the form was opened; it is `now()` in expressions, so that a draft that is resumed is the draft
  ///     that was left.
  ///   - localOffset: By how many seconds the clock of who fills the form was ahead of UTC then; `today()` is the day on
  ///     that clock.
  ///   - earlier: The response that this one will supersede; its answers are taken over.
  public init(
    _ questionnaire: Questionnaire, id: Response.ID, mode: Mode = .respondent, startedAt: Instant,
    localOffset: Int = 0, correcting earlier: Response? = nil
  ) {
    self.questionnaire = questionnaire
    self.id = id
    self.mode = mode
    self.startedAt = startedAt
    self.localOffset = localOffset
    self.supersedes = earlier?.id
    self.hasRepeatedDefaults = questionnaire.defaults.contains {
      !questionnaire.placed[$0].repeats.isEmpty
    }
    self.entries = [:]
    self.repeatCounts = [:]
    self.outline = Outline(
      of: questionnaire, entries: [:], repeatCounts: [:],
      frame: FormFrame(id: id, mode: mode, startedAt: startedAt, localOffset: localOffset))
    if let earlier {
      take(earlier.answers, in: [])
      refresh()
      // From now on it is seen when a repeat comes that brings defaults with it.
      for place in questionnaire.defaults { _ = outline.addresses(of: questionnaire.placed[place]) }
    } else if mode == .respondent {
      enterDefaults(newSince: nil)
    }
    _ = keepValues()
  }

  /// Works out anew what follows from the entries, as far as it hangs on what has changed.
  ///
  /// - Parameter changes: What was changed since the last time, all of it; where it is not told, it is looked for.
  mutating func refresh(after changes: Set<Fact>? = nil) {
    let changes = changes ?? differences
    if changes.isEmpty { return }
    outline = Outline(after: outline, entries: entries, repeatCounts: repeatCounts, changes: changes)
  }

  /// What is entered otherwise than the outline has it.
  private var differences: Set<Fact> {
    var changes: Set<Fact> = []
    for (address, entry) in entries where outline.entries[address] != entry {
      changes.insert(.entry(address))
    }
    for address in outline.entries.keys where entries[address] == nil { changes.insert(.entry(address)) }
    for (path, count) in repeatCounts where outline.repeatCounts[path] != count {
      changes.insert(.repeats(path))
    }
    for path in outline.repeatCounts.keys where repeatCounts[path] == nil { changes.insert(.repeats(path)) }
    return changes
  }

  /// This form with everything that follows worked out from the beginning, in each repeat for itself: what the session
  /// must be equal to.
  package var workedOutAnew: FormSession {
    var session = self
    session.outline = Outline(
      of: questionnaire, entries: entries, repeatCounts: repeatCounts,
      frame: FormFrame(id: id, mode: mode, startedAt: startedAt, localOffset: localOffset),
      sharingBlankRepeats: false)
    return session
  }
}
