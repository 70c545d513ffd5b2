internal import Messages
internal import Survey

/// What the menu of the line form offers, in its order.
enum MenuCommand: CaseIterable {
  case back, goTo, again, help, editor, review, leave, undo, redo, notApplicable, clear, screen
  case addRepeat, removeRepeat

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
    case .screen: .menuScreen
    case .addRepeat: .repeatAdd
    case .removeRepeat: .repeatRemove
    }
  }
}

extension LineForm {
  /// Shows the menu, and does what is chosen in it.
  ///
  /// - Parameter stop: Where the person stands.
  /// - Returns: `stay` where the stop stands as before.
  mutating func menu(at stop: Outline.Stop) -> Step {
    let commands = MenuCommand.allCases.filter { command in
      switch command {
      case .editor: desk.scratchPath != nil
      case .screen: desk.goesOver
      case .addRepeat: stop.innermostRepeat != nil
      case .removeRepeat: stop.innermostRepeat?.number != nil
      default: true
      }
    }
    let items = commands.enumerated().map { index, command in
      let name = words.say(command.phrase)
      guard command == .addRepeat || command == .removeRepeat, let path = stop.innermostRepeat?.path else {
        return "\(index + 1) \(name)"
      }
      return "\(index + 1) \(words.labelled(name, words.title(of: path)))"
    }
    line("\(words.say(.menu)) \(items.joined(separator: ", ")). \(words.say(.menuClose))")
    while true {
      switch choose(from: commands.count) {
      case .none: return .stay
      case .number(let number):
        return perform(commands[number - 1], at: stop)
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

  private mutating func perform(_ command: MenuCommand, at stop: Outline.Stop) -> Step {
    switch command {
    case .back: return .back
    case .goTo: return goTo()
    case .again: return .stay
    case .help: help(at: stop)
    case .editor: edit(at: stop)
    case .review: return .review
    case .leave: return .leave
    case .undo: return takeBack(.undo, done: .undone, nothing: .nothingToUndo)
    case .redo: return takeBack(.redo, done: .redone, nothing: .nothingToRedo)
    case .notApplicable:
      guard case .question(let address) = stop else { return clear(stop) }
      let done = performAndTell(.notApplicable(address), saying: words.say(.markedNotApplicable))
      return done ? .next : .stay
    case .clear: return clear(stop)
    case .screen: return .goOver
    case .addRepeat: return changeRepeats(at: stop, isAdding: true)
    case .removeRepeat: return changeRepeats(at: stop, isAdding: false)
    }
    return .stay
  }

  private mutating func clear(_ stop: Outline.Stop) -> Step {
    let event: FormEvent =
      switch stop {
      case .question(let address): .clear(address)
      case .repeats(let path): .repeats(path, 0)
      }
    _ = performAndTell(event, saying: words.say(.cleared))
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

  private mutating func help(at stop: Outline.Stop) {
    let questionnaire = session.questionnaire
    var groups: [Group.Name]
    var own = LocalizedText()
    switch stop {
    case .question(let address):
      groups = questionnaire.placed(address.question)?.groups ?? []
      own = questionnaire.question(address.question)?.wording.guidance ?? own
    case .repeats(let path): groups = questionnaire.groupsAround(path.group) + [path.group]
    }
    let texts = groups.compactMap { questionnaire.group($0)?.wording.guidance } + [own]
    let words = words.read(in: stop.repeats)
    let help = texts.map { words.text($0) }.filter { !$0.isEmpty }
    let counted = stop.innermostRepeat.flatMap { words.counting($0.path, in: session) }
    if help.isEmpty, counted == nil { line(words.say(.noHelp)) }
    for text in help + [counted].compactMap(\.self) { line(text) }
  }

  private mutating func takeBack(_ event: FormEvent, done: Phrase, nothing: Phrase) -> Step {
    let before = session
    do {
      // Tried first: where there is nothing to take back, nothing is recorded.
      var changed = session
      guard let change = try changed.apply(event), !desk.fixes(change) else {
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
        let title = session.questionnaire.group(path.group).map(words.title) ?? path.description
        line(words.say(done, ["number": "\"\(title)\""]))
        tellChanges(since: before)
        return .open(.repeats(path))
      }
    } catch {
      line(words.say(.notStored, ["reason": "\(error)"]))
    }
    return .stay
  }
}
