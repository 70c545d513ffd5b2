/// A place in a CSV file: where an editor, a spreadsheet and a hex dump find it.
public struct CSVPosition: Sendable, Hashable {
  /// The record, counted from 1.
  ///
  /// The header, where there is one, is record 1. Blank lines are no records.
  public let record: Int
  /// The physical line, counted from 1 over LF, CRLF and CR, also inside of quoted cells.
  public let line: Int
  /// The cell within its record, counted from 1.
  public let column: Int
  /// The byte, counted from 0 and including a byte-order mark.
  public let offset: Int

  /// Names a place.
  ///
  /// - Parameters:
  ///   - record: the record, counted from 1.
  ///   - line: the physical line, counted from 1.
  ///   - column: the cell within its record, counted from 1.
  ///   - offset: the byte, counted from 0.
  public init(record: Int, line: Int, column: Int, offset: Int) {
    self.record = record
    self.line = line
    self.column = column
    self.offset = offset
  }
}

extension CSVPosition: Comparable {
  /// What comes first in the file is smaller.
  public static func < (earlier: CSVPosition, later: CSVPosition) -> Bool {
    (earlier.offset, earlier.column) < (later.offset, later.column)
  }
}

extension CSVPosition: CustomStringConvertible {
  /// `line 14, column 3`.
  public var description: String { "line \(line), column \(column)" }
}
