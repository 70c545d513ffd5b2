internal import CSV
internal import Digests
internal import ResponseFiles
internal import Survey

extension ResponseRowsReader {
  /// Reads a large file whose columns are not kept, and puts rows that are too many to be held into a file without a
  /// name, so that they are counted piece by piece as kept ones are.
  ///
  /// - Returns: Whether that was done; where not, because the system refuses such a file, nothing was read.
  /// - Throws: Why the file is no CSV, or cannot be read.
  mutating func readNameless(
    of large: SharedFile, _ domains: inout [Domain], _ findings: inout Findings
  ) throws -> Bool {
    var reader = effort.reader(of: large)
    guard let header = try reader.header({ try header(CSVHeader($0)) }) else { return true }
    var read = self
    var (readDomains, readFindings) = (domains, findings)
    read.prepare(header, readDomains, &readFindings)
    let outline = read.rows.emptied
    var put: NamelessRows?
    var isTaken = true
    try read.gather(
      reader, of: large, expected: header.names.count, &readDomains, &readFindings, prints: nil
    ) { reader, domains in
      // Behind the first rows, which are as many as may be held, each piece is put there when it is whole.
      let most = put == nil ? effort.grain.mostHeld / reader.bytesPerRow(domains) : 0
      guard isTaken, reader.rows.count >= max(effort.grain.segmentLength, most) else { return }
      put = put ?? NamelessRows(in: effort.folderForRows, questions: domains.count)
      isTaken = put?.take(&reader, pieceLength: effort.grain.segmentLength) ?? false
    }
    if put != nil, isTaken { isTaken = put?.take(&read, pieceLength: effort.grain.segmentLength) ?? false }
    guard isTaken else { return false }
    if let put {
      var outline = outline
      for version in read.rows.versions { outline.place(ofVersion: version) }
      read.rows = outline
      read.revisions = put.revisions
      do { try read.settle(put, &readDomains, &readFindings) } catch { return false }
    }
    (self, domains, findings) = (read, readDomains, readFindings)
    return true
  }

  /// Says of rows that were put away what is to be said when all are known.
  private mutating func settle(
    _ put: NamelessRows, _ domains: inout [Domain], _ findings: inout Findings
  ) throws(SidecarDamage) {
    let questions = cells.enumerated().map { place, reader in
      StoredQuestion(place, domains[reader.domain], as: reader.domain, &domains[reader.domain])
    }
    var outline = rows
    outline.otherIDs = keys.others
    var stored = StoredRows(
      put.columns.state, put.columns.segments, in: nil, outline: outline, questions: questions, others: [],
      versions: rows.versions.indices.map { UInt16($0) }, identifiesRows: identifiesRows)
    try settle(&stored, &findings)
    self.stored = stored
  }

  /// How many bytes a row takes while it is held, at least.
  private func bytesPerRow(_ domains: [Domain]) -> Int {
    cells.reduce(ResponseRows.bytesPerRow) { bytes, reader in
      switch domains[reader.domain].keeping {
      case .one, .presence: bytes + 2
      case .text: bytes + 6
      case .several(let words): bytes + 2 + 8 * words
      }
    }
  }
}

/// Rows in a file without a name, whose numbers are those of what is counted.
private struct NamelessRows {
  private(set) var columns: KeptColumns
  /// Rows that supersede another, with that one's id.
  private(set) var revisions: [(row: Int, of: ResponseKey)] = []

  init?(in folder: String, questions: Int) {
    guard let frames = FrameFile(namelessIn: folder) else { return nil }
    // Nobody looks at it a second time: it need not say what it is made of.
    let stamp = FileStamp(device: 0, inode: 0, size: 0, modifiedAt: 0, changedAt: 0)
    columns = KeptColumns(
      frames, SidecarState(fingerprint: FastHash(low: 0, high: 0), stamp: stamp, questions: questions))
  }

  /// Takes the rows that a reader holds.
  ///
  /// - Returns: Whether the system took them.
  mutating func take(_ reader: inout ResponseRowsReader, pieceLength: Int) -> Bool {
    let rows = reader.rows
    revisions += reader.revisions.map { [before = columns.state.rowCount] in (before + $0.row, $0.of) }
    for start in stride(from: 0, to: rows.count, by: pieceLength) {
      let range = start..<min(start + pieceLength, rows.count)
      guard columns.append(rows, range, reader.cells.map(\.cells), newTexts: [:]) else { return false }
    }
    reader.beginSegment()
    return true
  }
}
