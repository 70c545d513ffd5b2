internal import Glibc

/// One record as the file has it, lent by its reader until the next one is read.
///
/// The cells lie behind each other in memory that every record of a file uses again; a cell becomes a
/// `String` only when `string(at:)` is called. A record cannot be copied, so it cannot outlive its turn:
/// take out what is to stay. Columns are counted from 0 here, as in arrays, and from 1 in a `CSVPosition`.
public struct CSVRecord: ~Copyable {
  /// The place of the record in the file, counted from 1; the header, where there is one, is record 1.
  public internal(set) var number = 0
  /// The physical line on which the record starts, counted from 1.
  public internal(set) var line = 1
  /// The byte at which the record starts, counted from 0 and including a byte-order mark.
  public internal(set) var offset = 0

  private var bytes = GrowingBuffer<UInt8>(capacity: 4096)
  private var ends = GrowingBuffer<UInt32>(capacity: 64)
  /// Which columns are copied; nothing means all.
  private var kept: [Bool]?
  /// Whether libcsv has seen the end of the record.
  private(set) var isComplete = false
  /// Where the cells stand in a chunk of the file, where they were found there; else libcsv has put them into
  /// `bytes`.
  private var spelled: SpelledCells?
  // What it holds, where those who look at each cell of a large file find it without a call.
  @usableFromInline var starts: UnsafeMutablePointer<UnsafePointer<UInt8>>?
  @usableFromInline var stops: UnsafeMutablePointer<UnsafePointer<UInt8>>?
  @usableFromInline var slots: UnsafeMutablePointer<Int32>?
  @usableFromInline var slotCount = 0
  @usableFromInline var spelledCount = 0

  init() {}

  /// A record whose cells stand in a chunk of the file.
  init(_ cells: SpelledCells) {
    spelled = cells
    (starts, stops, slots, slotCount) = (cells.starts, cells.ends, cells.slots, cells.columnCount)
  }

  /// The number of cells, also of those that are not kept; at least 1 in a record that was read.
  public var count: Int { slots == nil ? ends.count : spelledCount }

  /// The bytes of a cell: UTF-8 without NUL, unquoted.
  ///
  /// - Parameter column: the column, counted from 0; below `count`, and a column that the reader keeps.
  /// - Returns: the bytes, valid until the next record is read: do not let them escape.
  public func bytes(at column: Int) -> UnsafeRawBufferPointer {
    if let spelled {
      let cell = spelling(at: column)
      return cell.count > 1 && cell[0] == UInt8(ascii: "\"") ? spelled.bytes(ofQuoted: cell) : cell
    }
    return parsedBytes(at: column)
  }

  @usableFromInline func parsedBytes(at column: Int) -> UnsafeRawBufferPointer {
    precondition(column >= 0 && column < ends.count, "The record has no such column")
    precondition(keeps(column), "The reader was told not to keep this column")
    let start = column == 0 ? 0 : Int(ends.start[column - 1])
    return UnsafeRawBufferPointer(start: bytes.start + start, count: Int(ends.start[column]) - start)
  }

  /// A cell as it may be spelled in the file: with its quotation marks, or already without them.
  ///
  /// Two cells of one spelling are the same; one cell may have several. So what a spelling means can be remembered,
  /// and is worked out once.
  ///
  /// - Parameter column: the column, counted from 0; below `count`, and a column that the reader keeps.
  /// - Returns: the bytes, valid until the next record is read: do not let them escape.
  @inlinable public func spelling(at column: Int) -> UnsafeRawBufferPointer {
    guard let slots, let starts, let stops else { return parsedBytes(at: column) }
    precondition(column >= 0 && column < spelledCount, "The record has no such column")
    precondition(
      column < slotCount && slots[column] >= 0, "The reader was told not to keep this column")
    let slot = Int(slots[column])
    return UnsafeRawBufferPointer(start: starts[slot], count: stops[slot] - starts[slot])
  }

  /// A cell as it stands in the file, for those who look at each cell of a large one.
  ///
  /// - Parameter column: the column, counted from 0; below `count`, and a column that the reader keeps.
  /// - Returns: the cell, valid until the next record is read: do not let it escape.
  @inlinable public func cell(at column: Int) -> CSVCell {
    CSVCell(spelling: spelling(at: column), mayBeQuoted: slots != nil)
  }

  /// Whether nothing stands in a cell; `,,` and `,"",` are the same.
  ///
  /// - Parameter column: the column, counted from 0; below `count`, and a column that the reader keeps.
  /// - Returns: whether the cell has no bytes; a space is one.
  @inlinable public func isEmpty(at column: Int) -> Bool { cell(at: column).isEmpty }

  /// The text of a cell.
  ///
  /// - Parameter column: the column, counted from 0; below `count`, and a column that the reader keeps.
  /// - Returns: a string of its own.
  public func string(at column: Int) -> String { String(decoding: bytes(at: column), as: UTF8.self) }

  /// Whether a cell holds exactly these bytes, told without making a string.
  ///
  /// Unlike `==` of `String`, it tells a letter with an accent from a letter and a combining accent.
  ///
  /// - Parameters:
  ///   - column: the column, counted from 0; below `count`, and a column that the reader keeps.
  ///   - text: what to compare with.
  /// - Returns: whether they are the same, byte by byte.
  public func cell(at column: Int, is text: String) -> Bool {
    let cell = bytes(at: column)
    var text = text
    return text.withUTF8 { text in
      guard text.count == cell.count, let one = text.baseAddress, let other = cell.baseAddress else {
        return text.count == cell.count
      }
      return memcmp(one, other, cell.count) == 0
    }
  }

  /// The text of all cells, in order; every column must be kept.
  public var strings: [String] { (0..<count).map { string(at: $0) } }

  /// The place of a cell, to complain about what stands in it.
  ///
  /// - Parameter column: the column, counted from 0; it need not exist.
  /// - Returns: the number of the record and of the cell; line and byte are those where the record starts.
  public func position(ofColumn column: Int) -> CSVPosition {
    CSVPosition(record: number, line: line, column: column + 1, offset: offset)
  }

  private func keeps(_ column: Int) -> Bool {
    guard let kept else { return true }
    return column < kept.count && kept[column]
  }
}

// What the parser does to a record; the functions are called by libcsv, once for each cell of the file.
extension CSVRecord {
  mutating func begin(number: Int, line: Int, offset: Int) {
    self.number = number
    self.line = line
    self.offset = offset
    bytes.removeAll()
    ends.removeAll()
    isComplete = false
  }

  /// Begins a record whose cells stand in a chunk of the file.
  mutating func begin(number: Int, line: Int, offset: Int, cells: Int) {
    self.number = number
    self.line = line
    self.offset = offset
    spelledCount = cells
    spelled?.forget()
  }

  mutating func keep(_ columns: [Bool]) { kept = columns }

  mutating func append(_ cell: UnsafeRawPointer?, count: Int) {
    if let cell, keeps(ends.count) {
      bytes.append(cell.assumingMemoryBound(to: UInt8.self), count: count)
    }
    ends.append(UInt32(truncatingIfNeeded: bytes.count))
  }

  mutating func complete() { isComplete = true }
}
