/// Where a line-by-line form writes to and reads from.
///
/// Append-only: what is written stays, and no escape byte is ever written.
public protocol LineTerminal {
  /// Writes a text; a terminal shows what would command it by its code points.
  mutating func write(_ text: String)

  /// Reads one line, of any length.
  ///
  /// - Parameters:
  ///   - prompt: What stands before the line.
  ///   - onPause: Called with what is typed so far whenever the typing pauses, at the latest every second.
  /// - Returns: What was typed.
  mutating func readLine(prompt: String, onPause: (String) -> Void) -> LineInput

  /// Whether a person types: then drafts are offered, and what is typed is echoed.
  var isInteractive: Bool { get }
}

/// What came from a terminal.
public enum LineInput: Sendable, Equatable {
  /// A line, without its end.
  case line(String)
  /// A line that is no UTF-8, so that it cannot be taken as it was meant.
  case undecodable
  /// Ctrl-C at the keyboard.
  case interrupted
  /// No more input: Ctrl-D, or the end of a file.
  case end
  /// SIGINT, SIGTERM or SIGHUP came from outside, or the terminal is gone (as SIGHUP).
  case signal(Int32)
}
