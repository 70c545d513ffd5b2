internal import Analysis
internal import Messages
internal import Survey
internal import Scenes
internal import Tables

/// A figure as a sheet: what it is, its table, what must be known to read it, and a chart over the table.
struct FigureSheet {
  private let figure: Figure
  private let edition: Edition
  private let worded: WordedFigure
  /// The rows as the table has them.
  private let lines: [WordedFigure.Line]
  private let name: String
  private let overview: String

  init(_ figure: Figure, _ edition: Edition, name: String, overview: String) {
    self.figure = figure
    self.edition = edition
    self.name = name
    self.overview = overview
    worded = WordedFigure(figure, edition)
    lines = worded.lines
  }

  var sheet: Sheet {
    var sheet = Sheet(name: name)
    sheet.isRightToLeft = edition.isRightToLeft
    sheet.fitsPage = true
    sheet.rows = [
      [.text(worded.title, .title)],
      [SheetCell(.link(edition.say(.toOverview), sheet: overview))],
    ]
    if let made = worded.made { sheet.rows.append([.text(made, .strong)]) }
    sheet.rows += worded.questions.map { [.text($0, .note)] }
    sheet.rows.append([])
    let head = sheet.rows.count
    sheet.rows.append(heads)
    sheet.rows += lines.map(cells)
    sheet.filterRow = lines.isEmpty ? nil : head
    if !figure.waves.isEmpty {
      let bases: [SheetCell] = figure.waves.flatMap { [base($0.n, .strong), .empty] }
      sheet.rows += [[], [.text(edition.say(.base).capitalizedFirst, .strong), .empty] + bases]
    } else if !figure.columns.isEmpty, figure.by != nil {
      let bases: [SheetCell] = figure.columns.map { base($0.n, .strong) }
      let total: [SheetCell] = [
        .text(edition.say(.base).capitalizedFirst, .strong), .empty, base(figure.n, .strong), .empty,
        .empty,
      ]
      // Not among what can be filtered.
      sheet.rows.append([])
      sheet.rows.append(total + bases)
    }
    sheet.rows.append([])
    sheet.rows.append([.text(edition.paragraph(worded.counting), .strong)])
    sheet.rows += edition.chains(of: figure).map { [.text($0)] }
    sheet.rows += (worded.notes + worded.origin).map { [.text($0, .note)] }
    sheet.rows.append([])
    if let chart = chart(headRow: head, at: sheet.rows.count) { sheet.charts.append(chart) }
    let numbers: [Double] =
      figure.waves.isEmpty
      ? [10, 8, 9] + figure.columns.map { _ in 14 } : figure.waves.flatMap { _ in [14, 9] }
    sheet.widths = [labelWidth, 20] + numbers + (figure.namesUnits ? [60] : [])
    return sheet
  }

  // MARK: - The table

  /// Wide enough for most labels.
  private var labelWidth: Double {
    min(max(Double(lines.map(\.label.count).max() ?? 0) + 3, 34), 80)
  }

  private static let firstPart = 5

  private var heads: [SheetCell] {
    let say = edition.say
    let texts = [say(.choice), say(.codebookCode)]
    let numbers =
      figure.waves.isEmpty
      ? [say(.count), "n", say(.share)] + worded.columns.map(\.label)
      : worded.columns.flatMap { [$0.label, say(.share)] }
    return texts.map { .text($0, .head) } + numbers.map { .text($0, .numberHead) }
      + (figure.namesUnits ? [.text(say(.who), .head)] : [])
  }

  private func cells(_ line: WordedFigure.Line) -> [SheetCell] {
    if !figure.waves.isEmpty { return cellsOfWaves(line) }
    let row = line.row
    var cells: [SheetCell] = [
      .text(line.label, .wrapped), .text(row.code ?? row.state?.rawValue ?? ""),
      count(row.count, line.number),
      base(row.n, .plain),
      SheetCell(row.share.map { .number($0) } ?? .empty, .percent),
    ]
    cells += zip(row.cells, line.parts).map { cell, part in count(cell.count, part.number) }
    if figure.namesUnits { cells.append(.text(edition.listOfMany(line.names), .wrapped)) }
    return cells
  }

  /// A count and a share for each wave, and who is behind each.
  private func cellsOfWaves(_ line: WordedFigure.Line) -> [SheetCell] {
    let row = line.row
    let numbers = zip(row.cells, line.parts).flatMap { cell, part in
      [count(cell.count, part.number), SheetCell(cell.share.map { .number($0) } ?? .empty, .percent)]
    }
    let names = zip(worded.columns, line.parts).filter { !$1.names.isEmpty }.map { column, part in
      edition.labelled(column.label, edition.listOfMany(part.names))
    }
    return [.text(line.label, .wrapped), .text(row.code ?? row.state?.rawValue ?? "")] + numbers
      + (figure.namesUnits ? [.text(names.joined(separator: "\n"), .wrapped)] : [])
  }

  private func count(_ count: Int?, _ number: WordedFigure.Number) -> SheetCell {
    count.map { .number($0) } ?? .text(number.count)
  }

  private func base(_ n: Int?, _ style: SheetCell.Style) -> SheetCell {
    n.map { .number($0, style) } ?? .text(edition.say(.suppressed), style)
  }

  // MARK: - The chart

  private func chart(headRow: Int, at place: Int) -> SheetChart? {
    if !figure.waves.isEmpty { return chartOfWaves(headRow: headRow, at: place) }
    guard !lines.isEmpty, !isWithheldInPart else { return nil }
    let isDivided = figure.by != nil
    let series =
      figure.columns.isEmpty
      ? [countSeries(headRow)] : isDivided ? rowSeries(headRow) : columnSeries(headRow)
    let bars = isDivided && !figure.columns.isEmpty ? figure.columns.count : lines.count
    let legend = series.count > 1 ? 40 + 18 * series.count : 0
    return SheetChart(
      kind: figure.columns.isEmpty ? .bars : .stacked, title: worded.title,
      valueTitle: edition.labelled(
        edition.say(.count), "\(edition.name(of: figure.base)), n = \(edition.base(figure.n))"),
      row: place, column: 0, width: 860, height: 120 + legend + 34 * bars,
      isRightToLeft: edition.isRightToLeft, series: series)
  }

  /// Whether a count is withheld: a spreadsheet program would draw it, and write of it, that it is 0.
  private var isWithheldInPart: Bool {
    lines.contains { $0.number.isWithheld || $0.parts.contains(where: \.number.isWithheld) }
  }

  /// A bar for each wave beside the others of its row: shares, since each wave has a base of its own.
  private func chartOfWaves(headRow: Int, at place: Int) -> SheetChart? {
    guard figure.hasShares, !isWithheldInPart else { return nil }
    let series = figure.waves.enumerated().map { index, wave in
      var series = SheetChart.Series(
        name: "\(wave.name) (n = \(edition.base(wave.n)))", categories: column(0, below: headRow),
        values: column(3 + 2 * index, below: headRow), color: 0)
      let fill = Palette.answers[(figure.waves.count - 1 - index) % Palette.answers.count]
      series.color = fill.color.light.rgb
      return series
    }
    var chart = SheetChart(
      kind: .bars, title: worded.title,
      valueTitle: edition.labelled(edition.say(.share), edition.name(of: figure.base)), row: place, column: 0,
      width: 860, height: 140 + 18 * series.count + (16 + 20 * series.count) * lines.count,
      isRightToLeft: edition.isRightToLeft, series: series)
    chart.isOfShares = true
    return chart
  }

  /// The counts, what is no answer in grey.
  private func countSeries(_ head: Int) -> SheetChart.Series {
    var series = SheetChart.Series(
      name: "", categories: column(0, below: head), values: column(2, below: head),
      color: Palette.bar.light.rgb)
    series.mutedCount = worded.states.count
    return series
  }

  /// A series for each row, over the columns.
  private func rowSeries(_ head: Int) -> [SheetChart.Series] {
    let categories = line(head)
    return lines.enumerated().map { index, line in
      series(line.label, number: index, line.state, categories, self.line(head + 1 + index))
    }
  }

  /// A series for each column, over the rows.
  private func columnSeries(_ head: Int) -> [SheetChart.Series] {
    worded.columns.enumerated().map { index, part in
      series(
        part.label, number: index, part.state, column(0, below: head),
        column(Self.firstPart + index, below: head))
    }
  }

  private func series(
    _ name: String, number: Int, _ state: RowState?, _ categories: SheetChart.Range,
    _ values: SheetChart.Range
  ) -> SheetChart.Series {
    var series = SheetChart.Series(name: name, categories: categories, values: values, color: 0)
    if let state, state != .unlisted {
      series.color = state.grey
      series.labelColor = Palette.ink.light.rgb
    } else {
      let fill = Palette.answers[number % Palette.answers.count]
      series.color = fill.color.light.rgb
      series.labelColor = fill.ink.light.rgb
    }
    return series
  }

  private func column(_ column: Int, below head: Int) -> SheetChart.Range {
    SheetChart.Range(firstRow: head + 1, firstColumn: column, lastRow: head + lines.count, lastColumn: column)
  }

  private func line(_ row: Int) -> SheetChart.Range {
    SheetChart.Range(
      firstRow: row, firstColumn: Self.firstPart, lastRow: row,
      lastColumn: Self.firstPart + figure.columns.count - 1)
  }
}

extension RowState {
  /// Each state has a grey of its own.
  fileprivate var grey: Int {
    switch self {
    case .unknown: 0x8D96A0
    case .blank: 0xE4E8EC
    case .notApplicable: 0xB4BCC4
    case .notAsked, .unlisted, .uncoded, .noRepeats: 0xCFD5DB
    case .noCode: 0xA0A8B0
    case .disputed: 0xDADFE4
    }
  }
}

extension String {
  /// A colour as `#0b4f8a` as a number.
  fileprivate var rgb: Int { Int(dropFirst(), radix: 16) ?? 0 }
}
