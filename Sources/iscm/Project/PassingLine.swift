internal import Glibc
internal import Messages
internal import Synchronization

/// The last line of the terminal behind standard error, for what is true for a moment: it is gone as soon as anything
/// else is written.
enum PassingLine {
  /// What stands there.
  private static let shown = Mutex("")

  /// Whether there is such a line: at a terminal whose cursor can go back.
  static var isPossible: Bool {
    guard isatty(STDERR_FILENO) == 1, let kind = Present.environment("TERM") else { return false }
    return !kind.isEmpty && kind != "dumb"
  }

  /// Shows a text in place of what stands there.
  static func show(_ text: String) {
    shown.withLock { shown in
      if text != shown { writeAll(Self.start + text, to: STDERR_FILENO) }
      shown = text
    }
  }

  /// Takes away what stands there.
  static func clear() {
    shown.withLock { shown in
      if !shown.isEmpty { writeAll(Self.start, to: STDERR_FILENO) }
      shown = ""
    }
  }

  /// To the start of the line, and nothing on it.
  private static let start = "\r\u{1B}[K"
}

/// Says at a terminal how far the reading of a large file is, from a third of a second on.
final class ReadingProgress: Sendable {
  private let begin = ContinuousClock.now

  /// Says it; nothing any more when all is read.
  func tell(_ path: String, _ done: Int, of length: Int) {
    if done >= length { return PassingLine.clear() }
    guard begin.duration(to: .now) > .milliseconds(300) else { return }
    let share = ": \(done * 100 / length) %"
    // A line that wraps could not be taken away; of a path, its end says more.
    let room = columns(ofTerminal: STDERR_FILENO) - 1 - share.columns
    var name = path.harmless
    if name.columns > room {
      while !name.isEmpty, name.columns >= room { name.removeFirst() }
      name = "…" + name
    }
    PassingLine.show(name + share)
  }
}
