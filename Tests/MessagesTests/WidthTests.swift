import Messages
import Testing

@Suite("The columns that a text takes")
struct WidthTests {
  @Test(
    "Columns are counted by grapheme",
    arguments: [
      ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("Ё", 1), ("العربية", 7), ("حُفظ", 3), ("中文", 4),
      ("第1题。", 7), ("\u{3000}", 2), ("\u{A0}", 1), ("\u{200B}", 0), ("\u{200E}", 0), ("\u{1B}", 0),
      ("\t", 0), ("\r\n", 0), ("\u{301}", 0), ("กำ", 2), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2),
      ("🇫🇷", 2), ("👩‍👩‍👧", 2), ("👍🏽", 2), ("❤\u{FE0F}", 2), ("1\u{FE0F}\u{20E3}", 2), ("❤", 1), ("’", 1),
      ("«\u{A0}a\u{A0}»", 5),
    ])
  func columns(text: String, columns: Int) {
    #expect(text.columns == columns)
  }

  @Test("Padding fills up to a width and leaves what is wider")
  func padding() {
    #expect("中".padded(toColumns: 4) == "中  ")
    #expect("حُ".padded(toColumns: 3).columns == 3)
    #expect("abcd".padded(toColumns: 3) == "abcd")
    #expect("abc".padded(toColumns: -1) == "abc")
  }
}
