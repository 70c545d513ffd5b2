internal import CSV

/// A cell that says the same in nearly all rows of a file.
struct ExpectedCell {
  /// How it was spelled last where it said so.
  private var spelling: [UInt8] = []
  private var hasSpelling = false

  /// Whether a cell says exactly what it should, told without making a string.
  mutating func isExpected(_ text: String, _ record: borrowing CSVRecord, at column: Int) -> Bool {
    let cell = record.spelling(at: column)
    if hasSpelling, isSpelled(cell) { return true }
    guard record.cell(at: column, is: text) else { return false }
    (spelling, hasSpelling) = (Array(cell), true)
    return true
  }

  private func isSpelled(_ cell: UnsafeRawBufferPointer) -> Bool {
    spelling.withUnsafeBytes { spelling in
      guard spelling.count == cell.count else { return false }
      var place = 0
      while place &+ 8 <= cell.count {
        if spelling.loadUnaligned(fromByteOffset: place, as: UInt64.self)
          != cell.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        {
          return false
        }
        place &+= 8
      }
      while place < cell.count {
        if spelling[place] != cell[place] { return false }
        place &+= 1
      }
      return true
    }
  }
}
