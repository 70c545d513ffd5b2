internal import CSV
internal import Survey

/// What a commit is about to append to which files: written into the lock file before the first byte is
/// appended, and taken out when all of them are on the disk.
///
/// Whoever finds one knows that a commit was cut short, and by it how long each file was before.
struct CommitJournal: Equatable {
  struct Entry: Equatable {
    /// The name of the file in the folder.
    let file: String
    /// Its length in bytes before the commit, and after it.
    let before: Int
    let after: Int
    /// The sum of the bytes between the two, in hexadecimal digits.
    let checksum: String
  }

  let entries: [Entry]

  private static let columns = ["file", "before", "after", "checksum"]

  /// The journal as a file: a header, a row for each file, and a last row with the sum of all before.
  func bytes() throws(CSVWriteError) -> [UInt8] {
    var writer = CSVWriter()
    try writer.append(record: Self.columns)
    for entry in entries {
      try writer.append(record: [entry.file, String(entry.before), String(entry.after), entry.checksum])
    }
    let rows = writer.takeBytes()
    return rows + (try CSVWriter.record(["", "", "", Checksum(rows).description]))
  }

  init(_ entries: [Entry]) { self.entries = entries }

  /// Reads a journal; nothing where the bytes are no whole one.
  ///
  /// A journal that is not whole was never on the disk as a whole; so nothing was appended after it.
  init?(_ bytes: [UInt8]) {
    guard let rows = try? CSVReader(bytes).rows(), rows.count >= 2, let last = rows.last,
      rows[0].cells == Self.columns,
      last.cells == ["", "", "", Checksum(bytes[..<last.position.offset]).description]
    else { return nil }
    var entries: [Entry] = []
    for row in rows[1...].dropLast() {
      guard row.cells.count == 4, !row.cells[0].contains("/"), let before = Int(row.cells[1]),
        let after = Int(row.cells[2]), 0 <= before, before <= after
      else { return nil }
      entries.append(Entry(file: row.cells[0], before: before, after: after, checksum: row.cells[3]))
    }
    self.entries = entries
  }
}
