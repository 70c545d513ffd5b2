/// What a part of a response file is called: a number, or the name of its file.
///
/// Parts have an order of their own, whatever the order in which they arrive: numbers first, by their value; then names,
/// in which digits count as numbers, so that `part-2` stands before `part-10`.
public struct PartName: Sendable, Hashable {
  /// The number in digits, or the name.
  public let text: String

  /// Creates the name of a part that has a number.
  public init(number: Int) { text = String(number) }

  /// Creates the name of a part by its file: the last component of the path.
  public init(path: String) {
    let name = String(path.split(separator: "/").last ?? "")
    // These say whose a line of a partial tally is.
    text = name.hasPrefix("@") || name.hasPrefix("*") || name.isEmpty ? "./" + name : name
  }

  init(text: String) { self.text = text }

  /// Its runs of digits and of what is between, digits without the zeros before them.
  private var runs: [(isNumber: Bool, text: Substring)] {
    var runs: [(isNumber: Bool, text: Substring)] = []
    var rest = text[...]
    while let first = rest.first {
      let isNumber = Self.isDigit(first)
      let run = rest.prefix { Self.isDigit($0) == isNumber }
      runs.append((isNumber, isNumber ? run.drop { $0 == "0" } : run))
      rest = rest[run.endIndex...]
    }
    return runs
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}

extension PartName: Comparable {
  /// Whether the rows of one part stand before those of another.
  public static func < (one: PartName, other: PartName) -> Bool {
    for (one, other) in zip(one.runs, other.runs) {
      if one.isNumber != other.isNumber { return one.isNumber }
      if one.isNumber, one.text.count != other.text.count { return one.text.count < other.text.count }
      if one.text != other.text { return one.text < other.text }
    }
    let counts = (one.runs.count, other.runs.count)
    return counts.0 == counts.1 ? one.text < other.text : counts.0 < counts.1
  }
}

extension PartName: CustomStringConvertible {
  /// As messages call it.
  public var description: String { text }
}
