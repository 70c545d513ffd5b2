internal import CPosix
internal import Glibc

/// Standard input, and the signals that come to this process.
///
/// A class, since a process has one of each: where one front-end follows the other, the next one finds what was
/// typed ahead and not yet taken.
public final class StandardInput {
  /// What waiting brought.
  enum Event {
    /// There are more bytes.
    case bytes
    /// There will be no more: the end of a file, or a terminal that is gone.
    case end, gone
    case signal(Int32)
    /// Nothing came in the time given.
    case pause
  }

  /// Whether it is a terminal, at which a person types.
  let isInteractive: Bool
  /// What came and is not yet taken.
  var bytes = InputLines()
  /// Whether SIGTSTP, and the key that stands for it, stops this process.
  let stops: Bool
  private let signals: Int32

  /// Takes standard input over.
  ///
  /// From now on SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT and SIGWINCH wait until somebody asks for them.
  ///
  /// - Parameter stops: Whether SIGTSTP stops this process; not where nobody could continue it.
  public init(stops: Bool = true) {
    self.stops = stops
    isInteractive = isatty(STDIN_FILENO) == 1
    signals = iscm_signal_descriptor()
  }

  deinit { if signals >= 0 { close(signals) } }

  /// Waits for bytes or a signal.
  ///
  /// - Parameter milliseconds: How long; nothing waits for ever.
  /// - Returns: What came; the bytes stand in `bytes`.
  func wait(milliseconds: Int?) -> Event {
    var waiting = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
    ]
    let timeout = milliseconds.map { Int32(clamping: max(0, $0)) } ?? -1
    let ready = poll(&waiting, signals < 0 ? 1 : 2, timeout)
    if ready == 0 || (ready < 0 && errno == EINTR) { return .pause }
    if signals >= 0, waiting[1].revents != 0 {
      let number = iscm_next_signal(signals)
      if number == SIGTSTP, !stops { return .pause }
      if number != 0 { return .signal(number) }
    }
    if waiting[0].revents == 0 { return .pause }
    var block = [UInt8](repeating: 0, count: 65_536)
    let count = block.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
    if count < 0 { return errno == EINTR || errno == EAGAIN ? .pause : .gone }
    // A keyboard that gives no byte is gone; a file that gives none is at its end.
    if count == 0 { return isInteractive ? .gone : .end }
    bytes.append(block[..<count])
    return .bytes
  }
}
