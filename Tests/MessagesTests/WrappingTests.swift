import Chance
import Messages
import Testing

@Suite("Breaking a text into lines")
struct WrappingTests {
  struct Case: CustomTestStringConvertible {
    let name: String
    let text: String
    let width: Int
    let lines: [String]

    var testDescription: String { name }
  }

  @Test(
    "A text is broken where a reader would break it",
    arguments: [
      Case(name: "empty", text: "", width: 5, lines: [""]),
      Case(name: "what fits", text: "ab cd", width: 5, lines: ["ab cd"]),
      Case(name: "at a space", text: "ab cd ef", width: 5, lines: ["ab cd", "ef"]),
      Case(name: "spaces at the start stay", text: "  ab cd", width: 5, lines: ["  ab", "cd"]),
      Case(name: "spaces at the start give way", text: "    abcde", width: 5, lines: ["abcde"]),
      Case(name: "spaces between words stay", text: "a  b", width: 5, lines: ["a  b"]),
      Case(name: "no spaces at an end", text: "aaa  bb  ", width: 5, lines: ["aaa", "bb"]),
      Case(name: "spaces alone", text: "     ", width: 2, lines: [""]),
      Case(name: "a tab is a space", text: "\ta\tb", width: 5, lines: [" a b"]),
      Case(name: "a long word", text: "a bcdefgh i", width: 4, lines: ["a", "bcde", "fgh", "i"]),
      Case(name: "a long word, then room", text: "abcdef gh", width: 5, lines: ["abcde", "f gh"]),
      Case(
        name: "line breaks stay", text: "a\n\nb\r\nc\u{2028}d", width: 5, lines: ["a", "", "b", "c", "d"]),
      Case(name: "a break at the end", text: "a\n", width: 5, lines: ["a", ""]),
      Case(name: "no-break space", text: "a b\u{A0}:", width: 4, lines: ["a", "b\u{A0}:"]),
      Case(name: "accents of their own", text: "e\u{301}e\u{301}e\u{301}", width: 2, lines: ["éé", "é"]),
      Case(name: "zero-width space", text: "ab\u{200B}cd", width: 3, lines: ["ab\u{200B}", "cd"]),
      Case(name: "Arabic", text: "حُفظ الجواب", width: 8, lines: ["حُفظ", "الجواب"]),
      Case(name: "Chinese", text: "请选择一项", width: 5, lines: ["请选", "择一", "项"]),
      Case(name: "no mark begins a line", text: "已保存。是", width: 6, lines: ["已保", "存。是"]),
      Case(name: "no bracket ends a line", text: "共是《甲》乙", width: 6, lines: ["共是", "《甲》", "乙"]),
      Case(name: "a mark over a space stays", text: "ab  \u{301} c", width: 3, lines: ["ab", " \u{301} c"]),
      Case(name: "Latin in Chinese stays whole", text: "设定EDITOR吧", width: 7, lines: ["设定", "EDITOR", "吧"]),
      Case(name: "Chinese fills the line after a space", text: "ab 请选择", width: 5, lines: ["ab 请", "选择"]),
      Case(name: "a flag is not torn", text: "🇫🇷🇨🇭🇲🇽", width: 5, lines: ["🇫🇷🇨🇭", "🇲🇽"]),
    ])
  func lines(example: Case) {
    #expect(example.text.wrapped(toColumns: example.width) == example.lines)
  }

  @Test("A text of ASCII alone is broken as any other", arguments: UInt64(0)..<300)
  func ascii(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let pieces = [
      " ", " ", "  ", "a", "Word", "x-y", "(1)", "2018-11-09", "https://example.org/a/long/path", ".", "~",
    ]
    let count = Int.random(in: 0..<30, using: &random)
    let text = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
    let width = Int.random(in: 0..<40, using: &random)
    #expect(
      text.wrapped(toColumns: width) == text.wrapped(to: width) { $0.columns },
      "\(text.debugDescription) to \(width)")
  }

  /// Wide, narrow, combining, invisible, right-to-left: what lines are made of.
  static let pieces = [
    " ", " ", " ", "  ", "\t", "\n", "\r\n", "\u{A0}", "\u{3000}", "a", "Word", "x-y", "é", "e\u{301}",
    "\u{301}",
    "Механизм", "الآلية", "حُفظ", "\u{200E}-3", "\u{200B}", "中", "文字", "。", "，", "（", "》", "《", "“", "”", "1",
    "2018-11-09", "https://example.org/a/long/path", "👩‍👩‍👧", "🇫🇷", "👍🏽", "❤\u{FE0F}", "กำ", "한", ".", ",", "…",
  ]

  @Test(
    "No line is wider than the width, and none loses anything but white space", arguments: UInt64(0)..<300)
  func property(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let text = (0..<Int.random(in: 0...60, using: &random))
      .compactMap { _ in Self.pieces.randomElement(using: &random) }.joined()
    let width = Int.random(in: 2...40, using: &random)
    let lines = text.wrapped(toColumns: width)
    #expect(!lines.isEmpty)
    #expect(lines.allSatisfy { $0.columns <= width })
    #expect(lines.allSatisfy { !$0.hasSuffix(" ") && !$0.contains { $0.isNewline || $0 == "\t" } })
    #expect(visible(lines.joined()) == visible(text))
    #expect(lines.flatMap { $0.wrapped(toColumns: width) } == lines, "wrapping again changes nothing")
  }

  @Test("The wordings of every language fit a narrow window", arguments: InterfaceLanguage.allCases)
  func wordings(language: InterfaceLanguage) {
    for wording in language.catalogue.values {
      let lines = wording.wrapped(toColumns: 30)
      #expect(lines.allSatisfy { $0.columns <= 30 })
      #expect(visible(lines.joined()) == visible(wording))
    }
  }

  @Test("Another measure than columns breaks where its widths are used up")
  func measure() {
    let lines = "Asylum, im refugees".wrapped(to: 4.25) { $0 == "i" ? 0.25 : $0 == "m" ? 1 : 0.5 }
    #expect(lines == ["Asylum,", "im", "refugees"])
  }

  private func visible(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { !$0.properties.isWhitespace }
  }
}
