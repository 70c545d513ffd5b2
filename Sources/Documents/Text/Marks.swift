/// The signs by which people tick a box: those of fonts, and those that are typed.
public enum Marks {
  /// Whether a character is a box, and whether it is ticked.
  ///
  /// Bullets (●, ○, ■) are no boxes: they stand before everything in many lists.
  ///
  /// - Parameter scalar: A character.
  /// - Returns: Whether the box is ticked; nothing where the character is no box.
  public static func isTicked(_ scalar: Unicode.Scalar) -> Bool? {
    switch scalar.value {
    // ☐ □ ▢ ◻ ❏ ❐ ❑ ❒ ⬜
    case 0x2610, 0x25A1, 0x25A2, 0x25FB, 0x274F...0x2752, 0x2B1C, 0x1F78E...0x1F790: false
    // ☑ ☒ ☓ ⌧ ⊠ ✅ ✓ ✔ ✕ ✖ ✗ ✘ ❌ ❎ and the signs of Wingdings in Unicode
    case 0x2611...0x2613, 0x2327, 0x22A0, 0x2705, 0x2713...0x2718, 0x274C, 0x274E, 0x1F5F4...0x1F5F9: true
    default: nil
    }
  }

  /// The character that a sign of a symbol font stands for, as far as it is a box.
  ///
  /// - Parameters:
  ///   - code: The sign's number in the font; the private use area, F0xx, counts like 00xx.
  ///   - font: What the font is called.
  /// - Returns: A character that `isTicked` knows, or nothing.
  public static func scalar(code: UInt32, font: String) -> Unicode.Scalar? {
    let low = code >= 0xF000 && code <= 0xF0FF ? code - 0xF000 : code
    switch font.lowercased() {
    case "wingdings":
      switch low {
      case 0x6F: return "□"
      case 0x71: return "❑"
      case 0x72: return "❒"
      case 0x78: return "⌧"
      case 0xA8: return "◻"
      case 0xFB: return "\u{1F5F6}"
      case 0xFC: return "✔"
      case 0xFD: return "\u{1F5F7}"
      case 0xFE: return "\u{1F5F9}"
      default: return nil
      }
    case "wingdings 2", "wingdings2":
      switch low {
      case 0x4F: return "\u{1F5F4}"
      case 0x50: return "\u{1F5F8}"
      case 0x51: return "\u{1F5F5}"
      case 0x52: return "☑"
      case 0x53, 0x54: return "☒"
      case 0xA3: return "□"
      default: return nil
      }
    default: return nil
    }
  }

  /// Takes a text apart into words and the boxes between them.
  ///
  /// Boxes are the characters of `isTicked`, and what is typed in their place: `[x]`, `[ ]`, `(x)`, `( )`, with any
  /// number of spaces or underscores inside, `x` in either case, Latin or Cyrillic, or a tick.
  ///
  /// - Parameter text: Text whose runs are joined.
  /// - Returns: The items in their order; no text among them is empty.
  public static func items(of text: String) -> [Block.Item] {
    guard !text.isEmpty else { return [] }
    var text = text
    guard text.withUTF8({ $0.contains { $0 >= 0xE2 || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "(") } })
    else {
      return [.text(text)]
    }
    let scalars = text.unicodeScalars
    var items: [Block.Item] = []
    var words = scalars.startIndex
    var index = scalars.startIndex
    while index < scalars.endIndex {
      guard let (end, isTicked) = box(in: scalars, at: index) else {
        index = scalars.index(after: index)
        continue
      }
      if words < index { items.append(.text(String(scalars[words..<index]))) }
      items.append(.box(Block.Box(kind: .glyph, isTicked: isTicked, sign: String(scalars[index..<end]))))
      index = end
      words = end
    }
    if words < scalars.endIndex { items.append(.text(String(scalars[words...]))) }
    return items
  }

  /// The box that begins at a place of a text, and where it ends.
  private static func box(
    in scalars: String.UnicodeScalarView, at index: String.Index
  ) -> (end: String.Index, isTicked: Bool)? {
    let first = scalars[index]
    let close: Unicode.Scalar
    switch first {
    case "[": close = "]"
    case "(": close = ")"
    case _ where first.value < 0x2000: return nil
    default:
      guard let isTicked = isTicked(first) else { return nil }
      var end = scalars.index(after: index)
      // A variation selector says how the sign is drawn.
      while end < scalars.endIndex, (0xFE00...0xFE0F).contains(scalars[end].value) {
        end = scalars.index(after: end)
      }
      return (end, isTicked)
    }
    var end = scalars.index(after: index)
    var isTicked: Bool?
    var width = 0
    while end < scalars.endIndex, width < 12 {
      let scalar = scalars[end]
      end = scalars.index(after: end)
      if scalar == close {
        // `()` stands in texts, `[]` only for a box.
        guard isTicked != nil || width > 0 || close == "]" else { return nil }
        return (end, isTicked ?? false)
      }
      width += 1
      switch scalar {
      case " ", "_", "\u{A0}", "\u{2002}", "\u{2003}", "\u{2009}", "\u{202F}": continue
      case "x", "X", "х", "Х", "×":
        guard isTicked == nil else { return nil }
        isTicked = true
      default:
        guard isTicked == nil, let sign = Self.isTicked(scalar) else {
          guard (0xFE00...0xFE0F).contains(scalar.value), isTicked != nil else { return nil }
          continue
        }
        isTicked = sign
      }
    }
    return nil
  }
}
