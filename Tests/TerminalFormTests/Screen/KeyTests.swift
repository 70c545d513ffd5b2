import Messages
import SampleForms
import Survey
import TerminalForm
import Testing

@Suite("The keys of the full screen")
struct KeyTests {
  @Test(
    "Tab goes through every question to the review, Shift-Tab back to the first, Enter through all but long texts"
  )
  func through() {
    var script = ScreenScript(FormSession(Sample.form))
    var forth: [Outline.Stop] = []
    while let place = script.screen.place, forth.count < 100 {
      if forth.last != place { forth.append(place) }
      script.press("<Tab>")
    }
    let stops = script.screen.session.outline.stops.filter { $0 != .question("welcome") }
    #expect(forth == stops)
    script.press("<Esc>1<Enter>")
    var back: [Outline.Stop] = []
    while let place = script.screen.place, place != back.last {
      back.append(place)
      script.press("<Shift-Tab>")
    }
    #expect(back == stops.reversed())
    #expect(script.shows("This is the first question."))
    for _ in 0..<100 where script.screen.place != nil { script.press("<Enter>") }
    #expect(script.screen.place == nil)
  }

  @Test(
    "The menu does what the keys do, and opens by Esc alone",
    arguments: [
      ("Tab", 1), ("Shift-Tab", 2), ("F1", 4), ("F3", 5), ("F4", 6), ("Shift-F4", 7), ("F5", 8), ("F6", 9),
      ("F7", 10),
      ("F8", 11), ("F9", 12), ("F2", 13),
    ])
  func menu(key: String, number: Int) {
    func opened() -> ScreenScript {
      var script = ScreenScript(FormSession(Sample.form))
      script.go(to: "position")
      script.press("1")
      script.go(to: "themes")
      return script
    }
    var (byKey, byMenu) = (opened(), opened())
    let outcomes = (byKey.press("<\(key)>"), byMenu.press("<Esc>\(number)<Enter>"))
    #expect(outcomes.0 == outcomes.1)
    #expect(byKey.rows == byMenu.rows)
    #expect(byKey.desk.events == byMenu.desk.events)
  }

  @Test("The menu names every key, and every command; at the review too")
  func names() {
    var script = ScreenScript(FormSession(Sample.form), rows: 30)
    script.press("<Esc>")
    let menu = [
      "next question (Tab)", "back (Shift-Tab)", "go to", "help (F1)", "editor (F3)", "undo (F4)",
      "redo (Shift-F4)",
      "choose all that are shown (F5)", "choose none of those shown (F6)", "not applicable (F7)",
      "clear (F8)", "review (F9)",
      "line-by-line form (F2)", "save and leave (Ctrl-C)",
    ]
    for (index, item) in menu.enumerated() { #expect(script.shows("\(index + 1) \(item)")) }
    script.press("<Esc><F9><Esc>")
    for item in [
      "back (Shift-Tab)", "go to", "help (F1)", "undo (F4)", "redo (Shift-F4)", "submit",
      "save and leave (Ctrl-C)",
    ] {
      #expect(script.shows(item))
    }
  }

  @Test("Esc closes what is open and discards nothing")
  func escape() {
    for keys in ["<Esc>", "<Esc>3<Enter>12", "<F1>", "<F1>proc", "<Ctrl-C>"] {
      var script = ScreenScript(TypingTests.texts)
      script.press("Typed")
      let before = script.rows[2...]
      script.press(keys)
      #expect(script.rows[2...] != before, "\(keys)")
      script.press("<Esc>")
      #expect(script.rows[2...] == before, "\(keys)")
      #expect(script.screen.typed == "Typed")
      script.press("<Tab>")
      #expect(TypingTests.text(script, "long") == "Typed")
    }
  }

  @Test("A menu is filtered by typing, and says what was typed")
  func menuFilter() {
    var script = ScreenScript(TypingTests.texts)
    script.press("<Esc>cle")
    #expect(script.shows("Menu: Filter: cle > 11 clear (F8)"))
    script.press("x")
    #expect(script.shows("Filter: clex Nothing matches; Backspace shows more."))
    script.press("<Enter>")
    #expect(script.screen.typed == "")
  }

  @Test(
    "Go to takes a number, the beginning of one, and words",
    arguments: [
      ("11", "objectives"), ("2", "chair_country"), ("2b", "chair_name"), ("٩", "themes"),
      ("which objec", "objectives"),
      ("OBJECTIVES", "objectives"), ("submits", "submitted_by"), ("7<Down>", "position_refine"),
    ])
  func goTo(typed: String, address: String) throws {
    var session = FormSession(Sample.form)
    try session.apply(.answer("position", .one("yes")))
    var script = ScreenScript(session)
    script.press("<Esc>3<Enter>" + typed + "<Enter>")
    #expect(script.screen.place == Address(address).map { .question($0) })
  }

  @Test("Ctrl-C asks, and twice leaves; what was typed is kept, and how to go on is said")
  func leaving() {
    var script = ScreenScript(TypingTests.texts)
    let asked = script.press("Typed<Ctrl-C>")
    #expect(asked == nil)
    #expect(script.shows("Leave? Your answers are saved. Ctrl-C again leaves."))
    let goesOn = script.press("<Enter>")
    #expect(goesOn == nil)
    #expect(script.screen.place == .question("long"))
    let leaves = script.press("<Ctrl-C><Ctrl-C>")
    #expect(leaves == .left)
    #expect(TypingTests.text(script, "long") == "Typed")
    #expect(script.screen.farewell == ["Saved, not submitted.", "To go on: iscm fill sample --resume"])
    for keys in ["<Esc>14<Enter>", "<Ctrl-C>2<Enter>", "<F9><Tab><Tab><Enter>"] {
      var other = ScreenScript(TypingTests.texts)
      let outcome = other.press("Typed" + keys)
      #expect(outcome == .left)
      #expect(TypingTests.text(other, "long") == "Typed")
    }
  }

  @Test("F2 goes over to the line form with what was typed; Ctrl-L draws anew and changes nothing")
  func others() {
    var script = ScreenScript(TypingTests.texts)
    let outcome = script.press("Typed<F2>")
    #expect(outcome == .goesOver)
    #expect(TypingTests.text(script, "long") == "Typed")
    let before = script.rows
    let act = script.screen.press(.control("l"))
    #expect(act == .redraw)
    #expect(script.rows == before)
    for key in [Key.unknown, .function(10), .function(12), .shiftFunction(1), .control("q")] {
      let outcome = script.press(key)
      #expect(outcome == nil)
      #expect(script.rows == before)
    }
  }

  @Test("Help explains the question, its field and the keys, from the beginning to the end")
  func help() {
    var script = Review2018.script(rows: 15, columns: 60)
    script.press("<F1>")
    #expect(script.rows[2] == " An inter-State consultation mechanism on migration (ISCM)")
    var seen: Set<String> = []
    for _ in 0..<40 {
      seen.formUnion(script.rows)
      script.press("<PgDn>")
    }
    #expect(seen.contains(" Terms") && seen.contains(" Keys"))
    #expect(script.shows("nothing is sent until you submit."))
    script.press("<Home>")
    #expect(script.rows[2] == " An inter-State consultation mechanism on migration (ISCM)")
    script.press("<F1>")
    #expect(script.rows[2].hasPrefix(" 1. What is the name"))
  }

  @Test("A name from the help is put behind what is written, with a semicolon")
  func insertion() {
    var script = Review2018.script()
    script.go(to: "partners_iscm")
    script.press("<F1>budapest<Enter><F1>prague<Enter>")
    #expect(script.screen.typed == "Budapest Process; Prague Process")
    script.press(" (joint <F1>colombo<Enter>")
    #expect(
      script.screen.typed?.hasPrefix("Budapest Process; Prague Process (joint Regional Consultative") == true)
    script.press("<Tab>")
    #expect(script.screen.session.entries["partners_iscm"] != nil)
  }

  @Test("Between the parts of a compound question Up and Down go where a text ends, and the mouse anywhere")
  func parts() {
    var script = Review2018.script()
    script.go(to: "partners_iscm")
    script.press("One<Enter>two<Down>")
    #expect(script.screen.place == .question("partners_igo"))
    script.press("<Up><Up>")
    #expect(script.screen.place == .question("partners_iscm"))
    script.press("<Up>")
    #expect(script.screen.place == .question("partners_iscm"))
    script.click(on: "25e")
    #expect(script.screen.place == .question("partners_cso"))
    #expect(script.shows("25a Other ISCMs One / two"))
    #expect(script.shows("Answered: 1. Not applicable: 0. Empty: 7."))
  }

  @Test("A part with an answer that is not finished shows what was typed, not that it is empty")
  func unfinishedPart() throws {
    var session = FormSession(Review2018.form)
    try session.apply(.answer("position", .one("yes")))
    var script = Review2018.script(session)
    script.go(to: "position_date")
    script.press("2018-1")
    script.screen.keepTyping()
    script.press("<Tab><Tab>")
    #expect(script.screen.place == .question("position_meeting"))
    #expect(script.shows("6a Date of the meeting Typed, not taken yet: 2018-1"))
  }
}
