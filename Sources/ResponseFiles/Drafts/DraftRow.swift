internal import Calendar
internal import CSV
internal import Survey

/// A row of a journal: when, what, of which question, and the cell.
struct DraftRow: Hashable {
  static let columns = ["time", "event", "subject", "value"]

  let time: Instant
  let event: String
  let subject: String
  let value: String

  init(_ time: Instant, _ event: Event, _ subject: String = "", _ value: String = "") {
    self.time = time
    self.event = event.rawValue
    self.subject = subject
    self.value = value
  }

  /// Reads a row; nothing where it is none.
  init?(_ cells: [String]) {
    guard cells.count == Self.columns.count, let time = Instant(cells[0]) else { return nil }
    self.time = time
    self.event = cells[1]
    self.subject = cells[2]
    self.value = cells[3]
  }

  var cells: [String] { [time.description, event, subject, value] }

  /// The words of the column `event`.
  enum Event: String {
    case open, instance, mode, source, correcting
    /// The draft was resumed, with which version of the form, as `open` has it; the first event follows.
    case resume
    /// All before was submitted.
    case submit
    /// Something was typed that is no answer yet: an event of its own, for it is no step of undo, whatever
    /// the question takes in a later version.
    case unfinished
    case answer, typing, clear, unknown, repeats, stand, review, undo, redo
    /// One repeat of a group was taken out, by its number; those behind it moved up.
    case remove
    /// The person went to the list of a repeat group.
    case list
    case notApplicable = "not_applicable"
  }
}

extension DraftRow {
  /// The row of something that a person did to a form.
  init(_ event: FormEvent, at time: Instant, in questionnaire: Questionnaire) {
    switch event {
    case .answer(let address, let answer): self.init(time, .answer, address.description, answer.cell)
    case .typing(let address, let text):
      let isText = questionnaire.question(address.question)?.kind == .text
      self.init(time, isText ? .typing : .unfinished, address.description, text)
    case .clear(let address): self.init(time, .clear, address.description)
    case .notApplicable(let address): self.init(time, .notApplicable, address.description)
    case .unknown(let address): self.init(time, .unknown, address.description)
    case .repeats(let path, let count): self.init(time, .repeats, path.description, String(count))
    case .remove(let path, let number): self.init(time, .remove, path.description, String(number))
    case .stand(let address): self.init(time, .stand, address.description)
    case .list(let path): self.init(time, .list, path.description)
    case .review: self.init(time, .review)
    case .undo: self.init(time, .undo)
    case .redo: self.init(time, .redo)
    }
  }

  /// The row with the names that questions, groups and choices have now.
  ///
  /// - Parameter questionnaire: The form, perhaps in a later version.
  /// - Returns: The row; as it is where it names nothing that was renamed.
  func now(in questionnaire: Questionnaire) -> DraftRow {
    let history = questionnaire.history
    switch Event(rawValue: event) {
    case .answer, .typing, .unfinished, .clear, .unknown, .notApplicable, .stand:
      guard let address = Address(subject).map(history.now) else { return self }
      let question = event == Event.answer.rawValue ? questionnaire.question(address.question) : nil
      let cell = question.map { questionnaire.now(value, of: $0) } ?? value
      return DraftRow(time: time, event: event, subject: address.description, value: cell)
    case .repeats, .remove, .list:
      guard let path = RepeatPath(subject).map(history.now) else { return self }
      return DraftRow(time: time, event: event, subject: path.description, value: value)
    case .open, .instance, .mode, .source, .correcting, .resume, .submit, .review, .undo, .redo, nil:
      return self
    }
  }

  private init(time: Instant, event: String, subject: String, value: String) {
    self.time = time
    self.event = event
    self.subject = subject
    self.value = value
  }

  /// What the person did.
  ///
  /// - Parameter questionnaire: The form, perhaps in a later version.
  /// - Returns: The event.
  /// - Throws: Why it does not fit the form.
  func formEvent(in questionnaire: Questionnaire) throws(DraftFinding.Problem) -> FormEvent {
    switch Event(rawValue: event) {
    case .answer:
      let (address, question) = try askedPlace(in: questionnaire)
      do throws(AnswerProblem) {
        let list = questionnaire.choices(of: question)
        // An answer without a text is no answer.
        return try question.answer(from: value, in: list).map { .answer(address, $0) } ?? .clear(address)
      } catch {
        throw .noAnswer(event: event, subject: subject, value: value, error)
      }
    case .typing, .unfinished:
      let (address, question) = try askedPlace(in: questionnaire)
      guard question.kind.isTyped, (question.kind == .text) == (event == Event.typing.rawValue) else {
        throw .otherKind(event: event, subject: subject, value: value)
      }
      return .typing(address, value)
    case .clear: return .clear(try askedPlace(in: questionnaire).address)
    case .notApplicable: return .notApplicable(try askedPlace(in: questionnaire).address)
    case .unknown: return .unknown(try askedPlace(in: questionnaire).address)
    case .stand: return .stand(try place(in: questionnaire).address)
    case .review: return .review
    case .undo: return .undo
    case .redo: return .redo
    case .repeats: return .repeats(try list(in: questionnaire), try number())
    case .remove: return .remove(try list(in: questionnaire), try number())
    case .list: return .list(try list(in: questionnaire))
    case .open, .instance, .mode, .source, .correcting, .resume, .submit, nil:
      throw .noSuchEvent(event: event, subject: subject, value: value)
    }
  }

  /// Whether it changes the form, so that it can be taken back.
  var isChange: Bool {
    switch Event(rawValue: event) {
    case .answer, .typing, .clear, .notApplicable, .unknown, .repeats, .remove: true
    default: false
    }
  }

  /// Whether it only says where a person was in the form.
  var isOfPlace: Bool {
    switch Event(rawValue: event) {
    case .stand, .list, .review, .resume: true
    default: false
    }
  }

  /// The question, if people are asked it.
  private func askedPlace(
    in questionnaire: Questionnaire
  ) throws(DraftFinding.Problem) -> (address: Address, question: Question) {
    let (address, question) = try place(in: questionnaire)
    guard question.isAsked else { throw .noSuchPlace(event: event, subject: subject, value: value) }
    return (address, question)
  }

  /// The repeat group, if people add to it and take out of it.
  private func list(in questionnaire: Questionnaire) throws(DraftFinding.Problem) -> RepeatPath {
    guard let path = RepeatPath(subject), case .free? = questionnaire.group(path.group)?.repetition,
      questionnaire.repeatsAround(path.group) == path.repeats.map(\.group)
    else { throw .noSuchPlace(event: event, subject: subject, value: value) }
    return path
  }

  private func number() throws(DraftFinding.Problem) -> Int {
    guard let number = Int(value) else {
      throw .noSuchPlace(event: event, subject: subject, value: value)
    }
    return number
  }

  private func place(
    in questionnaire: Questionnaire
  ) throws(DraftFinding.Problem) -> (address: Address, question: Question) {
    guard let address = Address(subject), let placed = questionnaire.placed(address.question),
      placed.repeats == address.repeats.map(\.group)
    else { throw .noSuchPlace(event: event, subject: subject, value: value) }
    return (address, placed.question)
  }
}

extension DraftOpening {
  /// The rows that a journal begins with; `source` is always the last, so that they are whole when it is.
  var rows: [DraftRow] {
    let correction = correcting.map { [DraftRow(openedAt, .correcting, $0.text)] } ?? []
    return [
      DraftRow(openedAt, .open, formID.text, formVersion), DraftRow(openedAt, .instance, instanceID.text),
    ]
      + correction + [
        DraftRow(openedAt, .mode, "", mode.word), DraftRow(openedAt, .source, "", source.rawValue),
      ]
  }

  /// Reads the rows that a journal begins with.
  ///
  /// - Parameter rows: The rows; those of the opening are taken off.
  init?(_ rows: inout ArraySlice<DraftRow>) {
    func take(_ event: DraftRow.Event) -> DraftRow? {
      rows.first?.event == event.rawValue ? rows.popFirst() : nil
    }
    guard let open = take(.open), let instance = take(.instance) else { return nil }
    let correcting = take(.correcting).map { Response.ID($0.subject) }
    guard let mode = take(.mode).flatMap({ FormSession.Mode(word: $0.value) }),
      let source = take(.source).flatMap({ Response.Source(rawValue: $0.value) })
    else { return nil }
    self.init(
      formID: Questionnaire.ID(open.subject), formVersion: open.value,
      instanceID: Response.ID(instance.subject), mode: mode, source: source, correcting: correcting,
      openedAt: open.time)
  }
}

extension FormSession.Mode {
  /// How a journal writes it.
  fileprivate var word: String {
    switch self {
    case .respondent: "respondent"
    case .transcriber: "transcriber"
    }
  }

  fileprivate init?(word: String) {
    switch word {
    case "respondent": self = .respondent
    case "transcriber": self = .transcriber
    default: return nil
    }
  }
}
