internal import CNcurses
internal import Glibc

/// What the system's database (terminfo) says of the terminal that is standard output.
package struct TerminalDescription: Sendable, Hashable {
  /// The name under which it was found.
  package let name: String
  /// Whether the screen that was there before comes back at the end.
  package let hasOtherScreen: Bool
  /// What is sent after ncurses began: pastes in brackets, the mouse's first button and wheel.
  package let begin: String
  /// What is sent before ncurses ends.
  package let end: String
  /// What brings the terminal back where ncurses cannot do it any more.
  package let restore: [UInt8]

  /// Looks a terminal up.
  ///
  /// - Throws: Why it cannot show a form.
  package init(_ terminal: TerminalName) throws(ScreenRefusal) {
    guard let name = terminal.candidates.first(where: { iscm_terminal_open($0) != 0 }) else {
      throw .unknownTerminal(terminal.name)
    }
    defer { iscm_terminal_close() }
    guard Self.has("cup"), Self.has("clear") || Self.has("ed"), iscm_terminal_flag("hc") == 0 else {
      throw .noCursorMovement(terminal.name)
    }
    let hasPaste = Self.has("BE") || terminal.mayHaveBracketedPaste
    let hasMouse = Self.has("kmous") || Self.has("XM")
    self.name = name
    hasOtherScreen = Self.has("smcup") && Self.has("rmcup")
    begin = (hasPaste ? "\u{1b}[?2004h" : "") + (hasMouse ? "\u{1b}[?1000h\u{1b}[?1006h" : "")
    end = (hasMouse ? "\u{1b}[?1006l\u{1b}[?1000l" : "") + (hasPaste ? "\u{1b}[?2004l" : "")
    restore =
      Array(end.utf8) + Self.bytes("op") + Self.bytes("sgr0")
      + (hasOtherScreen ? Self.bytes("rmcup") : Array("\r\n".utf8))
  }

  private static func has(_ capability: String) -> Bool { !bytes(capability).isEmpty }

  /// The bytes of a capability without parameters, and without the pauses that it asks for (`$<5>`).
  private static func bytes(_ capability: String) -> [UInt8] {
    guard let value = iscm_terminal_string(capability) else { return [] }
    var bytes: [UInt8] = []
    var rest = String(cString: value).utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "<"),
        let end = rest.firstIndex(of: UInt8(ascii: ">"))
      {
        rest = rest[rest.index(after: end)...]
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }
}
