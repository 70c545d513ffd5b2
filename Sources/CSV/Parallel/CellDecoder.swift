internal import CLibcsv

/// Decodes single cells through libcsv in strict mode.
final class CellDecoder {
  // On the heap, since libcsv is given its address.
  private let libcsv: UnsafeMutablePointer<csv_parser>
  /// What was decoded, each piece in memory of its own, so that none moves when another comes.
  private var decoded: [UnsafeMutableRawBufferPointer] = []

  init() {
    libcsv = .allocate(capacity: 1)
    csv_init(libcsv, UInt8(CSV_STRICT | CSV_STRICT_FINI))
    csv_set_space_func(libcsv) { _ in 0 }
  }

  deinit {
    forget()
    csv_free(libcsv)
    libcsv.deallocate()
  }

  /// Gives up what was decoded.
  func forget() {
    if decoded.isEmpty { return }
    for piece in decoded { piece.deallocate() }
    decoded.removeAll(keepingCapacity: true)
  }

  /// Decodes a cell.
  ///
  /// - Parameter cell: One whole cell as the file spells it, which is known to be well formed.
  /// - Returns: What it says, valid until `forget`.
  func decode(_ cell: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    var piece = UnsafeMutableRawBufferPointer(start: nil, count: 0)
    let takeCell: @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
      cell, count, context in
      let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: max(count, 1), alignment: 1)
      piece.copyMemory(from: UnsafeRawBufferPointer(start: cell, count: count))
      context?.assumingMemoryBound(to: UnsafeMutableRawBufferPointer.self).pointee =
        UnsafeMutableRawBufferPointer(rebasing: piece[..<count])
    }
    let isWhole = withUnsafeMutablePointer(to: &piece) { piece in
      csv_parse(libcsv, cell.baseAddress, cell.count, takeCell, nil, piece) == cell.count
        && csv_fini(libcsv, takeCell, nil, piece) == 0
    }
    precondition(isWhole, "libcsv and the kernel see a cell at different places")
    decoded.append(piece)
    return UnsafeRawBufferPointer(piece)
  }
}
