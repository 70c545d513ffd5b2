import SampleForms
import Survey
import TerminalForm
import Testing

@Suite("Texts, and what is typed of them")
struct LongTextTests {
  static let form = FormSession([
    Sample.ask("before", .text), Sample.ask("long", .text, Sample.text("How?"), appearance: ["multiline"]),
    Sample.ask("after", .text),
  ])

  func typed(_ acts: [ScriptedTerminal.Act], desk: TestDesk = TestDesk()) -> Filled {
    Self.form.filled(by: [""] + acts, desk: desk)
  }

  static func text(_ filled: Filled) -> String? { filled.session.entries["long"]?.answer?.cell }

  @Test(
    "A text ends at a line with a full stop of any script; a space before full stops makes them text",
    arguments: [
      (["one", "", "two", "."], "one\n\ntwo"), (["one", ". "], "one"), (["一", "。"], "一"),
      (["one", "۔"], "one"),
      (["one", " .", " ..", "...", "."], "one\n.\n..\n..."), (["  .", "."], "  ."),
      (["", "one", "."], "\none"),
    ])
  func ends(lines: [String], text: String) {
    let filled = typed(lines.map { .init($0) })
    #expect(Self.text(filled) == text)
    #expect(filled.from("Question 3").hasPrefix("Question 3 of 3."))
  }

  @Test("A full stop at once keeps a text, and so does one behind blank lines")
  func kept() throws {
    var session = Self.form
    try session.apply(.answer("long", .text("old")))
    for lines in [["."], ["", "."], ["", " ", "."]] {
      let filled = session.filled(by: ([""] + lines).map { .init($0) })
      #expect(Self.text(filled) == "old", "\(lines)")
      #expect(filled.transcript.contains("Kept as it was."))
      #expect(try filled.session.copyAfterUndo().entries["long"] == nil)
    }
    #expect(typed(["", "."]).transcript.contains("Left empty."))
  }

  @Test("Help in the middle of a text does not begin it anew")
  func menuInTheMiddle() {
    for close in [["4"], [""], [".."], ["5"], ["3"]] {
      let acts: [ScriptedTerminal.Act] = ["one", ".."] + close.map { .init($0) } + ["two", "."]
      #expect(Self.text(typed(acts)) == "one\ntwo", "\(close)")
    }
    #expect(Self.text(typed(["one", "^C", "", "two", "."])) == "one\ntwo")
    #expect(Self.text(typed(["one", "^BAD", "two", "."])) == "one\ntwo")
    // What undo or "clear" took away does not come back.
    #expect(Self.text(typed(["one", "..", "11", "two", "."])) == "two")
  }

  @Test("Leaving in the middle of a text keeps its lines", arguments: ["^D", "^TERM", "^HUP"])
  func leaving(how: String) throws {
    let filled = typed(["one", "two", .init(how)])
    #expect(Self.text(filled) == "one\ntwo")
    #expect(try filled.replayed().entries == filled.session.entries)
    let back = typed(["one", "..", "1"])
    #expect(Self.text(back) == "one")
  }

  @Test(
    "What is typed is kept at each pause, and a journal gives back the form as it was",
    arguments: [
      [.typing(["K", "Ke"], .line("Kenya"))], [.typing(["Kenya"], .line(""))],
      [.typing(["."], .line("..")), "7"],
      [.typing(["Ken", ""], .line(""))], [.typing(["Kenya"], .end)], [.typing(["Ken", ""], .end)],
      [.typing(["Kenya"], .signal(15))],
      [.typing(["Kenya"], .interrupted), ""], [.typing(["Kenya"], .undecodable), ""],
      [.typing(["Ke", ".."], .line("..")), "", "Chad"],
    ] as [[ScriptedTerminal.Act]])
  func pauses(acts: [ScriptedTerminal.Act]) throws {
    for old in [nil, "Uganda"] as [String?] {
      var session = Self.form
      let desk = TestDesk()
      if let old {
        try session.apply(.answer("before", .text(old)))
        desk.events.append(.answer("before", .text(old)))
      }
      let filled = session.filled(by: acts, desk: desk)
      #expect(try filled.replayed().entries == filled.session.entries)
      let cell = filled.session.entries["before"]?.answer?.cell
      switch acts[0] {
      case .typing(["Ken", ""], _): #expect(cell == old)
      case .typing(_, .line("Kenya")), .typing(_, .end), .typing(_, .signal), .typing(_, .interrupted):
        #expect(cell == "Kenya")
      case .typing(["Ke", ".."], _): #expect(cell == "Chad")
      default: #expect(cell == old)
      }
    }
  }

  @Test("Pauses in a text of several lines keep all of it so far, but no command")
  func longPauses() throws {
    let filled = typed([
      "one", .typing(["tw", "two"], .line("two")), .typing(["."], .line("..")), "",
      .typing(["th"], .line("three")),
      .typing(["."], .line(".")),
    ])
    #expect(Self.text(filled) == "one\ntwo\nthree")
    let typings = filled.desk.events.compactMap { event in
      if case .typing("long", let text) = event { text } else { nil }
    }
    #expect(typings == ["one", "one\ntw", "one\ntwo", "one\ntwo\nth", "one\ntwo\nthree"])
    #expect(try filled.replayed().entries == filled.session.entries)
  }

  @Test("A text that cannot be kept is not thrown away: the full stop tries again")
  func full() throws {
    let desk = TestDesk()
    var refusals = 4
    desk.refuses = { event in
      guard case .stand = event else {
        refusals -= 1
        return refusals >= 0
      }
      return false
    }
    let filled = typed(["one", "two", ".", ".", "."], desk: desk)
    #expect(filled.transcript.contains("NOT SAVED: The disk is full. Please answer again."))
    #expect(Self.text(filled) == "one\ntwo")
    #expect(try filled.replayed().entries == filled.session.entries)
  }
}

extension FormSession {
  func copyAfterUndo() throws -> FormSession {
    var copy = self
    try copy.apply(.undo)
    return copy
  }
}
