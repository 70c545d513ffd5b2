internal import CVterm

/// A key of a keyboard that writes no text.
package enum Press: Hashable {
  case enter, tab, backTab, escape, backspace, insert, delete
  case up, down, left, right, home, end, pageUp, pageDown
  case function(Int)
  case shiftFunction(Int)
  /// A letter with Ctrl.
  case control(Character)
}

/// The keyboards of terminals: where they differ from xterm's, as their descriptions in terminfo say.
package enum Keyboard: Sendable {
  case xterm, linux, putty

  /// The keyboard of a kind of terminal, by its name in `TERM`.
  package init(type: String) {
    switch type.prefix(while: { $0 != "-" }) {
    case "linux": self = .linux
    case "putty": self = .putty
    default: self = .xterm
    }
  }

  /// What a key sends, where xterm's sends something else.
  fileprivate func sequence(of press: Press) -> String? {
    switch (self, press) {
    case (.xterm, _): nil
    case (_, .home): "[1~"
    case (_, .end): "[4~"
    case (.linux, .backTab): "\t"
    case (.linux, .shiftFunction(4)): "[26~"
    case (.putty, .shiftFunction(4)): "[26~"
    case (.linux, .function(let number)) where number <= 5: ["[[A", "[[B", "[[C", "[[D", "[[E"][number - 1]
    case (.putty, .function(let number)) where number <= 4: "[\(number + 10)~"
    default: nil
    }
  }
}

/// What a terminal sends to the program: bytes that depend on the modes which the program has set.
extension VirtualTerminal {
  /// The bytes of a key.
  package func bytes(of press: Press) -> [UInt8] {
    if let sequence = keyboard.sequence(of: press) { return [0x1b] + Array(sequence.utf8) }
    return switch press {
    case .control(let letter): letter.asciiValue.map { [$0 & 0x1f] } ?? []
    case .backTab: bytes(of: VTERM_KEY_TAB, with: VTERM_MOD_SHIFT)
    case .function(let number): bytes(of: Self.function(number))
    case .shiftFunction(let number): bytes(of: Self.function(number), with: VTERM_MOD_SHIFT)
    default: Self.keys[press].map { bytes(of: $0) } ?? []
    }
  }

  /// The bytes of a text that is pasted: in brackets where the program has asked for them.
  package func bytes(ofPaste text: String) -> [UInt8] {
    press { vterm_keyboard_start_paste(terminal) } + Array(text.utf8)
      + press { vterm_keyboard_end_paste(terminal) }
  }

  /// The bytes of a click with the first button; none where the program does not want to know.
  package func bytes(ofClick place: Place) -> [UInt8] {
    if mouse == .silent { return [] }
    return press {
      vterm_mouse_move(terminal, Int32(place.row), Int32(place.column), VTERM_MOD_NONE)
      vterm_mouse_button(terminal, 1, true, VTERM_MOD_NONE)
      vterm_mouse_button(terminal, 1, false, VTERM_MOD_NONE)
    }
  }

  /// The bytes of one step of the wheel; none where the program does not want to know.
  package func bytes(ofWheelDown isDown: Bool) -> [UInt8] {
    if mouse == .silent { return [] }
    return press { vterm_mouse_button(terminal, isDown ? 5 : 4, true, VTERM_MOD_NONE) }
  }

  /// Whether the program wants a paste in brackets, so that it presses no key (mode 2004).
  package var isPasteBracketed: Bool { !press { vterm_keyboard_start_paste(terminal) }.isEmpty }

  /// Whether places of the mouse come as numbers, so that none is too far to the right (mode 1006).
  package var isMouseNumbered: Bool { bytes(ofClick: Place(row: 0, column: 0)).starts(with: "\u{1b}[<".utf8) }

  private static let keys: [Press: VTermKey] = [
    .enter: VTERM_KEY_ENTER, .tab: VTERM_KEY_TAB, .escape: VTERM_KEY_ESCAPE, .backspace: VTERM_KEY_BACKSPACE,
    .insert: VTERM_KEY_INS, .delete: VTERM_KEY_DEL, .up: VTERM_KEY_UP, .down: VTERM_KEY_DOWN,
    .left: VTERM_KEY_LEFT, .right: VTERM_KEY_RIGHT, .home: VTERM_KEY_HOME, .end: VTERM_KEY_END,
    .pageUp: VTERM_KEY_PAGEUP, .pageDown: VTERM_KEY_PAGEDOWN,
  ]

  private static func function(_ number: Int) -> VTermKey {
    VTermKey(rawValue: VTERM_KEY_FUNCTION_0.rawValue + UInt32(number))
  }

  private func bytes(of key: VTermKey, with modifier: VTermModifier = VTERM_MOD_NONE) -> [UInt8] {
    press { vterm_keyboard_key(terminal, key, modifier) }
  }

  /// What libvterm sends while something is pressed.
  private func press(_ act: () -> Void) -> [UInt8] {
    pressed = []
    act()
    defer { pressed = nil }
    return pressed ?? []
  }
}
