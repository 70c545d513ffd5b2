internal import Calendar
internal import Survey

/// Reads the times of a journal row by row: which question a person stood at, and how long.
struct JournalClock {
  private struct Visit {
    let kind: Paradata.Event.Kind
    let start: Instant
    var changes = 0
    /// Whether what is typed next belongs to the change that was counted last.
    var isTyping = false
  }

  private var events: [Paradata.Event]
  private var visit: Visit?
  private var last: Instant
  /// Whether a resumption waits for its first event.
  private var isResumed = false

  init(openedAt time: Instant) {
    events = [Paradata.Event(.start, at: time)]
    last = time
  }

  /// What happened up to the last row.
  var paradata: Paradata {
    var copy = self
    copy.leave(at: last)
    return Paradata(copy.events)
  }

  /// Ends the sitting: the time up to the next row was not spent at the form.
  mutating func resume() {
    leave(at: last)
    isResumed = true
  }

  /// Goes on to a row.
  ///
  /// - Parameters:
  ///   - time: When it was written.
  ///   - event: What the person did; nothing for a row that is no event of the form as it is now.
  mutating func add(_ time: Instant, _ event: FormEvent?) {
    if isResumed { events.append(Paradata.Event(.resume, at: time)) }
    isResumed = false
    last = time
    switch event {
    case .stand(let address): go(to: .question(address))
    case .review: go(to: .review)
    // A list is no question: the visit before it is over.
    case .list: leave(at: time)
    case .typing(let address, _): count(at: address, isTyping: true)
    case .answer(let address, _): count(at: address, isAnswer: true)
    case .clear(let address), .notApplicable(let address), .unknown(let address): count(at: address)
    case .undo, .redo: visit?.isTyping = false
    case .repeats, .remove, nil: break
    }
  }

  /// Ends the visit: the person went to a place that the form does not have now.
  mutating func goElsewhere(_ time: Instant) {
    add(time, nil)
    leave(at: time)
  }

  private mutating func go(to kind: Paradata.Event.Kind) {
    // Who is asked the same question once more has not left it.
    if visit?.kind == kind { return }
    leave(at: last)
    visit = Visit(kind: kind, start: last)
  }

  private mutating func leave(at time: Instant) {
    guard let visit else { return }
    events.append(Paradata.Event(visit.kind, from: visit.start, to: time, changes: visit.changes))
    self.visit = nil
  }

  private mutating func count(at address: Address, isTyping: Bool = false, isAnswer: Bool = false) {
    guard visit?.kind == .question(address) else { return }
    // What is typed at one go, up to the answer that it becomes, is one change.
    let isSame = visit?.isTyping == true && (isTyping || isAnswer)
    if !isSame { visit?.changes += 1 }
    visit?.isTyping = isTyping
  }
}
