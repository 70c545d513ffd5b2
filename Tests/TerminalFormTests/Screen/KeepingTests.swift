import SampleForms
import Survey
import TerminalForm
import Testing

@Suite("When nothing can be kept")
struct KeepingTests {
  static let reason = "NOT SAVED: The disk is full. Please answer again."

  static func full(_ session: FormSession = TypingTests.texts) -> ScreenScript {
    let script = ScreenScript(session)
    script.desk.refuses = { _ in true }
    return script
  }

  @Test(
    "What was typed stays on the screen, whichever way one tries to go",
    arguments: [
      "<Tab>", "<Shift-Tab>", "<F9>", "<Esc>3<Enter>2<Enter>", "<F2>", "<Esc>14<Enter>", "<F4>", "<F7>",
      "<F8>",
    ])
  func typing(keys: String) {
    var script = Self.full()
    script.press("Typed")
    let outcome = script.press(keys)
    #expect(outcome == nil)
    #expect(script.screen.typed == "Typed")
    #expect(script.screen.place == .question("long"))
    #expect(script.shows(Self.reason))
    #expect(script.rows[0].hasSuffix("NOT SAVED"))
    #expect(script.screen.session.entries.isEmpty)
  }

  @Test("As soon as there is room again all of it is kept, and the screen says so")
  func recovering() {
    var script = Self.full()
    script.press("Typed")
    script.screen.keepTyping()
    #expect(script.shows(Self.reason))
    script.press("<Left>")
    #expect(script.rows[0].hasSuffix("NOT SAVED"))
    script.desk.refuses = { _ in false }
    script.press("<End>!")
    script.screen.keepTyping()
    #expect(script.rows[0].hasSuffix("Saved") && !script.rows[0].hasSuffix("NOT SAVED"))
    script.press("<Tab>")
    #expect(TypingTests.text(script, "long") == "Typed!")
  }

  @Test("A choice that cannot be kept is not shown as chosen")
  func choosing() {
    var script = Self.full(ChoosingTests.short)
    script.press("<Space>")
    #expect(script.shows(Self.reason))
    #expect(script.shows("> ( ) 1 Yes"))
    #expect(script.rows[0].hasSuffix("NOT SAVED"))
    script.desk.refuses = { _ in false }
    script.press("<Space>")
    #expect(script.shows("> (*) 1 Yes"))
    #expect(script.rows[0].hasSuffix("1 of 2 answered   Saved"))
  }

  @Test("Where only the place cannot be kept, one goes on all the same")
  func places() {
    var script = ScreenScript(TypingTests.texts)
    script.desk.refuses = { if case .stand = $0 { true } else { false } }
    script.press("<Tab><Tab>")
    #expect(script.screen.place == .question("day"))
    #expect(!script.shows("NOT SAVED"))
  }

  @Test("A second Ctrl-C leads out, and says that it is not saved")
  func leaving() {
    var script = Self.full()
    let outcome = script.press("Typed<Ctrl-C><Ctrl-C>")
    #expect(outcome == .left)
    #expect(script.screen.farewell == [Self.reason, "To go on: iscm fill sample --resume"])
  }

  @Test("Undo and redo that cannot be kept change nothing")
  func undo() {
    var script = ScreenScript(ChoosingTests.short)
    script.press("1")
    script.desk.refuses = { _ in true }
    script.press("<F4>")
    #expect(script.shows(Self.reason))
    #expect(ChoosingTests.chosen(script, at: "position") == ["yes"])
    script.desk.refuses = { _ in false }
    script.press("<F4>")
    #expect(ChoosingTests.chosen(script, at: "position") == [])
  }

  @Test("The form goes on where it was left, with all that was typed and chosen")
  func resuming() throws {
    var script = ScreenScript(TypingTests.texts)
    script.press("One<Enter>two<Tab>Ana")
    script.screen.keepTyping()
    let resumed = try script.resumed()
    #expect(resumed.screen.place == .question("name"))
    #expect(resumed.screen.typed == "Ana")
    #expect(resumed.rows[0] == script.rows[0])
  }

  @Test("Another size keeps the caret, the focus and what is typed, small or large")
  func sizes() {
    var script = Review2018.script()
    script.go(to: "influence")
    _ = script.press(.paste((1...40).map { "Line \($0)." }.joined(separator: "\n")))
    script.press("<Up><Up><Home>")
    let row = script.cursorRow
    for (rows, columns) in [(15, 40), (60, 200), (9, 20), (10, 30), (24, 80)] {
      script.screen.size = Frame.Size(rows: rows, columns: columns)
      #expect(script.frame.problems(rows: rows, columns: columns) == [])
      if rows >= 10 { #expect(script.cursorRow == row, "\(columns)x\(rows)") }
    }
    script.press("here: ")
    #expect(script.screen.typed?.contains("\nhere: Line 38.\n") == true)
    script.screen.size = Frame.Size(rows: 9, columns: 20)
    script.press("lost")
    #expect(script.screen.typed?.contains("lost") == false, "nobody sees what they type")
    #expect(script.shows("Window too small; answers saved; Enter for the line-by-line form."))
    let outcome = script.press("<Enter>")
    #expect(outcome == .goesOver)
    #expect(script.screen.session.entries["influence"]?.answer?.cell.contains("here: Line 38.") == true)
  }
}
