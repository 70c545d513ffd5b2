/// Packs the rows of a picture from its runs, and never looks at single pixels of an area.
///
/// A row that is as the one above it is one repetition. In another row, what is as above is repeated, or what came with the
/// same runs not long ago, as the same letter does; the rest is a byte for each run and that byte again.
struct RunPacker {
  /// Where some runs came last.
  private struct Place {
    /// The first of them, and where those of its row end.
    var run = 0
    var end = 0
    /// How many bytes stand before it.
    var position = -1
  }

  /// Those of the picture, while it is packed.
  private let runs: UnsafeBufferPointer<CodeRuns.Run>
  /// The bytes of a row: one for its filter, and one for each pixel.
  private let length: Int
  private var writer = DeflateWriter()
  /// By a hash of the runs that begin there.
  private var places = [Place](repeating: Place(), count: 1 << 12)
  private var position = 0

  /// What is repeated has at least so many pixels: less is written in as few bits by itself.
  private static let shortestAbove = 4
  private static let shortestBefore = 6

  /// Packs a picture.
  ///
  /// - Parameter picture: The picture.
  /// - Returns: A deflate stream of its rows, each behind a byte that is 0.
  static func packed(_ picture: CodeRuns) -> [UInt8] {
    picture.runs.withUnsafeBufferPointer { runs in
      var packer = RunPacker(runs: runs, length: picture.width + 1)
      var repeated = 0
      var above = 0..<0
      for (number, row) in picture.rows.enumerated() {
        if number > 0, row == above, packer.length >= DeflateWriter.shortest {
          repeated += packer.length
          continue
        }
        packer.repeatBytes(repeated, distance: packer.length)
        repeated = 0
        packer.pack(row, below: above)
        above = row
      }
      packer.repeatBytes(repeated, distance: packer.length)
      return packer.writer.finish()
    }
  }

  private init(runs: UnsafeBufferPointer<CodeRuns.Run>, length: Int) {
    self.runs = runs
    self.length = length
  }

  private mutating func repeatBytes(_ count: Int, distance: Int) {
    writer.repeatBytes(count, distance: distance)
    position += count
  }

  private mutating func pack(_ row: Range<Int>, below above: Range<Int>) {
    writer.append(0)
    position += 1
    var run = row.lowerBound
    // How much of this run is written, and what of the row above stands over that.
    var written = 0
    var upper = (run: above.lowerBound, passed: 0)
    while run < row.upperBound {
      let over = above.isEmpty ? 0 : same(from: (run, written), row.upperBound, as: upper, above.upperBound)
      let before = written == 0 ? place(of: run, in: row) : Place()
      let earlier =
        before.position < 0
        ? 0 : same(from: (run, 0), row.upperBound, as: (before.run, 0), before.end)
      var count = max(over, earlier)
      if over >= Self.shortestAbove, over >= earlier {
        repeatBytes(over, distance: length)
      } else if earlier >= Self.shortestBefore {
        repeatBytes(earlier, distance: position - before.position)
      } else {
        count = Int(runs[run].count) - written
        write(runs[run].code, count: count, isBegun: written > 0)
      }
      advance(&run, &written, by: count)
      if !above.isEmpty { advance(&upper.run, &upper.passed, by: count) }
    }
  }

  /// How many pixels are the same from two places on, each in its row.
  private func same(
    from place: (run: Int, passed: Int), _ end: Int, as other: (run: Int, passed: Int), _ otherEnd: Int
  ) -> Int {
    var (one, two) = (place.run, other.run)
    guard one < end, two < otherEnd else { return 0 }
    var (left, right) = (Int(runs[one].count) - place.passed, Int(runs[two].count) - other.passed)
    var count = 0
    while runs[one].code == runs[two].code {
      let step = min(left, right)
      count += step
      left -= step
      right -= step
      if left == 0 {
        one += 1
        if one == end { break }
        left = Int(runs[one].count)
      }
      if right == 0 {
        two += 1
        if two == otherEnd { break }
        right = Int(runs[two].count)
      }
    }
    return count
  }

  private func advance(_ run: inout Int, _ passed: inout Int, by count: Int) {
    passed += count
    while run < runs.count, passed >= Int(runs[run].count) {
      passed -= Int(runs[run].count)
      run += 1
    }
  }

  /// Where the next runs came last, near enough to be repeated; they are noted as they come here.
  private mutating func place(of run: Int, in row: Range<Int>) -> Place {
    guard run + 2 < row.upperBound else { return Place() }
    var hash: UInt32 = 0
    for place in run..<(run + 3) {
      let next = runs[place]
      hash = (hash ^ UInt32(next.code) << 12 ^ UInt32(next.count)) &* 0x9E37_79B1
    }
    let slot = Int(hash >> 20)
    defer { places[slot] = Place(run: run, end: row.upperBound, position: position) }
    let found = places[slot]
    return found.position >= 0 && position - found.position <= DeflateWriter.farthest ? found : Place()
  }

  private mutating func write(_ byte: UInt8, count: Int, isBegun: Bool) {
    var rest = count
    if !isBegun {
      writer.append(byte)
      rest -= 1
    }
    if rest >= DeflateWriter.shortest {
      writer.repeatBytes(rest, distance: 1)
    } else {
      for _ in 0..<rest { writer.append(byte) }
    }
    position += count
  }
}
