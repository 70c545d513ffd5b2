import Analysis
import Messages
import Reports
import Survey
import Testing

@Suite("A report as a page")
struct HTMLReportTests {
  private func page(_ figures: [Figure], _ language: InterfaceLanguage, status: StatusReport? = nil) -> String
  {
    HTMLReport(edition(language), questionnaire: "review", version: "2018.1").html(
      of: figures, title: "Review of <ISCMs>", status: status)
  }

  @Test(
    "Every kind of chart, with who has answered, as it was", arguments: [InterfaceLanguage.english, .arabic])
  func golden(language: InterfaceLanguage) throws {
    let text = page(Sample.allCases.map(\.figure), language, status: try sampleStatus())
    expectGolden(text, "report-\(language.rawValue).html")
  }

  @Test("Nothing is fetched from elsewhere, and no script runs", arguments: InterfaceLanguage.allCases)
  func selfContained(language: InterfaceLanguage) throws {
    let text = page(Sample.allCases.map(\.figure), language, status: try sampleStatus())
    for word in ["<script", "<img", "<link", "src=", "http:", "https:", "url(http", "@import", "javascript"] {
      #expect(!text.contains(word), "\(word)")
    }
  }

  @Test("What is not in the language of the page says in which it is")
  func languages() {
    let text = page([Sample.themes.figure], .arabic)
    #expect(text.contains("<html lang=\"ar\" dir=\"rtl\">"))
    #expect(text.contains("<span lang=\"en\" dir=\"auto\">Smuggling</span> <bdi>[en]</bdi>"))
    #expect(text.contains("<th scope=\"row\">حقوق الإنسان لجميع المهاجرين</th>"))
    #expect(text.contains("<bdi>EaP Panel</bdi>"))
  }

  @Test("Whoever stands behind a bar is named with the line of the response")
  func traces() {
    let text = page([Sample.position.figure], .english)
    #expect(text.contains("<p><b>Yes</b></p>"))
    #expect(text.contains("<li><strong><bdi>SACM</bdi></strong>: gcm-review-2018/responses.csv line 9"))
  }

  @Test("Whoever may not be named is not listed among those who answered")
  func suppressed() throws {
    let report = ReportFiles(edition(.english), questionnaire: "review", version: "1")
    let figures = [Sample.position.figure, Sample.suppressed.figure]
    for format in [ReportFiles.Format.html, .markdown] {
      let shown = try report.files(for: [figures[0]], formats: [format], status: sampleStatus())
      let hidden = try report.files(for: figures, formats: [format], status: sampleStatus())
      #expect(String(decoding: try #require(shown.first).bytes, as: UTF8.self).contains("GFMD"))
      #expect(!String(decoding: try #require(hidden.first).bytes, as: UTF8.self).contains("GFMD"))
    }
  }

  @Test("Any figure becomes well-formed markup with names of its own", arguments: PropertyTests.seeds)
  func wellFormed(seed: UInt64) throws {
    let figures = [randomFigure(seed: seed), randomFigure(seed: seed + 1000), randomFigure(seed: seed)]
    let language = InterfaceLanguage.allCases[Int(seed) % InterfaceLanguage.allCases.count]
    let text = page(figures, language)
    // The parts of HTML that XML does not have.
    let document = try TestXML(
      text.replacing("<!DOCTYPE html>\n", with: "").replacing("<br>", with: "<br/>")
        .replacing(#/<meta ([^>]*)>/#) { "<meta \($0.output.1)/>" }
        .replacing(#/<style>[^<]*</style>/#, with: "<style></style>"))
    let ids = document.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    for element in document.elements {
      for name in ["aria-labelledby", "aria-describedby"] {
        guard let named = element.attributes[name] else { continue }
        #expect(ids.contains(named), "\(named)")
      }
      if let target = element.attributes["href"] { #expect(ids.contains(String(target.dropFirst()))) }
      if let fill = element.attributes["fill"], fill.hasPrefix("url(#") {
        #expect(ids.contains(String(fill.dropFirst(5).dropLast())))
      }
    }
    for row in figures.flatMap(\.rows) {
      for count in ([row.count] + row.cells.map(\.count)).compactMap({ $0 }) {
        #expect(text.contains(edition(language).say.number(count)))
      }
    }
    for figure in figures where figure.attribution != .named || !figure.showsWho {
      #expect(!page([figure], language).lowercased().contains("secret"))
    }
  }
}
