import SampleForms
import Survey
import TerminalForm
import Testing

@Suite("Another size of the window")
struct ResizeTests {
  @Test(
    "Back at the first size, the picture is the first one again",
    arguments: [[15, 40], [60, 200], [9, 29], [3, 3]])
  func back(size: [Int]) {
    var script = ScreenScript(
      FormSession([Sample.ask("objectives", .selectMultiple("objective"), Sample.text("Which objectives?"))]))
    script.press("<Down><Down><Down><Down><Down><Down><Down><Down><Down><Down><Down><Down><Down><Down>")
    script.press("<Down><Down><Down><Down><Down><Down><Up><Up>")
    let before = script.picture()
    script.screen.size = Frame.Size(rows: size[0], columns: size[1])
    #expect(script.picture() != before)
    script.screen.size = Frame.Size(rows: 24, columns: 80)
    #expect(script.picture() == before)
  }
}
