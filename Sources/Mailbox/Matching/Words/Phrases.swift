/// Texts that we issued, as sequences of words: however a mail program breaks their lines, they are found.
struct Phrases: Sendable {
  /// Stands for any word with a digit: the number of a page, a mark.
  static let anyNumber = "#"

  private var phrases: [String: [[String]]] = [:]

  /// All of them.
  var all: some Sequence<[String]> { phrases.values.joined() }

  /// Adds a text; one without letters and digits is none.
  mutating func insert(_ text: String) { insert(words: text.letterWords) }

  /// Adds a text by its words.
  mutating func insert(words: [String]) {
    guard let first = words.first, phrases[first]?.contains(words) != true else { return }
    phrases[first, default: []].append(words)
    phrases[first]?.sort { $0.count > $1.count }
  }

  /// Adds all of others.
  mutating func formUnion(_ others: Phrases) {
    for words in others.all { insert(words: words) }
  }

  /// Takes out texts that others hold too.
  mutating func subtract(_ others: Phrases) {
    for words in others.all {
      guard let first = words.first else { continue }
      phrases[first]?.removeAll { $0 == words }
    }
  }

  /// How many words of a text, from a place on, are the longest of the phrases; 0 where there is none.
  func longest(at start: Int, of words: [String]) -> Int {
    let rest = words[start...]
    guard let first = rest.first, let known = phrases[first] else { return 0 }
    let found = known.first { phrase in
      phrase.count <= rest.count
        && zip(phrase, rest).allSatisfy {
          $0 == $1 || ($0 == Self.anyNumber && $1.contains(where: \.isNumber))
        }
    }
    return found?.count ?? 0
  }

  /// Which words of a text are issued.
  func covered(_ words: [String]) -> [Bool] {
    var covered = Array(repeating: false, count: words.count)
    var place = 0
    while place < words.count {
      let count = longest(at: place, of: words)
      for index in place..<(place + count) { covered[index] = true }
      place += max(1, count)
    }
    return covered
  }

  /// Whether a text holds nothing but issued texts.
  func cover(_ text: String) -> Bool { covered(text.letterWords).allSatisfy(\.self) }

  /// Whether one of the phrases stands in a text.
  func occur(in words: [String]) -> Bool { words.indices.contains { longest(at: $0, of: words) > 0 } }

  /// How many of the phrases stand in a text.
  func count(in words: [String]) -> Int {
    var count = 0
    var place = 0
    while place < words.count {
      let length = longest(at: place, of: words)
      count += length > 0 ? 1 : 0
      place += max(1, length)
    }
    return count
  }

  /// Lines of which the last ones, if they are ours, are told from those before them.
  ///
  /// - Parameter lines: Lines of a text.
  /// - Returns: How many lines stand before those behind which all is ours.
  func ownTail(of lines: [String]) -> Int {
    let words = lines.map(\.letterWords)
    let covered = covered(words.flatMap(\.self))
    var end = covered.count
    for (index, line) in words.enumerated().reversed() {
      let own = covered[(end - line.count)..<end]
      guard own.allSatisfy(\.self), !line.isEmpty || lines[index].isRuled else { return index + 1 }
      end -= line.count
    }
    return 0
  }

  /// What of a text is not ours: its words, as they were written.
  func leftover(of text: String) -> String {
    let words = text.parts
    let letters = words.map { Word($0).letters }
    let real = words.indices.filter { !letters[$0].isEmpty }
    let covered = covered(real.map { letters[$0] })
    let left = Set(zip(real, covered).filter { !$1 }.map(\.0))
    return words.indices.filter { left.contains($0) }.map { String(words[$0]) }.joined(separator: " ")
  }
}
