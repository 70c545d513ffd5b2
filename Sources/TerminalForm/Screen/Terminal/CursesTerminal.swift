internal import CPosix
internal import Glibc

/// The process's own terminal, full screen.
///
/// A class, since a process has one, which must be given back when nobody holds it any more.
public final class CursesTerminal: ScreenTerminal {
  private let input: StandardInput
  private let screen: CursesScreen
  private var decoder = KeyDecoder()
  private var keys: [Key] = []
  private var lastByte = 0
  private var isResized = false

  /// Takes over standard output; it is given back by `leave`, at the end of the process, and in a crash.
  ///
  /// - Parameter input: Standard input, which another front-end may use before and after.
  /// - Throws: Why no screen can be shown; then nothing was sent to the terminal.
  public init(input: StandardInput) throws(ScreenRefusal) {
    self.input = input
    screen = try CursesScreen(Self.description())
  }

  /// Why no screen can be shown here; nothing where one can.
  public static var refusal: ScreenRefusal? {
    do throws(ScreenRefusal) {
      _ = try description()
      return nil
    } catch {
      return error
    }
  }

  private static func description() throws(ScreenRefusal) -> TerminalDescription {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .noTerminal }
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    return try TerminalDescription(TerminalName(name))
  }

  /// The size now.
  public var size: Frame.Size { screen.size }

  /// Shows a picture; only what changed since the last one is sent.
  public func show(_ frame: Frame) { screen.show(frame) }

  /// Shows the last picture anew, on a screen of which nothing is known any more.
  public func redraw() { screen.redraw() }

  /// Gives the terminal back as it was found, while something else uses it.
  public func leave() { screen.leave() }

  /// Takes the terminal again after `leave`; where it has another size now, that comes as the next input.
  public func enter() {
    if screen.enter() { isResized = true }
  }

  /// Stops the process as SIGTSTP does, the terminal as it was found meanwhile.
  public func stop() {
    leave()
    iscm_stop()
    enter()
  }

  /// Waits for what comes next.
  public func next(within milliseconds: Int?) -> ScreenInput {
    let end = milliseconds.map { Self.now + $0 }
    while true {
      if isResized {
        isResized = false
        return .resized
      }
      if !keys.isEmpty { return .key(keys.removeFirst()) }
      if let byte = input.bytes.nextByte() {
        keys = decoder.keys(from: CollectionOfOne(byte))
        continue
      }
      let flush = decoder.patience.map { lastByte + $0 }
      switch input.wait(milliseconds: [end, flush].compactMap(\.self).min().map { $0 - Self.now }) {
      case .bytes: lastByte = Self.now
      case .pause:
        if let flush, flush <= Self.now {
          keys = decoder.flush()
        } else if let end, end <= Self.now {
          return .pause
        }
      case .signal(SIGWINCH): isResized = screen.resize()
      case .signal(SIGCONT):
        // Stopped by SIGSTOP: whoever had the terminal meanwhile left it otherwise.
        enterAgain()
      case .signal(let number):
        if number == SIGHUP { screen.abandon() }
        return .signal(number)
      case .end, .gone:
        screen.abandon()
        return .signal(SIGHUP)
      }
    }
  }

  private func enterAgain() {
    leave()
    enter()
  }

  private static var now: Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
  }
}
