import Analysis
import CSV
import Messages
import Reports
import Survey
import Testing

/// The numbers of a figure are the same wherever they stand.
@Suite("Numbers in CSV, JSON, Markdown, HTML and SVG")
struct AgreementTests {
  /// What a reader finds in a row: its label, its count and its share, then the same of its parts.
  private typealias Numbers = [String]

  @Test("One figure says the same in each", arguments: Project.names)
  func projects(name: String) throws {
    for figure in try Project.figures(name) { try compare(figure) }
  }

  @Test("Each kind of figure says the same in each", arguments: Sample.allCases)
  func samples(sample: Sample) throws { try compare(sample.figure) }

  private func compare(_ figure: Figure) throws {
    let edition = edition(.english)
    let csv = try fromCSV(figure, edition)
    #expect(csv.count == figure.rows.count)
    #expect(try fromJSON(figure, edition) == csv, "\(figure.id)")
    let ranked = csv.sorted { $0.lexicographicallyPrecedes($1) }
    #expect(
      fromMarkdown(figure, edition).sorted { $0.lexicographicallyPrecedes($1) } == ranked, "\(figure.id)")
    #expect(fromHTML(figure, edition).sorted { $0.lexicographicallyPrecedes($1) } == ranked, "\(figure.id)")
    let description = try #require(TestXML(SVGReport(edition).svg(of: figure)).all("desc").first).text
    let lines = description.split(separator: "\n").map { tail(String($0)) }
    for row in csv {
      // A row of waves has no count of its own.
      let start = figure.waves.isEmpty ? row[0] + ": " + row[1] : row[0]
      #expect(lines.contains { $0 == start || $0.hasPrefix(start + " – ") }, "\(figure.id): \(start)")
    }
  }

  /// A label without the number of its question, or that the list does not have it.
  private func tail(_ label: String) -> String {
    label.replacing(#/^[0-9]+[a-z]?\. /#, with: "").replacing(" (not in the list)", with: "")
  }

  /// `5 (62.5%)`, as tables of several columns have it.
  private func whole(_ count: String, _ share: String) -> String {
    share.isEmpty || share == "-" ? count : "\(count) (\(share))"
  }

  private func fromCSV(_ figure: Figure, _ edition: Edition) throws -> [Numbers] {
    let table = try CSVTable(CSVReader(CSVReport(edition).csv(of: [figure])))
    var rows: [Numbers] = []
    for (index, record) in table.rows.enumerated() {
      let none: Phrase = table[record, "by_state"] == "not_offered" ? .notOfferedByWave : .suppressed
      let count = Int(table[record, "count"]).map(edition.say.number) ?? edition.say(none)
      let number = whole(count, Double(table[record, "share"]).map(edition.say.share) ?? "")
      if !figure.waves.isEmpty {
        if index % figure.columns.count == 0 { rows.append([table[record, "label"]]) }
        rows[rows.count - 1].append(number)
      } else if index % (1 + figure.columns.count) == 0 {
        rows.append([table[record, "label"], number])
      } else {
        rows[rows.count - 1].append(number)
      }
    }
    return rows
  }

  private func fromJSON(_ figure: Figure, _ edition: Edition) throws -> [Numbers] {
    let json = try TestJSON(JSONReport(edition, questionnaire: "form", version: "1").json(of: [figure]))
    func number(_ value: TestJSON) -> String {
      var (count, share) = (edition.say(.suppressed), "")
      if value["offered"] != nil { count = edition.say(.notOfferedByWave) }
      if case .number(let text)? = value["count"], let found = Int(text) { count = edition.say.number(found) }
      if case .number(let text)? = value["share"], let found = Double(text) {
        share = edition.say.share(found)
      }
      return whole(count, share)
    }
    return (json["figures"]?.items.first?["rows"]?.items ?? []).map { row in
      guard case .string(let label)? = row["label"] else { return [] }
      return [label] + (figure.waves.isEmpty ? [number(row)] : []) + (row["cells"]?.items ?? []).map(number)
    }
  }

  private func fromMarkdown(_ figure: Figure, _ edition: Edition) -> [Numbers] {
    let lines = MarkdownReport(edition).markdown(of: [figure]).split(separator: "\n")
    let cells = lines.filter { $0.hasPrefix("| ") }.dropFirst(2).map { line in
      line.dropFirst(2).split(separator: " | ", omittingEmptySubsequences: false).map { cell in
        String(cell).replacing(#/\s*\|$/#, with: "").replacing(#/^\*|\*$/#, with: "").replacing(#/\\(.)/#) {
          "\($0.output.1)"
        }
      }
    }
    return cells.compactMap { numbers($0, figure) }
  }

  private func fromHTML(_ figure: Figure, _ edition: Edition) -> [Numbers] {
    let page = HTMLReport(edition, questionnaire: "form", version: "1").html(of: [figure], title: "T")
    let rows = page.matches(of: #/<tr>(.*?)</tr>/#).map { row in
      String(row.output.1).matches(of: #/<(th|td)[^>]*>(.*?)</(?:th|td)>/#).map { cell in
        String(cell.output.2).replacing(#/<[^>]*>/#, with: "").replacing("&lt;", with: "<").replacing(
          "&gt;", with: ">"
        )
        .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
      }
    }
    return rows.dropFirst().compactMap { numbers($0, figure) }
  }

  /// A row of a table for people, in the order of the data; nothing for the bases, or where there is no answer.
  private func numbers(_ cells: [String], _ figure: Figure) -> Numbers? {
    let label = tail(cells[0])
    if figure.columns.isEmpty {
      guard cells.count >= 3, !cells[1].isEmpty else { return nil }
      return [label, whole(cells[1], cells[2])]
    }
    if !figure.waves.isEmpty { return label == "Base" ? nil : [label] + cells.dropFirst() }
    let parts = Array(cells[1..<cells.count - 1])
    if figure.by != nil || figure.statistic == .coded {
      return label == "Base" ? nil : [label, cells[cells.count - 1]] + parts
    }
    // Beside states the first column is the count, whose share is of the row's own base.
    return [label, parts[0]] + parts
  }
}
