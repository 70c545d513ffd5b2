/// What a person typed at a list of choices: numbers and ranges, `1 3 9-10`, and `-3` to take one away.
///
/// Digits of any script count (`٣`, `３`), and so do the commas and dashes of any script.
package struct ChoiceEntry: Equatable {
  /// The places that were named, from 1, in the order in which they were typed.
  package let added: [Int]
  /// The places that were taken away.
  package let removed: [Int]

  /// A word that is no number, or no place in the list.
  package struct NotAPlace: Error, Equatable {
    /// The word as it was typed.
    package let word: String

    /// Creates the refusal of a word.
    package init(word: String) { self.word = word }
  }

  /// Reads what was typed.
  ///
  /// - Parameters:
  ///   - typed: The line.
  ///   - count: How many choices the list has.
  /// - Throws: The first word that names no choice.
  package init(_ typed: String, count: Int) throws(NotAPlace) {
    var added: [Int] = []
    var removed: [Int] = []
    for word in Self.words(of: typed) {
      let isRemoval = word.first.map(isDash) == true
      guard let places = Self.places(isRemoval ? word.dropFirst() : word, count: count) else {
        throw NotAPlace(word: String(word))
      }
      if isRemoval { removed += places } else { added += places }
    }
    self.added = added
    self.removed = removed
  }

  /// The words of a line; a range that was typed with spaces, `1 - 3`, is one word.
  private static func words(of typed: String) -> [Substring] {
    let isGap = { (character: Character) in character.isWhitespace || commas.contains(character) }
    var words: [Substring] = []
    var isOpen = false
    for word in typed.filter({ !isDirectionMark($0) }).split(whereSeparator: isGap) {
      let isDashAlone = word.count == 1 && word.first.map(isDash) == true
      if isOpen || isDashAlone, let last = words.popLast() {
        words.append(last + word)
      } else {
        words.append(word)
      }
      isOpen = word.last.map(isDash) == true
    }
    return words
  }

  private static let commas: Set<Character> = [
    ",", ";", "،", "؛", "、", "，", "；", "､", "﹐", "﹑", "﹔", "՝", "፣", "፤", "᠂", "᠈", "߸", "꓾", "꘍", "꛵", "٬",
  ]

  private static func places(_ word: Substring, count: Int) -> ClosedRange<Int>? {
    let ends = word.split(omittingEmptySubsequences: false, whereSeparator: isDash)
    let places = ends.compactMap(number)
    guard (1...2).contains(ends.count), places.count == ends.count, let first = places.first,
      let last = places.last, first <= last, first >= 1, last <= count
    else { return nil }
    return first...last
  }

  /// The value of digits of any script; nothing where there is anything else.
  private static func number(_ digits: Substring) -> Int? {
    guard !digits.isEmpty, digits.count <= 6 else { return nil }
    var value = 0
    for digit in digits {
      guard let next = digit.wholeNumberValue, (0...9).contains(next) else { return nil }
      value = value * 10 + next
    }
    return value
  }
}
