internal import CPosix
internal import Glibc

/// The process's own terminal, full screen.
///
/// A class, since a process has one, which must be given back when nobody holds it any more.
public final class CursesTerminal: ScreenTerminal {
  private let input: StandardInput
  private let description: TerminalDescription
  private var screen: CursesScreen?
  private var frame = Frame()
  private var decoder = KeyDecoder()
  private var keys: [Key] = []
  private var lastByte = 0
  private var isResized = false
  private var isGone = false

  /// The size now.
  public private(set) var size: Frame.Size

  /// Takes over standard output; it is given back by `leave`, at the end of the process, and in a crash.
  ///
  /// - Parameter input: Standard input, which another front-end may use before and after.
  /// - Throws: Why no screen can be shown; then nothing was sent to the terminal.
  public init(input: StandardInput) throws(ScreenRefusal) {
    self.input = input
    description = try Self.describe()
    let screen = try CursesScreen(description)
    self.screen = screen
    size = screen.size
  }

  /// Why no screen can be shown here; nothing where one can.
  public static var refusal: ScreenRefusal? {
    do throws(ScreenRefusal) {
      _ = try describe()
      return nil
    } catch {
      return error
    }
  }

  private static func describe() throws(ScreenRefusal) -> TerminalDescription {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .noTerminal }
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    return try TerminalDescription(TerminalName(name))
  }

  /// Shows a picture; only what changed since the last one is sent.
  public func show(_ frame: Frame) {
    self.frame = frame
    screen?.show(frame)
  }

  /// Shows the last picture anew, on a screen of which nothing is known any more.
  public func redraw() { screen?.redraw() }

  /// Gives the terminal back as it was found, while something else uses it.
  public func leave() {
    screen?.close()
    screen = nil
  }

  /// Takes the terminal again after `leave`, and shows the last picture; where the terminal has another size now,
  /// that comes as the next input.
  public func enter() {
    guard screen == nil, !isGone else { return }
    screen = try? CursesScreen(description)
    // What was a terminal and is none any more is gone.
    guard let screen else { return isGone = true }
    isResized = screen.size != size
    size = screen.size
    screen.show(frame)
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
      if isGone { return .signal(SIGHUP) }
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
      case .signal(SIGWINCH):
        guard let screen, screen.resize() else { break }
        size = screen.size
        isResized = true
      case .signal(SIGCONT):
        // Stopped by SIGSTOP: whoever had the terminal meanwhile left it otherwise.
        leave()
        enter()
      case .signal(let number):
        return number == SIGHUP ? hangUp() : .signal(number)
      case .end, .gone: return hangUp()
      }
    }
  }

  private func hangUp() -> ScreenInput {
    isGone = true
    screen?.abandon()
    return .signal(SIGHUP)
  }

  private static var now: Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
  }
}
