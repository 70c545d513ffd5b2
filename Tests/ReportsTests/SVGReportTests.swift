import Analysis
import Messages
import Reports
import Testing

@Suite("Figures as SVG")
struct SVGReportTests {
  @Test("Each kind of figure is drawn as it was", arguments: Sample.allCases)
  func golden(sample: Sample) {
    expectGolden(SVGReport(edition(.english)).svg(of: sample.figure), "\(sample.rawValue).svg")
  }

  @Test(
    "Other languages and directions are drawn as they were",
    arguments: [Sample.position, .agenda, .objectives],
    [InterfaceLanguage.french, .arabic, .chinese])
  func languages(sample: Sample, language: InterfaceLanguage) {
    expectGolden(
      SVGReport(edition(language)).svg(of: sample.figure), "\(sample.rawValue)-\(language.rawValue).svg")
  }
}
