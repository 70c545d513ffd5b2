internal import Messages

extension Character {
  /// About how wide the character is drawn, in ems.
  ///
  /// Nobody knows which sans-serif a reader has; these are the widths of a wide one (Verdana, DejaVu Sans), so
  /// that what fits here fits everywhere. An ideograph is 1 em; joined Arabic letters are narrower than Latin.
  var ems: Double {
    if let byte = asciiValue { return Self.widthsOfASCII[Int(byte)] }
    return measuredEms
  }

  private var measuredEms: Double {
    if let width = Self.widths[self] { return width }
    guard let scalar = unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF: return scalar.properties.isAlphabetic ? 0.56 : 0.4
    default: break
    }
    switch columns {
    case 0: return 0
    case 1: return isUppercase ? 0.8 : 0.67
    default: return Double(columns) / 2
    }
  }

  fileprivate static let widthsOfASCII = (0..<128).map { Character(Unicode.Scalar(UInt8($0))).measuredEms }

  private static let widths: [Character: Double] = {
    let groups: [(Double, String)] = [
      (0.30, "ijlI'’|"), (0.34, " .,:;/\\\u{A0}\u{2007}"), (0.42, "frtJ!()[]{}-\"‘“”·"), (0.54, "?czs*"),
      (0.59, "kvxyFL"),
      (0.65, "abdeghnopquESTYP0123456789$_`~€–"), (0.70, "ABCKRVXZ"), (0.79, "DGHNOQU&w"), (0.85, "#+<=>^→←"),
      (1.0, "mMW%@—…œŒæÆ"),
    ]
    return groups.reduce(into: [:]) { widths, group in
      for character in group.1 { widths[character] = group.0 }
    }
  }()
}

extension StringProtocol {
  /// About how wide the text is drawn, in the unit of the size.
  func width(_ style: TextStyle) -> Double {
    // A carriage return with its line feed is one character.
    let isPlain = utf8.allSatisfy { $0 < 0x80 && $0 != 0x0D }
    let ems =
      isPlain ? utf8.reduce(0) { $0 + Character.widthsOfASCII[Int($1)] } : reduce(0) { $0 + $1.ems }
    return ems * style.em
  }

  /// Breaks the text into lines that are no wider than a width.
  func wrapped(toWidth width: Double, _ style: TextStyle) -> [String] {
    wrapped(to: width) { $0.ems * style.em }
  }
}

/// How a text is drawn.
struct TextStyle {
  let size: Double
  var isBold = false
  var color = Palette.ink
  /// From one line to the next.
  var lineHeight: Double { (size * 1.35).rounded() }

  /// The width of 1 em, larger in bold.
  fileprivate var em: Double { isBold ? size * 1.1 : size }

  static let title = TextStyle(size: 18, isBold: true)
  static let question = TextStyle(size: 13, color: Palette.mutedInk)
  static let label = TextStyle(size: 13)
  static let heading = TextStyle(size: 13, isBold: true)
  static let count = TextStyle(size: 13, isBold: true)
  static let share = TextStyle(size: 13)
  static let columnHead = TextStyle(size: 11, color: Palette.mutedInk)
  static let names = TextStyle(size: 11, color: Palette.mutedInk)
  static let segment = TextStyle(size: 12, isBold: true)
  static let legend = TextStyle(size: 12)
  static let footer = TextStyle(size: 11.5, color: Palette.mutedInk)
  static let warning = TextStyle(size: 12, isBold: true, color: Palette.warningInk)
}
