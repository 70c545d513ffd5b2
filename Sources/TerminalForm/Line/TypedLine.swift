internal import Messages

/// A line while it is typed: bytes in, echo out.
///
/// Pure, so that the keys can be tested without a terminal.
package struct TypedLine {
  /// What a byte brought about.
  package enum Event: Equatable {
    case typed
    case line
    case end
    case interrupt
    case suspend
  }

  /// What is typed so far.
  package private(set) var text = ""
  /// What the terminal must show next; it never holds an escape byte.
  package private(set) var echo = ""
  /// Whether bytes came that are no UTF-8.
  package private(set) var isDamaged = false

  private let prompt: String
  private let width: Int
  private var pending: [UInt8] = []
  private var escape = Escape.none

  private enum Escape { case none, begun, sequence }

  /// Begins a line behind a prompt, at a terminal of a width in columns.
  package init(prompt: String, width: Int) {
    self.prompt = prompt
    self.width = width
  }

  /// Forgets the echo that has been shown.
  package mutating func takeEcho() -> String {
    defer { echo = "" }
    return echo
  }

  /// Takes one byte from the keyboard.
  package mutating func take(_ byte: UInt8) -> Event {
    // Arrow and function keys mean nothing to a line; their bytes must not become text.
    switch escape {
    case .begun:
      escape = byte == UInt8(ascii: "[") || byte == UInt8(ascii: "O") ? .sequence : .none
      return .typed
    case .sequence:
      if (0x40...0x7e).contains(byte) { escape = .none }
      return .typed
    case .none: break
    }
    switch byte {
    case 0x0a, 0x0d:
      finishScalar()
      echo += "\n"
      return .line
    case 0x03: return .interrupt
    case 0x04: return text.isEmpty && pending.isEmpty ? .end : .typed
    case 0x08, 0x7f: erase(from: text.isEmpty ? text.endIndex : text.index(before: text.endIndex))
    case 0x15: erase(from: text.startIndex)
    case 0x17: erase(from: startOfLastWord)
    case 0x1a: return .suspend
    case 0x1b: escape = .begun
    case 0x09: put("\t", shown: " ")
    case 0x00..<0x20: break
    default: take(utf8: byte)
    }
    return .typed
  }

  /// Shows the line anew, on a line of its own.
  package mutating func showAgain() { echo += "\n" + prompt + shown }

  private var shown: String { String(text.map { $0 == "\t" ? " " : $0 }) }

  private mutating func put(_ character: String, shown: String) {
    text += character
    echo += shown
  }

  private mutating func take(utf8 byte: UInt8) {
    pending.append(byte)
    if let scalar = String(validating: pending, as: UTF8.self) {
      pending = []
      put(scalar, shown: scalar)
    } else if pending.count >= Self.length(ofSequenceBeginning: pending[0]) {
      finishScalar()
    }
  }

  private static func length(ofSequenceBeginning byte: UInt8) -> Int {
    switch byte {
    case 0xc2...0xdf: 2
    case 0xe0...0xef: 3
    case 0xf0...0xf4: 4
    default: 1
    }
  }

  /// Bytes that do not make a character are shown as such, and the line is not taken.
  private mutating func finishScalar() {
    if pending.isEmpty { return }
    isDamaged = true
    pending = []
    put("\u{FFFD}", shown: "\u{FFFD}")
  }

  private var startOfLastWord: String.Index {
    let end = text.lastIndex { !$0.isWhitespace } ?? text.startIndex
    guard let gap = text[..<end].lastIndex(where: \.isWhitespace) else { return text.startIndex }
    return text.index(after: gap)
  }

  private mutating func erase(from start: String.Index) {
    guard start < text.endIndex else { return }
    let before = (prompt + shown).columns
    let gone = String(text[start...].map { $0 == "\t" ? " " : $0 }).columns
    text.removeSubrange(start...)
    if before >= width {
      // Backspaces do not climb to the row above, so a line that has wrapped is shown anew.
      showAgain()
    } else {
      let back = String(repeating: "\u{08}", count: gone)
      echo += back + String(repeating: " ", count: gone) + back
    }
  }
}
