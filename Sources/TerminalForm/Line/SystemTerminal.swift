internal import CPosix
internal import Glibc
internal import Messages

/// The process's own terminal, or the pipe or file that stands in for it.
///
/// A keyboard is read byte by byte, from the first prompt to the end of the process: in the kernel's line mode,
/// a line ends at 4,095 bytes and the rest of it is lost.
public struct SystemTerminal: LineTerminal {
  /// Whether a person types.
  public let isInteractive: Bool

  /// Whether standard output is a terminal, which has a width.
  private let showsLines: Bool
  private let input: StandardInput
  private var atEnd = false

  /// Takes over standard output.
  ///
  /// SIGINT, SIGTERM and SIGHUP come as `LineInput`, and SIGTSTP waits for the next line.
  ///
  /// - Parameter input: Standard input, which another front-end may use before and after.
  public init(input: StandardInput) {
    self.input = input
    isInteractive = input.isInteractive
    showsLines = isatty(STDOUT_FILENO) == 1
  }

  /// Writes a text; what would command the terminal is shown by its code points.
  ///
  /// Whole lines are broken between words where they are wider than the terminal; a pipe gets them as they are.
  public mutating func write(_ text: String) {
    let text = text.harmless
    guard showsLines, text.hasSuffix("\n") else { return send(text) }
    send(text.dropLast().wrapped(toColumns: Self.width).joined(separator: "\n") + "\n")
  }

  /// Writes a text as it is: an echo moves the cursor back.
  private func send(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Glibc.write(STDOUT_FILENO, UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0 && errno == EINTR { continue }
        // A reader that went away cannot be told so; answers are in the journal, not on the screen.
        if count <= 0 { return }
        rest = rest.dropFirst(count)
      }
    }
  }

  /// Reads one line, of any length.
  public mutating func readLine(prompt: String, onPause: (String) -> Void) -> LineInput {
    // Whoever sees the prompt may type at once.
    if isInteractive { iscm_enter_key_mode() }
    write(prompt)
    return isInteractive ? readKeys(prompt: prompt, onPause: onPause) : readBytes()
  }

  // MARK: - A pipe or a file

  private mutating func readBytes() -> LineInput {
    while true {
      if let line = input.bytes.nextLine() { return line }
      if atEnd { return input.bytes.lastLine() ?? .end }
      switch fill(timeout: nil) {
      case .signal(SIGTSTP): stop()
      case let ending?: return ending
      case nil: break
      }
    }
  }

  // MARK: - A keyboard

  private mutating func readKeys(prompt: String, onPause: (String) -> Void) -> LineInput {
    var typed = TypedLine(prompt: prompt, width: Self.width)
    var saved = ""
    var lastSave = Self.seconds
    /// Nothing typed is nothing to save: it would take an earlier answer away.
    func save() {
      if typed.text == saved || typed.isDamaged { return }
      onPause(typed.text)
      (saved, lastSave) = (typed.text, Self.seconds)
    }
    while true {
      while let byte = input.bytes.nextByte() {
        let event = typed.take(byte)
        if event == .typed { continue }
        send(typed.takeEcho())
        switch event {
        case .typed: break
        case .suspend where !input.stops: break
        case .line: return typed.isDamaged ? .undecodable : .line(typed.text)
        case .end, .interrupt:
          // What was typed away again must not be what the journal has last.
          save()
          return event == .end ? .end : .interrupted
        case .suspend:
          save()
          stop(showing: &typed)
        }
      }
      send(typed.takeEcho())
      if Self.seconds - lastSave >= 1 { save() }
      switch fill(timeout: typed.text == saved ? nil : 500) {
      case .signal(SIGTSTP):
        save()
        stop(showing: &typed)
      case let ending?:
        save()
        return ending
      case nil:
        // Nothing came: a pause.
        if input.bytes.isEmpty { save() }
      }
    }
  }

  private func stop(showing typed: inout TypedLine) {
    stop()
    iscm_enter_key_mode()
    typed.showAgain()
    send(typed.takeEcho())
  }

  /// Gives the terminal back to whoever started us, until we are continued.
  private func stop() {
    iscm_leave_key_mode()
    iscm_stop()
  }

  // MARK: - The system's side

  /// Waits for input or a signal.
  ///
  /// - Parameter timeout: Milliseconds; nothing waits for ever.
  /// - Returns: Why there will be no more input, or SIGTSTP; nothing where there is more, or the time is over.
  private mutating func fill(timeout: Int?) -> LineInput? {
    switch input.wait(milliseconds: timeout) {
    // The next line is broken at the new width.
    case .bytes, .pause, .signal(SIGWINCH), .signal(SIGCONT): return nil
    case .signal(let number): return .signal(number)
    case .gone: return .signal(SIGHUP)
    case .end:
      atEnd = true
      return nil
    }
  }

  private static var seconds: Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec
  }

  private static var width: Int {
    var size = winsize()
    return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
  }
}
