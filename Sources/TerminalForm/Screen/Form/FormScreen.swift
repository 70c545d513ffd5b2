internal import Messages
public import Survey

/// The form on a full screen: what a person sees and does, as a value.
///
/// Keys go in with `press`, pictures come out of `draw`. It knows no terminal and no clock; what must survive it
/// gives to its desk before it shows that it happened.
public struct FormScreen {
  /// The form as it stands.
  public internal(set) var session: FormSession
  /// What stays in the terminal when the form is over: the receipt, or how to go on.
  public internal(set) var farewell: [String] = []
  private let language: FormText
  let desk: FormDesk
  let glossary: Glossary
  /// The size of the terminal.
  package var size = Frame.Size(rows: 24, columns: 80)

  /// The pages of the form as it stands.
  var pages: [Page] = []
  /// How many of its questions are answered.
  var counts: QuestionCounts
  /// The question that has the focus; nothing at the review.
  package internal(set) var place: Outline.Stop?
  /// The repeat that comes next at a list; nothing where what is behind them all does.
  var nextRepeat: Int?
  /// What the person does there.
  var input = Input.reading
  /// What stands before the form: a menu, help.
  var pane: Pane?
  /// The review, where the person is at it.
  var reviewing: ReviewState?
  /// What there is to say, until the next key.
  var message: Message?
  /// Whether all that was typed is kept.
  var keeping = Keeping.saved
  /// Where the person was told of something, and goes on with the next Enter.
  var told: Outline.Stop?
  /// How far the rows are scrolled, and what that showed.
  var view = View()
  var hasFailedToSubmit = false

  /// Opens a form.
  ///
  /// - Parameters:
  ///   - session: The form as it stands: new, or a draft.
  ///   - words: The languages.
  ///   - desk: Where answers go.
  ///   - glossary: The terms that the help explains.
  public init(_ session: FormSession, words: FormText, desk: FormDesk, glossary: Glossary = Glossary()) {
    self.session = session
    self.language = words
    self.desk = desk
    self.glossary = glossary
    counts = words.counts(of: session)
    pages = Page.pages(of: session.outline.stops, in: words)
    go(to: session.position ?? session.outline.stops.first)
  }

  /// The words of the form, with the answers that its texts repeat.
  var words: FormText { language.reading(session) }

  /// Whether nobody changes the answer here.
  func isFixed(_ address: Address) -> Bool { desk.fixed.contains(address) || session.isReadOnly(address) }

  /// What a person does at a question.
  enum Input: Equatable {
    /// Only reads: a note, or an answer that is fixed here.
    case reading
    /// Chooses from a list.
    case choosing(PickList)
    /// Types.
    case typing(TypedAnswer)
    /// Stands before the list of a repeat group.
    case listing(ListedRepeats)
  }

  /// An answer while it is typed.
  struct TypedAnswer: Equatable {
    var field: TextField
    /// What the form holds, or held when the question was opened.
    let before: String
    /// What the journal has.
    var kept: String
    /// Whether Enter begins a new line.
    let isLong: Bool

    var text: String { field.text }
  }

  /// What stands in the field that the person types in, if there is one.
  package var typed: String? {
    switch input {
    case .typing(let typed): typed.text
    case .listing(let listed): listed.typed.isEmpty ? nil : listed.typed
    case .reading, .choosing: nil
    }
  }

  /// Something to say.
  struct Message: Equatable {
    let text: String
    let style: Frame.Style
  }

  /// Whether all that was typed is kept.
  enum Keeping { case saved, typing, failed }

  /// What pressing a key asks of whoever shows the form.
  package enum Act: Equatable {
    /// Shows the form's text in an editor, and gives it back with `take(edited:)`.
    case edit(String)
    case redraw
    case end(FormOutcome)
  }
}

// MARK: - Events

extension FormScreen {
  /// Keeps an event, then lets it happen.
  ///
  /// - Returns: Whether it happened. Where it could not be kept, that is said, and nothing changed.
  mutating func perform(_ event: FormEvent) -> Bool {
    if let address = event.changes, isFixed(address) {
      say(words.say(.fixedHere), .warning)
      return false
    }
    do {
      // Tried first, so that a journal holds nothing that its form refuses.
      var changed = session
      try changed.apply(event)
      try desk.record(event)
      let before = session.outline
      session = changed
      keeping = .saved
      renew(since: before)
      return true
    } catch {
      keeping = .failed
      say(words.say(.notStored, ["reason": "\(error)"]), .warning)
      return false
    }
  }

  /// Works out what follows from a change, and says which answers it hides or brings back.
  mutating func renew(since before: Outline) {
    // Most answers change nothing of what is asked; this is seen without a look at each question.
    let isSame = session.outline.stops == before.stops
    counts = language.counts(of: session, asked: isSame ? counts.asked : nil)
    if isSame { return }
    pages = Page.pages(of: session.outline.stops, in: words)
    let (earlier, after) = (Set(before.asked), Set(session.outline.asked))
    let hidden = session.answered(among: before.asked.filter { !after.contains($0) })
    let shown = session.answered(among: session.outline.asked.filter { !earlier.contains($0) })
    var lines: [String] = []
    if !hidden.isEmpty { lines.append(words.say(.setAside, ["numbers": words.references(to: hidden)])) }
    if !shown.isEmpty { lines.append(words.say(.askedAgain, ["numbers": words.references(to: shown)])) }
    if !lines.isEmpty { say(lines.joined(separator: "\n"), .aside) }
  }

  mutating func say(_ text: String, _ style: Frame.Style) {
    let earlier = message.map { $0.text + "\n" } ?? ""
    message = Message(text: earlier + text, style: style)
  }

  /// Says what is to be looked at in an answer that was just given.
  mutating func sayIssues(at address: Address) {
    for issue in session.issues(at: address) { say(words.text(of: issue, at: address), .warning) }
    if let remark = desk.remark(session, address) { say(remark, .warning) }
  }
}

extension FormEvent {
  /// The question whose answer the event changes, where it names one.
  var changes: Address? {
    switch self {
    case .answer(let address, _), .typing(let address, _), .clear(let address), .notApplicable(let address),
      .unknown(let address):
      address
    case .repeats, .remove, .stand, .list, .review, .undo, .redo: nil
    }
  }
}
