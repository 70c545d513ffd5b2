import SampleForms
import Survey
import TerminalForm
import Testing

@Suite("Very long lists, line by line")
struct LongListTests {
  static let form = FormSession(
    [
      Sample.ask("village", .selectOne("villages"), Sample.text("Which village?")), Sample.ask("next", .text),
    ],
    lists: [
      SampleLists.list(
        "villages",
        (1...20_000).map { ("v\($0)", $0 == 12_345 ? "La Paz de Abajo" : "Village \($0)", "") })
    ])

  @Test("The beginning of the list is said, and words find the rest")
  func found() {
    let filled = Self.form.filled(by: ["abajo paz", "12345", "..", "1", "", "", "3"])
    #expect(filled.transcript.contains("\n50. Village 50\nShown here: 50 of 20000. To find others, type"))
    #expect(
      filled.from("Number: abajo paz").hasPrefix(
        "Number: abajo paz\nMatching: 12345 La Paz de Abajo\nNumber:"))
    #expect(filled.session.entries["village"] == .answered(.one("v12345")))
    // Come back, a person sees what they chose.
    #expect(filled.transcript.contains("\n50. Village 50\n12345. La Paz de Abajo\nShown here:"))
  }

  @Test("What matches too often is not said in full, and what matches nothing is refused")
  func often() {
    let filled = Self.form.filled(by: ["1 village", "villlage", "", "", "3"])
    #expect(filled.from("Matching:").hasPrefix("Matching: 1 Village 1; 10 Village 10; "))
    #expect(filled.from("Matching:").split(separator: "\n").first?.hasSuffix("; …") == true)
    #expect(filled.transcript.contains("Not taken: \"villlage\". Expected: numbers from 1 to 20000."))
  }
}
