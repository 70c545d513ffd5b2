internal import Messages

/// A word of a text, what stands between white space, as it is compared.
struct Word: Hashable {
  /// The word without case and accents; quotation marks, apostrophes and dashes are of one kind.
  let exact: String
  /// Its letters and digits alone: mail programs change the rest.
  let letters: String

  init(_ text: some StringProtocol) {
    exact = Self.exact(text)
    letters = Self.letters(of: text)
  }

  private static func exact(_ text: some StringProtocol) -> String {
    text.isASCII
      ? String(decoding: text.utf8.map(plainByte), as: UTF8.self)
      : String(text.folded.map { plain[$0] ?? $0 })
  }

  /// The letters and digits of a word alone.
  static func letters(of text: some StringProtocol) -> String {
    guard text.isASCII else { return exact(text).filter { $0.isLetter || $0.isNumber } }
    return String(unsafeUninitializedCapacity: text.utf8.count) { room in
      var count = 0
      for byte in text.utf8 {
        guard let letter = letter(byte) else { continue }
        room[count] = letter
        count += 1
      }
      return count
    }
  }

  /// The word as it is compared with an option, without the punctuation that ends it; a question mark stays.
  var option: String {
    var word = exact[...]
    while let last = word.last, ",;.:".contains(last) { word.removeLast() }
    return String(word)
  }

  /// The same for what most words are made of.
  private static func plainByte(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case UInt8(ascii: "["): UInt8(ascii: "(")
    case UInt8(ascii: "]"): UInt8(ascii: ")")
    case UInt8(ascii: "`"): UInt8(ascii: "'")
    default: byte
    }
  }

  /// A letter or digit of ASCII as it is compared; nothing for any other byte.
  static func letter(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    default: nil
    }
  }

  private static let plain: [Character: Character] = [
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": "\"", "”": "\"", "„": "\"", "«": "\"", "»": "\"",
    "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-", "[": "(", "]": ")",
  ]
}

extension StringProtocol {
  /// The words of the text, in order.
  var words: [Word] { parts.map { Word($0) } }

  /// What stands between white space, as it is written.
  var parts: [SubSequence] {
    var parts: [SubSequence] = []
    var start: Index?
    for index in unicodeScalars.indices {
      if unicodeScalars[index].isSpace {
        if let begin = start { parts.append(self[begin..<index]) }
        start = nil
      } else if start == nil {
        start = index
      }
    }
    if let start { parts.append(self[start...]) }
    return parts
  }

  /// The letters and digits of its words, those without any left out.
  var letterWords: [String] {
    parts.compactMap { part in
      let letters = Word.letters(of: part)
      return letters.isEmpty ? nil : letters
    }
  }

  /// Whether nobody wrote anything: there is no letter and no digit, nor any other sign but rules to write upon.
  var isRuled: Bool { unicodeScalars.allSatisfy { $0.isSpace || $0.isRule } }

  /// The text without white space at its ends.
  var bare: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isSpace }),
      let last = scalars.lastIndex(where: { !$0.isSpace })
    else { return "" }
    return String(self[first...last])
  }

  /// The lines of the text; one without line breaks is one line.
  var lines: [SubSequence] {
    // Line breaks are control characters, or begin with the first byte of U+0085 or of U+2028; most texts have neither.
    let mayBreak = utf8.contains { (0x0a...0x0d).contains($0) || $0 == 0xc2 || $0 == 0xe2 }
    return mayBreak
      ? split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) : [self[startIndex...]]
  }
}

extension StringProtocol {
  fileprivate var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }
}

extension Unicode.Scalar {
  /// Whether it is white space; most need no table to say.
  var isSpace: Bool {
    value < 0x80 ? value == 0x20 || (0x09...0x0d).contains(value) : properties.isWhitespace
  }

  /// Whether it is a sign of which rules to write upon are made.
  fileprivate var isRule: Bool {
    switch self {
    case "_", ".", "…", "-", "–", "—", "=", "*", "|": true
    default: false
    }
  }
}
