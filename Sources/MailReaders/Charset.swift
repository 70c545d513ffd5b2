internal import CGMime

/// A character set that a text declares.
struct Charset {
  private let name: String

  /// Names a set; nothing where none is declared.
  init?(_ declared: String) {
    guard !declared.isEmpty else { return nil }
    name = Self.wider[declared] ?? declared
  }

  /// What mail programs declare, and the set that they write; the pairs of the WHATWG's Encoding Standard.
  private static let wider = [
    "iso-8859-1": "windows-1252", "latin1": "windows-1252", "us-ascii": "us-ascii", "ascii": "us-ascii",
    "iso-8859-9": "windows-1254", "tis-620": "windows-874", "iso-8859-11": "windows-874",
    "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "cp936": "gb18030",
    "ks_c_5601-1987": "cp949", "euc-kr": "cp949", "shift_jis": "cp932", "shift-jis": "cp932",
    "x-sjis": "cp932", "iso-8859-8-i": "iso-8859-8", "unicode-1-1-utf-7": "utf-7", "utf8": "utf-8",
    "x-mac-roman": "macintosh", "cp-850": "cp850",
  ]

  /// Whether a character of it may have zero bytes.
  var hasZeroBytes: Bool {
    ["utf-16", "utf-32", "ucs-2", "ucs-4", "iso-10646"].contains { name.hasPrefix($0) }
  }

  /// Reads bytes as characters.
  ///
  /// - Returns: Nothing where a byte is not in the set, or nobody here knows the set.
  func decode(_ bytes: [UInt8]) -> String? {
    switch name {
    case "us-ascii": return bytes.allSatisfy { $0 < 0x80 } ? String(decoding: bytes, as: UTF8.self) : nil
    case "utf-8": return String(validating: bytes, as: UTF8.self)
    default: break
    }
    guard !bytes.isEmpty else { return "" }
    return bytes.withUnsafeBytes { bytes -> String? in
      var (read, written): (gsize, gsize) = (0, 0)
      let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      guard let text = g_convert(start, bytes.count, "UTF-8", name, &read, &written, nil) else { return nil }
      defer { g_free(text) }
      // Half a character at the end is no error for GLib.
      guard read == bytes.count else { return nil }
      let result = UnsafeRawBufferPointer(start: text, count: Int(written))
      return String(validating: result, as: UTF8.self)
    }
  }

  /// Reads bytes as Windows-1252, in which each byte is a character: the five that it leaves open are taken for the
  /// control characters of the same number, as the WHATWG's Encoding Standard has it.
  static func westernEurope(_ bytes: [UInt8]) -> String {
    var scalars = String.UnicodeScalarView()
    for byte in bytes {
      scalars.append(
        byte >= 0x80 && byte < 0xA0
          ? Unicode.Scalar(upper[Int(byte) - 0x80]) ?? "\u{FFFD}" : Unicode.Scalar(byte))
    }
    return String(scalars)
  }

  private static let upper: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x8D,
    0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A,
    0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
