import Messages
import Testing

@Suite("The typography of each language")
struct TypographyTests {
  @Test("French sets a no-break space before : ; ? ! » and after «")
  func french() {
    for (phrase, wording) in InterfaceLanguage.french.catalogue {
      // Times (16:30) and formats (heures:minutes) have no space about their colon.
      let text = wording.replacing(/[0-9a-z]:[0-9a-z]/, with: "")
      #expect(!text.contains(/[^\u{A0}][:;?!»]/), "\(phrase): \(wording)")
      #expect(!text.contains(/«[^\u{A0}]/), "\(phrase): \(wording)")
      #expect(!text.contains("'") && !text.contains("\""), "\(phrase): \(wording)")
    }
  }

  @Test(
    "Spanish and Russian quote with « » without spaces", arguments: [InterfaceLanguage.spanish, .russian])
  func quotes(language: InterfaceLanguage) {
    for (phrase, wording) in language.catalogue {
      #expect(!wording.contains(/«\s|\s»|["“”\u{A0}]/), "\(phrase): \(wording)")
    }
  }

  @Test("A Spanish question opens with its mark")
  func spanish() {
    for (phrase, wording) in InterfaceLanguage.spanish.catalogue where wording.contains(/[?!]/) {
      #expect(wording.contains(/[¿¡]/), "\(phrase): \(wording)")
    }
  }

  @Test("Arabic has its own comma, semicolon and question mark, and Western digits")
  func arabic() {
    for (phrase, wording) in InterfaceLanguage.arabic.catalogue {
      #expect(!wording.contains(/[,;?\u{660}-\u{669}]/), "\(phrase): \(wording)")
    }
  }

  @Test("In Arabic a left-to-right mark keeps a date and a minus as they are typed")
  func arabicOrder() {
    for (phrase, wording) in InterfaceLanguage.arabic.catalogue {
      let marked = wording.replacing(/\u{200E}[-0-9T:Z]+/, with: "")
      #expect(!marked.contains(/-[0-9]|[0-9]-/), "\(phrase): \(wording)")
    }
  }

  @Test("Chinese has full-width punctuation, and no space but behind what another program says")
  func chinese() {
    for (phrase, wording) in InterfaceLanguage.chinese.catalogue where phrase != .textPrompt {
      let text = wording.replacing(/[0-9]:[0-9]/, with: "")
      #expect(!text.contains(/[,:;?!()"']/), "\(phrase): \(wording)")
      #expect(!text.replacing("{reason} ", with: "").contains(" "), "\(phrase): \(wording)")
    }
  }
}
