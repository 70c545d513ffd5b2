import Messages
import SampleForms
import Survey
import TerminalForm
import Testing

@Suite("An answer that nobody changes")
struct FixedAnswerTests {
  /// The sample form for one mechanism, and a desk that fixes who it is.
  static func opened() throws -> (form: FormSession, desk: TestDesk) {
    var form = FormSession(Sample.form)
    try form.apply(.answer("iscm", .one("puebla")))
    let desk = TestDesk()
    desk.fixed = ["iscm"]
    desk.isShared = true
    return (form, desk)
  }

  static let fixed = "This answer is fixed here: it cannot be changed."

  // MARK: - Line by line

  @Test(
    "The line form says the answer and that it is fixed, and takes no other by any way of typing or the menu")
  func lines() throws {
    let (form, desk) = try Self.opened()
    let filled = form.filled(
      by: ["1", "prague", "-3", ".", "..", "8", "..", "9", "..", "6"], desk: desk)
    #expect(
      filled.from("Question 1 of").hasPrefix(
        """
        Question 1 of 24, part 1.
        What is the name of your mechanism?
        Now: Regional Conference on Migration
        \(Self.fixed) Enter keeps.
        Answer: 1
        \(Self.fixed)
        Answer: prague
        \(Self.fixed)
        Answer: -3
        \(Self.fixed)
        Answer: .
        \(Self.fixed)
        Answer: ..
        Menu: 1 back, 2 go to, 3 repeat, 4 help, 5 review, 6 leave, 7 undo, 8 redo, 9 not applicable, 10 clear. \
        Enter closes.
        Number: 8
        There is nothing to make again.
        """))
    #expect(filled.from("Number: 9").hasPrefix("Number: 9\n\(Self.fixed)\n"))
    #expect(filled.session.entries["iscm"] == .answered(.one("puebla")))
    #expect(desk.events.allSatisfy { if case .stand = $0 { true } else { false } })
    #expect(
      filled.transcript.hasSuffix(
        "Saved, not submitted.\nTo go on, connect again in the same way: the draft is offered at the start.\n"
      ))
  }

  @Test("Neither undo nor clear changes it, and a text that is fixed is not recorded as it is typed")
  func linesUndo() throws {
    let (form, desk) = try Self.opened()
    let filled = form.filled(by: ["..", "7", "..", "10", "", "Mexico", "..", "7", "..", "7"], desk: desk)
    #expect(filled.from("Number: 7").hasPrefix("Number: 7\nThere is nothing to take back.\n"))
    #expect(filled.from("Number: 10").hasPrefix("Number: 10\n\(Self.fixed)\n"))
    #expect(filled.transcript.contains("Taken back: question 2a.\n"))
    #expect(filled.session.entries["iscm"] == .answered(.one("puebla")))
    #expect(filled.session.entries["chair_country"] == nil)

    var other = form
    try other.apply(.answer("chair_country", .text("Mexico")))
    try other.apply(.stand("chair_country"))
    let text = TestDesk()
    text.fixed = ["chair_country"]
    let typed = other.filled(by: [.typing(["Gua"], .line("Guatemala")), ""], desk: text)
    #expect(typed.from("Answer: Guatemala").hasPrefix("Answer: Guatemala\n\(Self.fixed)\n"))
    #expect(!text.events.contains { if case .typing = $0 { true } else { false } })
  }

  @Test("Any lines leave it as it is", arguments: 0..<100 as Range<UInt64>)
  func anyLines(seed: UInt64) throws {
    var random = Script(seed: seed)
    let pieces = [
      "..", "1", "2", "3", "7", "8", "9", "10", "-1", "", ".", "puebla", "other", "5", "yes", "^C",
    ]
    let (form, desk) = try Self.opened()
    let acts = (0..<random.number(below: 120)).map { _ in
      ScriptedTerminal.Act(pieces[random.number(below: pieces.count)])
    }
    let filled = form.filled(by: acts, desk: desk)
    #expect(filled.session.entries["iscm"] == .answered(.one("puebla")))
    #expect(!desk.events.contains { $0.names("iscm") })
  }

  // MARK: - Full screen

  @Test(
    "On the full screen every key that changes an answer is refused",
    arguments: ["<F7>", "<F8>", "<Esc>9<Enter>", "<Esc>10<Enter>"])
  func refuses(keys: String) throws {
    let (form, desk) = try Self.opened()
    var script = ScreenScript(form, desk: desk)
    script.press(keys)
    let picture = script.picture()
    #expect(
      picture.split(separator: Self.fixed, omittingEmptySubsequences: false).count == 3,
      "below the answer, and as a message:\n\(picture)")
    #expect(script.screen.session.entries["iscm"] == .answered(.one("puebla")))
    #expect(!desk.events.contains { $0.names("iscm") })
  }

  @Test(
    "On the full screen undo and redo have nothing to do with it, and keys that choose do nothing",
    arguments: [
      "<F4>", "<Ctrl-Z>", "<Shift-F4>", "<Ctrl-Y>", "1", "<Space>", "<Down><Space>", "<F5>", "<F6>", "puebla",
    ])
  func ignores(keys: String) throws {
    let (form, desk) = try Self.opened()
    var script = ScreenScript(form, desk: desk)
    script.press(keys)
    #expect(script.screen.session.entries["iscm"] == .answered(.one("puebla")))
    #expect(desk.events.allSatisfy { if case .stand = $0 { true } else { false } })
    #expect(script.picture().contains("Regional Conference on Migration"))
  }

  @Test("What another session took back is not made again")
  func redo() throws {
    var (form, desk) = try Self.opened()
    try form.apply(.answer("iscm", .one("prague")))
    try form.apply(.undo)
    var script = ScreenScript(form, desk: desk)
    script.press("<Shift-F4>")
    #expect(script.picture().contains("There is nothing to make again."))
    let filled = form.filled(by: ["..", "8"], desk: desk)
    #expect(filled.transcript.contains("There is nothing to make again.\n"))
    #expect(script.screen.session.entries["iscm"] == .answered(.one("puebla")))
    #expect(filled.session.entries["iscm"] == .answered(.one("puebla")))
    form = filled.session
    try form.apply(.redo)
    #expect(form.entries["iscm"] == .answered(.one("prague")), "else this test says nothing")
  }

  @Test("Any keys leave it as it is", arguments: 0..<100 as Range<UInt64>)
  func anyKeys(seed: UInt64) throws {
    var random = Script(seed: seed)
    let keys: [Key] =
      (1...9).map { .function($0) } + [
        .enter, .tab, .backTab, .escape, .up, .down, .text(" "), .text("1"), .text("2"), .text("9"),
        .backspace,
        .shiftFunction(4), .control("z"), .control("y"), .paste("prague"), .click(row: 6, column: 4),
        .click(row: 9, column: 10), .home, .end,
      ]
    let (form, desk) = try Self.opened()
    var script = ScreenScript(form, desk: desk)
    for _ in 0..<150 { _ = script.press(keys[random.number(below: keys.count)]) }
    #expect(script.screen.session.entries["iscm"] == .answered(.one("puebla")))
    #expect(!desk.events.contains { $0.names("iscm") })
  }

  // MARK: - What cannot be opened

  @Test("Where there is no editor and no file to write, no menu, no button and no hint names them")
  func menus() throws {
    let (form, desk) = try Self.opened()
    let open = TestDesk()
    open.canExport = true
    let words = ["editor", "write a file to print"]
    func seen(_ desk: TestDesk) -> [String] {
      var script = ScreenScript(form, desk: desk)
      script.press("<Esc>")
      var seen = [script.picture()]
      script.press("<Esc><F9>")
      seen.append(script.picture())
      script.press("<Esc>")
      seen.append(script.picture())
      return seen + [form.filled(by: [".."], desk: desk).transcript]
    }
    #expect(seen(desk).allSatisfy { text in !words.contains { text.lowercased().contains($0) } })
    let others = seen(open).map { text in words.filter { text.lowercased().contains($0) } }
    #expect(others == [["editor"], ["write a file to print"], ["write a file to print"], ["editor"]])
  }

  @Test("In a long text the key of the editor is named only where there is one")
  func hint() throws {
    let (form, desk) = try Self.opened()
    var long = form
    try long.apply(.answer("position", .one("yes")))
    try long.apply(.stand("pursuit"))
    var shared = ScreenScript(long, desk: desk)
    let own = ScreenScript(long)
    #expect(own.picture().contains("F3 editor"))
    #expect(!shared.picture().contains("F3"))
    shared.press("<F3>")
    #expect(shared.picture().contains("No editor can be opened here."))
  }
}

extension FormEvent {
  /// Whether the event would give a question another answer.
  fileprivate func names(_ address: Address) -> Bool {
    switch self {
    case .answer(address, _), .typing(address, _), .clear(address), .notApplicable(address),
      .unknown(address):
      true
    default: false
    }
  }
}
