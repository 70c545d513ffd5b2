internal import Glibc

/// The cells of one record where they stand in a chunk of the file, with their quotation marks.
///
/// A cell without any mark inside of it is taken as it stands, since there is nothing to decode; any other one is
/// decoded by libcsv.
final class SpelledCells {
  /// How many cells the record has.
  var count = 0
  /// Of each kept column in order, where its cell begins, and where it ends.
  var starts: UnsafeMutablePointer<UnsafePointer<UInt8>>
  var ends: UnsafeMutablePointer<UnsafePointer<UInt8>>
  /// The kept columns in order.
  let columns: [Int]
  /// The place of each column among the kept ones; -1 for the others.
  private let slots: [Int]
  private let decoder = CellDecoder()

  init(columns: [Int]) {
    self.columns = columns
    var slots = [Int](repeating: -1, count: (columns.last ?? -1) + 1)
    for (slot, column) in columns.enumerated() { slots[column] = slot }
    self.slots = slots
    starts = .allocate(capacity: max(columns.count, 1))
    ends = .allocate(capacity: max(columns.count, 1))
  }

  deinit {
    starts.deallocate()
    ends.deallocate()
  }

  /// Forgets the cells that were decoded.
  func begin() { decoder.forget() }

  func spelling(at column: Int) -> UnsafeRawBufferPointer {
    precondition(column >= 0 && column < count, "The record has no such column")
    precondition(column < slots.count && slots[column] >= 0, "The reader was told not to keep this column")
    let slot = slots[column]
    return UnsafeRawBufferPointer(start: starts[slot], count: ends[slot] - starts[slot])
  }

  func isEmpty(at column: Int) -> Bool {
    let cell = spelling(at: column)
    return cell.isEmpty || cell.count == 2 && cell[0] == UInt8(ascii: "\"")
  }

  func bytes(at column: Int) -> UnsafeRawBufferPointer {
    let cell = spelling(at: column)
    guard cell.count > 1, cell[0] == UInt8(ascii: "\"") else { return cell }
    let inner = UnsafeRawBufferPointer(rebasing: cell[1..<cell.count - 1])
    guard let start = inner.baseAddress, memchr(start, CInt(UInt8(ascii: "\"")), inner.count) != nil else {
      return inner
    }
    return decoder.decode(cell)
  }
}
