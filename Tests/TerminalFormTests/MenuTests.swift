import SampleForms
import Survey
import TerminalForm
import Testing

@Suite("The menu and the review")
struct MenuTests {
  static let form = FormSession(Sample.form)

  /// What the form says after the last menu.
  func said(_ acts: [ScriptedTerminal.Act], from start: String) -> String {
    Self.form.filled(by: acts).from(start)
  }

  @Test("Back goes to the question before; from the first there is none")
  func back() {
    #expect(said(["..", "1"], from: "Number: 1").hasPrefix("Number: 1\nThis is the first question.\n"))
    let filled = Self.form.filled(by: ["1", "..", "1"])
    #expect(filled.session.position == "iscm")
  }

  @Test(
    "Go to takes numbers, names and words of a label, in any case and script",
    arguments: [
      ("4", "position"), ("٤", "position"), ("2", "chair_country"), ("2B", "chair_name"), (" 13 ", "members"),
      ("submitted_by", "submitted_by"), ("who submits", "submitted_by"), ("20 (2)", "event[2]/event_title"),
      ("20(1)", "event[1]/event_title"), ("event[2]/event_title", "event[2]/event_title"),
      ("20", "event[1]/event_title"),
    ] as [(String, Address)])
  func goTo(typed: String, address: Address) throws {
    var session = Self.form
    try session.apply(.answer("event_count", .integer(2)))
    #expect(session.filled(by: ["..", "2", .init(typed)]).session.position == .question(address))
  }

  @Test(
    "Go to says why a question is hidden, and what it expects where there is none",
    arguments: [
      ("5", "Question 5 is not asked, because of the answer to question 4."),
      ("1a", "Question 1a is not asked, because of the answer to question 1."),
      ("20", "Question 20 (1) is not asked, because of the answer to question 19."),
      ("23", "Question 23 (1) is not asked."),
      ("99", "There is no question \"99\". Expected: a number of the form, such as 19."),
      ("the", "There is no question \"the\". Expected: a number of the form, such as 19."),
    ])
  func hidden(typed: String, message: String) {
    let filled = Self.form.filled(by: ["..", "2", .init(typed), "", ""])
    #expect(
      filled.from("Question number: \(typed)").hasPrefix(
        "Question number: \(typed)\n\(message)\nQuestion number: \n"))
    #expect(filled.session.position == "chair_country")
  }

  @Test("The review tells of a mistake of the form in plain words, and sends all the same")
  func faults() {
    let filled = FormSession(FaultyForm.form).filled(by: ["(", "x", "1"])
    #expect(filled.outcome == .submitted)
    #expect(
      filled.from("MISTAKES").hasPrefix(
        """
        MISTAKES IN THE FORM (2), please tell whoever sent you the form; your answers can be sent all the same
          2 Code? This answer could not be checked.
              For the author of the form: constraint of 'code': '(' cannot be read as a regular expression
          DAY: This value could not be worked out and stays empty.
              For the author of the form: calculation of 'day': '(' is no date; write it as 2018-11-09 or 2018-11-09T10:14:33
        ANSWERS

        """))
  }

  @Test("Help shows what the form has, or says that there is none")
  func help() {
    #expect(
      said(["..", "4"], from: "Number: 4").hasPrefix(
        "Number: 4\nA mechanism is a standing dialogue between States.\n"))
    #expect(
      said(["1", "..", "4"], from: "Number: 4").hasPrefix(
        "Number: 4\nThere is no further help on this question.\n"))
  }

  @Test("Undo and redo say what they did and what it hides, and go there")
  func undo() {
    let filled = Self.form.filled(by: ["1", "..", "2", "4", "1", "link", "..", "8", "..", "8", "..", "9"])
    #expect(filled.transcript.contains("Taken back: question 5.\n"))
    #expect(filled.transcript.contains("Taken back: question 4.\n"))
    #expect(filled.transcript.contains("Made again: question 4.\n"))
    #expect(filled.session.position == "position")
    let hiding = Self.form.filled(by: [
      "1", "..", "2", "4", "1", "link", "..", "2", "4", "2", "..", "8", "..", "9",
    ])
    #expect(hiding.transcript.contains("Set aside: 5. Kept, not sent.\n"))
    #expect(
      hiding.transcript.contains(
        "Taken back: question 4.\nAsked again, with the answers that were kept: 5.\n"))
    #expect(hiding.transcript.contains("Made again: question 4.\nSet aside: 5. Kept, not sent.\n"))
    let nothing = Self.form.filled(by: ["..", "8", "..", "9"])
    #expect(nothing.transcript.contains("There is nothing to take back."))
    #expect(nothing.transcript.contains("There is nothing to make again."))
    #expect(!nothing.desk.events.contains(.undo))
  }

  @Test("Not applicable goes on; clear stays")
  func states() {
    let filled = Self.form.filled(by: ["1", "Kenya", "..", "10", "..", "1", "..", "11"])
    #expect(filled.transcript.contains("Saved: not applicable."))
    #expect(filled.transcript.contains("Now: not applicable\nEnter keeps.\n"))
    #expect(filled.transcript.contains("Number: 11\nCleared.\n"))
    #expect(filled.session.entries["chair_name"] == nil)
    #expect(filled.session.entries["chair_country"] == .answered(.text("Kenya")))
  }

  @Test("The menu closes at Enter and at full stops, and says what it expects", arguments: ["", "..", " "])
  func closing(how: String) {
    let filled = Self.form.filled(by: ["..", "99", "x", .init(how), "1"])
    #expect(filled.transcript.contains("\"99\" is not in the menu. Expected: a number from 1 to 11."))
    #expect(filled.transcript.contains("\"x\" is not in the menu. Expected: a number from 1 to 11."))
    #expect(filled.session.entries["iscm"] == .answered(.one("almaty")))
  }

  @Test(
    "Ctrl-C asks before it leaves, wherever it is pressed; Enter goes on",
    arguments: [
      [], [".."], ["..", "2"], ["..", "6"], ["..", "6", "2"],
    ] as [[ScriptedTerminal.Act]])
  func interrupt(before: [ScriptedTerminal.Act]) {
    let question = "Leave? Your answers are saved. Ctrl-C again leaves; Enter goes on.\n"
    let left = Self.form.filled(by: before + ["^C", "^C", "1"])
    #expect(left.outcome == .left)
    #expect(left.transcript.contains("\n" + question))
    #expect(left.transcript.hasSuffix("Saved, not submitted.\nTo go on: iscm fill sample --resume\n"))
    let stayed = Self.form.filled(by: before + ["^C", "", "..", "7"])
    #expect(stayed.outcome == .left)
    #expect(stayed.transcript.contains(question))
  }

  @Test("A draft is opened where it was left, and says how much is answered")
  func resumed() throws {
    var session = Self.form
    try session.apply(.answer("iscm", .one("puebla")))
    try session.apply(.stand("position_link"))
    let filled = session.filled(by: [])
    #expect(filled.transcript.contains("Questions: 24. Parts: 3.\nAnswered: 1 of 12.\n"))
    // 5 is not asked: the next that is.
    #expect(filled.session.position == "position_refine")
  }

  // MARK: - Submission

  @Test("A submission that lacks answers says which, asks them, and comes back to the review")
  func missing() {
    let filled = Self.form.filled(by: ["..", "6", "1", "2", "A. Chair", "1"])
    #expect(
      filled.transcript.contains(
        "Not submitted. Answers are still needed: 1, \"Who submits these answers?\".\n"))
    #expect(filled.outcome == .submitted)
    #expect(filled.desk.responses.first?.submittedBy == "A. Chair")
    // Who skips them again comes to the review all the same.
    let skipped = Self.form.filled(by: ["..", "6", "1", "", "", "3"])
    #expect(skipped.outcome == .left)
    #expect(skipped.desk.responses.isEmpty)
  }

  @Test("That a person went to the review is recorded, and no more than that needs to be kept")
  func reviewed() {
    let filled = Self.form.filled(by: ["1", "..", "6", "2", "4", "..", "6", "3"])
    #expect(
      filled.desk.events == [
        .stand("iscm"), .answer("iscm", .one("almaty")), .stand("chair_country"), .review,
        .stand("position"), .review,
      ])
    #expect(filled.session.position == "position")
    let desk = TestDesk()
    desk.refuses = { $0 == .review }
    #expect(Self.form.filled(by: ["..", "6", "1", "2", "A. Chair", "1"], desk: desk).outcome == .submitted)
  }

  @Test("A submission that fails can be tried again; leaving after it says so in the outcome")
  func retry() {
    let desk = TestDesk()
    desk.failures = 1
    let filled = Self.form.filled(by: ["..", "6", "1", "2", "A. Chair", "1", "1"], desk: desk)
    #expect(filled.transcript.contains("Not submitted: The disk is full. Your answers are saved.\n"))
    #expect(filled.outcome == .submitted)
    #expect(desk.responses.count == 1)
    let failing = TestDesk()
    failing.failures = 9
    let left = Self.form.filled(by: ["..", "6", "1", "2", "A. Chair", "1", "3"], desk: failing)
    #expect(left.outcome == .notSubmitted)
  }

  @Test("An answer that cannot be kept is not taken, and that is said")
  func notSaved() {
    let desk = TestDesk()
    desk.refuses = { event in if case .answer = event { true } else { false } }
    let filled = Self.form.filled(by: ["1", "", "Kenya", "..", "8"], desk: desk)
    #expect(
      filled.from("Number: 1").hasPrefix(
        "Number: 1\nNOT SAVED: The disk is full. Please answer again.\nNumber: "))
    #expect(filled.session.entries == Self.form.entries)
    desk.refuses = { _ in true }
    let all = Self.form.filled(by: ["1", "..", "10", "..", "11", "..", "8"], desk: desk)
    #expect(all.session.entries == Self.form.entries)
  }
}

extension MenuTests {
  @Test("The review counts by question, as the receipt does: the parts of a compound question are one")
  func counts() {
    let filled = Self.form.filled(by: ["..", "6", "1", "2", "A. Chair", "1", "1"])
    let empty = filled.transcript.matches(of: /NOT ANSWERED \((\d+)\)/).last.map { String($0.1) } ?? ""
    #expect(filled.transcript.contains("left empty \(empty), "), "\(filled.transcript)")
    #expect(filled.transcript.contains("\n  Answers: answered "))
  }
}
