public import Analysis
internal import Messages
internal import Survey

/// Figures as a document on pages: what it says, as records for the worker that sets and draws it.
public struct PageReport: Sendable {
  /// The words.
  public let edition: Edition
  /// The questionnaire that was asked for.
  public let questionnaire: String
  /// Its version.
  public let version: String

  /// Creates the renderer.
  ///
  /// - Parameters:
  ///   - edition: The words.
  ///   - questionnaire: The questionnaire that was asked for.
  ///   - version: Its version.
  public init(_ edition: Edition, questionnaire: String, version: String) {
    self.edition = edition
    self.questionnaire = questionnaire
    self.version = version
  }

  /// The document: contents, who has answered, a chapter for each figure, what was published, and at the end where the
  /// responses of all units that the figures name are to be found.
  ///
  /// - Parameters:
  ///   - figures: What was counted.
  ///   - title: What stands above them.
  ///   - status: Who has answered; nothing where nobody can tell, or where it is not to be told.
  ///   - audit: What publications say, beside the data; nothing where nothing is claimed.
  ///   - origins: Where single answers came from.
  /// - Returns: The records of the document; `ReportDefinition` of `iscm-draw` says what each means.
  public func records(
    of figures: [Figure], title: String, status: StatusReport? = nil, audit: Audit? = nil,
    origins: Origins = Origins()
  ) -> [[String]] {
    let title = title.onOneLine
    let page = edition.say(.blankPage, ["page": "\u{1}", "pages": "\u{2}"])
    var records = [["report"], ["language", edition.say.language.rawValue], ["title", title]]
    if edition.isRightToLeft { records.append(["direction", "rtl"]) }
    records.append(["footer", "\(questionnaire.onOneLine)   \(page)"])
    let source = [questionnaire, version].filter { !$0.isEmpty }.map(\.onOneLine).joined(separator: " · ")
    var blocks: [PageBlock] = [.paragraph(.title, title), .paragraph(.subtitle, source), .contents]
    if let status { blocks += self.blocks(of: status) }
    for figure in figures { blocks += self.blocks(of: figure) }
    if let audit { blocks += self.blocks(of: audit) }
    blocks += traces(of: figures, origins)
    return records + blocks.flatMap(\.records)
  }

  private func blocks(of figure: Figure) -> [PageBlock] {
    let worded = WordedFigure(figure, edition)
    var blocks: [PageBlock] = [.heading(level: 1, worded.title)]
    if let made = worded.made { blocks.append(.paragraph(.warning, made)) }
    blocks += worded.questions.map { .paragraph(.question, $0) }
    blocks.append(.picture(FigureDrawing(figure, worded, edition, .paper).scene()))
    blocks.append(.paragraph(.counting, edition.paragraph(worded.counting)))
    blocks += edition.chains(of: figure).map { .paragraph(.body, $0) }
    blocks += figure.columns.isEmpty ? [table(worded, figure)] : crossTabulation(worded, figure)
    blocks += quotations(in: worded)
    return blocks + (worded.notes + worded.origin).map { .paragraph(.note, $0) }
  }

  private func table(_ worded: WordedFigure, _ figure: Figure) -> PageBlock {
    let say = edition.say
    let hasShares = worded.lines.contains { !$0.number.percentage.isEmpty }
    let none =
      worded.answers.isEmpty ? [PageTable.Row(cells: [say(.noAnswerReceived).capitalizedFirst, ""])] : []
    let lines = worded.lines.map { line in
      PageTable.Row(
        cells: [line.label, line.number.count] + (hasShares ? [line.number.percentage] : [])
          + (figure.namesUnits ? [edition.listOfMany(line.names)] : []),
        isMuted: line.state != nil)
    }
    var columns = [(head: say(.choice), isNumber: false), (head: say(.count), isNumber: true)]
    if hasShares { columns.append((head: say(.share), isNumber: true)) }
    if figure.namesUnits { columns.append((head: say(.who), isNumber: false)) }
    let rows = (none + lines).map { row in
      let missing = Array(repeating: "", count: columns.count - row.cells.count)
      return PageTable.Row(cells: row.cells + missing, isMuted: row.isMuted)
    }
    return .table(PageTable(columns: columns, rows: rows))
  }

  private func crossTabulation(_ worded: WordedFigure, _ figure: Figure) -> [PageBlock] {
    let grid = CrossTabulation(worded, figure, edition)
    let rows = grid.rows.enumerated().map { index, row in
      PageTable.Row(cells: [row.label] + row.cells, isMuted: index >= worded.answers.count)
    }
    let columns = [(head: "", isNumber: false)] + grid.heads.map { (head: $0, isNumber: true) }
    let names = worded.lines.flatMap { line in
      zip(worded.columns, line.parts).filter { !$1.names.isEmpty }.map { column, part in
        edition.labelled("\(line.label) / \(column.label)", edition.listOfMany(part.names))
      }
    }
    return [.table(PageTable(columns: columns, rows: rows))] + names.map { .item(level: 1, $0) }
  }

  private func traces(of figures: [Figure], _ origins: Origins) -> [PageBlock] {
    let traces = edition.traces(of: figures, origins)
    if traces.isEmpty { return [] }
    return [.heading(level: 1, edition.say(.behindCounts))]
      + traces.flatMap { trace in
        [.item(level: 1, trace.text)] + trace.origins.map { .item(level: 2, $0) }
      }
  }
}
