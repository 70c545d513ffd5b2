/// Reads a CSV file record by record, in memory that does not grow with the file.
///
/// ```swift
/// var reader = try CSVReader(path: "responses.csv")
/// while try reader.next() {
///   print(reader.record.line, reader.record.string(at: 0))
/// }
/// ```
///
/// The format is RFC 4180, strictly, as libcsv reads it: cells are separated by commas, quoted by `"`, and
/// records end in LF, CRLF or CR. Beyond that:
///
/// - Spaces and tabs around a cell belong to it; so a quotation mark after a space is a stray one.
/// - A blank line is no record: libcsv drops it. A line that holds `""` alone is a record of one empty cell.
/// - A byte-order mark at the start is passed over.
/// - The text is UTF-8 without NUL, or reading ends with an error.
/// - How many cells a record has is not judged here: see `CSVRecord.raggedness(expected:)`.
public struct CSVReader: ~Copyable {
  /// The record that was read last; empty before the first call of `next()`.
  public private(set) var record = CSVRecord()

  private var parser: CSVParser
  private var source: ByteSource
  private var block: GrowingBuffer<UInt8>
  private let blockSize: Int
  /// Where in the block the bytes begin that the parser has not consumed.
  private var position = 0
  private var hasAllBytes = false
  private var failure: CSVError?
  /// What `keep` was told, until the next record.
  private var columnsToKeep: [Bool]?

  /// How many bytes a record may have, unless a reader is told otherwise: 16 MiB.
  ///
  /// It bounds the memory: without it, a quotation mark that is never closed would take in the whole file.
  public static let defaultRecordLimit = 1 << 24

  /// Reads bytes that are in memory.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - separator: what stands between its cells, where another tool wrote it.
  ///   - recordLimit: how many bytes a record may have, its line end included; below 4 GiB.
  public init(
    _ bytes: [UInt8], separator: CSVSeparator = .comma, recordLimit: Int = defaultRecordLimit
  ) {
    self.init(
      ByteSource(bytes), separator: separator, recordLimit: recordLimit, blockSize: Self.defaultBlockSize)
  }

  /// Reads text that is in memory.
  ///
  /// - Parameters:
  ///   - text: the whole file.
  ///   - recordLimit: how many bytes a record may have, its line end included; below 4 GiB.
  public init(_ text: String, recordLimit: Int = defaultRecordLimit) {
    self.init(Array(text.utf8), recordLimit: recordLimit)
  }

  /// Opens a file for reading; it is closed with the reader.
  ///
  /// - Parameters:
  ///   - path: the file, or something else that can be read from start to end, such as a pipe.
  ///   - length: how many bytes to read, for a file that may be growing meanwhile; a file that turns out
  ///     to have fewer is an error. Nothing reads to the end.
  ///   - recordLimit: how many bytes a record may have, its line end included; below 4 GiB.
  /// - Throws: `CSVError.unreadable` if the file cannot be opened.
  public init(
    path: String, length: Int? = nil, recordLimit: Int = defaultRecordLimit
  ) throws(CSVError) {
    let source = try ByteSource(path: path, length: length)
    self.init(source, recordLimit: recordLimit, blockSize: Self.defaultBlockSize)
  }

  /// Reads an open file from where it stands; closing it is left to the caller.
  ///
  /// - Parameters:
  ///   - descriptor: the open file; the reader moves its position.
  ///   - path: what to call the file in errors.
  ///   - length: how many bytes to read; a file that turns out to have fewer is an error. Nothing reads to
  ///     the end.
  ///   - recordLimit: how many bytes a record may have, its line end included; below 4 GiB.
  public init(
    descriptor: Int32, path: String, length: Int? = nil, recordLimit: Int = defaultRecordLimit
  ) {
    let source = ByteSource(descriptor: descriptor, path: path, length: length)
    self.init(source, recordLimit: recordLimit, blockSize: Self.defaultBlockSize)
  }

  /// Reads bytes that are in memory as if they came in blocks of the given size.
  package init(_ bytes: [UInt8], recordLimit: Int = defaultRecordLimit, blockSize: Int) {
    self.init(ByteSource(bytes), recordLimit: recordLimit, blockSize: blockSize)
  }

  /// Reads an open file from a place between two records.
  ///
  /// - Parameters:
  ///   - file: the file.
  ///   - place: the place, as a reader of the same file has told it.
  ///   - recordLimit: how many bytes a record may have, its line end included; below 4 GiB.
  public init(_ file: SharedFile, from place: CSVPlace, recordLimit: Int = defaultRecordLimit) {
    self.init(
      ByteSource(file, from: place.offset), recordLimit: recordLimit, blockSize: Self.defaultBlockSize)
    parser.start(at: place)
  }

  /// Reads an open file from its start.
  init(_ file: SharedFile, recordLimit: Int) {
    self.init(ByteSource(file, from: 0), recordLimit: recordLimit, blockSize: Self.defaultBlockSize)
  }

  /// The place behind the record that was read last.
  var place: CSVPlace { parser.place }

  private static let defaultBlockSize = 1 << 18

  private init(
    _ source: consuming ByteSource, separator: CSVSeparator = .comma, recordLimit: Int, blockSize: Int
  ) {
    precondition(recordLimit > 0 && recordLimit <= UInt32.max, "A record has between 1 byte and 4 GiB")
    precondition(blockSize > 0, "A block has at least one byte")
    parser = CSVParser(recordLimit: recordLimit, separator: separator)
    self.source = source
    self.blockSize = blockSize
    block = GrowingBuffer(capacity: blockSize + 4)
  }

  /// Goes on to the next record.
  ///
  /// - Returns: whether there is one; `record` lends it until the next call.
  /// - Throws: `CSVError` at the first place that is not CSV, or if the system refuses to read; every later
  ///   call throws it again.
  public mutating func next() throws(CSVError) -> Bool {
    if let failure { throw failure }
    if let columnsToKeep {
      record.keep(columnsToKeep)
      self.columnsToKeep = nil
    }
    do {
      while true {
        let window = UnsafeRawBufferPointer(start: block.start + position, count: block.count - position)
        let step = try parser.advance(window, isLast: hasAllBytes, into: &record)
        position += step.consumed
        if step.hasRecord { return true }
        if hasAllBytes { return false }
        try readBlock()
      }
    } catch {
      failure = error
      throw error
    }
  }

  /// Reads all records that are left, one after the other.
  ///
  /// - Parameter body: is lent each record for the time of the call; what it throws ends the reading.
  /// - Throws: `CSVError`, or what `body` throws.
  public mutating func forEach(_ body: (borrowing CSVRecord) throws -> Void) throws {
    while try next() { try body(record) }
  }

  /// Says which columns are wanted from the next record on, so that no other cell is copied.
  ///
  /// - Parameter columns: the columns, counted from 0. Cells of other columns cannot be asked for, but count
  ///   as before.
  public mutating func keep(columns: some Sequence<Int>) {
    var kept: [Bool] = []
    for column in columns {
      precondition(column >= 0, "Columns are counted from 0")
      if column >= kept.count { kept += Array(repeating: false, count: column + 1 - kept.count) }
      kept[column] = true
    }
    columnsToKeep = kept
  }

  private mutating func readBlock() throws(CSVError) {
    block.removeFirst(position)
    position = 0
    block.reserve(blockSize)
    let count = try source.read(into: block.end, count: blockSize)
    block.advance(by: count)
    hasAllBytes = count == 0
  }
}
