/// Why there can be no full-screen form here.
public enum ScreenRefusal: Error, Sendable, Hashable {
  /// Standard input or standard output is no terminal.
  case noTerminal
  /// Nothing is known of the kind of terminal that TERM names; the name may be empty.
  case unknownTerminal(String)
  /// The kind of terminal that TERM names cannot put the cursor anywhere, or cannot clear its screen.
  case noCursorMovement(String)
}
