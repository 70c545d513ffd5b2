/// What a person does at a full-screen terminal: a key, a paste, the mouse.
public enum Key: Sendable, Hashable {
  /// Something typed: one code point; a combining mark joins what stands before the caret.
  case text(Unicode.Scalar)
  /// A text that was pasted, whatever it holds: it is inserted, and presses no key.
  case paste(String)
  case enter
  case tab, backTab
  case escape
  case up, down, left, right
  case home, end
  case pageUp, pageDown
  case backspace, delete
  /// A function key from 1.
  case function(Int)
  /// A function key with Shift.
  case shiftFunction(Int)
  /// A Latin letter, in lower case, with Ctrl.
  case control(Character)
  /// The first button of the mouse, at a row and a column from 0.
  case click(row: Int, column: Int)
  /// The wheel of the mouse.
  case wheelUp, wheelDown
  /// Bytes that are no UTF-8, or a key that means nothing here.
  case unknown
}
