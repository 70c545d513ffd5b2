internal import Documents

/// What the sign of a box says, beside what the box says itself.
enum Signs {
  /// Whether the words that a box shows are its ticked or its empty sign.
  ///
  /// - Parameters:
  ///   - words: What stands in the box's place.
  ///   - ticked: The sign that the box itself names for ticked.
  ///   - empty: The sign that it names for empty.
  /// - Returns: What the first sign says, nothing where there is none; and the words behind it.
  static func read(
    _ words: String, ticked: Unicode.Scalar? = nil, empty: Unicode.Scalar? = nil
  ) -> (isTicked: Bool?, rest: String) {
    let scalars = words.unicodeScalars.drop { $0.isBlank }
    guard let first = scalars.first else { return (nil, "") }
    let isTicked: Bool? =
      switch first {
      case ticked: true
      case empty: false
      case "x", "X", "х", "Х", "×": true
      default: Marks.isTicked(first)
      }
    guard let isTicked else { return (nil, String(scalars)) }
    let rest = scalars.dropFirst().drop { (0xFE00...0xFE0F).contains($0.value) }
    return (isTicked, rest.contains { !$0.isBlank } ? String(rest) : "")
  }
}

extension BlockList {
  /// Adds a box beside what is seen in its place, and a finding where the two differ.
  mutating func add(
    box kind: Block.Box.Kind, isTicked: Bool, name: String, shown: (isTicked: Bool?, rest: String),
    needsSign: Bool
  ) {
    let disagrees = shown.isTicked.map { $0 != isTicked } ?? (needsSign || !shown.rest.isEmpty)
    withBlock { block in
      block.append(.box(Block.Box(kind: kind, isTicked: isTicked, name: name, disagrees: disagrees)))
      if !shown.rest.isEmpty { block.append(shown.rest) }
    }
    guard disagrees else { return }
    let state = isTicked ? "ticked" : "empty"
    let sign =
      switch shown.isTicked {
      case true?: "a ticked sign"
      case false?: "an empty sign"
      case nil: "no sign of a box"
      }
    add(Finding(.boxDisagrees, at: place, detail: "the box \"\(name)\" is \(state) and shows \(sign)"))
  }
}
