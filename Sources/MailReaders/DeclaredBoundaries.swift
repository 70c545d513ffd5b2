internal import Glibc

/// What is declared anywhere in a mail to separate parts: each `boundary=…`, wherever it stands.
struct DeclaredBoundaries {
  /// Where they stand, without quotation marks; none of them is empty.
  private(set) var places: [Range<Int>] = []
  /// Whether one is spelled otherwise where it separates: in pieces (RFC 2231), or with an escape in it.
  private(set) var hasOther = false

  private static let word = Array("boundary".utf8)

  /// Looks through a mail.
  init(_ bytes: UnsafeRawBufferPointer) {
    var index = 0
    while let equal = Self.next(UInt8(ascii: "="), in: bytes, from: index) {
      index = equal + 1
      guard let isPlain = Self.isDeclaration(bytes[..<equal]) else { continue }
      guard isPlain else {
        hasOther = true
        continue
      }
      while index < bytes.count, bytes[index] <= UInt8(ascii: " ") { index += 1 }
      let isQuoted = index < bytes.count && bytes[index] == UInt8(ascii: "\"")
      if isQuoted { index += 1 }
      let ends = isQuoted ? Array("\"\r\n".utf8) : Array("; \t\r\n".utf8)
      let end = bytes[index...].firstIndex(where: ends.contains) ?? bytes.count
      if bytes[index..<end].contains(UInt8(ascii: "\\")) { hasOther = true }
      if index < end { places.append(index..<end) }
      index = end
    }
  }

  /// Whether bytes before an equals sign end in `boundary`: nothing where they do not, false where it is the name of
  /// a piece, or of one with a character set.
  private static func isDeclaration(_ bytes: Slice<UnsafeRawBufferPointer>) -> Bool? {
    var name = bytes
    func trim() { while let last = name.last, last <= UInt8(ascii: " ") { name.removeLast() } }
    trim()
    var isPlain = true
    while let last = name.last, last == UInt8(ascii: "*") || last >= 0x30 && last <= 0x39 {
      name.removeLast()
      isPlain = false
    }
    trim()
    let found = name.suffix(word.count)
    guard found.count == word.count, zip(found, word).allSatisfy({ $0 | 0x20 == $1 }) else { return nil }
    return isPlain
  }

  private static func next(_ byte: UInt8, in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    guard start < bytes.count, let address = bytes.baseAddress,
      let found = memchr(address + start, Int32(byte), bytes.count - start)
    else {
      return nil
    }
    return UnsafeRawPointer(found) - address
  }
}
