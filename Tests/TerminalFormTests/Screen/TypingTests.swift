import SampleForms
import Survey
import TerminalForm
import Testing

@Suite("Typing on the full screen")
struct TypingTests {
  static let texts = FormSession([
    Sample.ask("long", .text, Sample.text("Tell."), no: "1", appearance: ["multiline"]),
    Sample.ask("name", .text, Sample.text("Name?"), no: "2"),
    Sample.ask("day", .date, Sample.text("When?"), no: "3"),
    Sample.ask("count", .integer, Sample.text("How many?"), no: "4"),
  ])

  static func text(_ script: ScreenScript, _ address: Address) -> String? {
    script.screen.session.entries[address]?.answer?.cell
  }

  @Test("In a long text Enter begins a line and Tab goes on; elsewhere Enter goes on")
  func enter() {
    var script = ScreenScript(Self.texts)
    script.press("One<Enter>two<Tab>")
    #expect(Self.text(script, "long") == "One\ntwo")
    #expect(script.screen.place == .question("name"))
    script.press("Ana<Enter>")
    #expect(Self.text(script, "name") == "Ana")
    #expect(script.screen.place == .question("day"))
    script.press("<Shift-Tab><Shift-Tab>")
    #expect(script.screen.place == .question("long"))
    #expect(script.shows("One two ---"))
  }

  @Test(
    "A paste inserts, whole and unchanged, and presses no key",
    arguments: [
      "one\ntwo", "one\r\ntwo\r", "\n\n\n", "\t\t1\u{1b}", "<Enter>\u{1b}[A\u{3}", "中文\u{200F}ع\u{301}",
      "2\n",
      String(repeating: "word ", count: 3000),
    ])
  func paste(text: String) {
    for address in ["long", "name"] as [Address] {
      var script = ScreenScript(Self.texts)
      script.go(to: address)
      script.press("a")
      _ = script.press(.paste(text))
      script.press("b")
      #expect(script.screen.place == .question(address))
      #expect(script.screen.typed == "a" + text + "b")
      script.press("<Tab>")
      #expect(Self.text(script, address) == "a" + text + "b")
    }
  }

  @Test("A paste into a list, a menu or the review presses nothing either")
  func pasteElsewhere() {
    for keys in ["", "<Esc>", "<Ctrl-C>", "<F9>", "<F9><Tab>"] {
      var script = ScreenScript(ChoosingTests.short)
      script.press(keys)
      let (events, place) = (script.desk.events.count, script.screen.place)
      let outcome = script.press(.paste("1\n2\r\n\t  \u{1b}\u{3}"))
      #expect(outcome == nil)
      #expect((script.desk.events.count, script.screen.place) == (events, place))
    }
  }

  @Test("The cursor stands where the next sign will stand, behind wide and combining ones too")
  func cursor() {
    for (typed, column) in [
      ("", 2), ("ab", 4), ("中文", 6), ("e\u{301}", 3), ("a\n中", 4), ("👍🏽", 4), ("ab ", 5),
    ] {
      var script = ScreenScript(Self.texts)
      _ = script.press(.paste(typed))
      #expect(script.frame.cursor.column == column, "\(typed)")
    }
  }

  @Test("Keys move and delete in a text as they do elsewhere")
  func editing() {
    var script = ScreenScript(Self.texts)
    script.press("one two three<Enter>four<Up><End>!<Home>>")
    #expect(script.screen.typed == ">one two three!\nfour")
    script.press("<Ctrl-E><Ctrl-W><Backspace><Left><Del><Ctrl-A><Ctrl-D>")
    #expect(script.screen.typed == "one tw\nfour")
    script.press("<PgDn><End><Right><Backspace>")
    #expect(script.screen.typed == "one tw\nfou")
    script.click(on: "one tw")
    script.press("x")
    #expect(script.screen.typed == "xone tw\nfou")
  }

  @Test("What is typed is kept at a pause, and said to be")
  func pauses() {
    var script = ScreenScript(Self.texts)
    #expect(script.rows[0].hasSuffix("Saved"))
    script.press("One")
    #expect(script.rows[0].hasSuffix("Saving"))
    #expect(!script.shows("No answer yet."))
    let before = script.rows
    script.screen.keepTyping()
    #expect(script.rows[0].hasSuffix("Saved"))
    #expect(script.rows[1...] == before[1...], "nothing else moves")
    #expect(script.desk.events.last == .typing("long", "One"))
    script.screen.keepTyping()
    script.press("s<Backspace>")
    #expect(script.rows[0].hasSuffix("Saved"))
    script.screen.keepTyping()
    #expect(script.desk.events.count { if case .typing = $0 { true } else { false } } == 1)
    script.press("<Backspace><Backspace><Backspace><Tab>")
    #expect(Self.text(script, "long") == nil)
  }

  @Test("A date that is none is kept as it was typed, told once, shown in the review, and mended")
  func unfinished() throws {
    var script = ScreenScript(Self.texts)
    script.go(to: "day")
    script.press("in spring<Enter>")
    let told =
      "Not taken: \"in spring\" is no date. Expected: year-month-day, such as 2018-11-09. "
      + "Enter again goes on; the review will show this again."
    #expect(script.shows(told))
    #expect(script.screen.place == .question("day"))
    script.press("<Enter>")
    #expect(script.screen.place == .question("count"))
    #expect(script.screen.session.unfinished == ["day": "in spring"])
    var resumed = try script.resumed()
    resumed.go(to: "day")
    #expect(resumed.screen.typed == "in spring")
    resumed.press("<F9>")
    #expect(resumed.shows("PLEASE LOOK AT (1)"))
    #expect(resumed.shows("3 When? Not taken: \"in spring\" is no date."))
    let refused = resumed.press("<Tab><Enter>")
    #expect(refused == nil)
    #expect(resumed.shows("Not submitted. These answers must be mended first: 3."))
    resumed.press("<Enter><Ctrl-A><Del><Ctrl-E><Ctrl-W><Ctrl-W><Ctrl-W>2018-11-09<Enter>")
    #expect(resumed.screen.session.unfinished == [:])
    #expect(Self.text(resumed, "day") == "2018-11-09")
    let sent = resumed.press("<F9><Tab><Enter>")
    #expect(sent == .submitted)
  }

  @Test("What is typed over an answer and taken back leaves the answer, and nothing beside it")
  func overwritten() {
    var script = ScreenScript(Self.texts)
    script.go(to: "day")
    script.press("2018-11-09<Tab><Shift-Tab>x")
    script.screen.keepTyping()
    #expect(script.screen.session.unfinished == ["day": "2018-11-09x"])
    script.press("<Backspace><Tab>")
    #expect(script.screen.session.unfinished == [:])
    #expect(Self.text(script, "day") == "2018-11-09")
    // Refused first, then mended, and kept while it was: it is the answer that was there.
    script.press("<Shift-Tab>x<Tab>")
    #expect(script.screen.session.unfinished == ["day": "2018-11-09x"])
    script.press("<Backspace>")
    script.screen.keepTyping()
    script.press("<Tab>")
    #expect(script.screen.session.unfinished == [:])
    #expect(script.screen.session.review.blocking.isEmpty)
    script.press("<Shift-Tab>x<Tab><Tab>")
    #expect(script.screen.session.unfinished == ["day": "2018-11-09x"])
    script.press("<Shift-Tab><F8>")
    #expect(script.screen.session.unfinished == [:])
    #expect(Self.text(script, "day") == nil)
  }

  @Test(
    "Digits and marks of any script make numbers and dates",
    arguments: [
      ("day", "٢٠١٨-١١-٠٩", "2018-11-09"), ("day", " 2018-11-09 ", "2018-11-09"), ("count", "１２", "12"),
      ("count", "۱۲", "12"),
    ])
  func digits(address: String, typed: String, cell: String) throws {
    let address = try #require(Address(address))
    var script = ScreenScript(Self.texts)
    script.go(to: address)
    script.press(typed)
    script.press("<Tab>")
    #expect(Self.text(script, address) == cell)
    script.go(to: address)
    #expect(script.screen.typed == cell)
  }

  @Test("An editor's text is taken; one that failed, or was emptied, leaves the old one")
  func editor() {
    var script = ScreenScript(Self.texts)
    script.press("Old")
    script.screen.take(edited: nil)
    #expect(script.shows("The editor failed; the text is as it was."))
    script.screen.take(edited: " \n")
    #expect(script.screen.typed == "Old")
    script.screen.take(edited: "New\ntext")
    #expect(script.screen.typed == "New\ntext")
    #expect(Self.text(script, "long") == "New\ntext")
    script.go(to: "day")
    script.press("<F3>")
    #expect(script.shows("The editor is for texts; this question takes something else."))
  }
}
