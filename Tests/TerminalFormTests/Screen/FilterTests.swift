import SampleForms
import Survey
import TerminalForm
import Testing

@Suite("Filtering a list by typing")
struct FilterTests {
  /// Choices in many scripts.
  static let form = FormSession(
    [Sample.ask("a", .selectMultiple("words"), Sample.text("Which?"), no: "1")],
    lists: [
      SampleLists.list(
        "words",
        [
          ("accent", "Élargissement des œuvres", ""), ("russian", "Ёлка и мир", ""),
          ("arabic", "الأمانة العامّة", ""),
          ("chinese", "国际移民学校", ""), ("wide", "ＦＵＬＬ width", ""), ("german", "Straße", ""),
          ("spanish", "Ñandú y pingüino", ""),
          ("turkish", "ILGIN ılık", ""), ("polish", "Łódź", ""), ("twelve", "Item 12 of many", ""),
          ("same", "Common ground", ""),
          ("most", "COMMON sense", ""),
        ])
    ])

  @Test(
    "Capitals, accents and marks make no difference, in any script",
    arguments: [
      ("elarg", ["accent"]), ("ÉLARG", ["accent"]), ("e\u{301}larg", ["accent"]), ("oeuvre", ["accent"]),
      ("елка", ["russian"]),
      ("ЁЛКА", ["russian"]), ("мир", ["russian"]), ("امانة", ["arabic"]), ("الامانه", ["arabic"]),
      ("العامة", ["arabic"]),
      ("العامـــة", ["arabic"]), ("移民", ["chinese"]), ("full", ["wide"]), ("ｆｕｌｌ", ["wide"]),
      ("strasse", ["german"]),
      ("STRASSE", ["german"]), ("nandu", ["spanish"]), ("pinguino", ["spanish"]), ("ilgin", ["turkish"]),
      ("łódź", ["polish"]),
      ("lodz", ["polish"]), ("common", ["same", "most"]), ("Common", ["same", "most"]),
    ])
  func folding(typed: String, shown: [String]) {
    var script = ScreenScript(Self.form)
    script.press(typed)
    script.press("<F5>")
    let chosen = script.screen.session.entries["a"]?.answer?.choices.map(\.text) ?? []
    #expect(chosen == shown)
    #expect(script.shows("Filter: \(typed)"))
  }

  @Test("What matches stays in its order with its numbers; the first has the focus")
  func shown() {
    var script = ScreenScript(Self.form)
    script.press("<End>COMM")
    #expect(
      script.rows.filter { $0.contains("[ ]") } == [" > [ ] 11  Common ground", "   [ ] 12  COMMON sense"])
    script.press("<Down>")
    #expect(script.cursorRow == " > [ ] 12  COMMON sense")
    script.press("ONS")
    #expect(script.shows("Filter: COMMONS"))
    #expect(script.shows("Nothing matches; Backspace shows more."))
    #expect(script.cursorRow == "    Filter: COMMONS")
    script.press("<Space><F5><Enter>")
    #expect(script.screen.session.entries.isEmpty)
  }

  /// Places whose names have two words, one of them with another at its beginning.
  static let places = SampleLists.list(
    "places", [("ceiba", "La Ceiba", ""), ("paz", "La Paz", ""), ("cruz", "Santa Cruz de la Sierra", "")])

  @Test("A space between two words is of the filter, and chooses nothing", arguments: [false, true])
  func spaces(isMultiple: Bool) {
    let kind: Question.Kind = isMultiple ? .selectMultiple("places") : .selectOne("places")
    var script = ScreenScript(
      FormSession([Sample.ask("a", kind, Sample.text("Where?"))], lists: [Self.places]))
    script.press("la<Space>")
    #expect(script.screen.session.entries.isEmpty)
    script.press("paz")
    #expect(script.shows("Filter: la paz"))
    #expect(script.shows("Space twice choose"))
    script.press("<Space>")
    #expect(script.screen.session.entries.isEmpty)
    #expect(script.shows("Space choose"))
    script.press("<Space>")
    #expect(ChoosingTests.chosen(script, at: "a") == ["paz"])
  }

  @Test("Words of a filter may stand in any order")
  func order() {
    var script = ScreenScript(
      FormSession([Sample.ask("a", .selectOne("places"), Sample.text("Where?"))], lists: [Self.places]))
    script.press("cruz<Space>santa<Down><Space>")
    #expect(ChoosingTests.chosen(script, at: "a") == ["cruz"])
  }

  @Test("Behind an arrow, and behind what Enter says, one space chooses what has the focus")
  func afterMoving() {
    var script = ScreenScript(
      FormSession([Sample.ask("a", .selectOne("places"), Sample.text("Where?"))], lists: [Self.places]))
    script.press("la<Down><Space>")
    #expect(ChoosingTests.chosen(script, at: "a") == ["paz"])
    script = ScreenScript(
      FormSession([Sample.ask("a", .selectOne("places"), Sample.text("Where?"))], lists: [Self.places]))
    script.press("la<Space>p<Enter>")
    #expect(script.shows("Space chooses \"La Paz\""))
    script.press("<Space>")
    #expect(ChoosingTests.chosen(script, at: "a") == ["paz"])
  }

  @Test("Backspace shows more, to the whole list")
  func backspace() {
    var script = ScreenScript(Self.form)
    script.press("mirx")
    #expect(script.rows.count { $0.contains("[ ]") } == 0)
    script.press("<Backspace><Backspace><Backspace><Backspace><Backspace>")
    #expect(script.rows.count { $0.contains("[ ]") } == 12)
    #expect(script.shows("Filter: type any word or number."))
  }

  @Test("A paste is a word of the filter; of several lines, the first; however long it is")
  func paste() {
    var script = ScreenScript(Self.form)
    _ = script.press(.paste(" Common ground\nand more\n"))
    #expect(script.rows.filter { $0.contains("[ ]") } == [" > [ ] 11  Common ground"])
    #expect(script.screen.session.entries.isEmpty)
    script.press("<F8>")
    _ = script.press(.paste(String(repeating: "long ", count: 200)))
    #expect(script.rows.count { $0.contains("Filter: …") } == 1)
    #expect(script.frame.problems(rows: 24, columns: 80) == [])
  }

  @Test("A short list is filtered too, though it does not say so before")
  func short() {
    var script = ScreenScript(ChoosingTests.short)
    #expect(!script.shows("Filter"))
    script.press("proc")
    #expect(script.rows.filter { $0.contains("( )") } == [" > ( ) 3  In process, not final yet"])
    script.press("3")
    #expect(script.screen.session.entries["position"] == .answered(.one("in_process")))
    #expect(!script.shows("Filter"))
  }

  @Test("Where nothing carries a number, digits are words too")
  func names() {
    var script = Review2018.script()
    script.go(to: "chair_country")
    script.press("<F1>5+5")
    #expect(script.shows("Filter: 5+5"))
    #expect(script.shows("> 5+5 Dialogue on Migration in the Western Mediterranean"))
    script.press("<Enter>")
    #expect(script.screen.typed == "5+5 Dialogue on Migration in the Western Mediterranean")
  }
}
