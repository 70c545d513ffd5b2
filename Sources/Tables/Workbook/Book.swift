/// A workbook that is to be written: sheets with cells and charts.
public struct Book: Sendable, Hashable {
  /// What it is about; the title among its properties.
  public var title: String
  /// The sheets in their order; a sheet has one at least.
  public var sheets: [Sheet]

  /// Creates a workbook.
  public init(title: String, sheets: [Sheet] = []) {
    self.title = title
    self.sheets = sheets
  }
}

/// A sheet of a workbook.
public struct Sheet: Sendable, Hashable {
  /// Its name, as `SheetNames` makes it.
  public var name: String
  /// Whether its first column stands at the right.
  public var isRightToLeft = false
  /// How many rows stay where they are when one scrolls.
  public var frozenRows = 0
  /// How many columns stay where they are.
  public var frozenColumns = 0
  /// The row with the headings that can be filtered by, from 0; nothing for none.
  public var filterRow: Int?
  /// Whether it is printed as wide as a page.
  public var fitsPage = false
  /// The widths of the columns, in digits of the usual type.
  public var widths: [Double] = []
  /// The cells, row by row; rows may be ragged.
  public var rows: [[SheetCell]] = []
  /// The charts over its cells.
  public var charts: [SheetChart] = []

  /// Creates an empty sheet.
  public init(name: String) { self.name = name }
}
