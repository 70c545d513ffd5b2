internal import CDeflate

/// A picture in bytes, one for each pixel: in each row, how often each follows.
struct CodeRuns {
  /// A byte as often as it follows.
  struct Run {
    let code: UInt8
    let count: UInt16
  }

  let width: Int
  private(set) var runs: [Run] = []
  /// Where the runs of each row stand; rows that are alike, one below the other, share them.
  private(set) var rows: [Range<Int>] = []

  /// Says a picture in bytes.
  ///
  /// - Parameters:
  ///   - picture: The picture.
  ///   - codes: The byte for each of its colours, by its place.
  init(_ picture: ColorRuns, codes: [UInt8]) {
    width = picture.width
    runs.reserveCapacity(picture.runs.count)
    rows.reserveCapacity(picture.rows.count)
    var above: Range<Int>?
    for row in picture.rows {
      if row == above, let last = rows.last {
        rows.append(last)
        continue
      }
      above = row
      let first = runs.count
      for run in picture.runs[row] {
        let code = codes[Int(run.color)]
        // Shades that share a byte are one run.
        if runs.count > first, let last = runs.last, last.code == code {
          runs[runs.count - 1] = Run(code: code, count: last.count + run.count)
        } else {
          runs.append(Run(code: code, count: run.count))
        }
      }
      rows.append(first..<runs.count)
    }
  }

  /// The sum that stands behind packed bytes (Adler-32, RFC 1950).
  ///
  /// - Returns: The sum of all rows, a byte a pixel, each behind a byte that is 0.
  func checksum() -> UInt32 {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: width + 1) { line in
      guard let start = line.baseAddress else { return 0 }
      start.initialize(repeating: 0, count: line.count)
      var sum: UInt32 = 1
      for (number, row) in rows.enumerated() {
        if number == 0 || row != rows[number - 1] {
          var next = start + 1
          for run in runs[row] {
            next.update(repeating: run.code, count: Int(run.count))
            next += Int(run.count)
          }
        }
        sum = libdeflate_adler32(sum, start, line.count)
      }
      return sum
    }
  }
}
