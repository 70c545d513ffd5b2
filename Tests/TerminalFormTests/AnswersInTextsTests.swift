import SampleForms
import Survey
import TerminalForm
import Testing

@Suite("Answers in texts, line by line")
struct AnswersInTextsTests {
  @Test("Labels, hints, notes, groups and messages say what was answered before")
  func texts() {
    let form = FormSession([
      Sample.ask("name", .text, Sample.text("Your name")),
      Sample.ask("hello", .note, Sample.text("Welcome, ${name}.")),
      .group(
        Sample.group(
          "person", Sample.text("A colleague of ${name}"), repeated: .free,
          [
            Sample.ask("who", .text, Sample.text("Who?")),
            Sample.ask(
              "age", .integer, Sample.text("How old is ${who}?"), hint: Sample.text("${name} may guess")),
          ])),
    ])
    let filled = form.filled(by: ["Ana", "2", "Ben", "30", "", "Cho", "40", "", "end", "1"])
    #expect(filled.outcome == .submitted)
    for line in [
      "Welcome, Ana.", "A colleague of Ana: how many?", "A colleague of Ana: 1 of 2.", "How old is Ben?",
      "How old is Cho?", "Ana may guess",
    ] {
      #expect(filled.from(line).isEmpty == false, "\(line)")
    }
    #expect(!filled.from("Please check").contains("${"))
  }
}
