/// What a person typed at a list of choices: numbers and ranges, `1 3 9-10`, and `-3` to take one away.
///
/// Digits of any script count (`٣`, `３`), and so do the commas of any script.
package struct ChoiceEntry: Equatable {
  /// The places that were named, from 1, in the order in which they were typed.
  package let added: [Int]
  /// The places that were taken away.
  package let removed: [Int]

  /// A word that is no number, or no place in the list.
  package struct NotAPlace: Error, Equatable {
    /// The word as it was typed.
    package let word: String
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
    for word in typed.split(whereSeparator: { $0.isWhitespace || ",;،、，；".contains($0) }) {
      if word.first.map(Self.isDash) == true {
        guard let place = Self.number(word.dropFirst()), (1...max(1, count)).contains(place) else {
          throw NotAPlace(word: String(word))
        }
        removed.append(place)
        continue
      }
      let ends = word.split(omittingEmptySubsequences: false, whereSeparator: Self.isDash)
      let places = ends.compactMap(Self.number)
      guard (1...2).contains(ends.count), places.count == ends.count, let first = places.first,
        let last = places.last, first <= last, first >= 1, last <= count
      else { throw NotAPlace(word: String(word)) }
      added += Array(first...last)
    }
    self.added = added
    self.removed = removed
  }

  private static func isDash(_ character: Character) -> Bool { "-‐‑‒–—−".contains(character) }

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

/// A text with the digits of any script as ASCII digits, for dates and numbers.
package func westernDigits(_ text: String) -> String {
  String(
    text.map { character in
      guard !character.isASCII, let value = character.wholeNumberValue, (0...9).contains(value) else {
        return character
      }
      return Character(String(value))
    })
}
