import Analysis
import Messages
import Reports
import Scenes
import Survey
import Tables
import Testing

@Suite("The files of a report")
struct ReportFilesTests {
  private let report = ReportFiles(
    edition(.english), questionnaire: "gcm-review-2018", version: "2018.1", title: "Review 2018")

  @Test("Each figure has three files, and one text shows them all in the order of the plan")
  func names() throws {
    let files = try report.files(for: [Sample.position, .agenda].map(\.figure))
    #expect(
      files.map(\.name) == [
        "figure-2.svg", "figure-2.csv", "figure-2.json", "figure-4.svg", "figure-4.csv", "figure-4.json",
        "report.md", "report.html",
      ])
    let text = String(decoding: try #require(files.dropLast().last).bytes, as: UTF8.self)
    expectGolden(text, "report.md")
    let links = text.matches(of: /!\[.*\]\(<(.*)>\)/).map { String($0.1) }
    #expect(links == ["figure-2.svg", "figure-4.svg"])
  }

  @Test("Only the formats that are wanted; without pictures no links to them")
  func formats() throws {
    let files = try report.files(for: [Sample.position.figure], formats: [.csv, .markdown])
    #expect(files.map(\.name) == ["figure-2.csv", "report.md"])
    #expect(!String(decoding: try #require(files.last).bytes, as: UTF8.self).contains("!["))
  }

  @Test("Each figure is drawn as a picture and on a page, and all of them in one document")
  func drawings() throws {
    let figures = [Sample.position, .agenda].map(\.figure)
    let drawings = report.drawings(for: figures)
    #expect(
      drawings.map(\.names) == [
        ["figure-2.png", "figure-2.pdf"], ["figure-4.png", "figure-4.pdf"], ["report.pdf"],
      ])
    let svg = try #require(try report.files(for: figures, formats: [.svg]).first)
    let head = ["ISCMs with a formal position on the Global Compact"]
    let definitions = drawings[0].definitions
    #expect(definitions.map { $0.first } == [["png"], ["pdf"]])
    #expect(definitions[0].dropFirst().prefix(2) == [["language", "en"], ["title"] + head])
    #expect(definitions[0].dropFirst() == definitions[1].dropFirst())
    var picture = definitions[0].dropFirst(3)
    let written = try TestXML(String(decoding: svg.bytes, as: UTF8.self)).written
    #expect(try Scene(reading: &picture).texts.sorted() == written.sorted())
    #expect(picture.isEmpty)
    #expect(
      report.drawings(for: figures, formats: [.png, .csv]).map(\.names) == [
        ["figure-2.png"], ["figure-4.png"],
      ])
    #expect(report.drawings(for: figures, formats: [.svg, .markdown]).isEmpty)
  }

  @Test("Files that look like those of a figure and are of none are found")
  func leftOver() {
    let figures = [Sample.position, .agenda].map(\.figure)
    let names = [
      "audit.csv", "export", "figure-2.csv", "figure-3.csv", "figure-3.svg", "figure-4.png", "notes.txt",
      "report.html",
      "report.pdf",
    ]
    #expect(ReportFiles.leftOver(among: names, figures: figures) == ["figure-3.csv", "figure-3.svg"])
  }

  @Test("A document on pages says all that the figures say", arguments: [InterfaceLanguage.english, .arabic])
  func pages(language: InterfaceLanguage) throws {
    let figures = [Sample.position, .agenda, .suppressed, .partners, .nobody].map(\.figure)
    let report = PageReport(edition(language), questionnaire: "gcm-review-2018", version: "2018.1")
    let records = report.records(of: figures, title: "Review 2018")
    var rest = records[...]
    var text: [String] = []
    while let record = rest.first {
      if record.first == "picture" {
        let picture = try Scene(reading: &rest)
        #expect(!picture.texts.isEmpty)
        #expect(!picture.texts.contains { $0.contains("gcm-review-2018") }, "the page names the sources")
        text.append("picture")
      } else {
        text.append(rest.removeFirst().joined(separator: " | "))
      }
    }
    expectGolden(text.joined(separator: "\n") + "\n", "pages-\(language.rawValue).txt")
  }

  @Test("Of very many responses the first are listed, and how many there are more; CSV and JSON have all")
  func many() throws {
    let form = Questionnaire.ID("f")
    let who = (1...12_345).map { number in
      let id = Response.ID("uuid:\(number)")
      let trace = Trace(
        form: form, response: id, file: "Responses/f/responses.csv", record: number, line: number)
      return Participant(code: id.text, label: LocalizedText(), shortName: "", responses: [trace])
    }
    let figure = Figure(
      id: "many", title: text("T"), questions: [], statistic: .count, base: .asked, n: who.count,
      bases: Bases(
        registered: nil, returned: who.count, distinct: who.count, asked: who.count, answered: who.count,
        unknown: 0),
      rows: [
        Row(
          code: "yes", label: text("Yes"), state: nil, count: who.count, n: who.count, share: 1, who: who,
          cells: [])
      ], sources: [form], showsWho: true)
    let last = Receipt(for: Response.ID("uuid:100")).description
    let next = Receipt(for: Response.ID("uuid:101")).description
    let files = try report.files(for: [figure])
    for file in files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      let isData = file.name.hasSuffix(".csv") || file.name.hasSuffix(".json")
      #expect(isData == text.contains(isData ? "uuid:12345" : next), "\(file.name)")
      if !isData { #expect(text.contains(last) && text.contains("and 12,245 more"), "\(file.name)") }
    }
    let pages = PageReport(edition(.english), questionnaire: "f", version: "1")
      .records(of: [figure], title: "T").joined()
    #expect(pages.contains { $0.contains(last) } && !pages.contains { $0.contains(next) })
    #expect(pages.contains("and 12,245 more"))
    let book = BookReport(edition(.english)).book(of: [figure], title: "T").records.joined()
    #expect(book.contains { $0.contains(last) && $0.hasSuffix("and 12,245 more") })
    #expect(book.allSatisfy { $0.utf16.count < 32_768 }, "a cell of Excel has no more")
  }

  @Test("No name leaves the folder, and no two are alike in whatever case")
  func unsafe() throws {
    let ids = ["../../etc/passwd", "a b", "a-b", "A-B", "", "été", "25a", "figure-2\0"]
    let figures = ids.map { id in
      Figure(
        id: Figure.ID(id), title: text("T"), questions: [], statistic: .count, base: .asked, n: 0,
        bases: Bases(registered: nil, returned: 0, distinct: 0, asked: 0, answered: 0, unknown: 0), rows: [],
        sources: [])
    }
    let names = try report.files(for: figures, formats: [.svg]).map(\.name)
    #expect(
      names == [
        "figure-------etc-passwd.svg", "a-b.svg", "a-b-2.svg", "A-B-3.svg", "figure-.svg", "figure--t-.svg",
        "figure-25a.svg", "figure-2-.svg",
      ])
  }

  @Test("The project's own figures can be shown", arguments: Project.names)
  func project(name: String) throws {
    let figures = try Project.figures(name)
    #expect(!figures.isEmpty)
    let files = try ReportFiles(edition(.french), questionnaire: name, version: "1").files(for: figures)
    #expect(files.count == 3 * figures.count + 2)
    for file in files where file.name.hasSuffix(".svg") {
      let drawing = try TestXML(String(decoding: file.bytes, as: UTF8.self))
      #expect(!drawing.written.isEmpty)
    }
    for columns in [40, 100] {
      let text = TextReport(edition(.french), columns: columns).text(of: figures)
      for line in text.split(separator: "\n") { #expect(line.columns <= columns, "\(line)") }
    }
    let again = try ReportFiles(edition(.french), questionnaire: name, version: "1").files(
      for: Project.figures(name))
    #expect(files == again)
  }
}
