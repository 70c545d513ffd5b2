import TerminalForm
import Testing

@Suite("A text while it is edited")
struct TextFieldTests {
  /// Letters, marks that join, wide characters, pictures that several code points make, marks of direction, line ends.
  static let pieces = [
    "a", "b ", " ", "word ", "é", "e", "\u{301}", "\u{308}", "\n", "\r\n", "\r", "\t", "中", "文", "，", "한",
    "\u{1161}",
    "\u{11A8}", "ع", "\u{64B}", "\u{200F}", "\u{202B}", "\u{200D}", "👨", "👩", "🏽", "\u{FE0F}", "☎", "🇺", "🇳",
    "🇫", "क", "\u{94D}",
    "ष", "\u{200B}", "\u{AD}", "\u{A0}", "https://example.org/a/very/long/address/that/goes/on", "\u{1b}",
    "\u{2028}",
  ]

  static func scalars(_ text: some Sequence<Character>) -> [Unicode.Scalar] {
    Array(String(text).unicodeScalars)
  }

  @Test("Edits at random change what they say and nothing else", arguments: 0..<150 as Range<UInt64>)
  func edits(seed: UInt64) {
    var random = Script(seed: seed)
    var field = TextField(random.text(of: Self.pieces, upTo: 12))
    for _ in 0..<60 {
      let (characters, caret) = (field.characters, field.caret)
      let (before, behind) = (Self.scalars(characters[..<caret]), Self.scalars(characters[caret...]))
      var expected = before + behind
      switch random.number(below: 8) {
      case 0, 1, 2:
        let typed = random.text(of: Self.pieces, upTo: 4)
        field.insert(typed)
        expected = before + Array(typed.unicodeScalars) + behind
        // The caret stands behind what was put in, and behind what that joined.
        #expect(
          Self.scalars(field.characters[..<field.caret]).count >= before.count + typed.unicodeScalars.count)
      case 3:
        field.backspace()
        expected = Self.scalars(characters[..<max(0, caret - 1)]) + behind
      case 4:
        field.delete()
        expected = before + Self.scalars(characters[min(characters.count, caret + 1)...])
      case 5:
        field.deleteWord()
        let kept = Self.scalars(field.text)
        #expect(kept.count <= expected.count && kept.suffix(behind.count) == behind[...])
        #expect(Array(before.prefix(kept.count - behind.count)) + behind == kept)
        expected = kept
      default:
        let moves: [TextField.Move] = [.left, .right, .up, .down, .home, .end, .pageUp, .pageDown]
        _ = field.move(
          moves[random.number(below: moves.count)], columns: 12 + random.number(below: 30), page: 3)
      }
      #expect(Self.scalars(field.text) == expected)
      #expect((0...field.characters.count).contains(field.caret))
      let whole = Array(field.text)
      #expect(field.characters.map { Self.scalars([$0]) } == whole.map { Self.scalars([$0]) }, "\(expected)")
    }
  }

  @Test("The caret stands where a person expects it")
  func caret() {
    var field = TextField("Cafe")
    #expect(field.caret == 4)
    field.insert("\u{301}")
    #expect((field.text, field.caret) == ("Café", 4))
    field.backspace()
    #expect((field.text, field.caret) == ("Caf", 3))
    _ = field.move(.left, columns: 40)
    field.insert("one two  ")
    field.deleteWord()
    #expect((field.text, field.caret) == ("Caone f", 6))
    field.deleteWord()
    #expect((field.text, field.caret) == ("f", 0))
    field.deleteWord()
    field.backspace()
    #expect((field.text, field.caret) == ("f", 0))
    field.delete()
    field.delete()
    #expect((field.text, field.caret) == ("", 0))
  }

  @Test("Up and down keep to the column that they came from")
  func aim() {
    var field = TextField("a long first line\nshort\nanother long line")
    _ = field.move(.home, columns: 40)
    for _ in 0..<9 { _ = field.move(.right, columns: 40) }
    var columns: [Int] = []
    func move(_ move: TextField.Move) -> (didMove: Bool, column: Int) {
      let didMove = field.move(move, columns: 40, page: 9)
      return (didMove, TextLayout(field.characters, columns: 40).position(of: field.caret).column)
    }
    for direction in [TextField.Move.up, .up, .down, .down] {
      let (didMove, column) = move(direction)
      #expect(didMove)
      columns.append(column)
    }
    #expect(columns == [5, 9, 5, 9])
    #expect(move(.down) == (false, 9))
    #expect(move(.pageUp) == (true, 9))
    #expect(move(.up) == (false, 9))
    #expect(move(.pageDown) == (true, 9))
  }
}
