/// Our own words on pages, which break texts into lines anywhere: any part of a text that we issued is ours.
struct PageWords: Sendable {
  /// So many letters in a row that we issued are no chance, though a line begins or ends within a word: at a hyphen.
  private static let length = 8
  /// So many are none where a text ends with them.
  private static let lengthAtEnd = 4

  /// Where words stand in the texts.
  private var places: [String: [(text: Int, word: Int)]] = [:]
  private var texts: [[String]] = []
  /// The letters of the texts, without anything between them.
  private var letters: [String] = []

  init(_ phrases: Phrases) {
    for words in phrases.all {
      for (index, word) in words.enumerated() { places[word, default: []].append((texts.count, index)) }
      texts.append(words)
      letters.append(words.joined())
    }
  }

  /// Whether the words of a line stand beside each other in one of the texts.
  func cover(_ words: [String]) -> Bool {
    guard let first = words.first else { return true }
    for place in (places[first] ?? []) + (places[Phrases.anyNumber] ?? []) {
      let text = texts[place.text]
      guard place.word + words.count <= text.count else { continue }
      if zip(text[place.word...], words).allSatisfy(Self.isSame) { return true }
    }
    let line = words.joined()
    if line.count >= Self.length { return letters.contains { $0.contains(line) } }
    return line.count >= Self.lengthAtEnd && letters.contains { $0.hasSuffix(line) }
  }

  private static func isSame(_ issued: String, _ found: String) -> Bool {
    issued == found || (issued == Phrases.anyNumber && found.contains(where: \.isNumber))
  }
}
