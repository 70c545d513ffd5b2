import Messages
import Testing

@Suite("The list of questionnaires")
struct ListTests {
  @Test("At a terminal no line is wider than it; a program reads a line for each questionnaire")
  func width() throws {
    let scratch = try Scratch()
    let session = try ScreenSession("iscm list", in: scratch, columns: 80)
    #expect(try session.end() == 0)
    let shown = session.terminal.text.split(whereSeparator: \.isNewline)
    #expect(shown.allSatisfy { $0.columns <= 80 }, "\(shown)")
    #expect(shown.contains { $0.hasPrefix("    Annual highlights") })
    let run = try Run("iscm list", in: scratch)
    let lines = run.outputText.split(separator: "\n")
    #expect(lines.count == 6)
    #expect(lines.contains { $0.hasPrefix("iscm-highlights-2020 ") && $0.contains("Annual highlights") })
  }
}
