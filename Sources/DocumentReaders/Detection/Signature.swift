internal import Documents

/// What bytes are by their beginning, whatever they are called.
enum Signature {
  case zip, pdf, rtf, compound
  /// None of these: text, or nothing that is read.
  case other

  init(_ bytes: [UInt8]) {
    self =
      if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
        .zip
      } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
        .compound
      } else if bytes.starts(with: Array("{\\rtf".utf8)) {
        .rtf
      } else if Self.find(Array("%PDF-".utf8), in: bytes.prefix(1024)) {
        .pdf
      } else {
        .other
      }
  }

  /// Whether some bytes stand anywhere in others.
  static func find(_ needle: [UInt8], in bytes: some Sequence<UInt8>) -> Bool {
    // Knuth, Morris and Pratt: no byte is looked at twice, also where an attacker chose them.
    var fallback = [0]
    for index in needle.indices.dropFirst() {
      var length = fallback[index - 1]
      while length > 0, needle[length] != needle[index] { length = fallback[length - 1] }
      fallback.append(needle[length] == needle[index] ? length + 1 : 0)
    }
    var length = 0
    for byte in bytes {
      while length > 0, needle[length] != byte { length = fallback[length - 1] }
      if needle[length] == byte { length += 1 }
      if length == needle.count { return true }
    }
    return false
  }
}

extension String {
  /// The text in UTF-16 with the lower byte first, as compound files name their streams.
  var inUTF16: [UInt8] { utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] } }
}
