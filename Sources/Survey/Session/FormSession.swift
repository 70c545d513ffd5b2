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
  /// The submission that this one will correct.
  public let supersedes: Response.ID?
  /// Where the person stands; nothing before the first question was shown.
  public private(set) var position: Address?
  /// What was entered, whether it is asked now or not.
  public private(set) var entries: [Address: Entry]
  /// How often each repeat group was repeated by hand.
  public private(set) var repeatCounts: [RepeatPath: Int]
  /// What follows from the entries: what is asked, in which order, and the values that the form works out.
  public private(set) var outline: Outline

  private let tables: [String: ItemTable]
  private var done: [Edit] = []
  private var undone: [Edit] = []

  /// Opens a form.
  ///
  /// - Parameters:
  ///   - questionnaire: What is asked.
  ///   - id: The identity that the response will have.
  ///   - mode: Who fills the form.
  ///   - startedAt: Now; `today()` in expressions is its day in UTC, so that a draft that is resumed is the
  ///     draft that was left.
  ///   - earlier: The response that this one will supersede; its answers are taken over.
  public init(
    _ questionnaire: Questionnaire, id: Response.ID, mode: Mode = .respondent, startedAt: Instant,
    correcting earlier: Response? = nil
  ) {
    self.questionnaire = questionnaire
    self.id = id
    self.mode = mode
    self.startedAt = startedAt
    self.supersedes = earlier?.id
    self.entries = [:]
    self.repeatCounts = [:]
    let lists = questionnaire.lists.values.sorted { $0.name < $1.name }
    let tables = Dictionary(
      lists.map { ($0.instanceID, $0.items(in: questionnaire.defaultLanguage)) },
      uniquingKeysWith: { first, _ in first })
    self.tables = tables
    self.outline = Outline(
      of: questionnaire, tables: tables, entries: [:], repeatCounts: [:], startedAt: startedAt, mode: mode)
    if let earlier {
      take(earlier.answers, in: [])
    } else if mode == .respondent {
      enterDefaults()
    }
    refresh()
  }
}

// MARK: - What people do

extension FormSession {
  /// Lets something happen to the form.
  ///
  /// An answer is taken even where it breaks a constraint: it is kept, and `review` shows it. Answers to
  /// questions that are not asked now are taken too, and are set aside.
  ///
  /// - Parameter event: What the person did.
  /// - Returns: What was changed; nothing where the event only moved, or where there was nothing to undo.
  /// - Throws: Why it cannot happen; the form is then as it was.
  @discardableResult
  public mutating func apply(_ event: FormEvent) throws(FormRefusal) -> Change? {
    switch event {
    case .answer(let address, let answer): return try enter(.answered(answer), at: address)
    case .typing(let address, let text):
      return try enter(text.isEmpty ? nil : .answered(.text(text)), at: address, isTyping: true)
    case .clear(let address): return try enter(mode == .transcriber ? .blank : nil, at: address)
    case .notApplicable(let address): return try enter(.notApplicable, at: address)
    case .unknown(let address):
      if mode != .transcriber { throw .onlyWhenTranscribing(address) }
      return try enter(.unknown, at: address)
    case .repeats(let path, let count): return try setRepeats(path, count)
    case .stand(let address):
      try check(address)
      position = address
      return nil
    case .undo: return move(from: \.done, to: \.undone) { $0.before }
    case .redo: return move(from: \.undone, to: \.done) { $0.after }
    }
  }

  /// Something that an event changed.
  public enum Change: Sendable, Hashable {
    case entry(Address)
    case repeats(RepeatPath)
  }

  private struct Edit: Sendable {
    enum Value: Sendable { case entry(Entry?), count(Int?) }

    let change: Change
    let before: Value
    let after: Value
    var isTyping = false
  }

  private mutating func enter(
    _ entry: Entry?, at address: Address, isTyping: Bool = false
  ) throws(FormRefusal) -> Change? {
    try check(address)
    guard let question = questionnaire.question(address.question), question.isAsked else {
      throw .notAsked(address)
    }
    // What is typed at one go is one thing to take back, however often it was saved.
    if let last = done.last, last.isTyping, last.change == .entry(address) {
      done.removeLast()
      perform(Edit(change: last.change, before: last.before, after: .entry(entry), isTyping: isTyping))
    } else if entries[address] != entry {
      perform(
        Edit(
          change: .entry(address), before: .entry(entries[address]), after: .entry(entry), isTyping: isTyping)
      )
    }
    return .entry(address)
  }

  private mutating func setRepeats(_ path: RepeatPath, _ count: Int) throws(FormRefusal) -> Change? {
    guard let group = questionnaire.group(path.group), group.isRepeat else { throw .noSuchRepeat(path.group) }
    if case .counted = group.repetition { throw .repeatsAreCounted(path.group) }
    if repeatCounts[path] == count { return nil }
    let edit = Edit(
      change: .repeats(path), before: .count(repeatCounts[path]), after: .count(max(0, count)))
    perform(edit)
    return edit.change
  }

  private mutating func perform(_ edit: Edit) {
    done.append(edit)
    undone = []
    put(edit.after, edit.change)
    refresh()
  }

  private mutating func move(
    from: WritableKeyPath<FormSession, [Edit]>, to: WritableKeyPath<FormSession, [Edit]>,
    taking value: (Edit) -> Edit.Value
  ) -> Change? {
    guard let edit = self[keyPath: from].popLast() else { return nil }
    self[keyPath: to].append(edit)
    put(value(edit), edit.change)
    refresh()
    return edit.change
  }

  private mutating func put(_ value: Edit.Value, _ change: Change) {
    switch (value, change) {
    case (.entry(let entry), .entry(let address)): entries[address] = entry
    case (.count(let count), .repeats(let path)): repeatCounts[path] = count
    default: break
    }
  }

  private mutating func refresh() {
    outline = Outline(
      of: questionnaire, tables: tables, entries: entries, repeatCounts: repeatCounts, startedAt: startedAt,
      mode: mode)
  }

  private func check(_ address: Address) throws(FormRefusal) {
    guard let placed = questionnaire.placed(address.question), placed.repeats == address.repeats.map(\.group)
    else {
      let names = questionnaire.placed.filter { $0.question.isAsked }.map(\.question.name.text)
      throw .noSuchQuestion(address, suggestion: nearest(to: address.question.text, among: names))
    }
  }
}

// MARK: - What stands in it from the start

extension FormSession {
  private mutating func take(_ answers: Response.Answers, in repeats: [Address.Repeat]) {
    for (name, state) in answers.states where questionnaire.question(name)?.isAsked == true {
      let address = Address(name, in: repeats)
      switch state {
      case .answered(let answer): entries[address] = .answered(answer)
      case .notApplicable: entries[address] = .notApplicable
      case .unknown where mode == .transcriber: entries[address] = .unknown
      case .blank where mode == .transcriber: entries[address] = .blank
      case .unknown, .blank, .notAsked: break
      }
    }
    for (group, each) in answers.repeats {
      let path = RepeatPath(group, in: repeats)
      if case .free = questionnaire.group(group)?.repetition { repeatCounts[path] = each.count }
      for (index, inner) in each.enumerated() { take(inner, in: path.step(index + 1)) }
    }
  }

  private mutating func enterDefaults() {
    for placed in questionnaire.placed where placed.repeats.isEmpty && placed.question.isAsked {
      let address = Address(placed.question.name)
      guard let expression = placed.question.defaultValue else { continue }
      let text = outline.value(of: expression, at: address)
      let list = questionnaire.choices(of: placed.question)
      if let answer = try? placed.question.answer(from: text, in: list) {
        entries[address] = .answered(answer)
      }
    }
  }
}
