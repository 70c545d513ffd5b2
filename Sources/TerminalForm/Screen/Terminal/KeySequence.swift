/// What the sequences mean that terminals send for keys and for the mouse.
///
/// Arrows and the like count the same with Shift, Ctrl and Alt as without.
enum KeySequence {
  /// A sequence that began with ESC [, up to and with its last byte; nothing where it is no key.
  static func control(_ bytes: [UInt8]) -> Key? {
    guard let last = bytes.last else { return .unknown }
    switch bytes.first {
    case UInt8(ascii: "<"): return mouse(bytes.dropFirst())
    // Answers to questions, which some other program asked.
    case UInt8(ascii: "?"), UInt8(ascii: ">"), UInt8(ascii: "="): return nil
    default: break
    }
    let numbers = numbers(bytes.dropLast())
    let modifiers = numbers.count > 1 ? numbers[1] - 1 : 0
    switch last {
    case UInt8(ascii: "~"): return numbered(numbers.first, modifiers: modifiers)
    // rxvt: Shift, Ctrl, and both.
    case UInt8(ascii: "$"): return numbered(numbers.first, modifiers: shift)
    case UInt8(ascii: "^"): return numbered(numbers.first, modifiers: control)
    case UInt8(ascii: "@"): return numbered(numbers.first, modifiers: shift | control)
    case UInt8(ascii: "a")...UInt8(ascii: "d"): return motion(last - 0x20)
    case UInt8(ascii: "Z"): return .backTab
    case UInt8(ascii: "P")...UInt8(ascii: "S"):
      // ESC [ row ; column R tells where the cursor is.
      return numbers.first ?? 1 == 1 ? function(Int(last - 0x50) + 1, modifiers) : nil
    // The window has got the focus, or lost it.
    case UInt8(ascii: "I"), UInt8(ascii: "O"): return nil
    default: return motion(last)
    }
  }

  /// A sequence that began with ESC O: the cursor keys and the keypad of a VT100, in the modes which another
  /// program may have left on.
  static func single(_ bytes: [UInt8]) -> Key? {
    guard let last = bytes.last else { return .unknown }
    let number = numbers(bytes.dropLast()).first ?? 1
    switch last {
    case UInt8(ascii: "P")...UInt8(ascii: "S"): return function(Int(last - 0x50) + 1, number - 1)
    case UInt8(ascii: "M"): return .enter
    case UInt8(ascii: "I"): return .tab
    case UInt8(ascii: "X"): return .text("=")
    case UInt8(ascii: "j")...UInt8(ascii: "y"): return .text(Unicode.Scalar(last - 0x40))
    case UInt8(ascii: "a")...UInt8(ascii: "d"): return motion(last - 0x20)
    default: return motion(last)
    }
  }

  /// The byte after ESC [ [.
  static func console(_ byte: UInt8) -> Key {
    (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(byte) ? .function(Int(byte - 0x40)) : .unknown
  }

  /// Whether a sequence after ESC [ is one of rxvt's for a key with Shift, which end where others go on.
  static func endsAtDollar(_ bytes: [UInt8]) -> Bool {
    bytes.last == UInt8(ascii: "$") && bytes.count > 1 && bytes.dropLast().allSatisfy { isDigit($0) }
  }

  // MARK: - Keys

  private static let shift = 1
  private static let control = 4

  private static func motion(_ byte: UInt8) -> Key {
    switch byte {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "H"): .home
    default: .unknown
    }
  }

  private static func function(_ number: Int, _ modifiers: Int) -> Key {
    switch modifiers {
    case 0: .function(number)
    case shift: .shiftFunction(number)
    default: .unknown
    }
  }

  private static func numbered(_ number: Int?, modifiers: Int) -> Key? {
    guard let number else { return .unknown }
    switch number {
    case 1, 7: return .home
    case 3: return .delete
    case 4, 8: return .end
    case 5: return .pageUp
    case 6: return .pageDown
    case 11...15: return function(number - 10, modifiers)
    case 17...21: return function(number - 11, modifiers)
    case 23, 24: return function(number - 12, modifiers)
    // F13 to F20, which stand for keys with Shift. PuTTY, rxvt and the Linux console's own keymap send F11 for
    // Shift-F1 (so that 26, F14, is Shift-F4); keymaps made from X's send F13 for it (29, F16, is Shift-F4).
    // Shift-F4 is the one that a form has, and Shift-F6 is none: 29 is taken for the former.
    case 25, 26: return modifiers == 0 ? .shiftFunction(number - 22) : .unknown
    case 28: return modifiers == 0 ? .shiftFunction(5) : .unknown
    case 29: return modifiers == 0 ? .shiftFunction(4) : .unknown
    case 31...34: return modifiers == 0 ? .shiftFunction(number - 24) : .unknown
    // The end of a paste that nobody began.
    case 201: return nil
    default: return .unknown
    }
  }

  // MARK: - The mouse

  /// A report in xterm's mode 1006: button ; column ; row, from 1, and M for pressed or m for let go.
  private static func mouse(_ bytes: ArraySlice<UInt8>) -> Key? {
    let numbers = numbers(bytes.dropLast())
    guard bytes.last == UInt8(ascii: "M"), numbers.count == 3 else { return nil }
    return mouse(button: numbers[0], column: numbers[1], row: numbers[2])
  }

  /// A report in the old mode: button, column and row, each with 32 added.
  static func oldMouse(_ bytes: [UInt8]) -> Key? {
    mouse(button: Int(bytes[0]) - 32, column: Int(bytes[1]) - 32, row: Int(bytes[2]) - 32)
  }

  private static func mouse(button: Int, column: Int, row: Int) -> Key? {
    // Shift, Alt and Ctrl make no difference.
    switch button & ~0b11100 {
    case 0 where row > 0 && column > 0: .click(row: row - 1, column: column - 1)
    case 64: .wheelUp
    case 65: .wheelDown
    default: nil
    }
  }

  // MARK: - Numbers

  /// The numbers between semicolons; 1 where one is left out, -1 where it is none.
  private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int] {
    if bytes.isEmpty { return [] }
    return bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { digits in
      if digits.isEmpty { return 1 }
      guard digits.count < 6, digits.allSatisfy({ isDigit($0) }) else { return -1 }
      return digits.reduce(0) { $0 * 10 + Int($1 & 0x0f) }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
