/// Where a full-screen form is shown, and where its keys come from.
public protocol ScreenTerminal {
  /// The size now.
  var size: Frame.Size { get }

  /// Shows a picture; only what changed since the last one is sent.
  mutating func show(_ frame: Frame)

  /// Shows the last picture anew, on a screen of which nothing is known any more.
  mutating func redraw()

  /// Waits for what comes next.
  ///
  /// - Parameter milliseconds: How long to wait; nothing waits for ever.
  /// - Returns: What came; `pause` where nothing did.
  mutating func next(within milliseconds: Int?) -> ScreenInput

  /// Gives the terminal back as it was found, while something else uses it: an editor, the line form, or the
  /// shell after the end.
  mutating func leave()

  /// Takes the terminal again after `leave`.
  mutating func enter()

  /// Stops the process as SIGTSTP does, the terminal as it was found meanwhile.
  mutating func stop()
}

/// What came from a full-screen terminal.
public enum ScreenInput: Sendable, Hashable {
  case key(Key)
  /// Nothing came in the time given.
  case pause
  /// The terminal has another size.
  case resized
  /// SIGINT, SIGTERM, SIGTSTP or SIGHUP came from outside, or the terminal is gone (as SIGHUP).
  case signal(Int32)
}
