import SampleForms
import Survey
import TerminalForm
import Testing

@Suite("Asking, line by line")
struct AskingTests {
  static let numbers = SampleLists.list(
    "numbers", [("2", "Two", ""), ("1", "One", ""), ("x", "2018", "")])

  @Test(
    "A choice is taken by its place, its label, its name or its short name",
    arguments: [
      ("2", "prague"), ("٢", "prague"), ("prague process", "prague"), ("PRAGUE", "prague"),
      ("puebla process", "puebla"),
    ])
  func one(typed: String, name: Choice.Name) {
    let filled = FormSession(Sample.form).filled(by: [.init(typed)])
    #expect(filled.session.entries["iscm"] == .answered(.one(name)))
  }

  @Test(
    "A number is the place that is shown, even where a choice is called by another number",
    arguments: [("1", "2"), ("2", "1"), ("3", "x"), ("2018", "x")] as [(String, Choice.Name)])
  func places(typed: String, name: Choice.Name) {
    let form = FormSession([Sample.ask("q", .selectOne("numbers"))], lists: [Self.numbers])
    #expect(form.filled(by: [.init(typed)]).session.entries["q"] == .answered(.one(name)))
    let many = FormSession([Sample.ask("q", .selectMultiple("numbers"))], lists: [Self.numbers])
    #expect(many.filled(by: [.init(typed)]).session.entries["q"] == .answered(.several([name])))
  }

  @Test("What is no choice is refused with what it may have meant, and nothing is entered")
  func refused() {
    let filled = FormSession(Sample.form).filled(by: ["process", "1 2", "9", "^BAD"])
    #expect(
      filled.from("Number: process").hasPrefix(
        """
        Number: process
        Not taken: "process". Expected: numbers from 1 to 4.
        Matching: 1 Almaty Process; 2 Prague Process
        Number: 1 2
        Not taken: "1 2". Expected: one number only.
        Number: 9
        Not taken: "9". Expected: numbers from 1 to 4.
        Number: \u{FFFD}
        Not taken: the text holds a character that cannot be stored.
        """))
    #expect(filled.session.entries["iscm"] == nil)
  }

  @Test(
    "A date says how much of it is asked",
    arguments: [
      ("month-year", "2018-11", "2018-11-01", "A month: year-month, such as 2018-11. Its first day is kept."),
      ("year", "2018", "2018-01-01", "A year, such as 2018. Its first day is kept."),
    ])
  func partsOfDates(appearance: String, typed: String, kept: String, hint: String) {
    let question = Question(
      name: "q", kind: .date, wording: Wording(label: Sample.text("When?")), appearance: [appearance])
    let filled = FormSession([.question(question)]).filled(by: ["soon", .init(typed)])
    #expect(filled.transcript.contains(hint))
    #expect(
      filled.transcript.contains("Not taken: \"soon\" is no \(appearance == "year" ? "year" : "month")."))
    #expect(filled.session.entries["q"]?.answer?.cell == kept)
  }

  @Test("A choice that a person typed in another language than the form's is found under its mark")
  func fallback() {
    let list = ChoiceList(
      name: "l", choices: [Choice(name: "a", label: LocalizedText([Sample.english: "Apple"]))])
    let filled = FormSession([Sample.ask("q", .selectOne("l"))], lists: [list])
      .filled(by: ["apple"], in: Sample.french)
    #expect(filled.transcript.contains("1. Apple [en]"))
    #expect(filled.session.entries["q"] == .answered(.one("a")))
  }

  @Test("Several choices are added and taken away; the last one taken away leaves none")
  func several() {
    let form = FormSession([Sample.ask("q", .selectMultiple("theme"))])
    #expect(form.filled(by: ["3 1"]).session.entries["q"] == .answered(.several(["rights", "governance"])))
    let back = form.filled(by: ["3 1", "2", "q", "-1 2"])
    #expect(back.session.entries["q"] == .answered(.several(["pathways", "governance"])))
    let none = form.filled(by: ["1", "2", "q", "-2", "-1"])
    #expect(none.transcript.contains("Not taken: 2 was not chosen."))
    #expect(none.transcript.contains("Chosen: none. Saved."))
    #expect(none.session.entries["q"] == nil)
  }

  @Test("Where nothing is offered, that is said, and no number is taken")
  func nothing() {
    let form = FormSession([
      Sample.ask("q", .selectOne("theme"), filter: "false()"),
      Sample.ask("r", .selectMultiple("theme"), filter: "false()"),
    ])
    let filled = form.filled(by: ["1", "", "-1", "1", ""])
    #expect(filled.session.entries.isEmpty)
    #expect(filled.transcript.contains("Nothing is offered here until other questions are answered."))
  }

  @Test("A choice that is no longer offered is shown with a number, so that it can be taken away")
  func lost() throws {
    var session = FormSession([
      Sample.ask("all", .selectMultiple("theme")),
      Sample.ask("best", .selectMultiple("theme"), filter: "selected(${all}, name)"),
    ])
    try session.apply(.answer("all", .several(["rights", "pathways"])))
    try session.apply(.answer("best", .several(["rights", "pathways"])))
    try session.apply(.answer("all", .several(["pathways"])))
    try session.apply(.stand("best"))
    let filled = session.filled(by: ["-2", "1"])
    #expect(
      filled.from("1. Irregular").hasPrefix(
        """
        1. Irregular migration and regular pathways
        2. Human rights of all migrants (no longer offered)
        Chosen 2: 2, 1. Numbers or ranges; -3 removes; Enter keeps.
        Number: -2
        Chosen 1: 1. Saved.
        """))
    #expect(filled.outcome == .submitted)
    let refused = session.filled(by: ["", "1"])
    #expect(
      refused.transcript.contains(
        "\"Human rights of all migrants\" is no longer offered here: please choose again."))
    #expect(refused.transcript.contains("Not submitted. These answers must be mended first: 2."))
  }

  @Test(
    "Entries of every kind are taken in the signs of any script, and said back",
    arguments: [
      (.integer, "٠٠٧", "Saved. 7"), (.decimal, "٢٫٥", "Saved. 2.5"),
      (.date, "２０１８－１１－０９", "Saved. 2018-11-09"),
      (.time, "１６：３０", "Saved. 16:30:00"), (.acknowledge, " １ ", "Saved."),
      (.dateTime, "2018-11-09T16:30Z", "Saved. 2018-11-09T16:30Z"), (.text, "two words", "Saved, words: 2."),
    ] as [(Question.Kind, String, String)])
  func kinds(kind: Question.Kind, typed: String, said: String) {
    let filled = FormSession([Sample.ask("q", kind)]).filled(by: [.init(typed)])
    #expect(filled.session.entries["q"]?.answer != nil)
    #expect(filled.transcript.contains("\n" + "Answer: \(typed)\n\(said)\n"))
  }

  @Test(
    "Enter keeps what is there, or leaves it empty; so does white space alone", arguments: ["", "  ", "\t"])
  func enter(typed: String) throws {
    var session = FormSession([Sample.ask("q", .text), Sample.ask("r", .integer, required: .always)])
    try session.apply(.answer("q", .text("Kenya")))
    let filled = session.filled(by: [.init(typed), .init(typed)])
    #expect(filled.session.entries == ["q": .answered(.text("Kenya"))])
    #expect(filled.transcript.contains("Kept as it was."))
    #expect(filled.transcript.contains("Left empty. Needed before you submit."))
  }

  @Test("What was typed elsewhere and not taken is said, kept by Enter, and taken away by the menu")
  func unfinished() throws {
    var session = FormSession([
      Sample.ask("q", .date, Sample.text("Which day?"), required: .always),
      Sample.ask("r", .integer, Sample.text("How many?")), Sample.ask("s", .time, Sample.text("When?")),
    ])
    try session.apply(.answer("r", .integer(7)))
    try session.apply(.typing("q", "2018-1"))
    try session.apply(.typing("r", "٧٠"))
    try session.apply(.typing("s", "16:"))
    let filled = session.filled(by: ["", "", "", "1", "2018-11-09", "", "..", "11", "", "1", "70", "1"])
    #expect(
      filled.from("Question 1 of 3").hasPrefix(
        """
        Question 1 of 3. A date: year-month-day, such as 2018-11-09. Needed before you submit.
        Which day?
        Typed, not taken yet: 2018-1
        No answer yet. Enter keeps.
        Answer: \

        Kept as it was.
        """))
    #expect(
      filled.from("Question 2 of 3").hasPrefix(
        """
        Question 2 of 3. A whole number.
        How many?
        Typed, not taken yet: ٧٠
        Now: 7
        Enter keeps.
        Answer: \

        Kept as it was.
        """))
    #expect(
      filled.from("Review before").hasPrefix(
        """
        Review before sending. Answered: 1 of 3.
        PLEASE LOOK AT (3)
          1 Which day? Not taken: "2018-1" is no date. Expected: year-month-day, such as 2018-11-09.
          2 How many? Typed, not taken yet: ٧٠
          3 When? Not taken: "16:" is no time. Expected: hours:minutes, such as 16:30.
        ANSWERS
          2 How many? 7
        """))
    #expect(filled.transcript.contains("Not submitted. These answers must be mended first: 1, 2, 3."))
    #expect(filled.outcome == .submitted)
    #expect(filled.session.unfinished == [:])
    #expect(
      filled.session.entries == [
        "q": .answered(try #require(try session.answer(from: "2018-11-09", at: "q"))),
        "r": .answered(.integer(70)),
      ])
  }

  @Test("What stands in the way of sending comes before what may stay empty")
  func blockingFirst() throws {
    var session = FormSession([
      Sample.ask("a", .text, Sample.text("Empty?")),
      Sample.ask("b", .text, Sample.text("Needed?"), required: .always),
      Sample.ask(
        "c", .integer, Sample.text("How many?"),
        constraint: Question.Constraint(expression: Sample.rule(". < 3"))),
    ])
    try session.apply(.answer("c", .integer(7)))
    let filled = session.filled(by: ["", "", "", "1"])
    #expect(
      filled.from("Review before").hasPrefix(
        """
        Review before sending. Answered: 1 of 3.
        PLEASE LOOK AT (2)
          2 Needed? Needed before you submit.
          3 How many? Please look at it: the answer does not keep the rule of the question.
        NOT ANSWERED (1), you may send with these empty
          1 Empty?
        ANSWERS
          3 How many? 7
        """))
    #expect(
      filled.transcript.contains(
        """
        Not submitted. These answers must be mended first: 3.
        Not submitted. Answers are still needed: 2.
        """))
  }

  @Test("Control characters of labels and answers do nothing to the terminal")
  func escapes() throws {
    var session = FormSession([
      Sample.ask("q", .text, Sample.text("Red \u{1b}[31m?")),
      Sample.ask("r", .text, appearance: ["multiline"]),
    ])
    try session.apply(.answer("q", .text("a\u{1b}[2Jb\u{9b}c\rd")))
    try session.apply(.answer("r", .text("x\u{1b}]0;y\u{07}\nz")))
    let filled = session.filled(by: ["", ".", "", "3"])
    #expect(!filled.transcript.unicodeScalars.contains { $0 == "\u{1b}" || $0 == "\u{9b}" || $0 == "\r" })
    #expect(filled.transcript.contains("a<U+001B>[2Jb<U+009B>c<U+000D>d"))
    #expect(filled.session.entries["q"] == .answered(.text("a\u{1b}[2Jb\u{9b}c\rd")))
  }
}
