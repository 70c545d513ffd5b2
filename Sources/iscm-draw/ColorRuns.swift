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
  private let width: Int
  private var runs: [Run] = []
  /// Where the runs of each row stand; rows that are alike share them.
  private var rows: [Range<Int>] = []
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

  /// All rows, a byte a pixel, each behind a byte that is 0.
  ///
  /// - Parameter codes: The byte for each colour, by its place.
  /// - Returns: The rows from above to below.
  func rows(codes: [UInt8]) -> [UInt8] {
    let length = width + 1
    return [UInt8](unsafeUninitializedCapacity: length * rows.count) { target, count in
      count = length * rows.count
      guard var next = target.baseAddress else { return }
      for (number, row) in rows.enumerated() {
        if number > 0, row == rows[number - 1] {
          next.update(from: next - length, count: length)
          next += length
          continue
        }
        next.pointee = 0
        next += 1
        for run in runs[row] {
          next.update(repeating: codes[Int(run.color)], count: Int(run.count))
          next += Int(run.count)
        }
      }
    }
  }
}

extension UnsafeBufferPointer<UInt32> {
  /// Where the pixels end that have a colour, from one of them on.
  fileprivate func end(of color: UInt32, from start: Int) -> Int {
    var end = start
    guard let base = UnsafeRawPointer(baseAddress) else { return count }
    let wanted = SIMD16<UInt32>(repeating: color)
    let mask = SIMD16<UInt32>(repeating: 0xFF_FFFF)
    while end + 16 <= count,
      base.loadUnaligned(fromByteOffset: 4 * end, as: SIMD16<UInt32>.self) & mask == wanted
    {
      end += 16
    }
    while end < count, self[end] & 0xFF_FFFF == color { end += 1 }
    return end
  }
}
