internal import Survey

/// The events of a journal that are to be played again, when some no longer fit the form.
///
/// What takes back an event that is left out must be left out too, or it would take back another, and an
/// answer would be lost. So this keeps the list of what can be taken back, as `FormSession` does.
struct DraftReplay {
  private struct Change {
    let subject: String
    var isTyping: Bool
    let fits: Bool
  }

  /// The events to play.
  private(set) var records: [Draft.Record] = []
  private var done: [Change] = []
  private var undone: [Change] = []

  /// Adds an event that the form takes.
  mutating func add(_ row: DraftRow, _ event: FormEvent) {
    switch event {
    case .stand: if done.last?.subject != row.subject { endTyping() }
    case .review, .list: endTyping()
    case .typing where row.event == DraftRow.Event.unfinished.rawValue: endTyping()
    case .undo:
      if var last = done.popLast() {
        last.isTyping = false
        endTyping()
        undone.append(last)
        if !last.fits { return }
      }
    case .redo:
      if let last = undone.popLast() {
        done.append(last)
        if !last.fits { return }
      }
    case .answer, .typing, .clear, .notApplicable, .unknown, .repeats, .remove: change(row, fits: true)
    }
    records.append(Draft.Record(time: row.time, event: event))
  }

  /// Passes over an event that the form does not take.
  mutating func leaveOut(_ row: DraftRow) {
    if row.isChange { change(row, fits: false) }
    if row.event == DraftRow.Event.unfinished.rawValue { endTyping() }
  }

  /// From here on the events were made with this version of the form, which had left out the same ones.
  mutating func resume() {
    done.removeAll { !$0.fits }
    undone.removeAll { !$0.fits }
  }

  private mutating func endTyping() {
    if let last = done.indices.last { done[last].isTyping = false }
  }

  private mutating func change(_ row: DraftRow, fits: Bool) {
    let isTyping = row.event == DraftRow.Event.typing.rawValue
    let isJoining = isTyping || row.event == DraftRow.Event.answer.rawValue
    // What is typed at one go, up to the answer that it becomes, is one thing to take back.
    if let last = done.last, last.isTyping, last.subject == row.subject, isJoining {
      done.removeLast()
    } else {
      endTyping()
    }
    done.append(Change(subject: row.subject, isTyping: isTyping, fits: fits))
    undone = []
  }
}
