import Messages
import Testing

@Suite("An interface in one language")
struct InterfaceTests {
  @Test("Values are filled in, each where its name stands")
  func values() {
    let interface = Interface(.english)
    #expect(
      interface(.questionOf, ["total": "28", "number": "11", "part": "2"]) == "Question 11 of 28, part 2.")
    #expect(interface(.saved) == "Saved.")
  }

  @Test(
    "A value that holds braces or a placeholder's name stands as it is",
    arguments: ["{", "}", "{}", "{count}", "}{", "{{found}}", "a{b", "\\(x)"])
  func braces(found: String) {
    let interface = Interface(.english)
    #expect(
      interface(.notAChoice, ["found": found, "count": "4"])
        == "Not taken: \"\(found)\". Expected: numbers from 1 to 4.")
  }

  @Test(
    "In Arabic a mark keeps dates and minuses as they are; what may be copied has none",
    arguments: [
      ("2018-11-09", "\u{200E}2018-11-09"), ("-3", "\u{200E}-3"), ("1, 9-10", "\u{200E}1, 9-10"),
      ("2018-11-09T16:30:00Z", "\u{200E}2018-11-09T16:30:00Z"), ("12", "12"), ("7F3K-92QD", "7F3K-92QD"),
      ("iscm fill --line", "iscm fill --line"), ("", ""),
    ])
  func arabicOrder(value: String, placed: String) {
    #expect(Interface(.arabic)(.now, ["answer": value]) == "الجواب الحالي: \(placed)")
    #expect(Interface(.english)(.now, ["answer": value]) == "Now: \(value)")
  }

  @Test("A placeholder without a value stays visible")
  func missingValue() {
    #expect(Interface(.english)(.questionOf, ["number": "11"]) == "Question 11 of {total}, part {part}.")
    #expect(Interface(.english)(.chosen) == "Chosen {count}: {numbers}.")
  }

  @Test("Every placeholder of every wording takes its value", arguments: InterfaceLanguage.allCases)
  func filled(language: InterfaceLanguage) {
    let interface = Interface(language)
    for phrase in Phrase.allCases {
      for placeholder in interface(phrase).matches(of: /\{([a-z]+)\}/).map({ String($0.1) }) {
        let text = interface(phrase, [placeholder: "17"])
        #expect(!text.contains("{\(placeholder)}") && text.contains("17"), "\(phrase): \(text)")
      }
    }
  }

  @Test(
    "A tag of a locale means a language of the interface, or none",
    arguments: [
      ("fr", InterfaceLanguage.french), ("fr_CH.UTF-8", .french), ("zh-Hans", .chinese), ("AR", .arabic),
      ("ru_RU", .russian), ("es-419", .spanish), ("en", .english), ("pt-BR", nil), ("C", nil), ("", nil),
      ("POSIX", nil),
    ])
  func tags(tag: String, language: InterfaceLanguage?) {
    #expect(InterfaceLanguage(tag: tag) == language)
  }
}
