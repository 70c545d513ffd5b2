import CSV

/// A second reader, written for being seen to be right: one character after the other, all in memory.
///
/// The tests hold it against the real one. It knows only ASCII, and the errors of quoting.
struct ReferenceReader {
  enum Fault: Hashable { case stray, textAfter, unterminated }

  private(set) var records: [Reading.Record] = []
  private(set) var fault: (kind: Fault, position: CSVPosition)?

  private enum State { case betweenRecords, cellStart, unquoted, quoted, quoteInQuoted }

  init(_ text: [UInt8]) {
    var state = State.betweenRecords
    var record = Reading.Record(number: 0, line: 1, offset: 0, cells: [])
    var cell: [UInt8] = []
    var line = 1
    var opening = CSVPosition(record: 0, line: 0, column: 0, offset: 0)

    func endCell() {
      record.cells.append(String(decoding: cell, as: UTF8.self))
      cell = []
    }
    func endRecord() {
      endCell()
      records.append(record)
      state = .betweenRecords
    }

    for (offset, byte) in text.enumerated() {
      if offset > 0 {
        let last = text[offset - 1]
        // A new line begins behind a CR, and behind an LF that does not follow one.
        if last == 13 || last == 10 && (offset < 2 || text[offset - 2] != 13) { line += 1 }
      }
      let isLineBreak = byte == 10 || byte == 13
      if state == .betweenRecords {
        if isLineBreak { continue }
        record = Reading.Record(number: records.count + 1, line: line, offset: offset, cells: [])
        state = .cellStart
      }
      let here = CSVPosition(
        record: record.number, line: line, column: record.cells.count + 1, offset: offset)
      switch (state, byte) {
      case (.cellStart, 34):
        opening = here
        state = .quoted
      case (.unquoted, 34):
        fault = (.stray, here)
        return
      case (.cellStart, 44), (.unquoted, 44), (.quoteInQuoted, 44):
        endCell()
        state = .cellStart
      case (.cellStart, _) where isLineBreak, (.unquoted, _) where isLineBreak,
        (.quoteInQuoted, _) where isLineBreak:
        endRecord()
      case (.cellStart, _), (.unquoted, _):
        cell.append(byte)
        state = .unquoted
      case (.quoted, 34): state = .quoteInQuoted
      case (.quoted, _): cell.append(byte)
      case (.quoteInQuoted, 34):
        cell.append(34)
        state = .quoted
      case (.quoteInQuoted, _):
        fault = (.textAfter, here)
        return
      case (.betweenRecords, _): break
      }
    }
    if state == .quoted { fault = (.unterminated, opening) } else if state != .betweenRecords { endRecord() }
  }
}
