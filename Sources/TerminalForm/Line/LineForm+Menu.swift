internal import Messages
internal import Survey

/// What the menu of the line form offers, in its order.
enum MenuCommand: CaseIterable {
  case back, goTo, again, help, editor, review, leave, undo, redo, notApplicable, clear

  var phrase: Phrase {
    switch self {
    case .back: .menuBack
    case .goTo: .menuGoTo
    case .again: .menuRepeat
    case .help: .menuHelp
    case .editor: .menuEditor
    case .review: .menuReview
    case .leave: .menuLeave
    case .undo: .menuUndo
    case .redo: .menuRedo
    case .notApplicable: .menuNotApplicable
    case .clear: .menuClear
    }
  }
}

extension LineForm {
  /// Shows the menu, and does what is chosen in it.
  ///
  /// - Parameters:
  ///   - address: Where the person stands.
  ///   - question: The question there.
  /// - Returns: `stay` where the question stands as before.
  mutating func menu(at address: Address, question: Question) -> Step {
    let commands = MenuCommand.allCases
    let items = commands.enumerated().map { "\($0.offset + 1) \(words.say($0.element.phrase))" }
    line("\(words.say(.menu)) \(items.joined(separator: ", ")). \(words.say(.menuClose))")
    while true {
      switch choose(from: commands.count) {
      case .none: return .stay
      case .number(let number):
        return perform(commands[number - 1], at: address, question: question)
      case .other(let typed):
        line(words.say(.notInMenu, ["found": typed, "count": String(commands.count)]))
      case .over(let step): return step
      }
    }
  }

  /// What a person chose by its number.
  enum MenuChoice {
    case none
    case number(Int)
    case other(String)
    case over(Step)
  }

  /// Reads one number; at Ctrl-C asks whether to leave.
  mutating func choose(from count: Int) -> MenuChoice {
    switch readLine(prompt: .choicePrompt) {
    case .line(let typed):
      let digits = westernSigns(typed.filter { !$0.isWhitespace })
      // Who opened the menu with full stops may close it so.
      if digits.isEmpty || StopLine(typed) != nil { return .none }
      guard let number = Int(digits), (1...count).contains(number) else { return .other(typed) }
      return .number(number)
    case .undecodable: return .other("\u{FFFD}")
    case .interrupted: return leaving().map { .over($0) } ?? .none
    case .end: return .over(.leave)
    case .signal(let number): return .over(.end(bySignal: number))
    }
  }

  private mutating func perform(_ command: MenuCommand, at address: Address, question: Question) -> Step {
    switch command {
    case .back:
      if session.outline.asked.first == address {
        line(words.say(.firstQuestion))
        return .stay
      }
      return .back
    case .goTo: return goTo()
    case .again: return .stay
    case .help: help(with: question, at: address)
    case .editor: edit(question, at: address)
    case .review: return .review
    case .leave: return .leave
    case .undo: return takeBack(.undo, done: .undone, nothing: .nothingToUndo)
    case .redo: return takeBack(.redo, done: .redone, nothing: .nothingToRedo)
    case .notApplicable:
      let done = performAndTell(.notApplicable(address), saying: words.say(.markedNotApplicable))
      return done ? .next : .stay
    case .clear: _ = performAndTell(.clear(address), saying: words.say(.cleared))
    }
    return .stay
  }

  /// Asks for a question's number and goes there.
  mutating func goTo() -> Step {
    while true {
      let typed: String
      switch readLine(prompt: .goToPrompt) {
      case .line(let line): typed = westernSigns(line)
      case .undecodable: typed = "\u{FFFD}"
      case .interrupted: return leaving() ?? .stay
      case .end: return .leave
      case .signal(let number): return .end(bySignal: number)
      }
      if typed.isBlank || StopLine(typed) != nil { return .stay }
      switch words.destination(called: typed, in: session) {
      case .asked(let address): return .go(address)
      case .hidden(let address): tellHidden(address)
      case nil:
        let example = session.outline.asked.last { words.numbering.label(of: $0.question) != nil }
        line(
          words.say(
            .noSuchQuestion, ["found": typed, "example": example.map { words.reference(to: $0) } ?? "1"]))
      }
    }
  }

  private mutating func tellHidden(_ address: Address) {
    let number = words.mention(address)
    let because = words.references(toQuestions: session.outline.reasons(for: address))
    line(
      because.isEmpty
        ? words.say(.notAskedAtAll, ["number": number])
        : words.say(.notAskedNow, ["number": number, "because": because]))
  }

  private mutating func help(with question: Question, at address: Address) {
    let groups = session.questionnaire.placed(address.question)?.groups ?? []
    let texts =
      groups.compactMap { session.questionnaire.group($0)?.wording.guidance } + [question.wording.guidance]
    let help = texts.map { words.text($0) }.filter { !$0.isEmpty }
    if help.isEmpty { line(words.say(.noHelp)) }
    for text in help { line(text) }
  }

  private mutating func takeBack(_ event: FormEvent, done: Phrase, nothing: Phrase) -> Step {
    let before = Set(session.outline.asked)
    do {
      // Tried first: where there is nothing to take back, nothing is recorded.
      var changed = session
      guard let change = try changed.apply(event) else {
        line(words.say(nothing))
        return .stay
      }
      try desk.record(event)
      session = changed
      switch change {
      case .entry(let address):
        line(words.say(done, ["number": words.mention(address)]))
        tellChanges(since: before)
        return session.outline.isAsked(address) ? .go(address) : .stay
      case .repeats(let path):
        line(words.say(done, ["number": path.description]))
        tellChanges(since: before)
      }
    } catch {
      line(words.say(.notStored, ["reason": "\(error)"]))
    }
    return .stay
  }
}
