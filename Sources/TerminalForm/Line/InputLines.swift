/// Bytes as they come, and the lines in them.
///
/// Pure, so that every way in which input can be cut into blocks can be tested.
package struct InputLines {
  private var bytes: [UInt8] = []
  private var start = 0
  private var searched = 0

  /// Begins without any byte.
  package init() {}

  /// Whether all bytes have been taken.
  package var isEmpty: Bool { start == bytes.count }

  /// Adds what came.
  package mutating func append(_ block: some Sequence<UInt8>) {
    bytes.removeSubrange(..<start)
    searched -= start
    start = 0
    bytes.append(contentsOf: block)
  }

  /// Takes one byte.
  package mutating func nextByte() -> UInt8? {
    guard start < bytes.count else { return nil }
    defer { start += 1 }
    searched = max(searched, start + 1)
    return bytes[start]
  }

  /// Takes one line, without its end (LF or CR LF); nothing where no line has ended.
  package mutating func nextLine() -> LineInput? {
    guard let end = bytes[max(start, searched)...].firstIndex(of: 0x0a) else {
      searched = bytes.count
      return nil
    }
    defer { (start, searched) = (end + 1, end + 1) }
    return Self.input(bytes[start..<end])
  }

  /// Takes what stands behind the last line end, where there will be no more; nothing where there is nothing.
  package mutating func lastLine() -> LineInput? {
    if isEmpty { return nil }
    defer { (start, searched) = (bytes.count, bytes.count) }
    return Self.input(bytes[start...])
  }

  private static func input(_ bytes: ArraySlice<UInt8>) -> LineInput {
    let line = bytes.last == 0x0d ? bytes.dropLast() : bytes
    return String(validating: line, as: UTF8.self).map { .line($0) } ?? .undecodable
  }
}
