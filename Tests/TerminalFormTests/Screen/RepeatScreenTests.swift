import Messages
import SampleForms
import Survey
import TerminalForm
import Testing

@Suite("Repeats, notes and other answers on the full screen")
struct RepeatScreenTests {
  @Test("A number says how many; behind each repeat one comes back to the list; undo brings it all back")
  func free() {
    var script = ScreenScript(FormSession([.group(Self.region)]))
    #expect(script.shows("Region: how many? A whole number, 0 for none."))
    #expect(script.shows("Add one > That is all: go on"))
    script.press("two10001<Enter>")
    #expect(script.shows("Not taken: \"10001\" is no whole number. Expected: digits alone, such as 12."))
    #expect(script.screen.typed == "10001")
    script.press("<Backspace><Backspace><Backspace><Backspace><Backspace>2<Enter>")
    #expect(script.screen.place == .question("region[1]/region_name"))
    #expect(script.shows("Region: 1 of 2."))
    script.press("Andes<Enter>5<Enter>")
    #expect(script.screen.place == .repeats(Self.path))
    #expect(script.shows("Region: 2 1 Andes / 5 > 2 (empty)"))
    script.press("<Enter>")
    #expect(script.screen.place == .question("region[2]/region_name"))
    #expect(script.shows("Region: 2 of 2."))
    script.press("<F4><F4>")
    #expect(script.screen.place == .question("region[1]/region_name"))
    script.press("<F4>")
    #expect(script.screen.place == .repeats(Self.path))
    #expect(script.shows("Taken back: question \"Region\"."))
    #expect(script.screen.session.repeatCounts == [:])
    script.press("<Shift-F4><Shift-F4><Shift-F4>")
    #expect(script.screen.session.entries["region[1]/region_states"] == .answered(.integer(5)))
    script.go(to: "region[1]/region_name")
    script.press("<Shift-Tab>")
    #expect(script.shows("> 1 Andes / 5"))
    script.press("10001<Tab>")
    #expect(script.screen.place == .repeats(Self.path))
    script.press("<Backspace><Backspace><Backspace><Backspace><Backspace>0<Enter>")
    #expect(script.screen.session.repeatCounts[Self.path] == 0)
    #expect(script.screen.place == nil)
    #expect(script.shows("Set aside: 1 (1), 2 (1). Kept, not sent."))
  }

  static let path = RepeatPath("region" as Group.Name)

  /// Three regions, at their list.
  static func three(rows: Int = 24, columns: Int = 80, interface: InterfaceLanguage = .english)
    -> ScreenScript
  {
    var script = ScreenScript(
      FormSession([.group(region), Sample.ask("after", .text, Sample.text("After"), no: "3")]), rows: rows,
      columns: columns, interface: interface)
    script.press("3<Enter>Andes<Enter>5<Enter><Enter>Balkans<Enter>9<Enter><Enter>Caucasus<Enter><Enter>")
    return script
  }

  @Test("One is added, opened and taken out from among the others; what has answers is asked for first")
  func list() {
    var script = Self.three()
    #expect(script.shows("Region: 3 1 Andes / 5 2 Balkans / 9 3 Caucasus Add one > That is all: go on"))
    script.press("+Steppe<Tab><Tab>")
    #expect(script.shows("4 Steppe Add one > That is all: go on"))
    script.press("2<Del>")
    #expect(script.shows("Remove Region 2? Answers in it: 2. > 1 keep it 2 remove this one"))
    script.press("<Enter>")
    #expect(script.screen.session.repeatCounts[Self.path] == 4)
    script.press("<F8>2<Enter>")
    #expect(script.shows("Region: 3 1 Andes / 5 > 2 Caucasus 3 Steppe"))
    #expect(script.shows("Removed: Region 2. Undo brings it back."))
    script.press("<F4>")
    #expect(script.shows("Region: 4 1 Andes / 5 2 Balkans / 9 3 Caucasus 4 Steppe"))
    script.press("<Shift-F4><End><Up><Enter>")
    #expect(script.screen.place == .question("region[4]/region_name"))
    // An empty one goes at once, by the menu of a question too.
    script.press("<Esc><End><Enter>")
    #expect(script.screen.session.repeatCounts[Self.path] == 3)
    #expect(script.shows("Removed: Region 4."))
    script.press("<Tab>")
    #expect(script.screen.place == .question("after"))
    script.press("<Shift-Tab>")
    #expect(script.screen.place == .repeats(Self.path))
    script.click(on: "Caucasus")
    #expect(script.screen.place == .question("region[2]/region_name"))
    script.press("<Shift-Tab>3<Space>")
    #expect(script.screen.place == .question("region[3]/region_name"))
    script.press("<Esc><Esc><Shift-Tab><Shift-Tab>")
    #expect(script.screen.place == .repeats(Self.path))
  }

  @Test("What is typed and not kept yet is counted with the answers of the repeat, and moves with it")
  func typing() throws {
    var script = Self.three()
    script.press("3<Enter><Tab>twelve<Shift-Tab><Shift-Tab>1-2<Enter>")
    #expect(script.screen.session.unfinished == ["region[2]/region_states": "twelve"])
    #expect(script.shows("2 Caucasus / twelve"))
    script.press("<F4>")
    #expect(script.screen.session.unfinished == ["region[3]/region_states": "twelve"])
    let resumed = try script.resumed()
    #expect(resumed.screen.place == .repeats(Self.path))
    #expect(resumed.screen.session.entries == script.screen.session.entries)
  }

  @Test(
    "The list is as it was looked at, wide and narrow, in each direction",
    arguments: [
      (InterfaceLanguage.english, 24, 80), (.english, 15, 40), (.arabic, 24, 80), (.french, 12, 40),
      (.chinese, 24, 80),
    ])
  func golden(language: InterfaceLanguage, rows: Int, columns: Int) {
    var script = Self.three(rows: rows, columns: columns, interface: language)
    var book = ScreenBook(rows: rows, columns: columns)
    func picture(_ heading: String, _ keys: String = "") {
      script.press(keys)
      book.add(heading, script.screen.draw())
    }
    picture("A list")
    picture("The first", "<Home>")
    picture("A number typed", "12")
    picture("Whether to remove", "<Backspace><Backspace>2<Del>")
    picture("Removed", "2<Enter>")
    picture("The menu's end", "<Esc><End>")
    picture("Help", "<Esc><F1><End><PgDn><PgDn><PgDn>")
    picture("Nothing there", "<Esc>0<Enter><Shift-Tab>")
    expectGolden(book.text, "Screens/list-\(language.rawValue)-\(columns)x\(rows)")
  }

  static let region = Sample.group(
    "region", Sample.text("Region"), repeated: .free,
    [
      Sample.ask("region_name", .text, Sample.text("Name of the region"), no: "1"),
      Sample.ask("region_states", .integer, Sample.text("How many States?"), no: "2"),
    ])

  @Test("A group that is counted by an answer has as many repeats as that says, one within the other too")
  func counted() throws {
    var session = FormSession(Sample.form)
    try session.apply(.answer("iscm", .one("puebla")))
    var script = ScreenScript(session)
    script.go(to: "event_count")
    script.press("2<Enter>Launch<Enter>1")
    #expect(script.shows("Event: 1 of 2."))
    script.press("<Enter>2<Enter>")
    #expect(script.screen.place == .question("event[1]/guest[1]/guest_name"))
    #expect(script.shows("Event: 1 of 2. Guest: 1 of 2."))
    #expect(script.shows("22 (1, 1). Name of the guest"))
    script.press("Ana<Enter><Enter>Ben<Enter><Enter>")
    #expect(script.screen.place == .question("event[2]/event_title"))
    script.press("<Esc><End><Enter>")
    #expect(script.shows("Event: the form itself says how many there are, by the answer to: 19."))
    script.press("<F1>")
    #expect(script.shows("Event: the form itself says how many there are, by the answer to: 19."))
    script.press("<Esc>")
    script.go(to: "event_count")
    script.press("<Backspace>1<Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab>")
    #expect(script.screen.place == .repeats(RepeatPath("region")))
    #expect(script.screen.session.entries["event[1]/guest[2]/guest_name"]?.answer?.cell == "Ben")
  }

  @Test("A note is read with the question behind it, and by itself where there is none")
  func notes() {
    var script = ScreenScript(
      FormSession([
        Sample.ask("welcome", .note, Sample.text("Please read this.")),
        Sample.ask("name", .text, Sample.text("Name?"), no: "1"),
        Sample.ask("thanks", .note, Sample.text(String(repeating: "Thank you very much. ", count: 100))),
      ]))
    #expect(script.shows("Please read this. 1. Name?"))
    script.press("<Tab>")
    #expect(script.screen.place == .question("thanks"))
    #expect(script.shows("more below"))
    script.press("<PgDn><PgDn><PgDn><Down>")
    #expect(script.shows("more above") && !script.shows("more below"))
    script.press("<Home>x<Space><F7><F8>")
    #expect(script.shows("more below") && script.screen.session.entries.isEmpty)
    script.press("<Enter>")
    #expect(script.screen.place == nil)
  }

  @Test("What is asked of another choice stands on its page as soon as that is chosen")
  func other() {
    var script = ScreenScript(FormSession(Sample.form))
    #expect(!script.shows("1a"))
    script.press("other<F8>4")
    #expect(script.shows("> (*) 4 Another mechanism"))
    #expect(script.shows("> 1 What is the name of your mechanism? Another mechanism"))
    #expect(script.shows("1a Name of your mechanism, if it is (empty) not listed"))
    script.press("<Enter>Our Process<Enter>")
    #expect(script.screen.session.entries["iscm_other"] == .answered(.text("Our Process")))
    #expect(script.screen.place == .question("chair_country"))
    script.go(to: "iscm")
    script.press("1")
    #expect(script.shows("Set aside: 1a. Kept, not sent."))
    #expect(!script.shows("if it is not listed"))
  }
}
