/// Our own words where only a respondent's belong: then something was moved, and the place is not certain.
struct OwnWords: Sendable {
  /// So many words in a row that we issued are no chance.
  private static let length = 5
  /// So few words are an issued text only as a whole line.
  private static let leastOfLine = 3

  private var pieces: Set<[String]> = []
  private var lines: Set<[String]> = []

  init(_ phrases: Phrases) {
    for words in phrases.all {
      if words.count >= Self.leastOfLine { lines.insert(words) }
      for start in 0..<max(0, words.count - Self.length + 1) {
        pieces.insert(Array(words[start..<(start + Self.length)]))
      }
    }
  }

  /// What of a text is ours: words that we issued, or what is left of a mark.
  func found(in text: String) -> String? {
    if let mark = text.parts.first(where: Self.isLikeMark) {
      return "it holds what may be left of a mark: \(mark)"
    }
    for line in text.split(whereSeparator: \.isNewline) where lines.contains(line.letterWords) {
      return "it holds words of the form: \(line.bare)"
    }
    let words = text.letterWords
    for start in 0..<max(0, words.count - Self.length + 1) {
      let piece = Array(words[start..<(start + Self.length)])
      if pieces.contains(piece) { return "it holds words of the form: \(piece.joined(separator: " "))" }
    }
    return nil
  }

  private static func isLikeMark(_ word: Substring) -> Bool {
    // Most words have none of the signs of a mark, and long texts have many words.
    guard word.utf8.contains(where: { "[]/".utf8.contains($0) }) else { return false }
    let text = word.uppercased()
    let isCut = text.hasSuffix("]") && !text.contains("[") && text.contains { $0 == "/" || $0 == "Q" }
    return isCut || ["[Q", "[/", "/Q", "[END", "END]"].contains { text.contains($0) }
  }
}

extension StringProtocol {
  /// Whether a text stands in the string.
  fileprivate func contains(_ other: String) -> Bool {
    indices.contains { self[$0...].hasPrefix(other) }
  }
}
