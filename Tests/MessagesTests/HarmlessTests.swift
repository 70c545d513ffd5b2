import Messages
import Testing

@Suite("Text from outside, shown without harm")
struct HarmlessTests {
  @Test(
    "What commands a terminal is shown by its code point",
    arguments: [
      ("plain, é, 中文, العربية\tand\nlines", "plain, é, 中文, العربية\tand\nlines"),
      ("\u{1B}[2Jgone", "<U+001B>[2Jgone"),
      ("a\rb\u{7}\u{7F}", "a<U+000D>b<U+0007><U+007F>"),
      ("\u{9B}31m", "<U+009B>31m"),
      ("exe\u{202E}txt\u{2066}x\u{2069}", "exe<U+202E>txt<U+2066>x<U+2069>"),
    ])
  func harmless(text: String, shown: String) { #expect(text.harmless == shown) }
}
