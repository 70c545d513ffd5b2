/// The numbers before paragraphs that Word counts itself, and that stand in no run (ISO/IEC 29500-1, section 17.9).
///
/// A form's questions are often numbered in this way. Bullets are no numbers, and a way of counting that is not known
/// here gives none.
struct WordNumbering {
  /// A level of a list: where it starts, how it counts, and how its number is written.
  private struct Level {
    var start = 1
    var format = "decimal"
    var text = ""
  }

  /// A list: whose levels it has, and where it starts anew.
  private struct List {
    var abstract: String
    var starts: [Int: Int] = [:]
    var isBegun = false
  }

  private var levels: [String: [Int: Level]] = [:]
  private var lists: [String: List] = [:]
  /// The first list of each kind, which is that of its styles.
  private var firstLists: [String: String] = [:]
  /// The levels that belong to styles of paragraphs, which are said with the levels as well as with the styles.
  private var styles: [String: (abstract: String, level: Int)] = [:]
  /// What each level has counted to.
  private var counters: [String: [Int: Int]] = [:]

  init() {}

  /// Reads the lists of a document.
  ///
  /// - Parameter numbering: The part that declares them.
  init(_ numbering: XMLTree) {
    guard let root = numbering.root else { return }
    for node in numbering.children(root) {
      switch numbering.name(node) {
      case .wordAbstractNumbering: addLevels(node, numbering)
      case .wordNumbering: addList(node, numbering)
      default: continue
      }
    }
  }

  /// The number of a paragraph, counted on by one.
  ///
  /// - Parameters:
  ///   - properties: The paragraph's properties.
  ///   - tree: The document.
  /// - Returns: The number as it is written, `4.`; nothing where the paragraph has none.
  mutating func number(of properties: XMLTree.Node, in tree: XMLTree) -> String? {
    guard !lists.isEmpty else { return nil }
    let style = tree.child(properties, .wordParagraphStyle).flatMap { tree.attribute($0, .wordValue) }
    let styled = style.flatMap { styles[$0] }
    var list = styled.flatMap { firstLists[$0.abstract] }
    var level = styled?.level ?? 0
    if let own = tree.child(properties, .wordNumberingProperties) {
      list = value(own, .wordNumberingID, tree) ?? list
      level = value(own, .wordLevelIndex, tree).flatMap { Int($0) } ?? level
    }
    guard let list, (0...8).contains(level), var found = lists[list], let levels = levels[found.abstract]
    else {
      return nil
    }
    if !found.isBegun {
      for (index, start) in found.starts { counters[found.abstract, default: [:]][index] = start - 1 }
      found.isBegun = true
      lists[list] = found
    }
    var counts = counters[found.abstract] ?? [:]
    counts[level] = (counts[level] ?? (levels[level]?.start ?? 1) - 1) + 1
    for deeper in counts.keys where deeper > level { counts[deeper] = nil }
    counters[found.abstract] = counts
    return written(levels, level: level, counts: counts)
  }

  private func written(_ levels: [Int: Level], level: Int, counts: [Int: Int]) -> String? {
    guard let own = levels[level], own.format != "bullet", own.format != "none" else { return nil }
    var result = ""
    var rest = own.text[...]
    while let first = rest.popFirst() {
      guard first == "%", let digit = rest.first?.wholeNumberValue, (1...9).contains(digit) else {
        result.append(first)
        continue
      }
      rest = rest.dropFirst()
      let other = levels[digit - 1] ?? Level()
      guard let number = Self.written(counts[digit - 1] ?? other.start, as: other.format) else { return nil }
      result += number
    }
    return result.isBlank ? nil : result
  }

  private static func written(_ number: Int, as format: String) -> String? {
    switch format {
    case "decimal": return "\(number)"
    case "decimalZero": return number < 10 ? "0\(number)" : "\(number)"
    case "lowerLetter", "upperLetter":
      guard (1...780).contains(number) else { return nil }
      let letter = Unicode.Scalar(
        UInt8(ascii: format == "lowerLetter" ? "a" : "A") + UInt8((number - 1) % 26))
      return String(repeating: Character(letter), count: (number - 1) / 26 + 1)
    case "lowerRoman": return roman(number).lowercased()
    case "upperRoman": return roman(number)
    default: return nil
    }
  }

  private static func roman(_ number: Int) -> String {
    let signs = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
      (10, "X"),
      (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    guard (1...3999).contains(number) else { return "\(number)" }
    var result = ""
    var rest = number
    for (value, sign) in signs {
      while rest >= value {
        result += sign
        rest -= value
      }
    }
    return result
  }

  private mutating func addLevels(_ node: XMLTree.Node, _ tree: XMLTree) {
    guard let id = tree.attribute(node, .wordAbstractNumberingID) else { return }
    for child in tree.children(node) where tree.name(child) == .wordLevel {
      guard let index = tree.attribute(child, .wordLevelIndex).flatMap({ Int($0) }) else { continue }
      if let style = value(child, .wordParagraphStyle, tree) { styles[style] = (id, index) }
      let start = value(child, .wordStart, tree).flatMap { Int($0) } ?? 1
      levels[id, default: [:]][index] = Level(
        start: min(max(start, 0), 1_000_000), format: value(child, .wordNumberFormat, tree) ?? "decimal",
        text: String((value(child, .wordLevelText, tree) ?? "").prefix(100)))
    }
  }

  private mutating func addList(_ node: XMLTree.Node, _ tree: XMLTree) {
    guard let id = tree.attribute(node, .wordNumberingID),
      let abstract = value(node, .wordAbstractNumberingID, tree)
    else { return }
    var list = List(abstract: abstract)
    for child in tree.children(node) where tree.name(child) == .wordLevelOverride {
      guard let index = tree.attribute(child, .wordLevelIndex).flatMap({ Int($0) }),
        let start = value(child, .wordStartOverride, tree).flatMap({ Int($0) })
      else { continue }
      list.starts[index] = min(max(start, 0), 1_000_000)
    }
    lists[id] = list
    if firstLists[abstract] == nil { firstLists[abstract] = id }
  }

  private func value(_ node: XMLTree.Node, _ name: XMLName, _ tree: XMLTree) -> String? {
    tree.child(node, name).flatMap { tree.attribute($0, .wordValue) }
  }
}
