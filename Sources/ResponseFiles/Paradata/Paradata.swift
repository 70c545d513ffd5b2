public import Calendar
public import Survey

/// How a form was filled: when it was opened, and how long a person stood at each question.
///
/// Times and counts only: no answer, and nothing that was typed.
public struct Paradata: Sendable, Hashable {
  /// What happened, and when, in the order of time.
  public struct Event: Sendable, Hashable {
    /// What happened.
    public enum Kind: Sendable, Hashable {
      /// The form was opened.
      case start
      /// The draft was gone on with, after it was left or cut off.
      case resume
      /// The person stood at a question, to the next question, the review, the submission, or the last event
      /// before the draft was left.
      case question(Address)
      /// The person looked the whole form through.
      case review
    }

    /// What happened.
    public let kind: Kind
    /// When it began.
    public let start: Instant
    /// When it ended; `start` for what has no length.
    public let end: Instant
    /// How many answers were given or taken away at the question; what is typed at one go counts once.
    public let changes: Int

    /// Creates an event; its end is never before its start.
    public init(_ kind: Kind, from start: Instant, to end: Instant, changes: Int = 0) {
      self.kind = kind
      self.start = start
      self.end = max(start, end)
      self.changes = changes
    }

    /// Creates an event without a length.
    public init(_ kind: Kind, at time: Instant) { self.init(kind, from: time, to: time) }

    /// How long it was, in seconds.
    public var seconds: Int { end.secondsSinceEpoch - start.secondsSinceEpoch }
  }

  /// What happened, in the order of time.
  public let events: [Event]

  /// Takes events, in the order of time.
  public init(_ events: [Event]) { self.events = events }
}

extension Paradata {
  /// Several visits to one place, added up.
  public struct Stay: Sendable, Hashable {
    /// How many visits.
    public internal(set) var visits = 0
    /// How long they were together, in seconds.
    public internal(set) var seconds = 0
    /// How many answers were given or taken away there.
    public internal(set) var changes = 0

    mutating func add(_ event: Event) {
      visits += 1
      seconds += event.seconds
      changes += event.changes
    }
  }

  /// The visits to each question.
  public var stays: [Address: Stay] {
    var stays: [Address: Stay] = [:]
    for event in events {
      if case .question(let address) = event.kind { stays[address, default: Stay()].add(event) }
    }
    return stays
  }

  /// The visits to the review.
  public var review: Stay {
    var stay = Stay()
    for event in events where event.kind == .review { stay.add(event) }
    return stay
  }

  /// How long the person was at the questions and the review, in seconds.
  public var seconds: Int { events.reduce(0) { $0 + $1.seconds } }

  /// How often the form was sat down to: it was opened once, and gone on with each other time.
  public var sittings: Int { events.count { $0.kind == .start || $0.kind == .resume } }
}
