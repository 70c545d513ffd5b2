/// Our own words where only a respondent's belong: then something was moved, and the place is not certain.
struct OwnWords: Sendable {
  /// So many words in a row that we issued are no chance.
  private static let length = 5
  /// So few words are an issued text only as a whole line.
  private static let leastOfLine = 3

  private var pieces: Set<[String]> = []
  /// The words of the pieces: most words of a respondent are in none.
  private var vocabulary: Set<String> = []
  private var lines: Set<[String]> = []
  /// Tells in one pass which texts need no look at their words.
  private var quick = OwnWordHashes(run: length, beginning: leastOfLine)

  init(_ phrases: Phrases) {
    for words in phrases.all {
      if words.count >= Self.leastOfLine {
        lines.insert(words)
        quick.insert(beginning: words.prefix(Self.leastOfLine))
      }
      for start in 0..<max(0, words.count - Self.length + 1) {
        pieces.insert(Array(words[start..<(start + Self.length)]))
      }
      if words.count >= Self.length {
        vocabulary.formUnion(words)
        for word in words { quick.insert(word) }
      }
    }
  }

  /// What of a text is ours: words that we issued, or what is left of a mark.
  func found(in text: String) -> String? {
    // Most texts have none of the signs of a mark.
    if text.utf8.contains(where: Self.isSignOfMark), let mark = text.parts.first(where: Self.isLikeMark) {
      return "it holds what may be left of a mark: \(mark)"
    }
    if !quick.mayOccur(in: text) { return nil }
    var words: [String] = []
    for line in text.lines {
      let own = line.letterWords
      if own.count >= Self.leastOfLine, lines.contains(own) {
        return "it holds words of the form: \(line.bare)"
      }
      words += own
    }
    var known = 0
    for (index, word) in words.enumerated() {
      known = vocabulary.contains(word) ? known + 1 : 0
      guard known >= Self.length else { continue }
      let piece = Array(words[(index - Self.length + 1)...index])
      if pieces.contains(piece) { return "it holds words of the form: \(piece.joined(separator: " "))" }
    }
    return nil
  }

  private static func isSignOfMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "/")
  }

  private static func isLikeMark(_ word: Substring) -> Bool {
    guard word.utf8.contains(where: isSignOfMark) else { return false }
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
