import Messages
import TerminalForm
import Testing

@Suite("How a text falls into lines")
struct TextLayoutTests {
  static func lines(_ text: String, _ columns: Int) -> [String] {
    let layout = TextLayout(Array(text), columns: columns)
    return layout.lines.indices.map { layout.text(ofRow: $0) }
  }

  @Test(
    "Lines break where a person would break them, and leave the caret a column",
    arguments: [
      ("", 10, [""]), ("one two", 8, ["one two"]), ("one two", 7, ["one ", "two"]),
      ("one   two", 5, ["one ", "two"]), ("a\u{A0}b c", 4, ["a\u{A0}b", "c"]),
      (" abcd中", 6, [" ", "abcd", "中"]),
      ("abcdefgh", 5, ["abcd", "efgh"]), ("a abcdefgh", 6, ["a ", "abcde", "fgh"]),
      ("one\ntwo\n", 9, ["one", "two", ""]),
      ("\n\n", 9, ["", "", ""]), ("我们通过了声明", 9, ["我们通过", "了声明"]), ("ab 我们", 7, ["ab 我", "们"]),
      ("one\r\ntwo", 9, ["one", "two"]), ("a\tb", 9, ["a b"]),
      ("e\u{301}e\u{301}e\u{301}", 3, ["e\u{301}e\u{301}", "e\u{301}"]),
      ("a\u{1b}[31mb", 30, ["a\u{FFFD}[31mb"]), ("中文", 2, ["中", "文"]),
    ])
  func breaks(text: String, columns: Int, lines: [String]) { #expect(Self.lines(text, columns) == lines) }

  @Test(
    "Every character stands in exactly one line, and none is too wide", arguments: 0..<300 as Range<UInt64>)
  func whole(seed: UInt64) {
    var random = Script(seed: seed)
    let characters = Array(random.text(of: TextFieldTests.pieces, upTo: 40))
    let columns = 2 + random.number(below: 30)
    let layout = TextLayout(characters, columns: columns)
    #expect(layout.lines.first?.lowerBound == 0 && layout.lines.last?.upperBound == characters.count)
    for (line, next) in zip(layout.lines, layout.lines.dropFirst()) {
      #expect(line.upperBound == next.lowerBound && !line.isEmpty)
    }
    for (row, line) in layout.lines.enumerated() {
      let text = layout.text(ofRow: row)
      #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .control })
      #expect(text.columns <= max(2, columns - 1) || text.count == 1, "\(text)")
      #expect(characters[line].dropLast().allSatisfy { !$0.isNewline })
    }
  }

  @Test("A caret and its place mean each other", arguments: 0..<300 as Range<UInt64>)
  func places(seed: UInt64) {
    var random = Script(seed: seed)
    let characters = Array(random.text(of: TextFieldTests.pieces, upTo: 30))
    let layout = TextLayout(characters, columns: 4 + random.number(below: 30))
    for caret in 0...characters.count {
      let place = layout.position(of: caret)
      #expect(layout.lines[place.row].lowerBound <= caret && caret <= layout.lines[place.row].upperBound)
      let back = layout.caret(row: place.row, column: place.column)
      // Of several carets at one column, one with no width between them is as good as the other.
      #expect(layout.position(of: back) == place)
      if place.row < layout.lines.count - 1 { #expect(caret < layout.lines[place.row].upperBound) }
    }
    for row in layout.lines.indices {
      let last = layout.lastCaret(inRow: row)
      #expect(layout.position(of: last).row == row)
      #expect(layout.caret(row: row, column: 10_000) == last)
      #expect(layout.position(of: layout.caret(row: row, column: 0)).column == 0)
    }
  }
}
