/// A record of a small file, taken out of it as text with its place.
public struct CSVRow: Sendable, Hashable {
  /// The cells in the order of the file.
  public let cells: [String]
  /// Where the row stands: its first cell.
  public let position: CSVPosition

  /// The physical line on which the row starts, counted from 1.
  public var line: Int { position.line }

  /// Takes all cells of a record.
  ///
  /// - Parameter record: the record, every column of which must be kept.
  public init(_ record: borrowing CSVRecord) {
    cells = record.strings
    position = record.position(ofColumn: 0)
  }

  /// The text of a cell; empty if the row has no such column.
  ///
  /// - Parameter column: the column, counted from 0; nothing for a column that the file does not have.
  public subscript(column: Int?) -> String {
    guard let column, cells.indices.contains(column) else { return "" }
    return cells[column]
  }

  /// The place of a cell, to complain about what stands in it.
  ///
  /// - Parameter column: the column, counted from 0; it need not exist.
  /// - Returns: the number of the record and of the cell; line and byte are those where the row starts.
  public func position(ofColumn column: Int) -> CSVPosition {
    CSVPosition(
      record: position.record, line: position.line, column: column + 1, offset: position.offset)
  }
}

extension CSVReader {
  /// Reads all records that are left into memory: for small files, such as the definition of a questionnaire.
  ///
  /// - Returns: the rows in the order of the file, blank lines left out, each as long as the file has it.
  /// - Throws: `CSVError` at the first place that is not CSV, or if the system refuses to read.
  public consuming func rows() throws(CSVError) -> [CSVRow] {
    var rows: [CSVRow] = []
    while try next() { rows.append(CSVRow(record)) }
    return rows
  }
}
