internal import CPosix
internal import Glibc
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

  /// Reads one number.
  mutating func choose(from count: Int) -> MenuChoice {
    switch terminal.readLine(prompt: words.say(.choicePrompt), onPause: { _ in }) {
    case .line(let typed):
      let typed = westernDigits(typed.filter { !$0.isWhitespace })
      if typed.isEmpty { return .none }
      guard let number = Int(typed), (1...count).contains(number) else { return .other(typed) }
      return .number(number)
    case .undecodable: return .other("?")
    case .interrupted, .end: return .over(.leave)
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
      switch terminal.readLine(prompt: words.say(.goToPrompt), onPause: { _ in }) {
      case .line(let line): typed = westernDigits(line)
      case .undecodable: typed = "?"
      case .interrupted, .end: return .leave
      case .signal(let number): return .end(bySignal: number)
      }
      if typed.allSatisfy(\.isWhitespace) { return .stay }
      let names = words.numbering.questions(called: typed, in: session.questionnaire)
      if let asked = session.outline.asked.first(where: { names.contains($0.question) }) { return .go(asked) }
      if let hidden = names.first {
        let reasons = session.outline.reasons(for: Address(hidden))
        line(
          words.say(
            .notAskedNow,
            [
              "number": words.reference(to: Address(hidden)),
              "because": words.references(toQuestions: reasons),
            ]))
      } else {
        let numbered = session.outline.asked.last { words.numbering.label(of: $0.question) != nil }
        let example = numbered.map { words.reference(to: $0) } ?? "1"
        line(words.say(.noSuchQuestion, ["found": typed, "example": example]))
      }
    }
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
    do {
      try desk.record(event)
      switch try session.apply(event) {
      case .entry(let address):
        line(words.say(done, ["number": words.reference(to: address)]))
        return session.outline.isAsked(address) ? .go(address) : .stay
      case .repeats(let path): line(words.say(done, ["number": path.description]))
      case .none: line(words.say(nothing))
      }
    } catch {
      line(words.say(.notStored, ["reason": "\(error)"]))
    }
    return .stay
  }

  // MARK: - The editor

  /// Opens the text in `$VISUAL` or `$EDITOR`; where that fails in any way, the text is as it was.
  private mutating func edit(_ question: Question, at address: Address) {
    guard question.kind == .text else { return line(words.say(.editorOnlyForText)) }
    guard let editor = environment("VISUAL") ?? environment("EDITOR") else {
      return line(words.say(.noEditor))
    }
    let before = session.entries[address]?.answer?.cell ?? ""
    guard let after = edited(before, with: editor) else { return line(words.say(.editorFailed)) }
    guard let answer = try? session.answer(from: after, at: address) else {
      // An emptied file is no order to throw the answer away; the menu's "clear" is.
      return line(words.say(after.isEmpty ? .kept : .editorFailed))
    }
    if answer.cell == before { return line(words.say(.kept)) }
    let count = answer.cell.split(whereSeparator: \.isWhitespace).count
    _ = performAndTell(.answer(address, answer), saying: words.say(.savedWords, ["count": String(count)]))
  }

  private func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The text as an editor left it; nothing where the editor failed or left no text.
  private func edited(_ text: String, with editor: String) -> String? {
    let path = desk.scratchPath
    defer { unlink(path) }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    var bytes = Array((text.isEmpty ? "" : text + "\n").utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count <= 0 { break }
      bytes = bytes.dropFirst(count)
    }
    close(descriptor)
    guard bytes.isEmpty, iscm_run_editor(editor, path) == 0, let left = contents(of: path) else { return nil }
    // Editors end the last line; the answer is the text without that.
    guard let edited = String(validating: left.last == 0x0a ? left.dropLast() : left[...], as: UTF8.self)
    else { return nil }
    return edited
  }

  private func contents(of path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &block, block.count)
      if count == 0 { return bytes }
      if count < 0 { return nil }
      bytes += block[..<count]
    }
  }
}
