import Messages
import TerminalForm
import Testing

@Suite("Texts in the cells of a terminal")
struct CellTests {
  typealias Row = Frame.Row

  /// What cells show, each wide character followed by a mark for its second half.
  static func shown(_ text: String, columns: Int = 80) -> String {
    Row(text).cells(columns: columns).map { cell in
      String(String.UnicodeScalarView(cell.scalars)) + (cell.columns == 2 ? "_" : "")
    }.joined()
  }

  @Test(
    "Texts stand in their cells, and what terminals draw in many ways is drawn simply",
    arguments: [
      ("plain", "plain"), ("Été", "Été"), ("E\u{301}te\u{301}", "E\u{301}te\u{301}"), ("中文", "中_文_"),
      ("نعم", "نعم"),
      ("क्षत्रिय", "क्षत्रिय"), ("각", "각_"), ("नी", "नी"), ("นำ", "นำ"),
      // Flags, families, keycaps, pictures of letters, colours of skin.
      ("🇺🇳!", "UN!"), ("👨‍👩‍👧!", "👨_!"), ("1\u{FE0F}\u{20E3}!", "1 !"), ("☎\u{FE0F}!", "☎ !"), ("👍🏽!", "👍_!"),
      ("⌚!", "⌚_!"),
      // Four marks of six.
      ("e\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}!", "e\u{300}\u{301}\u{302}\u{303}!"),
      // What has no width, and what would command the terminal.
      ("a\u{200B}b\u{FEFF}c\u{202E}d", "abcd"), ("a\u{1b}[31m\u{7}b\u{9b}c\td\r\ne", "a[31mbcde"),
      ("\u{301}a", "a"), ("a\u{AD}b", "a-b"),
    ])
  func picture(text: String, picture: String) { #expect(Self.shown(text) == picture) }

  @Test("A row is cut between two characters, never within one")
  func cut() {
    #expect(Self.shown("abcdef", columns: 4) == "abcd")
    #expect(Self.shown("abc中文", columns: 4) == "abc")
    #expect(Self.shown("abc中文", columns: 5) == "abc中_")
    #expect(Self.shown("abc🇺🇳", columns: 4) == "abc")
    #expect(Self.shown("abe\u{301}d", columns: 3) == "abe\u{301}")
    #expect(Self.shown("abc", columns: 0) == "")
  }

  @Test("Pieces keep their styles")
  func styles() {
    let row = Row([Frame.Span("> ", .focus), Frame.Span("é", .good)])
    #expect(row.cells(columns: 9).map(\.style) == [.focus, .focus, .good])
  }

  @Test(
    "The cells of any text take the columns of the text, and each the columns of its character",
    arguments: 0..<300 as Range<UInt64>)
  func columns(seed: UInt64) {
    var random = Script(seed: seed)
    let pieces = [
      "a", " ", "é", "e\u{301}", "中", "ｱ", "한", "\u{1112}\u{1161}\u{11ab}", "ع", "क्ष", "त्रि", "\u{e33}",
      "\u{600}1", "🇺", "🇳", "👨", "\u{200D}", "\u{FE0F}", "\u{20E3}",
      "🏽", "☎", "\u{301}", "\u{1b}", "\u{200B}", "\t", "\r", "\n", "\u{10FFFF}", "\u{E000}", "\u{1FAE9}",
      "\u{378}", "\u{9b}", "\u{AD}", "\u{2060}",
    ]
    let text = random.text(of: pieces, upTo: 30)
    let cells = Row(text).cells(columns: 1000)
    #expect(cells.reduce(0) { $0 + $1.columns } == text.columns, "\(text.debugDescription)")
    for cell in cells {
      #expect((1...5).contains(cell.scalars.count))
      #expect(cell.scalars.first.map { Character($0).columns } == cell.columns)
      #expect(
        cell.scalars.dropFirst().allSatisfy {
          Character($0).columns == 0 && $0.properties.generalCategory != .control
        })
    }
    for columns in 0..<20 {
      let some = Row(text).cells(columns: columns)
      #expect(some.reduce(0) { $0 + $1.columns } <= columns)
      #expect(some == Array(cells.prefix(some.count)))
    }
  }
}
