/// What stands in a cell of a workbook, of a formula what it last gave.
enum CellValue {
  /// A text; empty where nothing stands in the cell.
  case text(String)
  case boolean(Bool)
  /// `#N/A` and the like.
  case error(String)
  /// A number as the file has it, and the place of the cell's format: dates and times are numbers too.
  case number(String, format: Int)
  /// A date as ISO 8601 writes it, which few programs store.
  case date(String)
}
