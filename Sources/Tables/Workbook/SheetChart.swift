/// A chart that is drawn by whoever opens the workbook, over cells of its own sheet.
public struct SheetChart: Sendable, Hashable {
  /// How it is drawn.
  public enum Kind: String, Sendable, Hashable {
    /// A bar for each category, one below the other.
    case bars
    /// Bars that are divided.
    case stacked
  }

  /// Cells side by side or one below the other, from 0.
  public struct Range: Sendable, Hashable {
    /// The first row.
    public var firstRow: Int
    /// The first column.
    public var firstColumn: Int
    /// The last row.
    public var lastRow: Int
    /// The last column.
    public var lastColumn: Int

    /// Names cells.
    public init(firstRow: Int, firstColumn: Int, lastRow: Int, lastColumn: Int) {
      self.firstRow = firstRow
      self.firstColumn = firstColumn
      self.lastRow = lastRow
      self.lastColumn = lastColumn
    }

    var numbers: [Int] { [firstRow, firstColumn, lastRow, lastColumn] }
  }

  /// Values of one colour.
  public struct Series: Sendable, Hashable {
    /// What they are called; empty for the only series.
    public var name: String
    /// Their categories.
    public var categories: Range
    /// The values.
    public var values: Range
    /// Red, green and blue, a byte each.
    public var color: Int
    /// The colour of the numbers on it.
    public var labelColor = 0x1A1A1A
    /// How many of its last bars are grey: what they count is no answer.
    public var mutedCount = 0

    /// Creates a series.
    public init(name: String, categories: Range, values: Range, color: Int) {
      self.name = name
      self.categories = categories
      self.values = values
      self.color = color
    }
  }

  /// How it is drawn.
  public var kind: Kind
  /// What stands above it, and what a screen reader says.
  public var title: String
  /// What its numbers are.
  public var valueTitle: String
  /// The row of the cell at its upper corner, from 0.
  public var row: Int
  /// The column of that cell, from 0.
  public var column: Int
  /// Its width in pixels.
  public var width: Int
  /// Its height in pixels.
  public var height: Int
  /// Whether its bars begin at the right.
  public var isRightToLeft: Bool
  /// Whether its numbers are shares, from 0 to 1.
  public var isOfShares = false
  /// What it shows.
  public var series: [Series]

  /// Creates a chart.
  public init(
    kind: Kind, title: String, valueTitle: String, row: Int, column: Int, width: Int, height: Int,
    isRightToLeft: Bool = false, series: [Series]
  ) {
    self.kind = kind
    self.title = title
    self.valueTitle = valueTitle
    self.row = row
    self.column = column
    self.width = width
    self.height = height
    self.isRightToLeft = isRightToLeft
    self.series = series
  }
}
