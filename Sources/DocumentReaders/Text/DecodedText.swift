internal import Documents
internal import Glibc

/// Bytes as text: in the character set that is declared, or else UTF-8, or else Windows-1252, which is found.
struct DecodedText {
  let text: String
  /// What a person has to know where the bytes were not what was declared.
  let finding: Finding?

  /// Decodes bytes.
  ///
  /// - Parameters:
  ///   - bytes: Text in some character set.
  ///   - charset: The one that is declared, if any.
  init(_ bytes: [UInt8], charset: String?) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]),
      let text = String(validating: bytes.dropFirst(3), as: UTF8.self)
    {
      (self.text, finding) = (text, nil)
      return
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]),
      let text = Self.convert(bytes, from: "UTF-16")
    {
      (self.text, finding) = (text, nil)
      return
    }
    let declared = charset ?? "utf-8"
    let isUTF8 = ["utf-8", "utf8", "us-ascii", "ascii"].contains(declared)
    if !isUTF8, let text = Self.decode(bytes, declared) {
      (self.text, finding) = (text, nil)
      return
    }
    if let text = String(validating: bytes, as: UTF8.self) {
      self.text = text
      finding =
        isUTF8 ? nil : Finding(.charset, detail: "no text of \"\(declared)\", as is declared; read as UTF-8")
      return
    }
    text = Self.windows1252(bytes)
    let line = 1 + bytes.prefix { $0 < 0x80 }.count { $0 == UInt8(ascii: "\n") }
    let expected = charset == nil ? "no UTF-8" : "no text of \"\(declared)\", as is declared, and no UTF-8"
    finding = Finding(.charset, at: Place(line: line), detail: "\(expected); read as Windows-1252")
  }

  private static func decode(_ bytes: [UInt8], _ charset: String) -> String? {
    // What is called ISO 8859-1 is Windows-1252 in practice; the two differ in control characters alone.
    if ["iso-8859-1", "latin1", "windows-1252", "cp1252"].contains(charset) {
      let unused: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
      return bytes.contains { unused.contains($0) } ? nil : windows1252(bytes)
    }
    // The name is a mail's: nothing but the name of a character set goes to the system.
    guard charset.utf8.count < 40,
      charset.utf8.allSatisfy({ (48...57).contains($0) || (97...122).contains($0) || $0 == 45 || $0 == 95 })
    else { return nil }
    return convert(bytes, from: charset)
  }

  /// Converts bytes by iconv(3); nothing where one of them is none of the character set.
  private static func convert(_ bytes: [UInt8], from charset: String) -> String? {
    guard let converter = iconv_open("UTF-8", charset), converter != iconv_t(bitPattern: -1) else {
      return nil
    }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    // No character grows to more than four bytes, the last one's shift state included.
    var output = [CChar](repeating: 0, count: 4 * bytes.count + 16)
    let capacity = output.count
    let written = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output -> Int? in
        var (from, to) = (input.baseAddress, output.baseAddress)
        var (left, room) = (input.count, capacity)
        guard iconv(converter, &from, &left, &to, &room) == 0, left == 0 else { return nil }
        return capacity - room
      }
    }
    guard let written else { return nil }
    return String(validating: output[..<written].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func windows1252(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let code = (0x80...0x9F).contains(byte) ? high[Int(byte) - 0x80] : UInt32(byte)
      text.append(Unicode.Scalar(code) ?? "\u{FFFD}")
    }
    return String(text)
  }

  /// What Windows-1252 has at 80 to 9F.
  private static let high: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0xFFFD,
    0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
    0x203A,
    0x0153, 0xFFFD, 0x017E, 0x0178,
  ]
}
