internal import Calendar
public import Wire

extension Book {
  /// The workbook as records for the worker that packs it: `xlsx,TITLE`, then for each sheet `sheet`, `widths`, a `row`
  /// for each row, and `chart` and `series`.
  public var records: [[String]] { [["xlsx", title]] + sheets.flatMap(\.records) }

  /// Reads the records again.
  ///
  /// - Parameter records: As `records` gives them.
  /// - Throws: Which of them is none.
  public init(records: [[String]]) throws(WireError) {
    self.init(title: "")
    for (index, record) in records.enumerated() {
      var cells = WireCells(record, number: index + 1)
      let word = try cells.text()
      if word == "xlsx", index == 0 {
        title = try cells.text()
        continue
      }
      if word == "sheet" {
        sheets.append(try Sheet(&cells))
        continue
      }
      guard let last = sheets.indices.last else { throw cells.wrong(word) }
      switch word {
      case "widths": while !cells.isEmpty { sheets[last].widths.append(try cells.number()) }
      case "row":
        var row: [SheetCell] = []
        while !cells.isEmpty { row.append(try SheetCell(&cells)) }
        sheets[last].rows.append(row)
      case "chart": sheets[last].charts.append(try SheetChart(&cells))
      case "series":
        guard let chart = sheets[last].charts.indices.last else { throw cells.wrong(word) }
        sheets[last].charts[chart].series.append(try SheetChart.Series(&cells))
      default: throw cells.wrong(word)
      }
    }
  }
}

extension Sheet {
  fileprivate var records: [[String]] {
    var records = [
      [
        "sheet", name, isRightToLeft ? "rtl" : "ltr", String(frozenRows), String(frozenColumns),
        filterRow.map(String.init) ?? "", fitsPage ? "fits" : "",
      ]
    ]
    if !widths.isEmpty { records.append(["widths"] + widths.map(\.description)) }
    records += rows.map { ["row"] + $0.flatMap(\.fields) }
    for chart in charts { records += [chart.record] + chart.series.map(\.record) }
    return records
  }

  fileprivate init(_ cells: inout WireCells) throws(WireError) {
    self.init(name: try cells.text())
    isRightToLeft = try cells.text() == "rtl"
    frozenRows = try cells.integer()
    frozenColumns = try cells.integer()
    filterRow = Int(try cells.text())
    fitsPage = try cells.text() == "fits"
  }
}

extension SheetCell {
  /// Its style, its kind, and its value.
  fileprivate var fields: [String] {
    let (kind, text) =
      switch value {
      case .empty: ("", "")
      case .text(let text): ("text", text)
      case .number(let number): ("number", number.description)
      case .date(let date): ("date", date.description)
      case .time(let time): ("time", time.description)
      case .moment(let moment): ("moment", moment.description)
      case .link(let text, let sheet): ("link/" + sheet, text)
      }
    return [style.rawValue, kind, text]
  }

  fileprivate init(_ cells: inout WireCells) throws(WireError) {
    let style = try cells.value { Style(rawValue: $0) }
    let kind = try cells.text()
    switch kind {
    case "":
      _ = try cells.text()
      self.init(.empty, style)
    case "text": self.init(.text(try cells.text()), style)
    case "number": self.init(.number(try cells.number()), style)
    case "date": self.init(.date(try cells.value { CalendarDate($0) }), style)
    case "time": self.init(.time(try cells.value { TimeOfDay($0) }), style)
    case "moment": self.init(.moment(try cells.value { Instant($0) }), style)
    default:
      // No sheet has a slash in its name.
      guard kind.hasPrefix("link/") else { throw cells.wrong(kind) }
      self.init(.link(try cells.text(), sheet: String(kind.dropFirst(5))), style)
    }
  }
}

extension SheetChart {
  fileprivate var record: [String] {
    ["chart", kind.rawValue, title, valueTitle] + [row, column, width, height].map(String.init)
      + [isRightToLeft ? "rtl" : "ltr", isOfShares ? "shares" : "counts"]
  }

  fileprivate init(_ cells: inout WireCells) throws(WireError) {
    self.init(
      kind: try cells.value { Kind(rawValue: $0) }, title: try cells.text(), valueTitle: try cells.text(),
      row: try cells.integer(), column: try cells.integer(), width: try cells.integer(),
      height: try cells.integer(), isRightToLeft: try cells.text() == "rtl", series: [])
    isOfShares = try cells.text() == "shares"
  }
}

extension SheetChart.Series {
  fileprivate var record: [String] {
    ["series", name]
      + (categories.numbers + values.numbers + [color, labelColor, mutedCount]).map(String.init)
  }

  fileprivate init(_ cells: inout WireCells) throws(WireError) {
    self.init(
      name: try cells.text(), categories: try SheetChart.Range(&cells), values: try SheetChart.Range(&cells),
      color: try cells.integer())
    labelColor = try cells.integer()
    mutedCount = try cells.integer()
  }
}

extension SheetChart.Range {
  fileprivate init(_ cells: inout WireCells) throws(WireError) {
    self.init(
      firstRow: try cells.integer(), firstColumn: try cells.integer(), lastRow: try cells.integer(),
      lastColumn: try cells.integer())
  }
}
