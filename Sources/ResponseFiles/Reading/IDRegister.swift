internal import Survey

/// Which ids were read, and on which lines: 128 bits of each, since a file may have millions.
struct IDRegister {
  private struct Fingerprint: Hashable {
    let high: UInt64
    let low: UInt64

    init(_ id: Response.ID) {
      high = Checksum(id.text.utf8).value
      // Another order of the same bytes makes another sum.
      low = Checksum(id.text.utf8.reversed()).value
    }
  }

  private var lines: [Fingerprint: Int] = [:]

  /// The line on which an id was first read.
  func line(of id: Response.ID) -> Int? { lines[Fingerprint(id)] }

  mutating func add(_ id: Response.ID, line: Int) { lines[Fingerprint(id)] = line }
}
