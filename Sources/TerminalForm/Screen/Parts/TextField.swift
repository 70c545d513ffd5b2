/// A text while it is edited: its characters, and the caret between two of them.
///
/// Nothing that is put in is changed: line ends, spaces and marks of direction stay as they came.
package struct TextField: Equatable {
  /// The characters; a line end is one.
  package private(set) var characters: [Character]
  /// How many characters stand before the caret.
  package private(set) var caret: Int
  /// The column that moves up and down aim at.
  private var aim: Int?

  /// Opens a text, the caret at its end.
  package init(_ text: String) {
    characters = Array(text)
    caret = characters.count
  }

  /// The text.
  package var text: String { String(characters) }

  /// What an edit may look at and change.
  private mutating func replace(_ range: Range<Int>, with text: String) {
    aim = nil
    // A mark may join the character before it, and what comes to stand together may become one character.
    let from = max(0, range.lowerBound - 1)
    let to = min(characters.count, range.upperBound + 1)
    let before = String(characters[from..<range.lowerBound]) + text
    var renewed = Array(before + String(characters[range.upperBound..<to]))
    // Flags behind each other pair anew, as far as they go.
    var end = to
    while end < characters.count, let last = renewed.last {
      let joint = Array(String(last) + String(characters[end]))
      if joint.count == 2, joint[0].unicodeScalars.count == last.unicodeScalars.count { break }
      renewed.removeLast()
      renewed += joint
      end += 1
    }
    characters.replaceSubrange(from..<end, with: renewed)
    // Behind the character that holds the end of what was put in.
    var remaining = before.unicodeScalars.count
    var passed = 0
    while passed < renewed.count, remaining > 0 {
      remaining -= renewed[passed].unicodeScalars.count
      passed += 1
    }
    caret = from + passed
  }
}

// MARK: - Edits

extension TextField {
  /// Puts a text in at the caret.
  package mutating func insert(_ text: String) { replace(caret..<caret, with: text) }

  /// Takes the character before the caret away.
  package mutating func backspace() {
    if caret > 0 { replace(caret - 1..<caret, with: "") }
  }

  /// Takes the character behind the caret away.
  package mutating func delete() {
    if caret < characters.count { replace(caret..<caret + 1, with: "") }
  }

  /// Takes the word before the caret away, with the spaces behind it.
  package mutating func deleteWord() {
    var start = caret
    while start > 0, characters[start - 1].isWhitespace { start -= 1 }
    while start > 0, !characters[start - 1].isWhitespace { start -= 1 }
    replace(start..<caret, with: "")
  }

  /// Takes away what stands before the caret, back to the last line end.
  package mutating func deleteLine() {
    let start = characters[..<caret].lastIndex(where: \.isNewline).map { $0 + 1 } ?? 0
    // At the beginning of a line, the line end before it.
    replace((start == caret ? max(0, caret - 1) : start)..<caret, with: "")
  }
}

// MARK: - Moves

extension TextField {
  /// Where a caret goes.
  package enum Move { case left, right, up, down, home, end, pageUp, pageDown }

  /// Moves the caret.
  ///
  /// - Parameters:
  ///   - move: Where to.
  ///   - columns: The width of the lines, which up and down go by.
  ///   - page: How many lines a page has.
  /// - Returns: Whether the caret moved.
  package mutating func move(_ move: Move, columns: Int, page: Int = 1) -> Bool {
    let before = caret
    let layout = TextLayout(characters, columns: columns)
    let place = layout.position(of: caret)
    switch move {
    case .left: caret = max(0, caret - 1)
    case .right: caret = min(characters.count, caret + 1)
    case .home: caret = layout.lines[place.row].lowerBound
    case .end: caret = layout.lastCaret(inRow: place.row)
    case .up, .down, .pageUp, .pageDown:
      let steps = [.pageUp, .pageDown].contains(move) ? max(1, page) : 1
      let row = place.row + ([.up, .pageUp].contains(move) ? -steps : steps)
      if steps == 1, !layout.lines.indices.contains(row) { return false }
      let column = aim ?? place.column
      caret = layout.caret(row: min(max(0, row), layout.lines.count - 1), column: column)
      aim = column
      return caret != before
    }
    aim = nil
    return caret != before
  }

  /// Puts the caret at a place of the lines as they are shown.
  package mutating func place(row: Int, column: Int, columns: Int) {
    let layout = TextLayout(characters, columns: columns)
    caret = layout.caret(row: min(max(0, row), layout.lines.count - 1), column: column)
    aim = nil
  }
}
