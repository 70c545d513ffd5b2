extension StringProtocol {
  /// The text as a filter compares it: small letters, without accents and other marks.
  ///
  /// A letter is folded to the one that its Unicode name gives before `WITH` (`LATIN SMALL LETTER E WITH ACUTE`).
  /// Full-width signs are folded to ASCII, digits of any script to Western ones. Arabic's forms of alef, its
  /// stretching and its vowel signs, and Russian's ё are folded as people type them in a hurry.
  public var folded: String {
    var folded = ""
    for scalar in lowercased().unicodeScalars {
      // Most letters are folded already, and lists have many.
      if scalar.isASCII { folded.unicodeScalars.append(scalar) } else { folded += scalar.folded }
    }
    return folded
  }
}

extension Unicode.Scalar {
  fileprivate var folded: String {
    switch value {
    case 0xFF01...0xFF5E: return Unicode.Scalar(value - 0xFEE0).map { String($0).lowercased() } ?? ""
    case 0x0623, 0x0625, 0x0622, 0x0671: return "\u{0627}"
    case 0x0649: return "\u{064A}"
    case 0x0629: return "\u{0647}"
    case 0x0640: return ""
    case 0x0451: return "\u{0435}"
    case 0x00DF: return "ss"
    case 0x0153: return "oe"
    case 0x00E6: return "ae"
    case 0x0131: return "i"
    default: break
    }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return ""
    case .decimalNumber: return Character(self).digit.map(String.init) ?? String(self)
    case .lowercaseLetter where value < 0x1F00: return baseLetter ?? String(self)
    default: return String(self)
    }
  }

  /// The Latin letter that a letter is a form of.
  private var baseLetter: String? {
    let prefix = "LATIN SMALL LETTER "
    guard let name = properties.name, name.hasPrefix(prefix) else { return nil }
    let words = name.dropFirst(prefix.count).split(separator: " ")
    guard words.count > 2, words[0].count == 1, words[1] == "WITH" else { return nil }
    return words[0].lowercased()
  }
}

extension Character {
  /// The value of a digit of any script; none of a numeral that is a word or a sign, such as 三 or ².
  package var digit: Int? {
    unicodeScalars.first?.properties.generalCategory == .decimalNumber ? wholeNumberValue : nil
  }
}
