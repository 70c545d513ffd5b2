internal import Calendar
internal import Threading

/// Counts figures over rows that stay beside their file: piece by piece, several at once, and no more of them in
/// memory than are being counted.
struct PieceCounting {
  private let figures: [PlannedFigure]
  private let data: Dataset
  private let file: Int
  private let stored: StoredRows
  private let now: Instant

  /// - Parameters:
  ///   - figures: The figures, each of which counts the responses of this file one by one.
  ///   - file: The file's place in the data.
  ///   - stored: Its rows.
  ///   - data: The data.
  ///   - now: What `now()` and `today()` mean in filters.
  init(_ figures: [PlannedFigure], of file: Int, _ stored: StoredRows, in data: Dataset, now: Instant) {
    self.figures = figures
    self.data = data
    self.file = file
    self.stored = stored
    self.now = now
  }

  /// Counts.
  ///
  /// - Parameter threads: How many threads do so.
  /// - Returns: For each figure what was counted.
  /// - Throws: `SidecarDamage` where the rows are not what was kept.
  func counted(threads: Int) throws(SidecarDamage) -> [Tabulated] {
    // Each counts pieces that follow each other: what they come to is added up in the order of the file.
    let shares = max(1, min(threads, stored.pieceCount))
    let counts = Threads.shares(shares, threads: shares) { share in
      let pieces = stored.pieceCount * share / shares..<stored.pieceCount * (share + 1) / shares
      return Result { () throws(SidecarDamage) in try self.counted(pieces) }
    }
    var tables = empty
    for counted in counts {
      for (index, table) in try counted.get().enumerated() { tables[index].add(table) }
    }
    return tables
  }

  private var empty: [Tabulated] { figures.map { Tabulation($0, in: data).empty(in: data) } }

  private func counted(_ pieces: Range<Int>) throws(SidecarDamage) -> [Tabulated] {
    let tabulations = figures.map { Tabulation($0, in: data) }
    var tables = empty
    for piece in pieces {
      let part = data.with(try stored.rows(of: piece), of: file)
      let view = UnitView(data: part, units: UnitTable(responsesOf: [file], in: part))
      for (index, tabulation) in tabulations.enumerated() {
        tables[index].add(
          ColumnTabulation(tabulation, view)?.counted(now: now)
            ?? UnitTabulation(tabulation, view, frame: nil, now: now).table)
      }
    }
    return tables
  }
}
