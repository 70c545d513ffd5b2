internal import Glibc

/// How many lines of a mail may begin a part, counted before anybody builds parts of them.
///
/// A line is counted where it has the spelling of a boundary that the mail declares anywhere; a boundary that is
/// declared in pieces (RFC 2231) makes every line that begins with `--` count.
struct BoundaryCount {
  /// Whether more lines than a limit may begin a part.
  let exceedsLimit: Bool

  /// Counts as far as the limit.
  init(_ bytes: ArraySlice<UInt8>, limit: Int) {
    exceedsLimit = bytes.withUnsafeBytes { bytes in
      // Nearly every mail has few lines that begin so, whatever stands behind.
      guard Self.hasDashLines(bytes, beyond: limit, where: { _ in true }) else { return false }
      guard let declared = Self.declared(bytes) else { return true }
      return Self.hasDashLines(bytes, beyond: limit) { declared.contains(Self.key($0)) }
    }
  }

  /// Whether more lines than a limit begin with `--` and go on in a certain way.
  private static func hasDashLines(
    _ bytes: UnsafeRawBufferPointer, beyond limit: Int, where counts: (Slice<UnsafeRawBufferPointer>) -> Bool
  ) -> Bool {
    var (start, count) = (0, 0)
    while start < bytes.count, count <= limit {
      let end = lineEnd(bytes, from: start)
      if end - start > 2, bytes[start] == UInt8(ascii: "-"), bytes[start + 1] == UInt8(ascii: "-"),
        counts(bytes[(start + 2)..<end])
      {
        count += 1
      }
      start = end + 1
    }
    return count > limit
  }

  /// Where the line ends that begins at a place.
  private static func lineEnd(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    guard let address = bytes.baseAddress,
      let found = memchr(address + start, Int32(UInt8(ascii: "\n")), bytes.count - start)
    else {
      return bytes.count
    }
    return UnsafeRawPointer(found) - address
  }

  /// A line or a declaration without what may follow a boundary: `--` and white space.
  private static func key(_ line: Slice<UnsafeRawBufferPointer>) -> [UInt8] {
    var line = line
    func trim() { while let last = line.last, last <= UInt8(ascii: " ") { line.removeLast() } }
    trim()
    if line.suffix(2).elementsEqual([UInt8(ascii: "-"), UInt8(ascii: "-")]) { line.removeLast(2) }
    trim()
    return Array(line)
  }

  /// The boundaries that are declared anywhere; nothing where one is declared in pieces.
  private static func declared(_ bytes: UnsafeRawBufferPointer) -> Set<[UInt8]>? {
    let word = Array("boundary".utf8)
    var found: Set<[UInt8]> = []
    var index = 0
    while index + word.count < bytes.count {
      guard bytes[index] | 0x20 == word[0], zip(bytes[index...], word).allSatisfy({ $0 | 0x20 == $1 }) else {
        index += 1
        continue
      }
      index += word.count
      while index < bytes.count, bytes[index] <= UInt8(ascii: " ") { index += 1 }
      guard index < bytes.count else { break }
      if bytes[index] == UInt8(ascii: "*") { return nil }
      guard bytes[index] == UInt8(ascii: "=") else { continue }
      index += 1
      while index < bytes.count, bytes[index] <= UInt8(ascii: " ") { index += 1 }
      let isQuoted = index < bytes.count && bytes[index] == UInt8(ascii: "\"")
      if isQuoted { index += 1 }
      let ends = isQuoted ? Array("\"\r\n".utf8) : Array("; \t\r\n".utf8)
      let end = bytes[index...].firstIndex(where: ends.contains) ?? bytes.count
      // One with an escape in it is spelled otherwise where it separates.
      if bytes[index..<end].contains(UInt8(ascii: "\\")) { return nil }
      found.insert(key(bytes[index..<end]))
      index = end
    }
    return found
  }
}
