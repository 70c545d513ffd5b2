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

  static let hint = """
    A number opens that one; a higher one says how many there are. + adds one, -1 removes 1, a full stop alone \
    leaves the list.
    """

  @Test("A group is a list: a number says how many; behind each repeat one comes back to it")
  func nested() throws {
    let filled = Self.form.filled(by: ["", "2", "Launch", "1", "Ana", "", "", "Closed", "", "end", "1"])
    #expect(filled.outcome == .submitted)
    #expect(
      filled.from("Event: how many").hasPrefix(
        """
        Event: how many? A whole number, 0 for none.
        Now: 0
        Enter goes on. A number says how many there are, + adds one.
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
        Enter goes on. A number says how many there are, + adds one.
        Answer: 1
        Saved. 1

        Guest: 1 of 1.

        Question 3 (1, 1) of 4. One line of text.
        Name
        No answer yet. Enter leaves it empty.
        Answer: Ana
        Saved, words: 1.

        Guest: 1
        1. Ana
        Enter goes on. \(Self.hint)
        Number: \n\

        Event: 2
        1. Launch / Ana
        2. (empty)
        Enter opens 2. \(Self.hint)
        Number: \n\

        Event: 2 of 2.

        Question 2 (2) of 4. One line of text.
        """), "\(filled.from("Event: how many"))")
    let events = try #require(filled.desk.responses.first?.answers.repeats["event"])
    #expect(events.map { $0["title"] } == [.answered(.text("Launch")), .answered(.text("Closed"))])
    #expect(events[0].repeats["guest"]?.map { $0["name"] } == [.answered(.text("Ana"))])
    #expect(try filled.replayed().repeatCounts == filled.session.repeatCounts)
  }

  @Test(
    "What is no number of repeats is refused",
    arguments: ["two", "2.5", "10001", "99999999999999999999"])
  func refused(typed: String) {
    let filled = Self.form.filled(by: ["", .init(typed), "", "..", "7"])
    #expect(
      filled.transcript.contains(
        "Not taken: \"\(typed)\" is no whole number. Expected: digits alone, such as 12.\n"))
    #expect(filled.session.repeatCounts.isEmpty)
  }

  @Test("None sets all answers aside; a number brings them back; undo does so too")
  func fewer() {
    let filled = Self.form.filled(by: [
      "", "٢", "A", "", "", "B", "", "0", "..", "1", "2", "..", "8", "..", "9", "..", "7",
    ])
    #expect(filled.transcript.contains("Saved. 0\nSet aside: 2 (1), 2 (2). Kept, not sent.\n"))
    let back = "Asked again, with the answers that were kept: 2 (1), 2 (2).\n"
    #expect(filled.transcript.contains("Saved. 2\n" + back))
    #expect(
      filled.transcript.contains(
        "Taken back: question \"Event\".\nSet aside: 2 (1), 2 (2). Kept, not sent.\n"))
    #expect(filled.transcript.contains("Made again: question \"Event\".\n" + back))
    #expect(filled.session.entries["event[2]/title"] == .answered(.text("B")))
  }

  /// Three events, up to their list.
  static let three: [ScriptedTerminal.Act] = ["", "3", "A", "1", "Ana", "", "", "B", "", "", "C", ""]

  @Test(
    "One is added, opened, and taken out from among the others, which move up; the list is left by a full stop"
  )
  func list() throws {
    let filled = Self.form.filled(
      by: Self.three + ["+", "D", "", "2", "Bee", "", "-1", "2", ".", "..", "1", "..", "8", "..", "7"])
    #expect(
      filled.transcript.contains(
        "Event: 4\n1. A / Ana\n2. B\n3. C\n4. D\nEnter goes on. \(Self.hint)\nNumber: 2\n"))
    #expect(
      filled.transcript.contains(
        """
        Event: 4
        1. A / Ana
        2. Bee
        3. C
        4. D
        Enter opens 3. \(Self.hint)
        Number: -1
        Remove Event 1? Answers in it: 2.
        1 keep it, 2 remove this one.
        Number: 2
        Removed: Event 1. Undo brings it back.

        Event: 3
        1. Bee
        2. C
        3. D
        Enter goes on. \(Self.hint)
        Number: .

        Question 4 of 4.
        """), "\(filled.from("Event: 4"))")
    // From behind, the list; there the removal is taken back, with the guest.
    #expect(filled.transcript.contains("Taken back: question \"Event\".\n"))
    #expect(filled.session.entries["event[1]/guest[1]/name"] == .answered(.text("Ana")))
    #expect(filled.session.position == .repeats(RepeatPath("event" as Group.Name)))
    #expect(try filled.replayed().entries == filled.session.entries)
  }

  @Test("What is kept stays; what is empty goes at once; what is not there is refused")
  func removal() {
    let kept = Self.form.filled(by: Self.three + ["-2", "1", "-2", "", "-4", "-0", "..", "7"])
    #expect(kept.session.repeatCounts[RepeatPath("event" as Group.Name)] == 3)
    #expect(kept.transcript.contains("Not taken: \"-4\". Expected: numbers from 1 to 3.\n"))
    let empty = Self.form.filled(by: ["", "2", "A", "", "-2", "..", "7"])
    #expect(empty.transcript.contains("Number: -2\nRemoved: Event 2. Undo brings it back.\n"))
    #expect(empty.session.repeatCounts[RepeatPath("event" as Group.Name)] == 1)
  }

  @Test("The menu adds and takes out from within a repeat; of what the form counts it says by which question")
  func fromWithin() throws {
    let filled = Self.form.filled(by: Self.three + ["2", "..", "13", "2", "..", "12", "E", "", "..", "7"])
    #expect(filled.session.entries["event[2]/title"] == .answered(.text("C")))
    #expect(filled.session.entries["event[3]/title"] == .answered(.text("E")))
    var counted = FormSession(Sample.form)
    try counted.apply(.answer("event_count", .integer(2)))
    try counted.apply(.stand("event[1]/event_public"))
    let told = counted.filled(by: ["..", "12", "..", "13", "..", "4", "..", "7"])
    let reason = "Event: the form itself says how many there are, by the answer to: 19.\n"
    #expect(told.transcript.components(separatedBy: reason) == 4)
    #expect(told.session.outline.count(of: RepeatPath("event" as Group.Name)) == 2)
  }

  @Test("A transcriber who says nothing of a group leaves unknown how many there are")
  func transcribed() {
    let session = FormSession(
      Sample.questionnaire([.group(RepeatScreenTests.region)]), id: "uuid:1", mode: .transcriber,
      startedAt: Self.form.startedAt)
    let filled = session.filled(by: ["", "..", "7"])
    #expect(filled.transcript.contains("Nobody has said how many there are; 0 says that there are none.\n"))
    #expect(filled.session.repeatCounts == [:])
    #expect(session.filled(by: ["0"]).session.repeatCounts == [RepeatPath("region" as Group.Name): 0])
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

extension String {
  /// How many parts a text is cut into by another.
  fileprivate func components(separatedBy other: String) -> Int {
    var count = 1
    var rest = self[...]
    while let range = rest.firstRange(of: other) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
