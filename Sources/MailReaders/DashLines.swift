internal import Glibc

/// The lines of a mail that begin with `--`, as all lines do that separate parts (RFC 2046, section 5.1.1).
struct DashLines: Sequence, IteratorProtocol {
  private let bytes: UnsafeRawBufferPointer
  private var start: Int

  /// Goes through bytes that outlive it.
  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    start = bytes.startIndex
  }

  /// The next such line, without its `--` and its line feed, where it stands.
  mutating func next() -> Range<Int>? {
    while start < bytes.count {
      let line = start..<end(from: start)
      start = line.upperBound + 1
      if line.count > 2, bytes[line.lowerBound] == UInt8(ascii: "-"),
        bytes[line.lowerBound + 1] == UInt8(ascii: "-")
      {
        return (line.lowerBound + 2)..<line.upperBound
      }
    }
    return nil
  }

  /// Where the line ends that begins at a place.
  private func end(from start: Int) -> Int {
    guard let address = bytes.baseAddress,
      let found = memchr(address + start, Int32(UInt8(ascii: "\n")), bytes.count - start)
    else {
      return bytes.count
    }
    return UnsafeRawPointer(found) - address
  }
}
