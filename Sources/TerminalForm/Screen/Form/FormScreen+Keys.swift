internal import Messages
internal import Survey

extension FormScreen {
  /// Takes a key.
  ///
  /// - Parameter key: What was pressed, typed or pasted.
  /// - Returns: What is asked of whoever shows the form.
  package mutating func press(_ key: Key) -> Act? {
    if key == .unknown { return nil }
    message = nil
    view.attend()
    if key != .enter, key != .tab { told = nil }
    if size.isTooSmall {
      if key == .enter { return goOver() }
      return key == .control("c") ? leave() : nil
    }
    if pane != nil { return pressInPane(key) }
    switch key {
    case .escape: openMenu()
    case .control("c"): openLeaving()
    case .control("l"): return .redraw
    case .function(let number): return FormCommand(functionKey: number).flatMap { perform($0) }
    case .shiftFunction(4), .control("y"): return perform(.redo)
    case .control("z"): return perform(.undo)
    case .tab where reviewing == nil: goOn()
    case .backTab where reviewing == nil: goBack()
    default: return reviewing == nil ? pressAtQuestion(key) : pressAtReview(key)
    }
    return nil
  }

  private mutating func pressAtQuestion(_ key: Key) -> Act? {
    switch input {
    case .reading: read(key)
    case .choosing: choose(key)
    case .typing: type(key)
    case .listing: list(key)
    }
    return nil
  }

  private mutating func read(_ key: Key) {
    switch key {
    case .enter: goOn()
    case .up, .wheelUp: view.scroll(by: -1)
    case .down, .wheelDown: view.scroll(by: 1)
    case .pageUp: view.scroll(by: -view.page)
    case .pageDown: view.scroll(by: view.page)
    case .home: view.scroll(by: -view.start)
    case .click(let row, let column): if let target = target(row: row, column: column) { click(target) }
    default: break
    }
  }

  /// Does what a command of the menu or a key says.
  mutating func perform(_ command: FormCommand) -> Act? {
    // Who only looks reads, and leaves.
    if desk.isClosed, ![.help, .review, .leave].contains(command) { return nil }
    switch command {
    case .next: reviewing == nil ? goOn() : ()
    case .back: goBack()
    case .goTo: openGoTo()
    case .help: openHelp()
    case .editor: return edit()
    case .undo: takeBack(.undo, done: .undone, nothing: .nothingToUndo)
    case .redo: takeBack(.redo, done: .redone, nothing: .nothingToRedo)
    case .all: chooseAll(true)
    case .none: chooseAll(false)
    case .notApplicable: notApplicable()
    case .clear: clear()
    case .review: if settle() { openReview() }
    case .lineForm: return goOver()
    case .submit: return submit()
    case .export: export()
    case .leave: return leave()
    case .addRepeat: changeRepeats(isAdding: true)
    case .removeRepeat: changeRepeats(isAdding: false)
    }
    return nil
  }

  // MARK: - Commands

  private mutating func takeBack(_ event: FormEvent, done: Phrase, nothing: Phrase) {
    guard keepTyping() else { return }
    let before = session
    do {
      // Tried first: where there is nothing to take back, nothing is recorded.
      var changed = session
      guard let change = try changed.apply(event), !desk.fixes(change) else {
        return say(words.say(nothing), .aside)
      }
      try desk.record(event)
      session = changed
      keeping = .saved
      renew(since: before)
      let said = message
      switch change {
      case .entry(let address):
        if session.outline.isAsked(address) { go(to: .question(address)) } else { go(to: place) }
        message = said
        say(words.say(done, ["number": words.mention(address)]), .aside)
      case .repeats(let path):
        go(to: .repeats(path))
        message = said
        let title = session.questionnaire.group(path.group).map(words.title) ?? path.description
        say(words.say(done, ["number": "\"\(title)\""]), .aside)
      }
    } catch {
      keeping = .failed
      say(words.say(.notStored, ["reason": "\(error)"]), .warning)
    }
  }

  private mutating func notApplicable() {
    guard let address = place?.address, question?.isAsked == true else { return }
    // First, so that it can be taken back.
    if keepTyping(), perform(.notApplicable(address)) {
      openInput()
      say(words.say(.markedNotApplicable), .good)
    }
  }

  private mutating func clear() {
    if case .listing = input { return removeFocused() }
    guard let address = place?.address, question?.isAsked == true else { return }
    if keepTyping(), perform(.clear(address)) {
      openInput()
      say(words.say(.cleared), .good)
    }
  }

  /// Goes over to the line form, at the same question.
  private mutating func goOver() -> Act? { settle() ? .end(.goesOver) : nil }

  /// Leaves the form as a draft; where nothing was said in it, without one.
  mutating func leave() -> Act? {
    // Where it cannot be kept, the person has been told; a second Ctrl-C must still lead out.
    let isKept = settle()
    if !isKept, pane == nil { return nil }
    if isKept, desk.discard() {
      farewell = [words.say(.nothingKept)]
      return .end(.left)
    }
    let told = isKept ? [words.say(.savedNotSubmitted)] : (message.map { [$0.text] } ?? [])
    farewell = told + [desk.wayBack(words)]
    return .end(hasFailedToSubmit ? .notSubmitted : .left)
  }

  private mutating func edit() -> Act? {
    guard case .typing(let typed) = input, question?.kind == .text else {
      say(words.say(.editorOnlyForText), .aside)
      return nil
    }
    guard desk.scratchPath != nil else {
      say(words.say(.noEditorHere), .aside)
      return nil
    }
    guard FormDesk.editor != nil else {
      say(words.say(.noEditor), .aside)
      return nil
    }
    keepTyping()
    return .edit(typed.text)
  }

  /// Takes a text back from an editor; nothing where that failed.
  package mutating func take(edited: String?) {
    guard case .typing(var typed) = input, let edited, !edited.utf8.contains(0) else {
      return say(words.say(.editorFailed), .warning)
    }
    // An emptied file is no order to throw the answer away; F8 is.
    if edited.isBlank || edited == typed.text { return say(words.say(.kept), .aside) }
    typed.field = TextField(edited)
    input = .typing(typed)
    keepTyping()
  }
}
