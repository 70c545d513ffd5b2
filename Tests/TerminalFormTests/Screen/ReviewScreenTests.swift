import Calendar
import Messages
import SampleForms
import Survey
import TerminalForm
import Testing

@Suite("The review on the full screen")
struct ReviewScreenTests {
  /// The sample form, with what must be answered.
  static func answered() throws -> ScreenScript {
    var session = FormSession(Sample.form)
    for event in [
      .answer("iscm", .one("puebla")), .answer("position", .one("yes")),
      .answer("position_link", .text("example.org")),
      .answer("submitted_by", .text("A. Chair")),
    ] as [FormEvent] {
      try session.apply(event)
    }
    return ScreenScript(session)
  }

  @Test("Answers that another hides are set aside and told; they come back, and are told again")
  func setAside() throws {
    var script = try Self.answered()
    script.go(to: "position")
    script.press("2")
    #expect(script.shows("Set aside: 5. Kept, not sent."))
    script.press("<F9>")
    #expect(script.shows("SET ASIDE (1), hidden because of another answer; kept, not sent"))
    #expect(script.shows("5 Where is it? (because of question 4)"))
    for _ in 0..<100 where !script.cursorRow.contains("5 Where is it?") { script.press("<Down>") }
    script.press("<Enter>")
    #expect(script.screen.place == nil)
    #expect(script.shows("Question 5 is not asked, because of the answer to question 4."))
    script.go(to: "position")
    script.press("3")
    #expect(!script.shows("Asked again"))
    script.press("1")
    #expect(script.shows("Asked again, with the answers that were kept: 5."))
    #expect(script.screen.session.entries["position_link"]?.answer?.cell == "example.org")
  }

  @Test(
    "What is needed is told once at its question, passed, and stands in the way of sending until it is there")
  func required() throws {
    var script = ScreenScript(FormSession(Sample.form))
    script.press("<Tab>")
    #expect(
      script.shows("Please choose your mechanism. Enter again goes on; the review will show this again."))
    script.press("<Tab>")
    #expect(script.screen.place == .question("chair_country"))
    script.press("<F9>")
    #expect(script.shows("1 What is the name of your mechanism? Please choose your mechanism."))
    let refused = script.press("<End><Enter>")
    #expect(refused == nil)
    #expect(
      script.shows("Not submitted. Answers are still needed: 1, \"Who submits these answers?\"."))
    #expect(script.cursorRow.hasPrefix("   > 1 What is the name"), "the first in the way has the focus")
    script.press("<Enter>3<F9>")
    for _ in 0..<100 where !script.cursorRow.contains("Who submits") { script.press("<Down>") }
    script.press("<Enter>A. Chair<Tab><F9><Tab>")
    let sent = script.press("<Enter>")
    #expect(sent == .submitted)
    #expect(script.desk.responses.count == 1)
    #expect(script.desk.responses.first?.submittedBy == "A. Chair")
    #expect(
      script.screen.farewell == [
        "", "Submitted. Thank you.", "  Receipt: VK3Q-0P51", "  Mechanism: Regional Conference on Migration",
        "  Time: 2018-11-09 10:14:33 UTC", "  Answers: answered 1 of 12, left empty 11, set aside 0",
        "  Copy: Responses/sample/responses.csv",
      ])
  }

  @Test("An answer that breaks a rule is told once; only a rule that says so blocks")
  func rules() throws {
    var script = try Self.answered()
    script.go(to: "position_date")
    script.press("2019-01-01<Tab>")
    #expect(script.shows("This date is still to come. Enter again goes on; the review will show this again."))
    script.press("<Tab>")
    #expect(script.screen.place == .question("position_meeting"))
    script.go(to: "members")
    script.press("201<Tab>")
    #expect(script.shows("Is that so?"))
    script.press("<Tab><F9>")
    #expect(script.shows("PLEASE LOOK AT (3)"))
    script.press("<Tab><Enter>")
    #expect(
      script.shows(
        "Not submitted. These answers must be mended first: 6a. Not submitted. Answers are still needed: 14.")
    )
    script.go(to: "position_date")
    script.press("<F8>")
    script.go(to: "why_many")
    script.press("Many.<Tab><F9>")
    let sent = script.press("<Tab><Enter>")
    #expect(sent == .submitted, "a warning alone blocks nothing")
  }

  @Test("A submission that fails keeps all and can be tried again; leaving then says that it failed")
  func failing() throws {
    var script = try Self.answered()
    script.desk.failures = 2
    script.press("<F9>")
    for _ in 0..<2 {
      let outcome = script.press("<End><Enter>")
      #expect(outcome == nil)
      #expect(script.shows("Not submitted: The disk is full. Your answers are saved."))
    }
    var other = script
    let left = other.press("<Ctrl-C><Ctrl-C>")
    #expect(left == .notSubmitted)
    let entries = script.screen.session.entries
    let sent = script.press("<Enter>")
    #expect(sent == .submitted)
    #expect(script.screen.session.entries == entries)
    #expect(script.desk.responses.count == 1)
  }

  @Test("Keys move in the review, narrow it, and find the buttons; the mouse finds both")
  func keys() throws {
    var script = try Self.answered()
    script.press("<F9>")
    #expect(script.cursorRow == "   > 2a Which country holds the Chair?")
    script.press("<Up>")
    #expect(script.cursorRow == "   > 2a Which country holds the Chair?")
    script.press("13")
    #expect(script.cursorRow == "   > 13 How many members?")
    script.press("<Backspace><Backspace>objectives")
    #expect(script.rows.filter { $0.contains("bjectives?") } == ["   > 11 Which objectives?"])
    script.press("x")
    #expect(script.shows("Nothing matches; Backspace shows more."))
    script.press("<Backspace><Enter>")
    #expect(script.screen.place == .question("objectives"))
    script.press("<F9><Tab>")
    #expect(script.cursorRow == " >[ Submit ]   [ Save and leave ]")
    script.press("<Right>")
    #expect(script.cursorRow == "  [ Submit ]  >[ Save and leave ]")
    script.press("<Tab>")
    #expect(script.cursorRow == "   > 2a Which country holds the Chair?")
    script.press("<Shift-Tab>")
    #expect(script.cursorRow == "  [ Submit ]  >[ Save and leave ]")
    script.press("<Up><End>")
    #expect(script.cursorRow == " >[ Submit ]   [ Save and leave ]")
    script.press("<Home>")
    script.click(on: "2b Name of the Chair")
    #expect(script.screen.place == .question("chair_name"))
    script.press("<F9>")
    let left = script.click(on: "Save and leave")
    #expect(left == .left)
  }

  @Test("An answer longer than the screen is read to its end")
  func tall() throws {
    var script = try Self.answered()
    script.go(to: "pursuit")
    _ = script.press(.paste((1...60).map { "Line \($0)." }.joined(separator: "\n")))
    script.press("<F9>")
    var seen: Set<String> = []
    for _ in 0..<80 {
      seen.formUnion(script.rows.map { $0.filter { $0 != " " } })
      script.press("<Down>")
    }
    #expect((1...60).allSatisfy { seen.contains("Line\($0).") })
    var up: Set<String> = []
    for _ in 0..<80 {
      up.formUnion(script.rows.map { $0.filter { $0 != " " } })
      script.press("<Up>")
    }
    #expect((1...60).allSatisfy { up.contains("Line\($0).") })
  }

  // MARK: - Looking only

  @Test("Looking at a draft changes nothing, whatever is pressed", arguments: 0..<20 as Range<UInt64>)
  func lookOnly(seed: UInt64) throws {
    let session = try Self.answered().screen.session
    let words = FormText(Sample.form, in: Sample.english, say: Interface(.english))
    var screen = FormScreen(session, words: words, desk: .closed)
    _ = screen.press(.function(9))
    var random = RandomKeys(seed: seed)
    for _ in 0..<300 {
      guard case .key(let key) = random.next() else { continue }
      _ = screen.press(key)
      #expect(screen.draw().problems(rows: 24, columns: 80) == [])
      #expect(screen.place == nil, "there is nothing to go to")
    }
    #expect(screen.session.entries == session.entries)
    #expect(screen.session.unfinished == session.unfinished)
  }
}
