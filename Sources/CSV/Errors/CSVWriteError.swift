/// Why a cell cannot be written: no reader would take it back.
public enum CSVWriteError: Error, Sendable, Hashable {
  /// The cell holds the character U+0000.
  case nulByte(record: Int, column: Int)
  /// The cell holds bytes that are no UTF-8: the longest beginning of a character that broke off.
  case invalidUTF8(found: [UInt8], record: Int, column: Int)
}

extension CSVWriteError: CustomStringConvertible {
  /// The error in one line; records and columns are counted from 1.
  public var description: String {
    switch self {
    case .nulByte(let record, let column):
      """
      record \(record), column \(column): cell that is no text: found the character U+0000, \
      expected text; remove it
      """
    case .invalidUTF8(let found, let record, let column):
      """
      record \(record), column \(column): cell that is not UTF-8: found \
      \(found.count == 1 ? "byte" : "bytes") \(hexadecimal(found)), expected UTF-8; convert the text
      """
    }
  }
}
