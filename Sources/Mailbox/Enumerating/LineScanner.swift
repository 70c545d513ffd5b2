internal import Glibc

/// Goes through the lines of a file that may be larger than memory.
struct LineScanner {
  /// A line, of which only the start is kept.
  struct Line {
    let offset: Int
    let start: [UInt8]
  }

  /// How many bytes of a line are kept: enough for a `From ` line.
  private static let kept = 1000
  private static let blockSize = 1 << 20

  private let length: Int
  private var block: [UInt8] = []
  private var blockOffset = 0
  private var position = 0

  init(length: Int) { self.length = length }

  /// The next line without its line feed; nothing at the end of the file.
  mutating func next(in file: borrowing SourceFile) throws(MailboxError) -> Line? {
    let offset = blockOffset + position
    guard offset < length else { return nil }
    var start: [UInt8] = []
    while true {
      if position == block.count {
        blockOffset += block.count
        position = 0
        guard blockOffset < length else { break }
        block = try file.bytes(from: blockOffset, count: min(Self.blockSize, length - blockOffset))
      }
      let end = lineEnd
      start.append(contentsOf: block[position..<end].prefix(Self.kept - start.count))
      position = end
      if end < block.count {
        position += 1
        break
      }
    }
    return Line(offset: offset, start: start)
  }

  /// Where the next line feed of the block stands, or the block ends.
  private var lineEnd: Int {
    block.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress,
        let found = memchr(start + position, Int32(UInt8(ascii: "\n")), bytes.count - position)
      else { return bytes.count }
      return UnsafeRawPointer(found) - start
    }
  }
}
