internal import CLibcsv

/// The core of every reader: raw bytes in, one record at a time out, through libcsv in strict mode.
///
/// The bytes may be cut anywhere. Each call looks for the end of one record, lets libcsv parse up to there,
/// and says how many bytes are done with; the others are to be presented again with more behind them. So
/// the place of each record is known exactly, and an error of the caller never has to pass through C.
struct CSVParser: ~Copyable {
  // On the heap, since the parser moves and libcsv is given its address.
  private let libcsv: UnsafeMutablePointer<csv_parser>
  private let recordLimit: Int
  private var scanner = ByteScanner()
  private var progress = Progress.start
  /// The byte that comes next, counted from 0 in the file.
  private(set) var offset = 0
  private var recordCount = 0

  private enum Progress { case start, betweenRecords, inRecord }

  /// What a call did.
  struct Step {
    /// How many of the bytes are done with.
    var consumed: Int
    /// Whether a record is ready.
    var hasRecord: Bool
  }

  init(recordLimit: Int, separator: CSVSeparator) {
    self.recordLimit = recordLimit
    libcsv = .allocate(capacity: 1)
    // Both, or a quotation mark that is never closed passes.
    csv_init(libcsv, UInt8(CSV_STRICT | CSV_STRICT_FINI))
    csv_set_delim(libcsv, separator.rawValue)
    // libcsv cuts spaces and tabs off unquoted cells; what stands in the file is what is read.
    csv_set_space_func(libcsv) { _ in 0 }
    // By default its buffer grows by 128 bytes at a time.
    csv_set_blk_size(libcsv, 1 << 16)
  }

  /// Goes on between two records.
  mutating func start(at place: CSVPlace) {
    progress = .betweenRecords
    offset = place.offset
    recordCount = place.records
    scanner = ByteScanner(line: place.line, followsCarriageReturn: place.followsCarriageReturn)
  }

  /// The place behind the last record.
  var place: CSVPlace {
    CSVPlace(
      offset: offset, records: recordCount, line: scanner.line,
      followsCarriageReturn: scanner.followsCarriageReturn)
  }

  deinit {
    csv_free(libcsv)
    libcsv.deallocate()
  }

  /// Goes on to the end of the next record.
  ///
  /// - Parameters:
  ///   - window: the bytes that follow those that were consumed.
  ///   - isLast: whether the file ends behind them.
  ///   - record: what the record is put into; it is whole only if the step says so.
  /// - Returns: how far the parser came. Fewer than four bytes are left over, unless there is a record.
  /// - Throws: `CSVError` at the first place that is not CSV; the parser is of no use then.
  mutating func advance(
    _ window: UnsafeRawBufferPointer, isLast: Bool, into record: inout CSVRecord
  ) throws(CSVError) -> Step {
    var index = 0
    if progress == .start {
      guard let mark = byteOrderMark(window, isLast: isLast) else {
        return Step(consumed: 0, hasRecord: false)
      }
      index = mark
      offset = mark
      progress = .betweenRecords
    }
    if progress == .betweenRecords {
      let skipped = scanner.skipLineBreaks(UnsafeRawBufferPointer(rebasing: window[index...]))
      index += skipped
      offset += skipped
      guard index < window.count else { return Step(consumed: index, hasRecord: false) }
      record.begin(number: recordCount + 1, line: scanner.line, offset: offset)
      progress = .inRecord
    }

    let allowed = min(window.count - index, record.offset + recordLimit - offset)
    let isCut = allowed < window.count - index
    let known = UnsafeRawBufferPointer(rebasing: window[index..<index + allowed])
    let before = scanner
    let (length, stop) = scanner.scan(known)
    try parse(UnsafeRawBufferPointer(rebasing: known[..<length]), after: before, into: &record)
    index += length

    switch stop {
    case .recordEnd:
      return finishRecord(record, consumed: index)
    case .nul:
      throw .nulByte(here(record))
    case .invalidCharacter(let bad):
      throw .invalidUTF8(found: Array(known[length..<length + bad]), here(record))
    case .bytesEnd, .unfinishedCharacter:
      if isCut {
        let quote = openQuote(record)
        throw .recordTooLong(limit: recordLimit, openQuote: quote != nil, quote ?? start(record))
      }
      guard isLast else { return Step(consumed: index, hasRecord: false) }
      if case .unfinishedCharacter(let bad) = stop {
        throw .invalidUTF8(found: Array(known[length..<length + bad]), here(record))
      }
      try end(&record)
      return finishRecord(record, consumed: index)
    }
  }

  private mutating func finishRecord(_ record: borrowing CSVRecord, consumed: Int) -> Step {
    precondition(record.isComplete, "libcsv and the scanner see the end of a record at different places")
    recordCount += 1
    progress = .betweenRecords
    return Step(consumed: consumed, hasRecord: true)
  }

  /// Gives bytes of the record to libcsv, which calls back for each cell.
  private mutating func parse(
    _ bytes: UnsafeRawBufferPointer, after scanner: ByteScanner, into record: inout CSVRecord
  ) throws(CSVError) {
    guard let start = bytes.baseAddress, bytes.count > 0 else { return }
    let parsed = withUnsafeMutablePointer(to: &record) { record in
      csv_parse(libcsv, start, bytes.count, takeCell, takeEnd, record)
    }
    let status = csv_error(libcsv)
    offset += parsed
    guard parsed < bytes.count || status != CSV_SUCCESS else { return }
    var scanner = scanner
    scanner.count(UnsafeRawBufferPointer(rebasing: bytes[..<parsed]))
    let position = here(record, line: scanner.line)
    guard status == CSV_EPARSE else { throw .outOfMemory(position) }
    guard libcsv.pointee.quoted != 0 else { throw .strayQuote(position) }
    let rest = String(decoding: bytes[parsed...].prefix(4), as: UTF8.self)
    throw .textAfterQuote(found: rest.unicodeScalars.first ?? "\u{FFFD}", position)
  }

  /// Tells libcsv that the file ends, which ends the record.
  private mutating func end(_ record: inout CSVRecord) throws(CSVError) {
    let result = withUnsafeMutablePointer(to: &record) { record in
      csv_fini(libcsv, takeCell, takeEnd, record)
    }
    if result != 0 { throw .unterminatedQuote(openQuote(record) ?? start(record)) }
  }

  /// The length of the byte-order mark, or nothing if more bytes are needed to tell.
  private func byteOrderMark(_ window: UnsafeRawBufferPointer, isLast: Bool) -> Int? {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if window.starts(with: mark) { return mark.count }
    return !isLast && mark.starts(with: window) ? nil : 0
  }
}

// Places.
extension CSVParser {
  private func here(_ record: borrowing CSVRecord) -> CSVPosition { here(record, line: scanner.line) }

  private func here(_ record: borrowing CSVRecord, line: Int) -> CSVPosition {
    CSVPosition(record: record.number, line: line, column: record.count + 1, offset: offset)
  }

  private func start(_ record: borrowing CSVRecord) -> CSVPosition { record.position(ofColumn: 0) }

  /// Where the quotation mark stands that opens the cell in which the parser is, if it is a quoted one.
  ///
  /// libcsv holds all of that cell, with each doubled quotation mark once: that tells how far back it began.
  private func openQuote(_ record: borrowing CSVRecord) -> CSVPosition? {
    guard scanner.isQuoted else { return nil }
    let cell = UnsafeRawBufferPointer(start: libcsv.pointee.entry_buf, count: libcsv.pointee.entry_pos)
    let doubled = cell.count { $0 == UInt8(ascii: "\"") }
    var lines = ByteScanner()
    lines.count(cell)
    return CSVPosition(
      record: record.number, line: scanner.line - (lines.line - 1), column: record.count + 1,
      offset: offset - cell.count - doubled - 1)
  }
}

// The context is the record itself: no retain, no release, for as many as there are cells.
private let takeCell: @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
  cell, count, record in
  record?.assumingMemoryBound(to: CSVRecord.self).pointee.append(UnsafeRawPointer(cell), count: count)
}

private let takeEnd: @convention(c) (CInt, UnsafeMutableRawPointer?) -> Void = { _, record in
  record?.assumingMemoryBound(to: CSVRecord.self).pointee.complete()
}
