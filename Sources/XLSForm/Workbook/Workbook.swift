internal import Survey

/// What a file of an XLSForm holds, before anybody asks what it means: sheets of rows of cells.
///
/// All readers give the same: `.csv` and `.md` now. Sheets and columns that XLSForm does not know are kept.
public struct Workbook: Sendable, Hashable {
  /// A row of a sheet.
  public struct Row: Sendable, Hashable {
    /// The line of the file on which the row starts, counted from 1.
    public let line: Int
    /// The cells, without white space at their ends and without empty cells at the end of the row.
    public let cells: [String]

    /// Creates a row.
    ///
    /// - Parameters:
    ///   - line: The line of the file, counted from 1.
    ///   - cells: The cells as the file has them, padded or ragged.
    public init(line: Int, cells: some Sequence<String>) {
      self.init(line: line, trimmed: cells.map(\.trimmed)[...])
    }

    init(line: Int, trimmed cells: ArraySlice<String>) {
      self.line = line
      let end = cells.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? cells.startIndex
      self.cells = Array(cells[..<end])
    }

    /// The text of a cell; empty where the row is not so long.
    ///
    /// - Parameter column: The column, counted from 0.
    public subscript(column: Int) -> String { column < cells.count ? cells[column] : "" }
  }

  /// A sheet: a header and what stands below it.
  public struct Sheet: Sendable, Hashable {
    /// The name as it is written.
    public let name: String
    /// The line of the file on which the name stands, counted from 1.
    public let line: Int
    /// The headings; without cells where nothing stands below the name.
    public let header: Row
    /// The rows below the header; blank ones are left out.
    public let rows: [Row]

    /// Creates a sheet.
    ///
    /// - Parameters:
    ///   - name: The name as it is written.
    ///   - line: The line of the file on which the name stands, counted from 1.
    ///   - header: The headings.
    ///   - rows: The rows below the header.
    public init(name: String, line: Int, header: Row, rows: [Row]) {
      self.name = name
      self.line = line
      self.header = header
      self.rows = rows
    }
  }

  /// The sheets in the order of the file.
  public let sheets: [Sheet]

  /// Creates a workbook.
  ///
  /// - Parameter sheets: The sheets in their order.
  public init(sheets: [Sheet]) { self.sheets = sheets }

  /// The sheet of a name, in upper or lower case; the first of several.
  ///
  /// - Parameter name: The name in lower case.
  public subscript(name: String) -> Sheet? { sheets.first { $0.name.lowercased() == name } }
}
