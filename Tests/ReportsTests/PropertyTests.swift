import Analysis
import CSV
import Messages
import Reports
import Scenes
import Survey
import Testing

@Suite("Any figure")
struct PropertyTests {
  static let seeds: [UInt64] = Array(0..<100)

  private static func counts(_ figure: Figure) -> [Int] {
    figure.rows.flatMap { [$0.count] + $0.cells.map(\.count) }.compactMap { $0 }
  }

  private static func language(_ seed: UInt64) -> InterfaceLanguage {
    InterfaceLanguage.allCases[Int(seed) % InterfaceLanguage.allCases.count]
  }

  @Test("No line of text is wider than the terminal, and none gives it an order", arguments: seeds)
  func widths(seed: UInt64) {
    let figure = randomFigure(seed: seed)
    for columns in [40, 57, 80, 200] {
      for isASCII in [false, true] {
        let report = TextReport(edition(Self.language(seed)), columns: columns, isASCII: isASCII)
        let lines = report.text(of: figure).split(separator: "\n", omittingEmptySubsequences: false)
        for line in lines { #expect(line.columns <= columns, "\(line)") }
        #expect(!lines.contains { $0.hasSuffix(" ") })
        #expect(!lines.joined().unicodeScalars.contains { $0.properties.generalCategory == .control })
      }
    }
  }

  @Test("Every count stands in every output", arguments: seeds)
  func counts(seed: UInt64) throws {
    let figure = randomFigure(seed: seed)
    let edition = edition(Self.language(seed))
    let texts = [
      TextReport(edition, columns: 200).text(of: figure), MarkdownReport(edition).markdown(of: [figure]),
      try #require(TestXML(SVGReport(edition).svg(of: figure)).all("desc").first).text,
    ]
    let chains = (figure.waves.isEmpty ? [figure.bases] : figure.waves.map(\.bases)).map {
      bases -> [Int?] in
      [bases.registered, bases.returned, bases.distinct, bases.asked, bases.answered, bases.unknown]
    }
    for count in Self.counts(figure) + chains.joined().compactMap({ $0 }) {
      for text in texts { #expect(text.contains(edition.say.number(count)), "\(count) in \(text)") }
    }
  }

  @Test("A drawing is well-formed, and what it shows stands inside of it", arguments: seeds)
  func drawing(seed: UInt64) throws {
    let figure = randomFigure(seed: seed)
    let edition = edition(Self.language(seed))
    let drawing = try TestXML(SVGReport(edition).svg(of: figure))
    let root = try #require(drawing.elements.first)
    #expect(root.attributes["role"] == "img")
    let ids = drawing.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    let labels = [drawing.all("title")[0], drawing.all("desc")[0]].compactMap { $0.attributes["id"] }
    #expect(root.attributes["aria-labelledby"] == labels.joined(separator: " "))
    for case let fill? in drawing.elements.map({ $0.attributes["fill"] }) where fill.hasPrefix("url(#") {
      #expect(ids.contains(String(fill.dropFirst(5).dropLast())))
    }
    let height = try #require(root.attributes["height"].flatMap(Double.init))
    for element in drawing.elements {
      for (key, limit) in [("x", 760), ("y", height)] {
        guard let text = element.attributes[key] else { continue }
        let place = try #require(Double(text))
        let extent = element.attributes[key == "x" ? "width" : "height"].flatMap(Double.init) ?? 0
        #expect(place >= 0 && extent >= 0 && place + extent <= limit, "\(element)")
      }
    }
    // Nothing is cut: each word of each label is drawn; marks of direction may stand at its ends.
    let written = Set(drawing.written.flatMap { $0.replacing("\u{200E}", with: "").split(separator: " ") })
    for row in figure.rows where row.code != nil && row.state == nil && figure.statistic != .any {
      for word in row.label[english]?.split(whereSeparator: \.isWhitespace) ?? []
      where word.columns < 20 && word.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) {
        #expect(written.contains(word), "\(word)")
      }
    }
  }

  @Test("A worker reads the picture that it was sent", arguments: seeds)
  func picture(seed: UInt64) throws {
    let files = ReportFiles(edition(Self.language(seed)), questionnaire: "form", version: "1")
    let records = files.drawings(for: [randomFigure(seed: seed)], formats: [.png])[0].definitions[0]
      .dropFirst(3)
    var rest = records
    #expect(try Scene(reading: &rest).records == Array(records))
    #expect(rest.isEmpty)
  }

  @Test("CSV is read back cell by cell, with the bases in each record", arguments: seeds)
  func csv(seed: UInt64) throws {
    let figure = randomFigure(seed: seed)
    let table = try CSVTable(CSVReader(CSVReport(edition(.english)).csv(of: [figure])))
    #expect(table.ragged.isEmpty)
    let isOfWaves = !figure.waves.isEmpty
    #expect(
      table.rows.count == (isOfWaves ? 0 : figure.rows.count) + figure.rows.map(\.cells.count).reduce(0, +))
    var records = table.rows.makeIterator()
    for row in figure.rows {
      // Of waves, only the parts of a row have records.
      let next = isOfWaves ? table.rows.first { table[$0, "code"] == row.code ?? "" } : records.next()
      if isOfWaves, next == nil { continue }
      let record = try #require(next)
      #expect(table[record, "figure"] == figure.id.text)
      #expect(table[record, "code"] == row.code ?? "")
      if !isOfWaves { #expect(table[record, "state"] == row.state?.rawValue ?? "") }
      if row.state == nil, figure.statistic != .any {
        #expect(table[record, "label"] == row.label[english] ?? row.code)
      }
      if !isOfWaves {
        #expect(table[record, "count"] == row.count.map(String.init) ?? "")
        #expect(Double(table[record, "share"]) == row.share)
      }
      #expect(table[record, "unknown"] == (figure.bases.unknown.map(String.init) ?? ""))
      for (column, cell) in zip(figure.columns, row.cells) {
        let next = records.next()
        let record = try #require(next)
        #expect(table[record, "by_code"] == column.code ?? "")
        #expect(table[record, "by_state"] == (cell.isOffered ? column.state?.rawValue ?? "" : "not_offered"))
        #expect(table[record, "count"] == cell.count.map(String.init) ?? "")
        #expect(Double(table[record, "share"]) == cell.share)
      }
    }
  }

  @Test("JSON is read back as it was meant, its keys in their order", arguments: seeds)
  func json(seed: UInt64) throws {
    let figure = randomFigure(seed: seed)
    let report = JSONReport(edition(.english), questionnaire: "a \"form\"", version: "1")
    let json = try TestJSON(report.json(of: [figure, figure]))
    #expect(json.keys == ["questionnaire", "version", "figures"])
    #expect(json["questionnaire"] == .string("a \"form\""))
    let found = try #require(json["figures"]?.items.last)
    let isOfWaves = !figure.waves.isEmpty
    let keys =
      isOfWaves
      ? ["id", "questions", "statistic", "base", "waves", "rows"]
      : ["id", "questions", "statistic", "base", "n", "bases", "rows"]
    #expect(Array(found.keys.prefix(keys.count)) == keys)
    #expect(found["id"] == .string(figure.id.text))
    let chain = isOfWaves ? found["waves"]?.items.first?["bases"] : found["bases"]
    #expect(chain?.keys == ["registered", "returned", "distinct", "asked", "answered", "unknown"])
    let rows = try #require(found["rows"]).items
    #expect(rows.count == figure.rows.count)
    for (json, row) in zip(rows, figure.rows) {
      #expect(json["code"] == row.code.map { .string($0) } ?? .null)
      #expect(json["count"] == (isOfWaves ? nil : row.count.map { .number("\($0)") } ?? .null))
      if case .number(let share) = json["share"] {
        #expect(Double(share) == row.share)
      } else {
        #expect(row.share == nil)
      }
      #expect(json["who"] != nil || isOfWaves || !(figure.showsWho && figure.attribution == .named))
      #expect(json["cells"]?.items.count == (figure.columns.isEmpty ? nil : figure.columns.count))
    }
  }

  @Test("Each row of a table in Markdown has as many cells as its head", arguments: seeds)
  func markdown(seed: UInt64) {
    let text = MarkdownReport(edition(Self.language(seed))).markdown(of: [randomFigure(seed: seed)])
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("|") }
    #expect(Set(rows.map { $0.replacing(/\\./, with: "").count { $0 == "|" } }).count == 1)
  }

  @Test("Nobody is named where the figure may not name anybody, nor where nobody asked", arguments: seeds)
  func names(seed: UInt64) throws {
    let figure = randomFigure(seed: seed)
    if figure.attribution == .named, figure.showsWho { return }
    let report = ReportFiles(edition(.english), questionnaire: "form", version: "1")
    for file in try report.files(for: [figure]) {
      #expect(!String(decoding: file.bytes, as: UTF8.self).lowercased().contains("secret"), "\(file.name)")
    }
    #expect(!TextReport(edition(.english)).text(of: figure).lowercased().contains("secret"))
  }

  @Test("No output has an absolute path", arguments: seeds)
  func paths(seed: UInt64) throws {
    let figure = randomFigure(seed: seed)
    for file in try ReportFiles(edition(.english), questionnaire: "form", version: "1").files(for: [figure]) {
      #expect(!String(decoding: file.bytes, as: UTF8.self).contains("/home"), "\(file.name)")
    }
    #expect(!TextReport(edition(.english)).text(of: figure).contains("/home"))
  }
}
