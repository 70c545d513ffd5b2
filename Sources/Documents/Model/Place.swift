/// Where something stands in a document, so that a person finds it again.
public struct Place: Sendable, Hashable {
  /// The table, from 1, in the order of the document; the sheet of a workbook; nothing outside of tables.
  public var table: Int?
  /// The row of the table, from 1.
  public var row: Int?
  /// The cell of the row, from 1, merged cells counted by the columns that they cover.
  public var column: Int?
  /// The page of a PDF, from 1.
  public var page: Int?
  /// The paragraph or the line, from 1, counted through the document.
  public var line: Int
  /// How deep the line is quoted in a mail: 0 is what the sender wrote.
  public var quoteDepth: Int

  /// Creates a place.
  public init(
    line: Int, table: Int? = nil, row: Int? = nil, column: Int? = nil, page: Int? = nil, quoteDepth: Int = 0
  ) {
    self.line = line
    self.table = table
    self.row = row
    self.column = column
    self.page = page
    self.quoteDepth = quoteDepth
  }
}

extension Place: CustomStringConvertible {
  /// The place as people read it: `table 1 row 5 cell 3`, `page 2 line 7`, `line 12, quoted 2`.
  public var description: String {
    var parts: [String] = []
    if let page { parts.append("page \(page)") }
    if let table { parts.append("table \(table)") }
    if let row { parts.append("row \(row)") }
    if let column { parts.append("cell \(column)") }
    if table == nil { parts.append("line \(line)") }
    let place = parts.joined(separator: " ")
    return quoteDepth == 0 ? place : "\(place), quoted \(quoteDepth)"
  }
}
