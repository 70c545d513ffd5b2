import Analysis
import CSV
import Messages
import Reports
import Survey
import Testing

@Suite("Who has answered")
struct StatusTests {
  private let status: StatusReport

  init() throws { status = try sampleStatus() }

  @Test("As text, in every language", arguments: InterfaceLanguage.allCases)
  func texts(language: InterfaceLanguage) {
    let text = TextReport(edition(language), columns: 80).text(of: status, title: "Review of ISCMs")
    expectGolden(text, "status-\(language.rawValue).txt")
  }

  @Test("No line of text is wider than the terminal", arguments: InterfaceLanguage.allCases, [40, 63, 200])
  func widths(language: InterfaceLanguage, columns: Int) {
    let text = TextReport(edition(language), columns: columns).text(of: status, title: "Review of ISCMs")
    for line in text.split(separator: "\n") { #expect(line.columns <= columns, "\(line)") }
    #expect(!text.contains("\u{1B}"))
  }

  @Test("As CSV: each response, and each unit that sent none")
  func csv() throws {
    let bytes = try CSVReport(edition(.english)).csv(of: status)
    expectGolden(String(decoding: bytes, as: UTF8.self), "status.csv")
    let table = try CSVTable(CSVReader(bytes))
    #expect(
      table.rows.map { table[$0, "code"] } == [
        "arcp", "arcp", "rabat", "gfmd", "igc", "igc", "Nobody's \u{1B}[31mforum",
      ])
    #expect(
      table.rows.map { table[$0, "standing"] } == [
        "superseded", "counted", "counted", "", "passed_over", "counted", "counted",
      ])
  }

  @Test("As JSON")
  func json() throws {
    let report = JSONReport(edition(.french), questionnaire: "review", version: "1")
    let text = report.json(of: status)
    expectGolden(text, "status.json")
    let json = try TestJSON(text)
    #expect(
      json.keys == [
        "questionnaire", "version", "registered", "returned", "distinct", "units", "types", "regions",
        "findings",
      ])
    #expect(json["units"]?.items.map { $0["answered"] } == [true, true, false, true, true].map { .bool($0) })
  }
}
