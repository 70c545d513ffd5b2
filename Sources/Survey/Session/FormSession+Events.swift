internal import Expressions

extension FormSession {
  /// Lets something happen to the form.
  ///
  /// An answer is taken even where it breaks a constraint: it is kept, and `review` shows it. Answers to
  /// questions that are not asked now are taken too, and are set aside.
  ///
  /// - Parameter event: What the person did.
  /// - Returns: What was changed; nothing where the event only moved, where what was typed is no answer yet, or
  ///   where there was nothing to undo.
  /// - Throws: Why it cannot happen; the form is then as it was.
  @discardableResult
  public mutating func apply(_ event: FormEvent) throws(FormRefusal) -> Change? {
    switch event {
    case .answer(let address, let answer):
      guard let answer = held(answer, by: try asked(address)) else { throw .notOfItsKind(address, answer) }
      return enter(.answered(answer), at: address, joining: true)
    case .typing(let address, let text):
      let question = try asked(address)
      guard question.kind == .text else { return try keep(text, typedAt: address, of: question) }
      return enter(
        held(.text(text), by: question).map { .answered($0) }, at: address, joining: true, isTyping: true)
    case .clear(let address):
      _ = try asked(address)
      return enter(mode == .transcriber ? .blank : nil, at: address)
    case .notApplicable(let address):
      _ = try asked(address)
      return enter(.notApplicable, at: address)
    case .unknown(let address):
      _ = try asked(address)
      if mode != .transcriber { throw .onlyWhenTranscribing(address) }
      return enter(.unknown, at: address)
    case .repeats(let path, let count): return try setRepeats(path, count)
    case .remove(let path, let number): return try remove(number, of: path)
    case .stand(let address):
      try check(address)
      position = .question(address)
      if let last = done.last, last.change != .entry(address) { endTyping() }
      return nil
    case .list(let path):
      try checkFree(path)
      position = .repeats(path)
      endTyping()
      return nil
    case .review:
      endTyping()
      return nil
    case .undo: return undo()
    case .redo: return redo()
    }
  }

  /// Something that an event changed.
  public enum Change: Sendable, Hashable {
    case entry(Address)
    case repeats(RepeatPath)

    /// What is different after it.
    var fact: Fact {
      switch self {
      case .entry(let address): .entry(address)
      case .repeats(let path): .repeats(path)
      }
    }
  }

  /// A change that can be taken back and made again.
  struct Edit: Sendable {
    enum Value: Sendable, Hashable {
      case entry(Entry?)
      case count(Int?)
      /// A repeat is there, with what is entered in it.
      case present(number: Int, RepeatContent)
      /// The repeat that had this number is not there.
      case removed(number: Int)
    }

    let change: Change
    var before: Value
    let after: Value
    /// Whether what is typed next at the same place belongs to it.
    var isTyping = false
    /// The entries that it brought with it: defaults of new repeats, and what its trigger sets.
    var brought: [Address: Brought] = [:]
    /// What the form could not set before, and after it; nothing where it was not performed yet.
    var notSet: (before: [Address: FormFault], after: [Address: FormFault])?

    /// Adds entries that came of it.
    mutating func bring(_ entries: [Address: Brought]) { brought.bring(entries) }

    /// The facts that it changes; nothing where a repeat comes or goes, and others move with all that is in them.
    func facts(with addresses: some Collection<Address> = []) -> Set<Fact>? {
      switch after {
      case .entry, .count: Set([change.fact] + addresses.map { .entry($0) })
      case .present, .removed: nil
      }
    }

    /// An entry that a change brought with it.
    struct Brought: Sendable {
      let before: Entry?
      let after: Entry?
    }
  }

  /// Keeps what was typed and is no answer yet; a text that is typed elsewhere has come to its end.
  private mutating func keep(
    _ text: String, typedAt address: Address, of question: Question
  ) throws(FormRefusal) -> Change? {
    guard question.kind.isTyped, !text.utf8.contains(0) else { throw .notOfItsKind(address, .text(text)) }
    endTyping()
    unfinished[address] = text.isBlank ? nil : text
    return nil
  }

  private mutating func enter(
    _ entry: Entry?, at address: Address, joining: Bool = false, isTyping: Bool = false
  ) -> Change? {
    unfinished[address] = nil
    // What is typed at one go, up to the answer that it becomes, is one thing to take back.
    if joining, let last = done.last, last.isTyping, last.change == .entry(address) {
      done.removeLast()
      perform(
        Edit(
          change: last.change, before: last.before, after: .entry(entry), isTyping: isTyping,
          brought: last.brought, notSet: last.notSet))
    } else {
      endTyping()
      if entries[address] != entry {
        perform(
          Edit(
            change: .entry(address), before: .entry(entries[address]), after: .entry(entry),
            isTyping: isTyping))
      }
    }
    return .entry(address)
  }

  private mutating func setRepeats(_ path: RepeatPath, _ count: Int) throws(FormRefusal) -> Change? {
    try checkFree(path)
    guard (0...RepeatPath.mostRepeats).contains(count) else {
      throw .repeatOutOfRange(path.group, number: count)
    }
    if repeatCounts[path] == count { return nil }
    endTyping()
    perform(Edit(change: .repeats(path), before: .count(repeatCounts[path]), after: .count(count)))
    return .repeats(path)
  }

  private mutating func remove(_ number: Int, of path: RepeatPath) throws(FormRefusal) -> Change? {
    try checkFree(path)
    let count = repeatCounts[path] ?? 0
    guard number >= 1, number <= count else {
      throw .noRepeatToRemove(path, number: number, count: count)
    }
    endTyping()
    let content = content(of: path.step(number))
    perform(
      Edit(
        change: .repeats(path), before: .present(number: number, content), after: .removed(number: number)))
    return .repeats(path)
  }

  private mutating func perform(_ edit: Edit) {
    let earlier = outline
    let notSetBefore = edit.notSet?.before ?? notSet
    put(edit.after, edit.change)
    if case .entry(let address) = edit.change { notSet[address] = nil }
    refresh(after: edit.facts())
    var edit = edit
    if mode == .respondent, edit.before != edit.after {
      // Where no repeat has come or gone, none is new.
      if hasRepeatedDefaults, outline.changes.contains(where: \.isOfRepeats) {
        edit.bring(enterDefaults(newSince: earlier) { edit.placeBefore($0) })
      }
      if case .entry(let address) = edit.change {
        let set = setOff(by: address)
        edit.bring(set)
        // It may be how many repeats there are.
        if hasRepeatedDefaults, !set.isEmpty {
          edit.bring(enterDefaults(newSince: earlier, besides: edit.brought))
        }
      }
      if !edit.isTyping { edit.bring(keepValues()) }
    }
    edit.notSet = (notSetBefore, notSet)
    undone = []
    if edit.before != edit.after { done.append(edit) }
  }

  private mutating func endTyping() {
    guard let last = done.indices.last, done[last].isTyping else { return }
    done[last].isTyping = false
    done[last].bring(keepValues())
  }

  private mutating func undo() -> Change? {
    guard var edit = done.popLast() else { return nil }
    edit.isTyping = false
    undone.append(edit)
    for (address, brought) in edit.brought { entries[address] = brought.before }
    put(edit.before, edit.change)
    if let before = edit.notSet?.before { notSet = before }
    return settled(edit)
  }

  private mutating func redo() -> Change? {
    guard var edit = undone.popLast() else { return nil }
    edit.isTyping = false
    // What was typed into the repeat since it came back, and is no step of undo, is taken out with it.
    if case .removed(let number) = edit.after, case .repeats(let path) = edit.change {
      edit.before = .present(number: number, content(of: path.step(number)))
    }
    done.append(edit)
    put(edit.after, edit.change)
    for (address, brought) in edit.brought { entries[address] = brought.after }
    if let after = edit.notSet?.after { notSet = after }
    return settled(edit)
  }

  private mutating func settled(_ edit: Edit) -> Change {
    if case .entry(let address) = edit.change { unfinished[address] = nil }
    endTyping()
    refresh(after: edit.facts(with: edit.brought.keys))
    return edit.change
  }

  private mutating func put(_ value: Edit.Value, _ change: Change) {
    switch (value, change) {
    case (.entry(let entry), .entry(let address)): entries[address] = entry
    case (.count(let count), .repeats(let path)): repeatCounts[path] = count
    case (.removed(let number), .repeats(let path)): takeOut(number, of: path)
    case (.present(let number, let content), .repeats(let path)): putIn(content, as: number, of: path)
    case (.entry, .repeats), (.count, .entry), (.removed, .entry), (.present, .entry): break
    }
  }

  // MARK: - What cannot happen

  /// The question at an address, if people are asked it.
  private func asked(_ address: Address) throws(FormRefusal) -> Question {
    try check(address)
    guard let question = questionnaire.question(address.question), question.isAsked else {
      throw .notAsked(address)
    }
    if isReadOnly(address) { throw .readOnly(address) }
    return question
  }

  /// A repeat group whose repeats people add and take out.
  private func checkFree(_ path: RepeatPath) throws(FormRefusal) {
    guard let group = questionnaire.group(path.group), group.isRepeat,
      questionnaire.repeatsAround(path.group) == path.repeats.map(\.group)
    else { throw .noSuchRepeat(path.group) }
    try check(path.repeats)
    if case .counted = group.repetition { throw .repeatsAreCounted(path.group) }
  }

  private func check(_ address: Address) throws(FormRefusal) {
    guard let placed = questionnaire.placed(address.question), placed.repeats == address.repeats.map(\.group)
    else {
      let names = questionnaire.placed.filter { $0.question.isAsked }.map(\.question.name.text)
      throw .noSuchQuestion(address, suggestion: nearest(to: address.question.text, among: names))
    }
    try check(address.repeats)
  }

  /// Repeats that are not there yet may be answered; those that can never be may not.
  private func check(_ repeats: [Address.Repeat]) throws(FormRefusal) {
    for step in repeats where !(1...RepeatPath.mostRepeats).contains(step.number) {
      throw .repeatOutOfRange(step.group, number: step.number)
    }
  }
}

extension [Address: FormSession.Edit.Brought] {
  /// Adds what came after: what was there before all of it stays what was before.
  mutating func bring(_ others: [Address: FormSession.Edit.Brought]) {
    merge(others) { first, last in FormSession.Edit.Brought(before: first.before, after: last.after) }
  }
}
