internal import Messages
internal import Survey

/// A text of several lines while it is typed.
struct TextInProgress {
  /// The lines that have been ended.
  var lines: [String] = []
  /// What stood there before the first of them.
  var before: Entry?
}

/// What came from a person who was asked a question.
enum QuestionInput {
  case line(String)
  case menu
  case undecodable
  case interrupted
  case end
  case signal(Int32)
}

extension LineForm {
  /// Reads a line; what is typed into a text is kept at every pause.
  ///
  /// - Parameters:
  ///   - prompt: What stands before the line.
  ///   - address: The question, if it takes a text.
  ///   - lines: The lines of the text that have been ended.
  ///   - before: What stood there before anything was typed.
  /// - Returns: What came.
  private mutating func read(
    prompt: Phrase, typing address: Address?, behind lines: [String] = [], before: Entry? = nil
  ) -> QuestionInput {
    var paused: [String] = []
    var failure: (any Error)?
    let ended = lines.joined(separator: "\n")
    let kept = ended.isBlank ? before?.answer?.cell ?? "" : ended
    let input = readLine(prompt: prompt) { [desk] typed in
      guard let address, !typed.utf8.contains(0) else { return }
      // A full stop may yet become a command; what is typed away again gives way to what stood there before.
      let isText = !typed.isBlank && StopLine(typed) == nil
      let text = isText ? (lines + [StopLine.unescaped(typed)]).joined(separator: "\n") : kept
      if text == paused.last ?? kept { return }
      do {
        try desk.record(.typing(address, text))
        paused.append(text)
      } catch { failure = error }
    }
    if let address { for text in paused { _ = try? session.apply(.typing(address, text)) } }
    if let failure { line(words.say(.notStored, ["reason": "\(failure)"])) }
    switch input {
    case .line(let typed) where typed.utf8.contains(0): return .undecodable
    case .line(let typed): return StopLine(typed) == .menu ? .menu : .line(typed)
    case .undecodable: return .undecodable
    case .interrupted: return .interrupted
    case .end: return .end
    case .signal(let number): return .signal(number)
    }
  }

  /// Reads an answer of one line.
  mutating func readOneLine(_ question: Question, at address: Address) -> QuestionInput {
    let before = session.entries[address]
    let isText = question.kind == .text && !isFixed(address)
    let prompt = question.list == nil || isFixed(address) ? Phrase.answerPrompt : .choicePrompt
    let input = read(prompt: prompt, typing: isText ? address : nil, before: before)
    switch input {
    case .line(let typed):
      if !isText { return input }
      if typed.isBlank { restore(before, at: address) }
      return .line(StopLine.unescaped(typed))
    case .menu, .undecodable:
      if isText { restore(before, at: address) }
      return input
    case .interrupted, .end, .signal: return input
    }
  }

  /// Reads a text up to a line that holds only a full stop; each line is kept as it is ended.
  ///
  /// - Returns: The whole text, or what came instead. `text` holds the lines, so that more may follow where the
  ///   text could not be stored.
  mutating func readText(at address: Address, into text: inout TextInProgress) -> QuestionInput {
    while true {
      if text.lines.isEmpty { text.before = session.entries[address] }
      let input = read(
        prompt: .textPrompt, typing: address, behind: text.lines, before: text.before)
      switch input {
      case .line(let typed):
        if StopLine(typed) == .end {
          let whole = text.lines.joined(separator: "\n")
          if whole.isBlank { restore(text.before, at: address) }
          return .line(whole)
        }
        text.lines.append(StopLine.unescaped(typed))
        keepLines(text, at: address)
      case .menu, .undecodable:
        // Without what was typed into the line that came to be a command, or cannot be read.
        keepLines(text, at: address)
        guard input.isUndecodable else { return input }
        line(words.say(.notText))
      case .interrupted, .end, .signal: return input
      }
    }
  }

  private mutating func keepLines(_ text: TextInProgress, at address: Address) {
    let whole = text.lines.joined(separator: "\n")
    if whole.isBlank { return restore(text.before, at: address) }
    if session.entries[address] != .answered(.text(whole)) { _ = perform(.typing(address, whole)) }
  }

  /// Puts back what stood there before something was typed that came to nothing.
  private mutating func restore(_ entry: Entry?, at address: Address) {
    if session.entries[address] == entry { return }
    switch entry {
    case nil: _ = perform(.typing(address, ""))
    case .answered(let answer): _ = perform(.answer(address, answer))
    case .notApplicable: _ = perform(.notApplicable(address))
    case .unknown: _ = perform(.unknown(address))
    case .blank: _ = perform(.clear(address))
    }
  }
}

extension QuestionInput {
  fileprivate var isUndecodable: Bool {
    if case .undecodable = self { return true }
    return false
  }
}
