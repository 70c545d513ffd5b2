internal import Calendar
internal import CXlsxWriter
internal import Tables

/// Writes one sheet of a workbook.
struct SheetWriter {
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private let sheet: UnsafeMutablePointer<lxw_worksheet>

  init(_ workbook: UnsafeMutablePointer<lxw_workbook>, _ sheet: UnsafeMutablePointer<lxw_worksheet>) {
    self.workbook = workbook
    self.sheet = sheet
  }

  /// Writes cells, then what stands over them.
  func write(_ definition: Sheet, _ formats: inout BookFormats) throws(PackingError) {
    if definition.isRightToLeft { worksheet_right_to_left(sheet) }
    worksheet_freeze_panes(sheet, row(definition.frozenRows), column(definition.frozenColumns))
    for (index, width) in definition.widths.enumerated() {
      try BookWriter.check(worksheet_set_column(sheet, column(index), column(index), width, nil))
    }
    for (number, cells) in definition.rows.enumerated() {
      let lines = lines(of: cells, widths: definition.widths)
      if lines > 1 {
        // Not every program finds the height of a row by itself; none takes more than 409 points.
        let height = min(15.0 * Double(lines) + 2, 409)
        try BookWriter.check(worksheet_set_row(sheet, row(number), height, nil))
      }
      for (place, cell) in cells.enumerated() {
        try BookWriter.check(
          write(
            cell, row(number), column(place),
            formats.format(of: cell, isRightToLeft: definition.isRightToLeft)))
      }
    }
    if let head = definition.filterRow, let last = definition.rows.indices.last, last >= head,
      let width = definition.rows[head].indices.last
    {
      try BookWriter.check(worksheet_autofilter(sheet, row(head), 0, row(last), column(width)))
    }
    // A4, level; as many pages as the rows need.
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, 9)
    if definition.fitsPage { worksheet_fit_to_pages(sheet, 1, 0) }
    for chart in definition.charts {
      try ChartWriter(workbook, sheet).draw(chart, sheetName: definition.name)
    }
  }

  /// How many lines the cells need whose text is wrapped; a wide sign counts for two.
  private func lines(of cells: [SheetCell], widths: [Double]) -> Int {
    zip(cells, widths).map { cell, width in
      guard [.wrapped, .entry, .head, .numberHead].contains(cell.style) else { return 1 }
      switch cell.value {
      case .text(let text), .link(let text, _):
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
          let signs = line.unicodeScalars.reduce(0.0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
          return Int(
            (signs * ([.wrapped, .entry].contains(cell.style) ? 1 : 1.15) / (width * 1.1)).rounded(.up))
        }.reduce(0) { $0 + max($1, 1) }
      default: return 1
      }
    }.max() ?? 1
  }

  private func row(_ number: Int) -> lxw_row_t { lxw_row_t(clamping: number) }
  private func column(_ number: Int) -> lxw_col_t { lxw_col_t(clamping: number) }

  private func write(
    _ cell: SheetCell, _ row: lxw_row_t, _ column: lxw_col_t, _ format: UnsafeMutablePointer<lxw_format>?
  ) -> lxw_error {
    switch cell.value {
    case .empty:
      return cell.style == .plain ? LXW_NO_ERROR : worksheet_write_blank(sheet, row, column, format)
    case .text(let text): return worksheet_write_string(sheet, row, column, text.inWorkbook, format)
    case .number(let number): return worksheet_write_number(sheet, row, column, number, format)
    case .date(let date): return worksheet_write_number(sheet, row, column, date.serial, format)
    case .time(let time): return worksheet_write_number(sheet, row, column, time.fraction, format)
    case .moment(let moment):
      return worksheet_write_number(sheet, row, column, moment.date.serial + moment.time.fraction, format)
    case .link(let text, let target):
      let address = "internal:'" + target.replacing("'", with: "''") + "'!A1"
      return worksheet_write_url_opt(sheet, row, column, address, format, text.inWorkbook, nil)
    }
  }
}

extension CalendarDate {
  /// Days as spreadsheet programs count them from 1900, where 1900 has a 29 February; right from 1 March 1900 on.
  fileprivate var serial: Double { Double(daysSinceEpoch + 25_569) }
}

extension TimeOfDay {
  /// The part of a day.
  fileprivate var fraction: Double { Double(secondsSinceMidnight) / 86_400 }
}

extension String {
  /// The text as a workbook can hold it: what XML has no character for becomes U+FFFD.
  ///
  /// Control characters are written `_x0007_` by the library, so what looks so already gets an underscore of its own.
  fileprivate var inWorkbook: String {
    let text = replacing(/_x[0-9A-Fa-f]{4}_/) { "_x005F" + $0.output }
    guard text.unicodeScalars.contains(where: { $0.value == 0xFFFE || $0.value == 0xFFFF }) else {
      return text
    }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.value == 0xFFFE || $0.value == 0xFFFF ? "\u{FFFD}" : $0 }))
  }
}
