import Messages
import Reports
import Survey
import Testing

@Suite("The words of reports")
struct EditionTests {
  @Test(
    "What is read from left to right keeps its signs in place among words that are read the other way",
    arguments: [
      ("Which themes?", "Which themes?\u{200E}"), ("(formal) position", "\u{200E}(formal) position"),
      ("Yes", "Yes"), ("Round 2", "Round 2"), ("أي مواضيع؟", "أي مواضيع؟"), ("2018?", "2018?"), ("", ""),
    ])
  func direction(wording: String, shown: String) {
    let words = LocalizedText([english: wording])
    let inArabic = Edition(Interface(.arabic), language: english, fallback: english)
    #expect(inArabic.text(words) == shown)
    #expect(inArabic.plainText(words) == wording)
    let inFrench = Edition(Interface(.french), language: english, fallback: english)
    #expect(inFrench.text(words) == wording)
  }
}
