internal import Messages

/// A line while it is typed: bytes in, echo out.
///
/// Pure, so that the keys can be tested without a terminal. Every key costs no more than a row of the
/// terminal, however long the line is.
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
  /// Whether the line holds bytes that are no UTF-8.
  package var isDamaged: Bool { damage != nil }

  private let prompt: String
  private let width: Int
  private var pending: [UInt8] = []
  private var escape = Escape.none
  /// Where the first damage stands in the text, as an offset in UTF-8.
  private var damage: Int?
  /// Where the text of the terminal's last row begins, as an offset in UTF-8.
  private var rowStart = 0
  /// How many columns of the terminal's last row are used.
  private var column: Int

  private enum Escape {
    case none
    /// An escape byte.
    case begun
    /// The beginning of a control sequence (ECMA-48, section 5.4), and the rest of it.
    case opened, sequence
    /// One more byte belongs to the key.
    case last
  }

  /// Begins a line behind a prompt, at a terminal of a width in columns.
  package init(prompt: String, width: Int) {
    self.prompt = prompt
    self.width = max(2, width)
    self.column = prompt.columns % self.width
  }

  /// Forgets the echo that has been shown.
  package mutating func takeEcho() -> String {
    defer { echo = "" }
    return echo
  }

  /// Takes one byte from the keyboard.
  package mutating func take(_ byte: UInt8) -> Event {
    if isOfKey(byte) { return .typed }
    if !pending.isEmpty, byte & 0xC0 != 0x80 { finishScalar() }
    switch byte {
    case 0x0a, 0x0d:
      echo += "\n"
      return .line
    case 0x03: return .interrupt
    case 0x04: return text.isEmpty ? .end : .typed
    case 0x08, 0x7f: erase(from: text.isEmpty ? text.endIndex : text.index(before: text.endIndex))
    case 0x15: erase(from: text.startIndex)
    case 0x17: erase(from: startOfLastWord)
    case 0x1a: return .suspend
    case 0x1b: escape = .begun
    case 0x09: put("\t")
    case 0x00..<0x20: break
    case 0x20..<0x7f: put(Character(UnicodeScalar(byte)))
    default: take(utf8: byte)
    }
    return .typed
  }

  /// Whether a byte belongs to an arrow or function key.
  ///
  /// Those mean nothing to a line, and must not become text. Where a key breaks off, the byte is what it is.
  private mutating func isOfKey(_ byte: UInt8) -> Bool {
    let before = escape
    escape = .none
    switch (before, byte) {
    case (.none, _): return false
    case (.begun, 0x1b): escape = .begun
    case (.begun, UInt8(ascii: "[")): escape = .opened
    case (.begun, UInt8(ascii: "O")): escape = .last
    // The function keys of the Linux console: ESC [ [ A.
    case (.opened, UInt8(ascii: "[")): escape = .last
    case (.opened, 0x20...0x3f), (.sequence, 0x20...0x3f): escape = .sequence
    case (.opened, 0x40...0x7e), (.sequence, 0x40...0x7e), (.last, 0x20...0x7e): break
    default: return false
    }
    return true
  }

  // MARK: - Text

  private mutating func take(utf8 byte: UInt8) {
    pending.append(byte)
    if let scalars = String(validating: pending, as: UTF8.self)?.unicodeScalars, let scalar = scalars.first {
      pending = []
      // Some terminals take U+0080 to U+009F for commands; no keyboard types them.
      if scalar.properties.generalCategory != .control { put(Character(scalar)) }
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
    pending = []
    damage = damage ?? text.utf8.count
    put("\u{FFFD}")
  }

  private mutating func put(_ character: Character) {
    let end = text.utf8.count
    let before = text.last
    text.append(character)
    echo.append(character == "\t" ? " " : character)
    // A mark may join the character before it.
    guard let last = text.last else { return }
    let start = text.utf8.count - last.utf8.count
    let added = Self.columns(of: last) - (start < end ? before.map(Self.columns) ?? 0 : 0)
    if column + added > width {
      (rowStart, column) = (start, Self.columns(of: last))
    } else {
      column += added
    }
  }

  private static func columns(of character: Character) -> Int { character == "\t" ? 1 : character.columns }

  // MARK: - Taking back

  private var startOfLastWord: String.Index {
    let end = text.lastIndex { !$0.isWhitespace } ?? text.startIndex
    guard let gap = text[..<end].lastIndex(where: \.isWhitespace) else { return text.startIndex }
    return text.index(after: gap)
  }

  private mutating func erase(from start: String.Index) {
    guard start < text.endIndex else { return }
    let offset = text.utf8.distance(from: text.startIndex, to: start)
    // Backspaces do not climb to the row above, nor work behind the last column: then the row is shown anew.
    let isInRow = offset >= rowStart && column < width
    let gone = isInRow ? text[start...].reduce(0) { $0 + Self.columns(of: $1) } : 0
    text.removeSubrange(start...)
    if let damage, damage >= offset { self.damage = nil }
    if isInRow, gone <= column {
      column -= gone
      let back = String(repeating: "\u{08}", count: gone)
      echo += back + String(repeating: " ", count: gone) + back
    } else {
      showRow()
    }
  }

  /// Shows the line anew, on a line of its own.
  package mutating func showAgain() {
    let typed = text
    (text, rowStart, column) = ("", 0, prompt.columns % width)
    echo += "\n" + prompt
    for character in typed { put(character) }
  }

  /// Shows the end of the line on a new row, behind the prompt where all of it has room.
  private mutating func showRow() {
    var start = text.endIndex
    var used = 0
    while start > text.startIndex {
      let previous = text.index(before: start)
      let columns = Self.columns(of: text[previous])
      if used + columns >= width { break }
      (start, used) = (previous, used + max(1, columns))
    }
    let isWhole = start == text.startIndex && used + prompt.columns < width
    let tail = text[start...]
    rowStart = text.utf8.distance(from: text.startIndex, to: start)
    column = (isWhole ? prompt.columns : 0) + tail.reduce(0) { $0 + Self.columns(of: $1) }
    echo += "\n" + (isWhole ? prompt : "") + String(tail.map { $0 == "\t" ? " " : $0 })
  }
}
