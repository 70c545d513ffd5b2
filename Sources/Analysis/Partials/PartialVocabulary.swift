/// What lines of partial tallies of some figures can be about: a line that is about anything else would be passed over.
struct PartialVocabulary {
  /// The names of the figures that are counted by sums.
  let figures: Set<String>
  /// How many questions are counted.
  let domainCount: Int
  /// The other forms.
  let forms: Set<String>
  /// Whether units are told apart by a question.
  let hasUnits: Bool

  private static let totals: Set = [
    "returned", "units", "distinct", "asked", "answered", "unknown", "undetermined", "failures",
  ]
  /// What a part says once, with one word.
  private static let facts: Set = [
    "format", "program", "questionnaire", "figures", "lists", "columns", "asked", "superseded", "total",
  ]

  /// Whether a line is about what there is, with as many words as are said of it.
  func has(_ line: PartialLine) -> Bool {
    switch line.part {
    case PartialLine.all: line.words.isEmpty && isSum(line.key)
    case PartialLine.common: isCommon(line)
    default: isOfPart(line) || isOfFigure(line)
    }
  }

  private func isSum(_ key: [String]) -> Bool {
    if key[0] == "finding" { return key.count == 2 && Finding.Kind(rawValue: key[1]) != nil }
    guard figures.contains(key[0]), key.count > 1 else { return false }
    switch key[1] {
    case "count": return key.count == 4
    case "column", "absent": return key.count == 3
    case "added": return key.count > 3
    default: return key.count == 2 && Self.totals.contains(key[1])
    }
  }

  private func isCommon(_ line: PartialLine) -> Bool {
    let key = Array(line.key.dropFirst())
    guard let kind = key.first else { return false }
    if line.key[0] == "*" {
      switch kind {
      case "finding":
        return key.count == 2 && Finding.Kind(rawValue: key[1]) != nil && line.words.count == 1
          && Self.isNumber(line.words[0])
      default: return kind == "listed" && isNumbered(key) && line.words.count == 2
      }
    }
    guard forms.contains(line.key[0]) else { return false }
    return kind == "asked" ? key.count == 1 && line.words.count == 1 : isOfRows(key, line.words)
  }

  private func isOfPart(_ line: PartialLine) -> Bool {
    let (key, words) = (line.key, line.words)
    switch key[0] {
    case "now": return key.count == 1 && words.count == 1 && Self.isTime(words[0])
    case "volumes": return key.count == 1 && words == ["several"]
    case "end": return key.count == 1 && words.count == 2
    case "revision": return isNumbered(key) && words.count == 3
    case "found", "remark": return isNumbered(key) && words.count == 1
    case "listed": return isNumbered(key) && words.count == 2 && Finding.Kind(rawValue: words[0]) != nil
    default:
      return Self.facts.contains(key[0]) ? key.count == 1 && words.count == 1 : isOfRows(key, words)
    }
  }

  private func isOfRows(_ key: [String], _ words: [String]) -> Bool {
    switch key[0] {
    case "version": isNumbered(key) && words.count == 1
    case "unlisted":
      key.count == 3 && Self.isNumber(key[2]) && words.count == 1
        && (Int(key[1]).map { (0..<domainCount).contains($0) } ?? false)
    case "row":
      // A row of which no time is known has none.
      hasUnits && isNumbered(key) && words.count > 6 && (words[4].isEmpty || Self.isTime(words[4]))
        && Self.isNumber(words[6])
    default: false
    }
  }

  private func isOfFigure(_ line: PartialLine) -> Bool {
    let key = line.key
    guard figures.contains(key[0]), key.count > 1, line.words.count == 1 else { return false }
    switch key[1] {
    case "failure": return key.count == 2
    case "undetermined": return key.count == 3 && Self.isNumber(key[2])
    case "absent-version": return key.count == 4 && Self.isNumber(key[3])
    case "added-version": return key.count > 4 && Self.isNumber(key[key.count - 1])
    default: return false
    }
  }

  private func isNumbered(_ key: [String]) -> Bool { key.count == 2 && Self.isNumber(key[1]) }

  /// Whether it is a number of something, so that no sum of some of them goes beyond what a number can hold.
  private static func isNumber(_ word: String) -> Bool {
    Int(word).map { (0..<1 << 40).contains($0) && String($0) == word } ?? false
  }

  /// Whether it is a moment in seconds since 1970.
  private static func isTime(_ word: String) -> Bool {
    Int(word).map { (-1 << 40..<1 << 40).contains($0) } ?? false
  }
}
