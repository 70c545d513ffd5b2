import Messages
import Reports
import Testing

@Suite("Figures as text")
struct TextReportTests {
  @Test("Each kind of figure reads as it did", arguments: Sample.allCases, [40, 80])
  func golden(sample: Sample, columns: Int) {
    let report = TextReport(edition(.english), columns: columns)
    expectGolden(report.text(of: sample.figure), "\(sample.rawValue)-\(columns).txt")
  }

  @Test("Each language of the interface reads as it did", arguments: InterfaceLanguage.allCases)
  func languages(language: InterfaceLanguage) {
    let report = TextReport(edition(language), columns: 100)
    let figures = [Sample.position, .agenda, .partners].map(\.figure)
    expectGolden(report.text(of: figures), "languages-\(language.rawValue).txt")
  }

  @Test("ASCII alone where the terminal has no more")
  func ascii() {
    let text = TextReport(edition(.english), isASCII: true).text(
      of: [Sample.position, .unknownOnly].map(\.figure))
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
    expectGolden(text, "ascii.txt")
  }
}
