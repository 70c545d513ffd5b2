internal import Glibc
internal import PageDrawing

/// A picture of few colours: in each row, how often each follows.
struct ColorRuns {
  /// A colour as often as it follows.
  struct Run {
    /// Its place among the colours.
    let color: UInt16
    let count: UInt16
  }

  /// More colours than these are no figure.
  static let mostColors = 1 << 14

  /// The colours, as their pixels have them, in the order in which they come.
  private(set) var colors: [UInt32] = []
  /// How many pixels have each.
  private(set) var counts: [Int] = []
  let width: Int
  private(set) var runs: [Run] = []
  /// Where the runs of each row stand; rows that are alike share them.
  private(set) var rows: [Range<Int>] = []
  /// The places of the colours behind those where their hashes lead: open addressing, 0 for none, else one more.
  private var places = [UInt16](repeating: 0, count: 1 << 16)

  /// Reads all pixels of a picture; nothing where it has more than `mostColors`.
  ///
  /// - Parameter raster: The picture.
  /// - Throws: Where a row cannot be painted.
  init?(_ raster: Raster) throws(WriterError) {
    width = raster.width
    rows.reserveCapacity(raster.height)
    var last: UnsafeBufferPointer<UInt32>?
    for row in 0..<raster.height {
      guard let pixels = raster.pixels(ofRow: row), let start = pixels.baseAddress else {
        throw .library("cairo", reason: "a picture has no pixels")
      }
      // In the same strip the row above is still there.
      if let above = last?.baseAddress, above < start, let known = rows.last,
        memcmp(above, start, raster.width * MemoryLayout<UInt32>.size) == 0
      {
        rows.append(known)
        for run in runs[known] { counts[Int(run.color)] += Int(run.count) }
      } else {
        guard append(pixels) else { return nil }
      }
      last = pixels
    }
  }

  private mutating func append(_ pixels: UnsafeBufferPointer<UInt32>) -> Bool {
    let first = runs.count
    var column = 0
    while column < pixels.count {
      let color = pixels[column] & 0xFF_FFFF
      let end = pixels.end(of: color, from: column + 1)
      guard let place = place(of: color) else { return false }
      counts[place] += end - column
      runs.append(Run(color: UInt16(place), count: UInt16(end - column)))
      column = end
    }
    rows.append(first..<runs.count)
    return true
  }

  private mutating func place(of color: UInt32) -> Int? {
    var slot = Int((color &* 0x9E37_79B1) >> 16)
    while true {
      let place = Int(places[slot]) - 1
      if place < 0 { break }
      if colors[place] == color { return place }
      slot = (slot + 1) & 0xFFFF
    }
    guard colors.count < Self.mostColors else { return nil }
    colors.append(color)
    counts.append(0)
    places[slot] = UInt16(colors.count)
    return colors.count - 1
  }
}

extension UnsafeBufferPointer<UInt32> {
  /// Where the pixels end that have a colour, from one of them on.
  @inline(__always)
  fileprivate func end(of color: UInt32, from start: Int) -> Int {
    var end = start
    // Along the edges of letters nothing follows.
    if end < count, self[end] & 0xFF_FFFF != color { return end }
    guard let base = UnsafeRawPointer(baseAddress) else { return count }
    // Of an area, two pixels in each word, and four words at once.
    let (wanted, mask) = (UInt64(color) << 32 | UInt64(color), UInt64(0x00FF_FFFF_00FF_FFFF))
    func differs(_ word: Int) -> UInt64 {
      base.loadUnaligned(fromByteOffset: 4 * end + 8 * word, as: UInt64.self) ^ wanted
    }
    while end + 8 <= count, (differs(0) | differs(1) | differs(2) | differs(3)) & mask == 0 { end += 8 }
    while end < count, self[end] & 0xFF_FFFF == color { end += 1 }
    return end
  }
}
