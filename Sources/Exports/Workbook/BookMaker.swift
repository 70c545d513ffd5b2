internal import Reports
internal import Calendar
internal import ResponseFiles
internal import Survey
internal import Tables

/// Makes a workbook: a sheet for the responses, one for each repeat group, the questions and the choices.
struct BookMaker {
  private let export: Export
  private var names = SheetNames()
  private var cutCells = 0

  init(_ export: Export) { self.export = export }

  /// What could not be written whole.
  var problems: [String] {
    cutCells == 0
      ? []
      : [
        "\(export.baseName).xlsx: found \(cutCells) texts longer than \(SheetCell.longestText) characters, which no "
          + "cell can hold; they are cut and end in '[…]'; the CSV has them whole"
      ]
  }

  mutating func book() -> Book {
    let edition = export.edition
    var book = Book(title: edition.plainText(export.questionnaire.title))
    for table in export.tables { book.sheets.append(sheet(of: table)) }
    book.sheets.append(list("questions", export.questionRows))
    book.sheets.append(list("choices", export.choiceRows))
    return book
  }

  private mutating func sheet(of table: ExportTable) -> Sheet {
    var sheet = newSheet(table.name)
    let headings = table.columns.map { export.heading(of: $0, in: table) }
    sheet.rows.append(headings.map { .text($0, .head) })
    var widths = headings.map { min(Double($0.count) + 3, 24) }
    for row in table.rows {
      var cells: [SheetCell] = []
      for (place, column) in table.columns.enumerated() {
        let cell = cell(of: column, in: row, table)
        widths[place] = max(widths[place], cell.usualWidth)
        cells.append(cell)
      }
      sheet.rows.append(cells)
    }
    sheet.widths = widths
    sheet.frozenColumns = 1
    return sheet
  }

  private mutating func list(_ name: String, _ rows: [[String]]) -> Sheet {
    var sheet = newSheet(name)
    sheet.fitsPage = true
    var widths: [Double] = []
    for (number, row) in rows.enumerated() {
      let cells = row.map { text($0, number == 0 ? .head : .wrapped) }
      for (place, cell) in cells.enumerated() {
        if place == widths.count { widths.append(10) }
        widths[place] = min(max(widths[place], cell.usualWidth), 60)
      }
      sheet.rows.append(cells)
    }
    sheet.widths = widths
    return sheet
  }

  private mutating func newSheet(_ name: String) -> Sheet {
    var sheet = Sheet(name: names.name(name))
    sheet.isRightToLeft = export.edition.isRightToLeft
    sheet.frozenRows = 1
    sheet.filterRow = 0
    return sheet
  }

  private mutating func cell(of column: ExportColumn, in row: ExportRow, _ table: ExportTable) -> SheetCell {
    switch table.value(column, row) {
    case .empty: return .empty
    case .text: return text(export.text(of: column, in: row, table), .plain)
    case .flag(let isChosen): return .number(isChosen ? 1 : 0)
    case .integer(let number):
      // A spreadsheet counts in binary fractions of 53 bits.
      return abs(number) < 1 << 53 ? .number(number) : .text(String(number))
    case .decimal(let number):
      let digits = number.description.filter(\.isNumber).drop { $0 == "0" }
      guard digits.count <= 15, let value = Double(number.description) else {
        return .text(number.description)
      }
      return SheetCell(.number(value))
    case .date(let date): return date.isInWorkbook ? SheetCell(.date(date)) : .text(date.description)
    case .time(let time): return SheetCell(.time(time))
    case .moment(let moment):
      return moment.instant.date.isInWorkbook ? SheetCell(.moment(moment.instant)) : .text(moment.description)
    }
  }

  private mutating func text(_ text: String, _ style: SheetCell.Style) -> SheetCell {
    guard text.unicodeScalars.count > SheetCell.longestText else { return .text(text, style) }
    cutCells += 1
    let end = " […]"
    let kept = text.unicodeScalars.prefix(SheetCell.longestText - end.unicodeScalars.count)
    return .text(String(String.UnicodeScalarView(kept)) + end, style)
  }
}

extension CalendarDate {
  /// Whether spreadsheet programs agree on the day: they count from 1900 and think it a leap year.
  fileprivate var isInWorkbook: Bool { year > 1900 }
}

extension SheetCell {
  /// A width in which most values can be read, and long texts do not push the rest away.
  var usualWidth: Double {
    switch value {
    case .empty: 0
    case .text(let text), .link(let text, _):
      min(Double(text.prefix { !$0.isNewline }.prefix(60).count) + 2, 40)
    case .number: 10
    case .date: 12
    case .time: 10
    case .moment: 20
    }
  }
}
