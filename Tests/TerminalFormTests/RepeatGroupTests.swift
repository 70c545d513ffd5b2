import SampleForms
import Survey
import TerminalForm
import Testing

@Suite("Repeat groups, line by line")
struct RepeatGroupTests {
  static let form = FormSession([
    Sample.ask("before", .text),
    .group(
      Sample.group(
        "event", Sample.text("Event"), repeated: .free,
        [
          Sample.ask("title", .text, Sample.text("Title")),
          .group(
            Sample.group(
              "guest", Sample.text("Guest"), repeated: .free, relevant: "${title} != 'Closed'",
              [Sample.ask("name", .text, Sample.text("Name"))])),
        ])),
    Sample.ask("after", .text),
  ])

  @Test("A group is asked how often, then as often; one inside it, in each of its repeats")
  func nested() throws {
    let filled = Self.form.filled(by: ["", "2", "Launch", "1", "Ana", "Closed", "end", "1"])
    #expect(filled.outcome == .submitted)
    #expect(
      filled.from("Event: how many").hasPrefix(
        """
        Event: how many? A whole number, 0 for none.
        Now: 0
        Enter keeps.
        Answer: 2
        Saved. 2

        Event: 1 of 2.

        Question 2 (1) of 4. One line of text.
        Title
        No answer yet. Enter leaves it empty.
        Answer: Launch
        Saved, words: 1.

        Guest: how many? A whole number, 0 for none.
        Now: 0
        Enter keeps.
        Answer: 1
        Saved. 1

        Guest: 1 of 1.

        Question 3 (1, 1) of 4. One line of text.
        Name
        No answer yet. Enter leaves it empty.
        Answer: Ana
        Saved, words: 1.

        Event: 2 of 2.

        Question 2 (2) of 4. One line of text.
        """))
    let events = try #require(filled.desk.responses.first?.answers.repeats["event"])
    #expect(events.map { $0["title"] } == [.answered(.text("Launch")), .answered(.text("Closed"))])
    #expect(events[0].repeats["guest"]?.map { $0["name"] } == [.answered(.text("Ana"))])
    #expect(try filled.replayed().repeatCounts == filled.session.repeatCounts)
  }

  @Test(
    "What is no number of repeats is refused",
    arguments: ["two", "-1", "2.5", "10001", "99999999999999999999"])
  func refused(typed: String) {
    let filled = Self.form.filled(by: ["", .init(typed), "", "..", "7"])
    #expect(
      filled.transcript.contains(
        "Not taken: \"\(typed)\" is no whole number. Expected: digits alone, such as 12.\n"))
    #expect(filled.session.repeatCounts.isEmpty)
  }

  @Test("Fewer repeats set their answers aside; more bring them back; undo and clear do so too")
  func fewer() {
    let filled = Self.form.filled(by: [
      "", "٢", "A", "", "B", "", "..", "1", "..", "1", "..", "1", "..", "1", "..", "1", "1", "..", "8", "..",
      "1",
      "..", "11",
    ])
    #expect(filled.transcript.contains("Saved. 1\nSet aside: 2 (2). Kept, not sent.\n"))
    #expect(
      filled.transcript.contains(
        "Taken back: question \"Event\".\nAsked again, with the answers that were kept: 2 (2).\n"))
    #expect(filled.transcript.contains("Cleared.\nSet aside: 2 (1), 2 (2). Kept, not sent.\n"))
    #expect(filled.session.entries["event[2]/title"] == .answered(.text("B")))
  }

  @Test("The menu, Ctrl-C and the end of input are there as at every question")
  func menu() {
    #expect(Self.form.filled(by: ["", "..", "1"]).session.position == "before")
    #expect(Self.form.filled(by: ["", "..", "4", "..", "5"]).transcript.contains("There is no further help"))
    #expect(Self.form.filled(by: ["", "..", "5"]).transcript.contains("The editor is for texts"))
    #expect(Self.form.filled(by: ["", "..", "2", "after"]).session.position == "after")
    #expect(
      Self.form.filled(by: ["", "^C", "", "1"]).session.repeatCounts == [RepeatPath("event" as Group.Name): 1]
    )
    #expect(Self.form.filled(by: ["", "^C", "^C", "1"]).outcome == .left)
    #expect(Self.form.filled(by: ["", "^TERM"]).outcome == .ended(bySignal: 15))
    #expect(Self.form.filled(by: ["", "^BAD", "1"]).session.repeatCounts.count == 1)
    let desk = TestDesk()
    desk.refuses = { event in if case .repeats = event { true } else { false } }
    let full = Self.form.filled(by: ["", "2", ""], desk: desk)
    #expect(
      full.transcript.contains("Answer: 2\nNOT SAVED: The disk is full. Please answer again.\nAnswer: "))
    #expect(full.session.repeatCounts.isEmpty)
  }
}
