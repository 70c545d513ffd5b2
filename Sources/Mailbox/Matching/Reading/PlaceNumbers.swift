internal import Survey

/// Numbers and ranges for the choices of a list, as people write them on paper: `1, 3, 9-10`.
struct PlaceNumbers {
  /// The names of the choices.
  let cell: String

  /// Reads what was typed; nothing where anything else stands there, or a number that the list does not have.
  ///
  /// - Parameters:
  ///   - text: Numbers and ranges with commas, semicolons or line breaks between them; nothing else.
  ///   - list: The list that they number from 1.
  init?(_ text: String, in list: ChoiceList?) {
    guard let list else { return nil }
    // A list whose labels are numbers means those.
    let hasNumbers = list.choices.contains { choice in
      choice.label.languages.contains { Int((choice.label[$0] ?? "").bare) != nil }
    }
    if hasNumbers { return nil }
    var places: Set<Int> = []
    for part in text.split(whereSeparator: { ",;\n\r".contains($0) }) where !part.allSatisfy(\.isWhitespace) {
      let ends = part.split(omittingEmptySubsequences: false) { "-–—".contains($0) }.map {
        Self.number($0.bare)
      }
      guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
        first >= 1, first <= last, last <= list.choices.count
      else { return nil }
      places.formUnion(first...last)
    }
    if places.isEmpty { return nil }
    cell = places.sorted().map { list.choices[$0 - 1].name.text }.joined(separator: " ")
  }

  private static func number(_ digits: String) -> Int? {
    guard !digits.isEmpty, digits.count <= 4, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      return nil
    }
    return Int(digits)
  }
}
