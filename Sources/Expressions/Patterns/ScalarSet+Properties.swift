extension ScalarSet {
  /// The set that `\p{name}` names in Java; nothing where it is not known.
  ///
  /// - Parameters:
  ///   - name: What stands between the braces.
  ///   - folds: Whether small and capital letters count as the same.
  /// - Returns: The set.
  static func named(_ name: String, folds: Bool) -> ScalarSet? {
    if let sign = name.firstIndex(of: "=") {
      let value = String(name[name.index(after: sign)...])
      switch name[..<sign].lowercased() {
      case "gc", "general_category": return category(value, folds)
      case "sc", "script": return script(value)
      default: return nil
      }
    }
    if name.hasPrefix("Is") {
      let rest = String(name.dropFirst(2))
      return binary(rest.uppercased(), folds) ?? category(rest, folds) ?? script(rest)
    }
    return posix(name, folds) ?? category(name, folds)
  }

  /// Classes of POSIX, which are ASCII.
  private static func posix(_ name: String, _ folds: Bool) -> ScalarSet? {
    let small = ScalarSet.range(0x61...0x7A, .none)
    let capital = ScalarSet.range(0x41...0x5A, .none)
    let punctuation = ScalarSet.union([
      .range(0x21...0x2F, .none), .range(0x3A...0x40, .none), .range(0x5B...0x60, .none),
      .range(0x7B...0x7E, .none),
    ])
    return switch name {
    case "Lower": folds ? .union([small, capital]) : small
    case "Upper": folds ? .union([small, capital]) : capital
    case "Alpha": .union([small, capital])
    case "Digit": digits
    case "Alnum": .union([small, capital, digits])
    case "Punct": punctuation
    case "Graph": .range(0x21...0x7E, .none)
    case "Print": .range(0x20...0x7E, .none)
    case "Blank": .any(of: " \t")
    case "Cntrl": .union([.range(0...0x1F, .none), .one(0x7F)])
    case "XDigit": .union([digits, .range(0x61...0x66, .none), .range(0x41...0x46, .none)])
    case "Space": spaces
    case "ASCII": .range(0...0x7F, .none)
    case "L1": .range(0...0xFF, .none)
    case "all": all
    case "javaLowerCase": .property { $0.properties.isLowercase || (folds && isLetterWithCase($0)) }
    case "javaUpperCase": .property { $0.properties.isUppercase || (folds && isLetterWithCase($0)) }
    default: nil
    }
  }

  private static func binary(_ name: String, _ folds: Bool) -> ScalarSet? {
    switch name {
    case "ALPHABETIC": .property(\.properties.isAlphabetic)
    case "LETTER": category("L", folds)
    case "DIGIT": category("Nd", folds)
    case "IDEOGRAPHIC": .property(\.properties.isIdeographic)
    case "LOWERCASE": .property { $0.properties.isLowercase || (folds && isLetterWithCase($0)) }
    case "UPPERCASE": .property { $0.properties.isUppercase || (folds && isLetterWithCase($0)) }
    case "TITLECASE": category("Lt", folds)
    case "PUNCTUATION": category("P", folds)
    case "CONTROL": category("Cc", folds)
    case "WHITE_SPACE", "WHITESPACE": .property(\.properties.isWhitespace)
    case "HEX_DIGIT", "HEXDIGIT": .property(\.properties.isHexDigit)
    case "JOIN_CONTROL", "JOINCONTROL": .property(\.properties.isJoinControl)
    case "NONCHARACTER_CODE_POINT", "NONCHARACTERCODEPOINT": .property(\.properties.isNoncharacterCodePoint)
    case "ASSIGNED": .property { $0.properties.generalCategory != .unassigned }
    case "EMOJI": .property(\.properties.isEmoji)
    default: nil
    }
  }

  private static func isLetterWithCase(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isLowercase || scalar.properties.isUppercase
      || scalar.properties.generalCategory == .titlecaseLetter
  }

  /// General categories by one or two letters.
  private static func category(_ name: String, _ folds: Bool) -> ScalarSet? {
    var wanted = Set(
      categories.filter { $0.key == name || ($0.key.hasPrefix(name) && name.count == 1) }.values)
    if name == "LC" || (folds && ["Lu", "Ll", "Lt"].contains(name)) {
      wanted = [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter]
    }
    guard !wanted.isEmpty else { return nil }
    let found = wanted
    return .property { found.contains($0.properties.generalCategory) }
  }

  private static let categories: [String: Unicode.GeneralCategory] = [
    "Lu": .uppercaseLetter, "Ll": .lowercaseLetter, "Lt": .titlecaseLetter, "Lm": .modifierLetter,
    "Lo": .otherLetter, "Mn": .nonspacingMark, "Mc": .spacingMark, "Me": .enclosingMark, "Nd": .decimalNumber,
    "Nl": .letterNumber, "No": .otherNumber, "Pc": .connectorPunctuation, "Pd": .dashPunctuation,
    "Ps": .openPunctuation, "Pe": .closePunctuation, "Pi": .initialPunctuation, "Pf": .finalPunctuation,
    "Po": .otherPunctuation, "Sm": .mathSymbol, "Sc": .currencySymbol, "Sk": .modifierSymbol,
    "So": .otherSymbol,
    "Zs": .spaceSeparator, "Zl": .lineSeparator, "Zp": .paragraphSeparator, "Cc": .control, "Cf": .format,
    "Cs": .surrogate, "Co": .privateUse, "Cn": .unassigned,
  ]

  private static func script(_ name: String) -> ScalarSet? {
    let name = name.lowercased()
    return scripts[codes[name] ?? name].map { .union($0.map { .range($0, .none) }) }
  }

  /// The codes of scripts (ISO 15924), which Java takes too.
  private static let codes = [
    "latn": "latin", "grek": "greek", "cyrl": "cyrillic", "armn": "armenian", "hebr": "hebrew",
    "arab": "arabic",
    "deva": "devanagari", "beng": "bengali", "taml": "tamil", "sinh": "sinhala", "laoo": "lao",
    "mymr": "myanmar",
    "geor": "georgian", "hang": "hangul", "ethi": "ethiopic", "khmr": "khmer",
    "hira": "hiragana", "kana": "katakana", "hani": "han",
  ]
}
