internal import Messages

/// How a text falls into lines of a width: every character stands in exactly one, so that the caret has a place.
///
/// Lines break behind spaces, which may hang over the edge, and beside wide characters; a word that is wider than
/// a line breaks anywhere. A line end belongs to the line that it ends.
package struct TextLayout {
  /// The characters of each line; there is always a line for the caret to stand in.
  package let lines: [Range<Int>]
  private let characters: [Character]
  private let width: Int

  /// Lays characters out.
  ///
  /// - Parameters:
  ///   - characters: The text.
  ///   - columns: The width; a line leaves its last column to the caret.
  package init(_ characters: [Character], columns: Int) {
    let width = max(2, columns - 1)
    var lines: [Range<Int>] = []
    var start = 0
    var used = 0
    // Where the line may break, and how much of it stands behind that place.
    var gap: Int?
    var behindGap = 0
    for (index, character) in characters.enumerated() {
      if character.isNewline {
        lines.append(start..<index + 1)
        (start, used, gap, behindGap) = (index + 1, 0, nil, 0)
        continue
      }
      let needed = character.shownColumns
      let hangs = character.mayHang
      while !hangs, used + needed > width, index > start {
        let end = gap ?? index
        lines.append(start..<end)
        (start, used) = (end, gap == nil ? 0 : behindGap)
        (gap, behindGap) = (nil, 0)
      }
      used += needed
      behindGap += needed
      if hangs || needed == 2 { (gap, behindGap) = (index + 1, 0) }
    }
    lines.append(start..<characters.count)
    self.lines = lines
    self.characters = characters
    self.width = width
  }

  /// What a line shows, without its end, and without the spaces that have no room.
  package func text(ofRow row: Int) -> String {
    var text = ""
    var used = 0
    for character in characters[lines[row]] {
      used += character.shownColumns
      if used > width, character.mayHang { break }
      text += character.shown
    }
    return text
  }

  /// The row and the column of a caret.
  package func position(of caret: Int) -> (row: Int, column: Int) {
    let row = lines.lastIndex { $0.lowerBound <= caret } ?? 0
    let column = characters[lines[row].lowerBound..<caret].reduce(0) { $0 + $1.shownColumns }
    return (row, column)
  }

  /// The caret that is nearest to a column of a row.
  package func caret(row: Int, column: Int) -> Int {
    var used = 0
    for index in lines[row].lowerBound..<lastCaret(inRow: row) {
      used += characters[index].shownColumns
      if used > column { return index }
    }
    return lastCaret(inRow: row)
  }

  /// The last caret that stands in a row: before its line end, or, where the line merely breaks, before the
  /// first caret of the next.
  package func lastCaret(inRow row: Int) -> Int {
    let line = lines[row]
    return line.isEmpty || row == lines.count - 1 ? line.upperBound : line.upperBound - 1
  }
}

extension Character {
  /// Whether it is a space that a line may break behind: not one that joins, nor one that carries a mark.
  fileprivate var mayHang: Bool {
    isWhitespace && unicodeScalars.count == 1 && self != "\u{A0}" && self != "\u{2007}" && self != "\u{202F}"
  }

  /// What stands for the character on a screen: control characters must not reach a terminal.
  var shown: String {
    if self == "\t" { return " " }
    if isNewline { return "" }
    let text = String(self)
    return text.harmless == text ? text : "\u{FFFD}"
  }

  /// The columns of what stands for it.
  var shownColumns: Int {
    if self == "\t" { return 1 }
    if isNewline { return 0 }
    return isASCII ? 1 : shown.columns
  }
}
