import SampleForms
import Survey
import TerminalForm
import Testing

@Suite("Orders and scales, line by line")
struct OrderTests {
  static let form = FormSession(
    [
      Sample.ask("order", .rank("colours"), Sample.text("Your order")),
      .question(
        Question(
          name: "mark", kind: .integer, wording: Wording(label: Sample.text("Your mark")),
          scale: DecimalNumber("1").flatMap { one in
            DecimalNumber("5").map { Scale(from: one, to: $0, by: one, labels: "marks") }
          })),
    ],
    lists: [
      ChoiceList(
        name: "colours",
        choices: ["red", "green", "blue"].map { Choice(name: Choice.Name($0), label: Sample.text($0)) }),
      ChoiceList(name: "marks", choices: [Choice(name: "5", label: Sample.text("best"))]),
    ])

  @Test(
    "Numbers are an order, further ones stand behind, the last follows by itself, a place is taken away",
    arguments: [
      (["3 1"], "blue red green"), (["2", ""], "green"), (["3", "back", "2"], "blue green red"),
      (["3 1", "back", "1 2 3"], "red green blue"), (["3 1", "back", "-1"], "blue green"),
      (["1-3"], "red green blue"), (["2 2", "3 1"], "blue red green"), (["4", "1 2"], "red green blue"),
      (["3 1 2", "back", "-1 -2 -3"], nil),
    ] as [([String], String?)])
  func order(typed: [String], order: String?) {
    let lines = typed.flatMap { $0 == "back" ? ["..", "1"] : [$0] }
    let filled = Self.form.filled(by: lines.map { .init($0) })
    #expect(filled.session.entries["order"]?.answer?.cell == order, "\(filled.transcript)")
  }

  @Test("What is to be done is said, and what does not fit is refused with the reason")
  func words() {
    let filled = Self.form.filled(by: ["2 2", "2", "6", "5", "end", "1"])
    for line in [
      "Question 1 of 2. Put all in order, the first one first.",
      "Not taken: \"2\" stands there twice. Expected: each number once.",
      "Please put all in order. How many have no place yet: 2.",
      "Question 2 of 2. A number from 1 to 5, in steps of 1. 5 = best.",
      "Not taken: \"6\" is not on the scale. Expected: a number from 1 to 5, in steps of 1.",
      "Not submitted. These answers must be mended first: 1.",
    ] {
      #expect(filled.transcript.contains(line), "\(line)\n\(filled.transcript)")
    }
  }
}
