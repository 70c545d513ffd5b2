internal import Calendar
internal import Threading

/// Counts figures over rows that stay in another file: piece by piece, several at once, and no more of them in memory
/// than are being counted.
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

  /// What comes of some pieces.
  struct Counted {
    /// For each figure what was counted.
    var tables: [Tabulated]
    /// The rows of units that can still count; nothing where no units are counted.
    var units: UnitRows?
  }

  /// Counts.
  ///
  /// - Parameter threads: How many threads do so.
  /// - Returns: What comes of all pieces.
  /// - Throws: `SidecarDamage` where the rows are not what was kept.
  func counted(threads: Int) throws(SidecarDamage) -> Counted {
    // Each counts pieces that follow each other: what they come to is added up in the order of the file.
    let shares = max(1, min(threads, stored.pieceCount))
    let counts = Threads.shares(shares, threads: shares) { share in
      let pieces = stored.pieceCount * share / shares..<stored.pieceCount * (share + 1) / shares
      return Result { () throws(SidecarDamage) in try self.counted(pieces) }
    }
    var all = nothing
    for counted in counts {
      let counted = try counted.get()
      for (index, table) in counted.tables.enumerated() { all.tables[index].add(table) }
      if let rows = counted.units?.rows { all.units?.add(rows, in: data) }
    }
    return all
  }

  private var nothing: Counted {
    Counted(
      tables: figures.map { Tabulation($0, in: data).empty(in: data) },
      units: data.units[file].map { UnitRows(of: $0, file, in: data) })
  }

  private func counted(_ pieces: Range<Int>) throws(SidecarDamage) -> Counted {
    let tabulations = figures.map { Tabulation($0, in: data) }
    var counted = nothing
    for piece in pieces {
      let rows = try stored.rows(of: piece)
      counted.units?.add(rows, in: data)
      if tabulations.isEmpty { continue }
      let part = data.with(rows, of: file)
      let view = UnitView(data: part, units: UnitTable(responsesOf: [file], in: part))
      for (index, tabulation) in tabulations.enumerated() {
        counted.tables[index].add(
          ColumnTabulation(tabulation, view)?.counted(now: now)
            ?? UnitTabulation(tabulation, view, frame: nil, now: now).table)
      }
    }
    return counted
  }
}
