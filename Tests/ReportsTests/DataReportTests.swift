import Analysis
import Messages
import Reports
import Testing

@Suite("Figures as CSV, JSON and Markdown")
struct DataReportTests {
  @Test("Each kind of figure as CSV", arguments: Sample.allCases)
  func csv(sample: Sample) throws {
    let bytes = try CSVReport(edition(.english)).csv(of: [sample.figure])
    expectGolden(String(decoding: bytes, as: UTF8.self), "\(sample.rawValue).csv")
  }

  @Test("Each kind of figure as JSON", arguments: Sample.allCases)
  func json(sample: Sample) {
    let report = JSONReport(edition(.english), questionnaire: "gcm-review-2018", version: "2018.1")
    expectGolden(report.json(of: [sample.figure]), "\(sample.rawValue).json")
  }

  @Test("Each kind of figure as Markdown", arguments: Sample.allCases)
  func markdown(sample: Sample) {
    expectGolden(MarkdownReport(edition(.english)).markdown(of: [sample.figure]), "\(sample.rawValue).md")
  }
}
