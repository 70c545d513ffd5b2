import SampleForms
import Survey
import TerminalForm
import Testing

@Suite("Values that are read and not asked")
struct ShownValueTests {
  static let form = FormSession([
    Sample.ask("price", .integer, Sample.text("Price?")),
    Sample.ask("count", .integer, Sample.text("How many?")),
    Sample.ask("cost", .decimal, Sample.text("Total cost"), calculation: "${price} * ${count}"),
    Sample.ask("kind", .selectOne("position_status"), Sample.text("So it is"), calculation: "'yes'"),
    Sample.ask("secret", .calculate, Sample.text("Never shown"), calculation: "1 + 1"),
    Sample.ask("fixed", .text, Sample.text("Given"), start: "'as it is'", readOnly: true),
    Sample.ask("last", .text, Sample.text("And then?")),
  ])

  @Test("A calculation below a text is shown with its value, and follows the answers")
  func screen() {
    var script = ScreenScript(Self.form)
    script.press("4<Enter>5<Enter>")
    for text in ["Total cost", "  20", "So it is", "  Yes", "Given", "  as it is", "And then?"] {
      #expect(script.rows.contains { $0.contains(text) }, "\(text)")
    }
    #expect(!script.shows("Never shown"))
    #expect(script.shows("2 of 3 answered"))
    script.go(to: "count")
    script.press("<Backspace>7<Enter>")
    #expect(script.rows.contains { $0.contains("  28") })
  }

  @Test("Line by line they are read too")
  func line() {
    let filled = Self.form.filled(by: ["4", "5", "x"])
    #expect(filled.transcript.contains("\nTotal cost\n20\n"))
    #expect(filled.transcript.contains("\nSo it is\nYes\n"))
    #expect(filled.transcript.contains("\nGiven\nas it is\n"))
    #expect(!filled.transcript.contains("Never shown"))
  }

  @Test("Who names each place of an order in turn keeps the last, which has come by itself")
  func lastPlace() {
    let colours = SampleLists.list(
      "colours", [("red", "Red", ""), ("green", "Green", ""), ("blue", "Blue", "")])
    var script = ScreenScript(
      FormSession([Sample.ask("order", .rank("colours"), Sample.text("Your order"))], lists: [colours]))
    script.press("31")
    #expect(ChoosingTests.chosen(script, at: "order") == ["blue", "red", "green"])
    script.press("2")
    #expect(ChoosingTests.chosen(script, at: "order") == ["blue", "red", "green"])
    script.press("3")
    #expect(ChoosingTests.chosen(script, at: "order") == ["red", "green"])
    #expect(script.shows("How many have no place yet: 1."))
  }

  @Test("Ctrl-U takes away what stands before the caret in its line")
  func deleteLine() {
    var field = TextField("one\ntwo three")
    _ = field.move(.left, columns: 40)
    field.deleteLine()
    #expect(field.text == "one\ne")
    field.deleteLine()
    #expect(field.text == "onee")
    field.deleteLine()
    field.deleteLine()
    #expect(field.text == "e")
  }
}
