/// The ids of the rows of a file, piece by piece: in memory, or as they are kept beside it.
struct RowIDs<Failure: Error> {
  /// How many rows there are.
  let count: Int
  let pieceCount: Int
  /// The ids of a piece, and the lines where its rows begin.
  let keys: (_ piece: Int) throws(Failure) -> [ResponseKey]
  let lines: (_ piece: Int) throws(Failure) -> [UInt32]

  /// The hashes of ids that may stand in more than one row.
  ///
  /// - Parameters:
  ///   - known: Of how many rows from the first on it is known that no two have the same.
  ///   - atOnce: How many ids are held against each other at once.
  /// - Returns: The hashes; none where no two rows have the same id.
  /// - Throws: Why the ids cannot be read.
  func repeatedHashes(behind known: Int, atOnce: Int) throws(Failure) -> Set<UInt64> {
    if known >= count { return [] }
    let turns = (count - known + atOnce - 1) / atOnce
    var suspects: Set<UInt64> = []
    for turn in 0..<turns {
      var met = HashTable(room: (count - known) / turns)
      try forEach { row, key in
        let hash = key.hash
        if row >= known, Self.isOf(turn, turns, hash), !met.insert(hash) { suspects.insert(hash) }
      }
      if known == 0 { continue }
      try forEach { row, key in
        let hash = key.hash
        if row < known, Self.isOf(turn, turns, hash), met.contains(hash) { suspects.insert(hash) }
      }
    }
    return suspects
  }

  /// Whether a hash is looked at in a turn.
  private static func isOf(_ turn: Int, _ turns: Int, _ hash: UInt64) -> Bool {
    turns == 1 || (hash &* 0x9e37_79b9_7f4a_7c15).multipliedFullWidth(by: UInt64(turns)).high == UInt64(turn)
  }

  /// Goes over all rows in their order.
  func forEach(_ body: (_ row: Int, _ key: ResponseKey) -> Void) throws(Failure) {
    var row = 0
    for piece in 0..<pieceCount {
      for key in try keys(piece) {
        body(row, key)
        row += 1
      }
    }
  }

  /// The lines where some rows begin.
  func lines(of rows: some Sequence<Int>) throws(Failure) -> [Int: Int] {
    let wanted = Set(rows)
    guard let last = wanted.max() else { return [:] }
    var found: [Int: Int] = [:]
    var row = 0
    for piece in 0..<pieceCount where row <= last {
      for line in try lines(piece) {
        if wanted.contains(row) { found[row] = Int(line) }
        row += 1
      }
    }
    return found
  }
}

extension RowIDs<Never> {
  /// The ids of rows in memory.
  init(of rows: ResponseRows) {
    self.init(
      count: rows.count, pieceCount: rows.keys.pieceCount,
      keys: { (piece) throws(Never) in rows.keys.piece(piece) },
      lines: { (piece) throws(Never) in rows.lines.piece(piece) })
  }
}

extension RowIDs<SidecarDamage> {
  /// The ids of rows that are kept beside their file.
  ///
  /// - Parameters:
  ///   - count: How many rows there are.
  ///   - pieceCount: In how many segments.
  ///   - others: The ids that are no UUID, by their numbers there; none where those numbers will do.
  ///   - segments: The segments.
  init(count: Int, pieceCount: Int, others: [ResponseKey] = [], in segments: KeptSegments) {
    self.init(
      count: count, pieceCount: pieceCount,
      keys: { (piece) throws(SidecarDamage) in
        let keys = try segments.keys(of: piece)
        return others.isEmpty ? keys : keys.map { $0.translated(by: others) }
      },
      lines: { (piece) throws(SidecarDamage) in try segments.numbers(.lines, of: piece) })
  }
}
