internal import CPosix
internal import Glibc
internal import Messages

/// The process's own terminal, or the pipe or file that stands in for it.
///
/// A keyboard is read byte by byte: in the kernel's line mode, a line ends at 4,095 bytes and the rest of it
/// is lost.
public struct SystemTerminal: LineTerminal {
  /// Whether a person types.
  public let isInteractive: Bool

  private let signals: Int32
  private var input = InputLines()
  private var atEnd = false

  /// Takes over standard input and output.
  ///
  /// From now on SIGINT, SIGTERM and SIGHUP come as `LineInput`.
  public init() {
    isInteractive = isatty(STDIN_FILENO) == 1
    signals = iscm_signal_descriptor()
  }

  /// Writes a text; what would command the terminal is shown by its code points.
  public mutating func write(_ text: String) { send(text.harmless) }

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
    write(prompt)
    return isInteractive ? readKeys(prompt: prompt, onPause: onPause) : readBytes()
  }

  // MARK: - A pipe or a file

  private mutating func readBytes() -> LineInput {
    while true {
      if let line = input.nextLine() { return line }
      if atEnd { return input.lastLine() ?? .end }
      if let ending = fill(timeout: -1) { return ending }
    }
  }

  // MARK: - A keyboard

  private mutating func readKeys(prompt: String, onPause: (String) -> Void) -> LineInput {
    let before = Self.enterKeyMode()
    defer { Self.leaveKeyMode(before) }
    var typed = TypedLine(prompt: prompt, width: Self.width)
    var saved = ""
    var lastSave = Self.seconds
    while true {
      while let byte = input.nextByte() {
        let event = typed.take(byte)
        if event == .typed { continue }
        send(typed.takeEcho())
        switch event {
        case .typed: break
        case .line: return typed.isDamaged ? .undecodable : .line(typed.text)
        case .end, .interrupt:
          // What was typed away again must not be what the journal has last.
          if typed.text != saved, !typed.isDamaged { onPause(typed.text) }
          return event == .end ? .end : .interrupted
        case .suspend:
          if typed.text != saved, !typed.isDamaged { onPause(typed.text) }
          (saved, lastSave) = (typed.text, Self.seconds)
          suspend(before)
          typed.showAgain()
          send(typed.takeEcho())
        }
      }
      send(typed.takeEcho())
      let isUnsaved = typed.text != saved && !typed.isDamaged
      if isUnsaved, Self.seconds - lastSave >= 1 {
        onPause(typed.text)
        (saved, lastSave) = (typed.text, Self.seconds)
      }
      if let ending = fill(timeout: isUnsaved ? 500 : -1) {
        if typed.text != saved, !typed.isDamaged { onPause(typed.text) }
        return ending
      }
      if isUnsaved, input.isEmpty {
        onPause(typed.text)
        (saved, lastSave) = (typed.text, Self.seconds)
      }
    }
  }

  private func suspend(_ before: termios?) {
    Self.leaveKeyMode(before)
    kill(getpid(), SIGTSTP)
    _ = Self.enterKeyMode()
  }

  // MARK: - The system's side

  /// Waits for input or a signal.
  ///
  /// - Parameter timeout: Milliseconds; -1 waits for ever.
  /// - Returns: Why there will be no more input; nothing where there is more, or the time is over.
  private mutating func fill(timeout: Int32) -> LineInput? {
    var waiting = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
    ]
    let ready = poll(&waiting, signals < 0 ? 1 : 2, timeout)
    if ready == 0 || (ready < 0 && errno == EINTR) { return nil }
    if signals >= 0, waiting[1].revents != 0 {
      let number = iscm_next_signal(signals)
      if number != 0 { return .signal(number) }
    }
    if waiting[0].revents == 0 { return nil }
    var block = [UInt8](repeating: 0, count: 65_536)
    let count = block.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
    if count < 0 { return errno == EINTR || errno == EAGAIN ? nil : .signal(SIGHUP) }
    if count == 0 {
      // A keyboard that gives no byte is gone; a file that gives none is at its end.
      if isInteractive { return .signal(SIGHUP) }
      atEnd = true
    }
    input.append(block[..<count])
    return nil
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

  /// Turns off the kernel's line reading, its echo and its keys.
  private static func enterKeyMode() -> termios? {
    var now = termios()
    guard tcgetattr(STDIN_FILENO, &now) == 0 else { return nil }
    let before = now
    now.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
    now.c_iflag &= ~tcflag_t(IXON)
    tcsetattr(STDIN_FILENO, TCSADRAIN, &now)
    return before
  }

  private static func leaveKeyMode(_ before: termios?) {
    guard var before else { return }
    tcsetattr(STDIN_FILENO, TCSADRAIN, &before)
  }
}
