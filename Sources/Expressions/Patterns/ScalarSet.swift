/// A set of code points, as a class of a regular expression names it.
indirect enum ScalarSet: Sendable {
  case range(ClosedRange<UInt32>, Folding)
  case property(@Sendable (Unicode.Scalar) -> Bool)
  case union([ScalarSet])
  case intersection(ScalarSet, ScalarSet)
  case complement(ScalarSet)

  /// Which letters count as the same, small and capital.
  enum Folding: Sendable { case none, ascii, unicode }

  /// A set of one code point.
  static func one(_ scalar: UInt32, _ folding: Folding = .none) -> ScalarSet {
    .range(scalar...scalar, folding)
  }

  /// A set of the characters of a text.
  static func any(of text: String) -> ScalarSet { .union(text.unicodeScalars.map { .one($0.value) }) }

  /// Whether a code point is in the set.
  func contains(_ scalar: UInt32) -> Bool {
    switch self {
    case .range(let range, .none): range.contains(scalar)
    case .range(let range, .ascii):
      range.contains(scalar) || Self.asciiPartner(scalar).map(range.contains) ?? false
    case .range(let range, .unicode):
      range.contains(scalar) || range.contains(Self.capital(scalar))
        || range.contains(Self.small(Self.capital(scalar)))
    case .property(let holds): Unicode.Scalar(scalar).map(holds) ?? false
    case .union(let sets): sets.contains { $0.contains(scalar) }
    case .intersection(let one, let other): one.contains(scalar) && other.contains(scalar)
    case .complement(let set): !set.contains(scalar)
    }
  }

  /// Whether two code points are the same letter.
  static func areEqual(_ one: UInt32, _ other: UInt32, _ folding: Folding) -> Bool {
    switch folding {
    case .none: one == other
    case .ascii: one == other || asciiPartner(one) == other
    case .unicode: one == other || small(capital(one)) == small(capital(other))
    }
  }

  /// The same ASCII letter, small for capital.
  private static func asciiPartner(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x41...0x5A: scalar + 32
    case 0x61...0x7A: scalar - 32
    default: nil
    }
  }

  private static func capital(_ scalar: UInt32) -> UInt32 {
    mapped(scalar) { $0.properties.uppercaseMapping }
  }

  static func small(_ scalar: UInt32) -> UInt32 { mapped(scalar) { $0.properties.lowercaseMapping } }

  /// What a letter becomes, where that is one letter.
  private static func mapped(_ scalar: UInt32, _ mapping: (Unicode.Scalar) -> String) -> UInt32 {
    guard let letter = Unicode.Scalar(scalar) else { return scalar }
    let result = mapping(letter).unicodeScalars
    return result.count == 1 ? result.first?.value ?? scalar : scalar
  }
}

// Classes that a letter behind a backslash names.
extension ScalarSet {
  static let digits = ScalarSet.range(0x30...0x39, .none)
  static let wordLetters = ScalarSet.union([
    .range(0x61...0x7A, .none), .range(0x41...0x5A, .none), .range(0x30...0x39, .none), .one(0x5F),
  ])
  static let spaces = ScalarSet.any(of: " \t\n\u{0B}\u{0C}\r")
  static let horizontalSpaces = ScalarSet.union([
    .any(of: " \t\u{A0}\u{1680}\u{180E}\u{202F}\u{205F}\u{3000}"), .range(0x2000...0x200A, .none),
  ])
  static let verticalSpaces = ScalarSet.any(of: "\n\u{0B}\u{0C}\r\u{85}\u{2028}\u{2029}")
  static let lineEnds = ScalarSet.any(of: "\n\r\u{85}\u{2028}\u{2029}")
  static let all = ScalarSet.range(0...0x10_FFFF, .none)
}
