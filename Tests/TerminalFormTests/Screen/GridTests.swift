import SampleForms
import Survey
import TerminalForm
import Testing

@Suite("Grids of selects on the full screen")
struct GridTests {
  @Test("The selects of a grid stand on one screen, below its head", arguments: ["field-list", "table-list"])
  func oneScreen(appearance: String) {
    func select(_ name: Question.Name, _ label: String) -> Item {
      .question(
        Question(
          name: name, kind: .selectOne("position_status"), wording: Wording(label: Sample.text(label))))
    }
    let head = Question(name: "head", kind: .note, wording: Wording(label: Sample.text("How good?")))
    let grid = Group(
      name: "grid", appearance: [appearance],
      items: [.question(head), select("food", "Food"), select("water", "Water")])
    let script = ScreenScript(
      FormSession([.group(grid), Sample.ask("next", .text, Sample.text("And then?"))]))
    for text in ["How good?", "Food", "Water"] { #expect(script.shows(text)) }
    #expect(!script.shows("And then?"))
  }
}
