internal import Messages

/// A word of a text, what stands between white space, as it is compared.
struct Word: Hashable {
  /// The word without case and accents; quotation marks, apostrophes and dashes are of one kind.
  let exact: String
  /// Its letters and digits alone: mail programs change the rest.
  let letters: String

  init(_ text: some StringProtocol) {
    exact = String(text.folded.map { Self.plain[$0] ?? $0 })
    letters = exact.filter { $0.isLetter || $0.isNumber }
  }

  /// The word as it is compared with an option, without the punctuation that ends it; a question mark stays.
  var option: String {
    var word = exact[...]
    while let last = word.last, ",;.:".contains(last) { word.removeLast() }
    return String(word)
  }

  private static let plain: [Character: Character] = [
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": "\"", "”": "\"", "„": "\"", "«": "\"", "»": "\"",
    "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-", "[": "(", "]": ")",
  ]
}

extension StringProtocol {
  /// The words of the text, in order.
  var words: [Word] { split(whereSeparator: \.isWhitespace).map { Word($0) } }

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
