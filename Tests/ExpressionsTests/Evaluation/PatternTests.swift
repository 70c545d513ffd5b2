import Expressions
import Testing

@Suite("Regular expressions are those of Java 17")
struct PatternTests {
  @Test(
    "Texts that match as a whole",
    arguments: [
      ("abc", "[a-z]+"), ("abc", "a(b|x)c"), ("abc", "abc|b"), ("", ""), ("", "a*"), ("aab", "a{2}b{1,}"),
      ("42", "^-?\\d+(\\.\\d+)?$"), ("a.b", "a\\.b"), ("a.b", "\\Qa.b\\E"), ("AbC", "(?i)abc"),
      ("É", "(?iu)é"), ("ac", "[a-z&&[^b]]+"), ("b]", "[]b]+"), ("a-", "[a-]+"), ("aa", "(a)\\1"),
      ("aa", "(?<n>a)\\k<n>"), ("ab", "a(?=b)b"), ("ab", "a(?!c)."), ("ab", ".(?<=a)b"), ("ab", ".(?<!b)b"),
      ("Žlutý", "\\p{L}+"), ("Lu", "\\p{Lu}\\p{Ll}"), ("αβ", "\\p{IsGreek}+"), ("مرحبا", "\\p{IsArabic}+"),
      ("a\nb", "a\\Rb"), ("a\nb", "(?s)a.b"), ("😀", "."), ("A", "\\x41"), ("é", "\\u00e9"), ("\t", "\\t"),
      ("aaa", "a++"), ("ab", "a*?b"), ("", "{2}"), ("a b", "a\\sb"), ("a b", "(?x) a \\  b # a comment"),
      ("}", "}"), ("]", "]"), ("x\n", "x$\\n"), ("", "\\B"), ("é", "\\bé\\b"),
    ])
  func match(text: String, pattern: String) { #expect(regex(text, pattern) == "boolean true") }

  @Test(
    "Texts that do not",
    arguments: [
      ("abcd", "abc"), ("a", "A"), ("é", "\\w"), ("٣", "\\d"), ("aaa", "a++a"), ("a", "(?>a*)a"), ("\n", "."),
      ("É", "(?i)é"), ("b", "[a-z&&[^b]]"), ("", "\\b"), ("a", "\\1"), ("é", "\\p{Alpha}"), ("ab", "a$b"),
    ])
  func noMatch(text: String, pattern: String) { #expect(regex(text, pattern) == "boolean false") }

  @Test(
    "What Java refuses is refused, and so are its rarest parts",
    arguments: [
      "(", ")", "[", "[]", "a**", "*", "a{2,1}", "a{", "{,2}", "\\q", "\\0", "\\x4", "\\p{Nothing}",
      "(?<n>a)(?<n>b)",
      "\\k<n>", "[z-a]", "(?<=a*b*)c", "(?y)", "\\", "\\X", "\\p{InGreek}", "(?U)a", "\\b{g}",
    ])
  func refused(pattern: String) {
    #expect(regex("a", pattern) == "error '\(pattern)' cannot be read as a regular expression")
  }

  @Test(
    "Patterns that take other engines for ever end at once",
    arguments: [
      "(a+)+b", "(a|a)*b", "(a*)*b", "(.*)(.*)(.*)(.*)(.*)b", "(?:a?){200}b", "((((a+)+)+)+)+b", "(a|b|ab)*c",
    ])
  func bounded(pattern: String) {
    #expect(regex(String(repeating: "a", count: 200), pattern) == "boolean false")
  }

  @Test("References back have a budget")
  func budget() {
    let text = String(repeating: "a", count: 60)
    #expect(
      regex(text, "(a*)(a*)(a*)(a*)(a*)(a*)\\1\\2b")
        == "error the regular expression takes too long with '\(text.prefix(40))'; write a simpler one, without \\1"
    )
  }

  @Test(
    "A pattern too large to lay out, or too deep, is refused",
    arguments: [
      "(?:(?:(?:a{1000}){1000}){1000})", "(?:(?:(?:){50000}){50000}){50000}",
      String(repeating: "(", count: 5000),
      String(repeating: "[", count: 5000), "a{99999999999999999999}",
    ])
  func tooLarge(pattern: String) { #expect(regex("a", pattern).hasPrefix("error ")) }

  private func regex(_ text: String, _ pattern: String) -> String {
    outcome(of: "regex(\"\(text)\", \"\(pattern)\")")
  }
}
