import Analysis
import CSV
import Messages
import Reports
import Survey
import Testing

@Suite("Who has answered")
struct StatusTests {
  private static let unit = Question.Name("iscm")

  private static func mechanism(_ code: String, _ name: String, type: String, regions: String) -> Choice {
    Choice(
      name: Choice.Name(code), label: text("\(name) in full", fr: "\(name) en toutes lettres"),
      attributes: ["short_name": name, "type": type, "regions": regions])
  }

  private let status: StatusReport

  init() throws {
    let register = ChoiceList(
      name: "iscm-register.csv",
      choices: [
        Self.mechanism("arcp", "ARCP", type: "rcp", regions: "Middle East"),
        Self.mechanism("rabat", "Rabat Process", type: "irf", regions: "Africa|Europe"),
        Self.mechanism("gfmd", "GFMD", type: "", regions: ""),
        Self.mechanism("igc", "IGC", type: "irf", regions: "Europe"),
      ])
    let form = Questionnaire(
      id: "review", version: "1", title: text("Review"), languages: [english], defaultLanguage: english,
      items: [
        .question(
          Question(name: Self.unit, kind: .selectOne(register.name), wording: Wording(label: text("Who?"))))
      ], lists: [register])
    var writer = CSVWriter()
    try writer.append(record: [
      "instance_id", "form_id", "form_version", "source", "started_at", "submitted_at", "submitted_by",
      "supersedes", "not_asked", "not_applicable", "unknown", "iscm",
    ])
    func add(_ id: String, _ source: String, _ time: String, _ supersedes: String, _ unit: String) throws {
      try writer.append(record: [id, "review", "1", source, "", time, "", supersedes, "", "", "", unit])
    }
    try add("uuid:1", "form", "2018-11-08T16:42:10Z", "", "arcp")
    try add("uuid:2", "mail", "2018-11-09T09:00:00Z", "", "rabat")
    try add("uuid:3", "line", "2018-11-10T10:00:00Z", "uuid:1", "arcp")
    try add("uuid:4", "answers", "", "", "igc")
    try add("uuid:5", "mail", "2018-11-11T09:00:00Z", "", "igc")
    try add("uuid:6", "table", "2018-11-12T09:00:00Z", "", "Nobody's \u{1B}[31mforum")
    let file = ResponseFile(
      form: "review", name: "Responses/review/responses.csv", content: .bytes(writer.takeBytes()))
    status = try StatusReport(by: Self.unit, forms: [form], from: [file])
  }

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
