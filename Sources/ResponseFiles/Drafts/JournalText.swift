internal import Calendar
internal import CSV

/// The bytes of a journal, read as far as whole rows go.
///
/// A row is whole when its line end is there: without it, a closing quotation mark could be the first of two.
struct JournalText {
  /// The rows behind the header, each with its line; a row that is none of a journal has only its cells.
  let rows: [(line: Int, cells: [String])]
  /// The length of header and whole rows, in bytes.
  let wholeLength: Int
  /// The number of bytes behind them.
  let tailLength: Int
  /// Whether what is behind them is more than one row that was cut off while it was written.
  let isDamaged: Bool

  init(_ bytes: [UInt8]) {
    var rows: [(line: Int, cells: [String])] = []
    var start = 0
    var end = bytes.count
    var csv = CSVReader(bytes)
    do {
      while try csv.next() {
        start = csv.record.offset
        rows.append((csv.record.line, csv.record.strings))
      }
      if let last = bytes.last, last != UInt8(ascii: "\n"), last != UInt8(ascii: "\r") {
        rows.removeLast()
        end = start
      }
    } catch {
      // The record that cannot be read has begun behind the last whole one.
      end = csv.record.number > rows.count ? csv.record.offset : start
      if csv.record.number == rows.count { rows.removeLast() }
    }
    self.isDamaged = Self.hasRows(bytes[end...])
    self.wholeLength = end
    self.tailLength = bytes.count - end
    self.rows = rows.first?.cells == DraftRow.columns ? Array(rows.dropFirst()) : rows
  }

  /// Whether some bytes hold the beginning of a row behind a line end: `CR LF "2018-11-09T10:14:33Z","`.
  private static func hasRows(_ bytes: ArraySlice<UInt8>) -> Bool {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropFirst()
    return lines.contains { line in
      guard line.count > 24, line.first == UInt8(ascii: "\""),
        line.dropFirst(21).starts(with: Array("\",\"".utf8))
      else { return false }
      return Instant(String(decoding: line.dropFirst().prefix(20), as: UTF8.self)) != nil
    }
  }
}
