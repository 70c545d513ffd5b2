import SampleForms
import Survey
import TerminalForm
import Testing

@Suite("Choosing from a list on the full screen")
struct ChoosingTests {
  /// A question with so many choices that a number moves to one.
  static let long = FormSession([
    Sample.ask("objectives", .selectMultiple("objective"), Sample.text("Which objectives?"), no: "1"),
    Sample.ask("next", .text, Sample.text("And then?"), no: "2"),
  ])
  /// A question with so few that a number chooses one.
  static let short = FormSession([
    Sample.ask("position", .selectOne("position_status"), Sample.text("A position?"), no: "1"),
    Sample.ask("next", .text, Sample.text("And then?"), no: "2"),
  ])

  static func chosen(_ script: ScreenScript, at address: Address = "objectives") -> [String] {
    script.screen.session.entries[address]?.answer?.choices.map(\.text) ?? []
  }

  static func objectives(_ numbers: Int...) -> [String] { numbers.map { "objective_\($0)" } }

  @Test("No question of the form of 2018 has an answer before it is given, but those with a default")
  func nothingPreselected() {
    var script = Review2018.script()
    for _ in 0..<100 where script.screen.place != nil {
      #expect(!script.rows.contains { $0.contains("(*)") || $0.contains("[x]") })
      // Tab goes on; where an answer is needed that is said first.
      script.press("<Tab>")
    }
    #expect(script.screen.place == nil)
    #expect(Set(script.screen.session.entries.keys) == ["submitted_on"])
  }

  @Test("Enter chooses nothing; who has moved in the list is told once how one chooses")
  func enter() {
    var script = ScreenScript(Self.short)
    script.press("<Down><Enter>")
    #expect(
      script.shows("Nothing is chosen yet. Space chooses \"No\"; Enter again goes on without an answer."))
    #expect(script.screen.place == .question("position"))
    script.press("<Enter>")
    #expect(script.screen.place == .question("next"))
    #expect(script.screen.session.entries["position"] == nil)
    script.press("<Shift-Tab><Enter>")
    #expect(script.screen.place == .question("next"), "who has not moved is not held up")
    script.press("<Shift-Tab><Down><Enter><Up><Enter>")
    #expect(script.screen.place == .question("position"), "who moves again is told again")
    script.press("<Space><Enter>")
    #expect(script.screen.place == .question("next"))
    #expect(Self.chosen(script, at: "position") == ["yes"])
  }

  @Test(
    "In a short list a digit of any script chooses; any other sign that counts is a word",
    arguments: [
      ("2", ["no"]), ("٣", ["in_process"]), ("２", ["no"]), ("३", ["in_process"]), ("4", []), ("0", []),
      ("二", []), ("²", []),
      ("③", []), ("12", ["no"]),
    ])
  func digits(typed: String, chosen: [String]) {
    var script = ScreenScript(Self.short)
    script.press(typed)
    #expect(Self.chosen(script, at: "position") == chosen)
  }

  @Test(
    "In a long list a number moves, and Space chooses",
    arguments: [
      ("1<Space>3<Space>", ChoosingTests.objectives(1, 3)), ("1", []),
      ("23<Space>", ChoosingTests.objectives(23)), ("24<Space>", ChoosingTests.objectives(4)),
      ("1<Down>3<Space>", ChoosingTests.objectives(3)), ("٢٣<Space>", ChoosingTests.objectives(23)),
      ("1<Backspace>2<Space>", ChoosingTests.objectives(2)),
      ("5<Space><Space>", []), ("5<Space><Down><Space>7<Space>6<Space>", ChoosingTests.objectives(5, 7)),
      ("<Space>", ChoosingTests.objectives(1)),
      ("<End><Space><Home><Space>", ChoosingTests.objectives(1, 23)),
      ("<Down><PgUp><Space>", ChoosingTests.objectives(1)),
    ])
  func numbers(keys: String, chosen: [String]) {
    var script = ScreenScript(Self.long)
    script.press(keys)
    #expect(Self.chosen(script) == chosen)
  }

  @Test("What is chosen is said: how many, and which")
  func said() {
    var script = ScreenScript(Self.long)
    #expect(script.shows("Choose any number. Chosen: none."))
    script.press("9<Space>10<Space>")
    #expect(script.shows("Choose any number. Chosen 2: 9, 10."))
    #expect(script.rows.contains { $0.hasPrefix(" > [x] 10  Objective 10") })
    #expect(script.cursorRow.hasPrefix(" > [x] 10"))
  }

  @Test("F5 and F6 change what is shown and nothing else, each in one step that can be taken back")
  func all() {
    var script = ScreenScript(Self.long)
    script.press("7<Space>xyz<F5>")
    #expect(Self.chosen(script) == Self.objectives(7), "nothing is shown, so nothing is chosen")
    script.press("<Backspace><Backspace><Backspace><F5>")
    #expect(Self.chosen(script).count == 23)
    script.press("<F4>")
    #expect(Self.chosen(script) == Self.objectives(7))
    script.press("<Shift-F4>")
    #expect(Self.chosen(script).count == 23)
    script.press("<F6>")
    #expect(Self.chosen(script) == [])
    script.press("<F4>")
    #expect(Self.chosen(script).count == 23)
    var other = ScreenScript(Self.short)
    other.press("<F5>")
    #expect(other.shows("This works only where several answers can be chosen."))
    #expect(other.screen.session.entries.isEmpty)
  }

  @Test("F5 and F6 with a filter")
  func allFiltered() {
    var script = ScreenScript(FilterTests.form)
    script.press("1<Space>")
    script.press("学<F5>")
    #expect(Self.chosen(script, at: "a") == ["accent", "chinese"])
    script.press("<Backspace>1<Space>学<F6>")
    #expect(Self.chosen(script, at: "a") == [])
  }

  @Test("A choice that is no longer offered is shown, can be taken away, and is then gone")
  func lost() {
    var script = ScreenScript(FormSession(Sample.form))
    script.go(to: "position")
    script.press("1")
    script.go(to: "themes")
    script.press("12")
    script.go(to: "main_theme")
    script.press("2")
    script.go(to: "themes")
    script.press("2")
    script.go(to: "main_theme")
    #expect(script.shows("( ) 1 Human rights of all migrants"))
    #expect(script.shows("> (*) 2 Irregular migration and regular pathways (no longer offered)"))
    script.press("<Enter>")
    #expect(
      script.shows(
        "\"Irregular migration and regular pathways\" is no longer offered here: please choose again. "
          + "Enter again goes on; the review will show this again."))
    script.press("1")
    #expect(Self.chosen(script, at: "main_theme") == ["rights"])
    #expect(!script.shows("no longer offered"))
  }

  @Test("To confirm is to choose; the mark can be taken away again")
  func acknowledge() {
    var script = ScreenScript(
      FormSession([Sample.ask("agrees", .acknowledge, Sample.text("Agreed."), no: "1")]))
    #expect(script.shows("> [ ] 1 I confirm"))
    script.press("<Space>")
    #expect(script.screen.session.entries["agrees"] == .answered(.acknowledged))
    #expect(script.shows("> [x] 1 I confirm"))
    script.press("1")
    #expect(script.screen.session.entries["agrees"] == nil)
  }

  @Test("The mouse chooses what it points at")
  func mouse() {
    var script = ScreenScript(Self.long)
    script.click(on: "Objective 6")
    script.click(on: "[ ]  2")
    #expect(Self.chosen(script) == Self.objectives(2, 6))
    script.press("<Down>")
    #expect(script.cursorRow.hasPrefix(" > [ ]  3"))
    _ = script.press(.wheelDown)
    #expect(script.cursorRow.hasPrefix(" > [ ]  4"))
    _ = script.press(.click(row: 0, column: 3))
    #expect(Self.chosen(script) == Self.objectives(2, 6))
  }
}
