import SampleForms
import Survey
import TerminalForm
import Testing

@Suite("Undo and redo on the full screen")
struct UndoKeyTests {
  /// An answer of some kind, by keys.
  struct Change: CustomTestStringConvertible, Sendable {
    let address: Address
    let keys: String
    /// The cell; nothing where the question is said not to apply.
    let cell: String?
    var testDescription: String { "\(address): \(keys)" }

    init(_ address: Address, _ keys: String, _ cell: String?) {
      (self.address, self.keys, self.cell) = (address, keys, cell)
    }
  }

  static let changes = [
    Change("iscm", "3", "puebla"), Change("iscm", "<F7>", nil),
    Change("chair_country", "Mexico<Tab>", "Mexico"),
    Change("position_date", "2018-11-09<Tab>", "2018-11-09"),
    Change("themes", "<F5>", "rights pathways governance"),
    Change("themes", "2", "pathways"), Change("objectives", "12<Space>", "objective_12"),
    Change("pursuit", "One<Enter>two<Tab>", "One\ntwo"), Change("members", "12<Tab>", "12"),
    Change("budget", "2.5<Tab>", "2.5"), Change("opens", "16:30<Tab>", "16:30:00"),
    Change("agrees", "<Space>", "OK"),
    Change("met_at", "2018-11-08T10:00:00Z<F9>", "2018-11-08T10:00:00Z"), Change("members", "<F7>", nil),
  ]

  static func isGiven(_ change: Change, in script: ScreenScript) -> Bool {
    let entry = script.screen.session.entries[change.address]
    return change.cell.map { entry?.answer?.cell == $0 } ?? (entry == .notApplicable)
  }

  @Test(
    "Every kind of answer is taken back, and made again, by F4 and by Ctrl-Z", arguments: changes,
    [("<F4>", "<Shift-F4>"), ("<Ctrl-Z>", "<Ctrl-Y>"), ("<Esc>undo<Enter>", "<Esc>redo<Enter>")])
  func each(change: Change, keys: (undo: String, redo: String)) throws {
    var session = FormSession(Sample.form)
    try session.apply(.answer("position", .one("yes")))
    var script = ScreenScript(session)
    script.go(to: change.address)
    script.press(change.keys)
    #expect(Self.isGiven(change, in: script))
    script.press(keys.undo)
    #expect(script.screen.session.entries[change.address] == nil)
    #expect(script.screen.place == .question(change.address), "one sees what is taken back")
    let number = try #require(Sample.form.numbering.label(of: change.address.question))
    #expect(script.shows("Taken back: question \(number)."))
    script.press(keys.redo)
    #expect(Self.isGiven(change, in: script))
    #expect(script.shows("Made again: question \(number)."))
    script.press(keys.redo)
    #expect(script.shows("There is nothing to make again."))
  }

  @Test("What is typed at one go, over pauses, is one step")
  func typing() {
    var script = ScreenScript(TypingTests.texts)
    script.press("One")
    script.screen.keepTyping()
    script.press(" two")
    script.screen.keepTyping()
    script.press(" three<F4>")
    #expect(script.screen.typed == "")
    script.press("<Shift-F4>")
    #expect(script.screen.typed == "One two three")
    // Another visit is another step.
    script.press("<Tab><Shift-Tab> four<Tab><F4>")
    #expect(script.screen.typed == "One two three")
    script.press("<F4><F4>")
    #expect(script.screen.typed == "")
    #expect(script.shows("There is nothing to take back."))
  }

  @Test("What F7 and F8 take away comes back, typing that was not kept yet included")
  func takenAway() {
    for key in ["<F7>", "<F8>"] {
      var script = ScreenScript(TypingTests.texts)
      script.press("Typed" + key)
      #expect(script.screen.typed == "")
      script.press("<F4>")
      #expect(script.screen.typed == "Typed")
    }
  }

  @Test("An undo that hides or shows questions says so")
  func hides() throws {
    var script = ScreenScript(FormSession(Sample.form))
    script.go(to: "position")
    script.press("1<Tab>https://example.org<Tab>")
    script.press("<F4><F4>")
    #expect(script.screen.session.entries["position"] == nil)
    #expect(script.shows("Taken back: question 4."))
    script.press("<Shift-F4><Shift-F4>")
    #expect(script.screen.place == .question("position_link"))
    script.go(to: "position")
    script.press("2")
    #expect(script.shows("Set aside: 5. Kept, not sent."))
    script.press("<F4>")
    #expect(script.shows("Asked again, with the answers that were kept: 5. Taken back: question 4."))
  }

  @Test("Where there is nothing to take back, nothing is recorded")
  func nothing() {
    var script = ScreenScript(TypingTests.texts)
    let events = script.desk.events
    script.press("<F4><Shift-F4><Ctrl-Z><Ctrl-Y>")
    #expect(script.shows("There is nothing to make again."))
    #expect(script.desk.events == events)
  }
}
