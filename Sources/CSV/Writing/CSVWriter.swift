internal import CLibcsv

/// Writes records as CSV (RFC 4180) into memory, through libcsv; every cell is quoted unless that is not wanted.
///
/// ```swift
/// var writer = CSVWriter()
/// try writer.append(record: ["position", "Secretariat"])
/// let bytes = writer.takeBytes()  // "position","Secretariat" CR LF
/// ```
///
/// What is written is read back as it was, byte by byte: spaces, quotation marks, line breaks and all.
public struct CSVWriter: ~Copyable {
  /// How a record ends.
  public enum LineEnd: Sendable {
    /// CR LF, as RFC 4180 section 2 has it.
    case crlf
    /// LF alone, which text tools and version control prefer.
    case lf
  }

  /// Which cells stand between quotation marks.
  public enum Quoting: Sendable {
    /// All: nothing can be taken for something else.
    case all
    /// Those that would be read otherwise without: for files that people read and compare line by line.
    case needed
  }

  private let lineEnd: LineEnd
  private let quoting: Quoting
  private var buffer = GrowingBuffer<UInt8>(capacity: 4096)
  private var recordCount = 0
  private var cellCount = 0
  /// Whether nothing is written of the record yet.
  private var isBlank = true

  /// Starts with nothing written.
  ///
  /// - Parameters:
  ///   - lineEnd: how each record ends.
  ///   - quoting: which cells stand between quotation marks.
  public init(lineEnd: LineEnd = .crlf, quoting: Quoting = .all) {
    self.lineEnd = lineEnd
    self.quoting = quoting
  }

  /// The number of bytes that are written and not taken out.
  public var count: Int { buffer.count }

  /// Writes a cell behind the last one of the record.
  ///
  /// - Parameter cell: the text; it may be empty.
  /// - Throws: `CSVWriteError.nulByte`; nothing is written then.
  public mutating func append(_ cell: String) throws(CSVWriteError) {
    var cell = cell
    if let failure = cell.withUTF8({ write(UnsafeRawBufferPointer($0)) }) { throw failure }
  }

  /// Writes a cell behind the last one of the record, without making a string.
  ///
  /// - Parameter cell: the text in UTF-8, unquoted; it may be empty.
  /// - Throws: `CSVWriteError` if the bytes are no text; nothing is written then.
  public mutating func append(_ cell: UnsafeRawBufferPointer) throws(CSVWriteError) {
    if let failure = write(cell) { throw failure }
  }

  /// Ends the record, which must have a cell: a blank line would be no record.
  public mutating func endRecord() {
    precondition(cellCount > 0, "A record has at least one cell")
    if cellCount == 1, isBlank {
      // A blank line would be no record.
      buffer.append(UInt8(ascii: "\""))
      buffer.append(UInt8(ascii: "\""))
    }
    isBlank = true
    switch lineEnd {
    case .crlf:
      buffer.append(UInt8(ascii: "\r"))
      buffer.append(UInt8(ascii: "\n"))
    case .lf: buffer.append(UInt8(ascii: "\n"))
    }
    recordCount += 1
    cellCount = 0
  }

  /// Writes a whole record.
  ///
  /// - Parameter cells: the text of the cells, at least one.
  /// - Throws: `CSVWriteError.nulByte`; nothing of the record is written then.
  public mutating func append(record cells: some Sequence<String>) throws(CSVWriteError) {
    precondition(cellCount == 0, "The record before is not ended")
    let start = buffer.count
    do {
      for cell in cells { try append(cell) }
    } catch {
      buffer.removeLast(buffer.count - start)
      cellCount = 0
      isBlank = true
      throw error
    }
    endRecord()
  }

  /// Gives out what is written, and goes on with nothing: to append to a file as one write.
  ///
  /// - Returns: whole records, in UTF-8.
  public mutating func takeBytes() -> [UInt8] {
    precondition(cellCount == 0, "The last record is not ended")
    let bytes = Array(UnsafeBufferPointer(start: buffer.start, count: buffer.count))
    buffer.removeAll()
    return bytes
  }

  /// Lends what is written, and goes on with nothing: to write a large file in blocks.
  ///
  /// - Parameter body: is lent whole records, in UTF-8; do not let the pointer escape.
  /// - Returns: what `body` returns.
  /// - Throws: what `body` throws; what is written is kept then.
  public mutating func drain<Result, Failure>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    precondition(cellCount == 0, "The last record is not ended")
    let result = try body(UnsafeRawBufferPointer(start: buffer.start, count: buffer.count))
    buffer.removeAll()
    return result
  }

  /// One record as bytes.
  ///
  /// - Parameters:
  ///   - cells: the text of the cells, at least one.
  ///   - lineEnd: how the record ends.
  /// - Returns: the record with its line end, in UTF-8.
  /// - Throws: `CSVWriteError.nulByte`.
  public static func record(
    _ cells: some Sequence<String>, lineEnd: LineEnd = .crlf
  ) throws(CSVWriteError) -> [UInt8] {
    var writer = CSVWriter(lineEnd: lineEnd)
    try writer.append(record: cells)
    return writer.takeBytes()
  }

  /// Writes a cell, unless it is no text.
  ///
  /// - Parameter cell: the bytes.
  /// - Returns: what keeps them from being written.
  private mutating func write(_ cell: UnsafeRawBufferPointer) -> CSVWriteError? {
    if let obstacle = ByteScanner.firstObstacle(in: cell) {
      let (record, column) = (recordCount + 1, cellCount + 1)
      return obstacle == [0]
        ? .nulByte(record: record, column: column)
        : .invalidUTF8(found: obstacle, record: record, column: column)
    }
    // At most each byte doubled, two quotation marks and the comma before.
    buffer.reserve(2 * cell.count + 3)
    if cellCount > 0 { buffer.append(UInt8(ascii: ",")) }
    if quoting == .needed, !Self.needsQuotes(cell, isFirst: cellCount == 0) {
      for byte in cell { buffer.append(byte) }
      isBlank = isBlank && cell.isEmpty
      cellCount += 1
      return nil
    }
    // libcsv writes nothing at all, not even quotation marks, if it is given no address.
    let source = cell.baseAddress ?? UnsafeRawPointer(buffer.start)
    let room = buffer.capacity - buffer.count
    buffer.advance(by: csv_write(buffer.end, room, source, cell.count))
    isBlank = false
    cellCount += 1
    return nil
  }

  /// Whether a cell would be read otherwise if it stood there as it is.
  private static func needsQuotes(_ cell: UnsafeRawBufferPointer, isFirst: Bool) -> Bool {
    // White space and what some programs take for it is cut off at the ends; a first cell could look like a mark of
    // byte order.
    guard let first = cell.first, let last = cell.last else { return false }
    if first <= 0x20 || last <= 0x20 || isFirst && first >= 0x80 { return true }
    return cell.contains { [UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D].contains($0) }
  }
}
