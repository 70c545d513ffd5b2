public import Coding
internal import Messages
internal import Survey

/// The coding of a question line by line: append-only, without any escape byte.
public struct CodingLines<Terminal: LineTerminal> {
  /// What was coded so far.
  public private(set) var session: CodingSession
  private var terminal: Terminal
  private let words: FormText
  private let desk: CodingDesk

  /// Creates the front-end.
  public init(_ session: CodingSession, at terminal: Terminal, words: FormText, desk: CodingDesk) {
    self.session = session
    self.terminal = terminal
    self.words = words
    self.desk = desk
  }

  private var text: CodingText { CodingText(words: words, session: session) }

  /// Codes until all answers were looked at, or the coder leaves.
  public mutating func run() -> CodingOutcome {
    write(text.question)
    write(words.say(.codingLineHint))
    var isNew = true
    while let item = session.item {
      if isNew { show(item) }
      switch terminal.readLine(prompt: words.say(.codingPrompt), onPause: { _ in }) {
      case .line(let line):
        let before = (session.position, session.codebook.version)
        if take(line.trimmed) { return .left }
        isNew = before != (session.position, session.codebook.version)
      case .undecodable: isNew = false
      case .interrupted, .end:
        write("")
        return .left
      case .signal(let number): return .ended(bySignal: number)
      }
    }
    return .left
  }

  private mutating func show(_ item: CodingSession.Item) {
    write("")
    write(text.heading(item))
    write(text.origin(item))
    for line in item.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      write("> " + line)
    }
    let suggested = session.suggestions
    for (index, code) in session.codes.enumerated() {
      write("\(index + 1). \(text.choice(code, suggested: suggested))")
    }
    write(text.state)
  }

  /// Takes a line.
  ///
  /// - Returns: Whether the coder leaves.
  private mutating func take(_ line: String) -> Bool {
    let typed = westernSigns(line)
    switch typed {
    case "": session.goOn()
    case "..": return true
    case "<": session.goBack()
    case "0": toggle(nil)
    default:
      if typed.hasPrefix("+") {
        add(String(line.dropFirst()).trimmed)
      } else {
        takeNumbers(line)
      }
    }
    return false
  }

  private mutating func takeNumbers(_ line: String) {
    let codes = session.codes
    do throws(ChoiceEntry.NotAPlace) {
      let entry = try ChoiceEntry(line, count: codes.count)
      let given = Set(session.verdict?.codes ?? [])
      // What a coder has given is not taken back by naming it again.
      for place in entry.added where !given.contains(codes[place - 1].name) { toggle(codes[place - 1].name) }
      for place in entry.removed where given.contains(codes[place - 1].name) { toggle(codes[place - 1].name) }
      if entry.added.allSatisfy({ given.contains(codes[$0 - 1].name) }), entry.removed.isEmpty {
        write(text.state)
      }
    } catch {
      write(words.say(.notInMenu, ["found": error.word, "count": String(codes.count)]))
    }
  }

  private mutating func toggle(_ code: Codebook.Code.Name?) {
    guard let row = session.row(toggling: code, at: desk.now()) else { return }
    do {
      try desk.record(row)
      session.add(row)
      write(text.state)
    } catch {
      write(words.say(.notStored, ["reason": "\(error)"]))
    }
  }

  private mutating func add(_ label: String) {
    if label.isEmpty { return write(words.say(.codingLineHint)) }
    do {
      let (codebook, code) = try desk.addCode(session.codebook, label)
      session.take(codebook)
      write(words.say(.codingAdded, ["version": String(codebook.version), "code": text.label(code)]))
      toggle(code.name)
    } catch {
      write(words.say(.notStored, ["reason": "\(error)"]))
    }
  }

  private mutating func write(_ line: String) { terminal.write(line.harmless + "\n") }
}
