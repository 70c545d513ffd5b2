internal import Messages

/// A word of a text, what stands between white space, as it is compared.
struct Word: Hashable {
  /// The word without case and accents; quotation marks, apostrophes and dashes are of one kind.
  let exact: String
  /// Its letters and digits alone: mail programs change the rest.
  let letters: String

  init(_ text: some StringProtocol) {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      let bytes = text.utf8.map(Self.plainByte)
      exact = String(decoding: bytes, as: UTF8.self)
      letters = String(decoding: bytes.filter(Self.isLetter), as: UTF8.self)
      return
    }
    exact = String(text.folded.map { Self.plain[$0] ?? $0 })
    letters = exact.filter { $0.isLetter || $0.isNumber }
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

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
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
  var letterWords: [String] { words.map(\.letters).filter { !$0.isEmpty } }

  /// Whether nobody wrote anything: there is no letter and no digit, nor any other sign but rules to write upon.
  var isRuled: Bool { allSatisfy { $0.isWhitespace || "_.…-–—=*|".contains($0) } }

  /// The text without white space at its ends.
  var bare: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}

extension Unicode.Scalar {
  /// Whether it is white space; most need no table to say.
  fileprivate var isSpace: Bool {
    value < 0x80 ? value == 0x20 || (0x09...0x0d).contains(value) : properties.isWhitespace
  }
}
