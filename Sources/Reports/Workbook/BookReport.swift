public import Analysis
internal import Messages
internal import Survey
public import Tables

/// Figures as a workbook: an overview with the bases, and for each figure a sheet with its table and a chart that can
/// be restyled.
public struct BookReport: Sendable {
  /// The words.
  public let edition: Edition

  /// Creates the renderer.
  public init(_ edition: Edition) { self.edition = edition }

  /// The figures as a workbook.
  ///
  /// - Parameters:
  ///   - figures: What was counted, in the order of the plan.
  ///   - title: What stands above the overview.
  ///   - status: Who has answered; not shown where one of the figures may not name anybody.
  ///   - audit: What publications say, beside the data; nothing where nothing is claimed.
  /// - Returns: The workbook; who packs it is for the caller to say.
  public func book(
    of figures: [Figure], title: String, status: StatusReport? = nil, audit: Audit? = nil
  ) -> Book {
    let status = figures.allSatisfy { $0.attribution == .named } ? status : nil
    var names = SheetNames()
    let overviewName = names.name(edition.say(.overview))
    let sheets = figures.map { figure in
      FigureSheet(figure, edition, name: names.name(figure.id.text), overview: overviewName).sheet
    }
    var others: [Sheet] = []
    var links: [(title: String, sheet: String)] = []
    func add(_ name: Phrase, titled title: Phrase, _ rows: (rows: [[SheetCell]], widths: [Double])?) {
      guard let rows else { return }
      let (name, title) = (names.name(edition.say(name)), edition.say(title).capitalizedFirst)
      others.append(sheet(name, titled: title, rows, overview: overviewName))
      links.append((title, name))
    }
    add(.sheetStatus, titled: .whoHasAnswered, status.map(rows))
    add(.sheetAudit, titled: .auditTitle, audit.map(rows))
    add(.sheetQuotations, titled: .inTheirWords, quotations(in: figures))
    let overview = overview(
      figures, links: sheets.map(\.name), others: links, name: overviewName, title: title)
    return Book(title: title, sheets: [overview] + sheets + others)
  }

  private func overview(
    _ figures: [Figure], links: [String], others: [(title: String, sheet: String)], name: String,
    title: String
  ) -> Sheet {
    let say = edition.say
    var sheet = Sheet(name: name)
    sheet.isRightToLeft = edition.isRightToLeft
    sheet.rows = [[.text(title.onOneLine, .title)], []]
    let heads = [
      say(.registered), say(.returned), say(.distinct), say(.asked), say(.answered), say(.unknown),
    ]
    let numbers = [SheetCell.text("n", .numberHead)] + heads.map { .text($0.capitalizedFirst, .numberHead) }
    let texts = [say(.figure), say(.base), say(.sources)].map { SheetCell.text($0.capitalizedFirst, .head) }
    sheet.rows.append(texts[..<2] + numbers + texts[2...])
    sheet.filterRow = 2
    sheet.frozenRows = 3
    sheet.fitsPage = true
    for (figure, link) in zip(figures, links) {
      let made = figure.isMade ? " (\(say(.made)))" : ""
      let title = edition.title(of: figure) + made
      if figure.waves.isEmpty {
        sheet.rows.append(line(title, link, figure, figure.n, figure.bases, figure.sources))
      }
      sheet.rows += figure.waves.map { wave in
        line(edition.labelled(title, wave.name), link, figure, wave.n, wave.bases, wave.sources)
      }
    }
    if !others.isEmpty { sheet.rows.append([]) }
    sheet.rows += others.map { [SheetCell(.link($0.title, sheet: $0.sheet))] }
    sheet.widths = [70, 22, 7] + Array(repeating: 13, count: 6) + [44]
    return sheet
  }

  /// A figure, or a wave of it, with its bases.
  private func line(
    _ title: String, _ link: String, _ figure: Figure, _ n: Int?, _ bases: Bases,
    _ sources: [Questionnaire.ID]
  ) -> [SheetCell] {
    func seen(_ number: Int?) -> SheetCell { number.map { .number($0) } ?? .text(edition.say(.suppressed)) }
    return [
      SheetCell(.link(title, sheet: link), .wrapped), .text(edition.name(of: figure.base)), seen(n),
      .number(bases.registered), .number(bases.returned), .number(bases.distinct), seen(bases.asked),
      seen(bases.answered), seen(bases.unknown),
      .text(edition.say.list(sources.map(\.text)), .wrapped),
    ]
  }
}
