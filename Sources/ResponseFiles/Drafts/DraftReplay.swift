internal import Survey

/// The events of a journal that are to be played again, when some no longer fit the form.
///
/// What takes back an event that is left out must be left out too, or it would take back another, and an
/// answer would be lost. So this keeps the list of what can be taken back, as `FormSession` does.
struct DraftReplay {
  private struct Change {
    let subject: String
    let isTyping: Bool
    let fits: Bool
  }

  /// The events to play.
  private(set) var records: [Draft.Record] = []
  private var done: [Change] = []
  private var undone: [Change] = []

  /// Adds an event that the form takes.
  mutating func add(_ row: DraftRow, _ event: FormEvent) {
    switch event {
    case .stand: break
    case .undo:
      if let last = done.popLast() {
        undone.append(last)
        if !last.fits { return }
      }
    case .redo:
      if let last = undone.popLast() {
        done.append(last)
        if !last.fits { return }
      }
    case .answer, .typing, .clear, .notApplicable, .unknown, .repeats: change(row, fits: true)
    }
    records.append(Draft.Record(time: row.time, event: event))
  }

  /// Passes over an event that the form does not take.
  mutating func leaveOut(_ row: DraftRow) {
    if row.isChange { change(row, fits: false) }
  }

  /// From here on the events were made with a form that had left out the same ones.
  mutating func resume() {
    done.removeAll { !$0.fits }
    undone.removeAll { !$0.fits }
  }

  private mutating func change(_ row: DraftRow, fits: Bool) {
    // What is typed at one go is one thing to take back.
    if let last = done.last, last.isTyping, last.subject == row.subject { done.removeLast() }
    done.append(Change(subject: row.subject, isTyping: row.event == "typing", fits: fits))
    undone = []
  }
}
