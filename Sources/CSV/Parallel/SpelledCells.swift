internal import Glibc

/// The cells of one record where they stand in a chunk of the file, with their quotation marks.
///
/// A cell without any mark inside of it is taken as it stands, since there is nothing to decode; any other one is
/// decoded by libcsv.
final class SpelledCells {
  /// How many columns are kept.
  let count: Int
  /// Of each kept column in order, where its cell begins, and where it ends.
  let starts: UnsafeMutablePointer<UnsafePointer<UInt8>>
  let ends: UnsafeMutablePointer<UnsafePointer<UInt8>>
  /// The place of each column among the kept ones; -1 for the others.
  let slots: UnsafeMutablePointer<Int32>
  /// How many columns have such a place.
  let columnCount: Int
  /// The commas that lie before and behind kept cells, counted from 1 in each record, in order.
  let edges: [Int]
  /// For each kept cell the place of the edge before it, counted from 1, and of the one behind it; 0 stands for the
  /// start of the record.
  let sides: [(before: Int, behind: Int)]
  private let decoder = CellDecoder()
  // Asked for each record: through a pointer, so that nothing is checked.
  private let hasDecoded = UnsafeMutablePointer<Bool>.allocate(capacity: 1)

  /// Makes room for the cells of some columns.
  ///
  /// - Parameter columns: The kept columns in order.
  init(columns: [Int]) {
    hasDecoded.initialize(to: false)
    count = columns.count
    columnCount = (columns.last ?? -1) + 1
    slots = .allocate(capacity: max(columnCount, 1))
    slots.initialize(repeating: -1, count: columnCount)
    for (slot, column) in columns.enumerated() { slots[column] = Int32(slot) }
    starts = .allocate(capacity: max(count, 1))
    ends = .allocate(capacity: max(count, 1))
    let edges = Set(columns.flatMap { [$0, $0 + 1] }).subtracting([0]).sorted()
    self.edges = edges
    let places = Dictionary(uniqueKeysWithValues: edges.enumerated().map { ($1, $0 + 1) })
    sides = columns.map { (places[$0] ?? 0, places[$0 + 1] ?? 0) }
  }

  deinit {
    starts.deallocate()
    ends.deallocate()
    slots.deallocate()
    hasDecoded.deallocate()
  }

  /// Forgets the cells that were decoded.
  func forget() {
    guard hasDecoded.pointee else { return }
    decoder.forget()
    hasDecoded.pointee = false
  }

  /// What a quoted cell says, valid until `forget`.
  ///
  /// - Parameter cell: The cell, with its quotation marks.
  /// - Returns: What stands between them; decoded, where there are others.
  func bytes(ofQuoted cell: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    let inner = UnsafeRawBufferPointer(rebasing: cell[1..<cell.count - 1])
    guard let start = inner.baseAddress, memchr(start, CInt(UInt8(ascii: "\"")), inner.count) != nil else {
      return inner
    }
    hasDecoded.pointee = true
    return decoder.decode(cell)
  }
}
