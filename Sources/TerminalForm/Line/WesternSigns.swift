/// A number, a date or a time with the digits and signs of any script as those of ASCII.
///
/// Arabic and full-width keyboards give `٢٫٥`, `２０１８－１１－０９`, `１６：３０`; the marks of direction that come along
/// with a paste are dropped.
package func westernSigns(_ text: String) -> String {
  String(
    text.compactMap { character -> Character? in
      if character.isASCII { return character }
      if isDirectionMark(character) { return nil }
      if isDash(character) { return "-" }
      if let value = character.wholeNumberValue, (0...9).contains(value) { return Character(String(value)) }
      switch character {
      case "٫", "．": return "."
      case "：", "﹕", "∶": return ":"
      case "＋": return "+"
      default: return character
      }
    })
}

/// Whether a character is a hyphen, a dash or a minus of any script, or the wave that stands for one.
func isDash(_ character: Character) -> Bool { "-‐‑‒–—―−－﹣﹘～〜".contains(character) }

/// Whether a character is one of the invisible marks of direction (UAX 9).
func isDirectionMark(_ character: Character) -> Bool {
  guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else { return false }
  switch scalar.value {
  case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: return true
  default: return false
  }
}

/// Full stops alone on a line: one ends a text, two open the menu.
enum StopLine {
  case end, menu

  /// Reads a line; nothing where it is anything else.
  ///
  /// The full stops of any script count, for a keyboard need not have the Latin one.
  init?(_ line: String) {
    let stops = line.trimmingEnd
    guard stops.allSatisfy({ ".。．｡۔।։".contains($0) }) else { return nil }
    switch stops.count {
    case 1: self = .end
    case 2: self = .menu
    default: return nil
    }
  }

  /// The line that was meant: a space before full stops says that they are text.
  static func unescaped(_ line: String) -> String {
    line.first == " " && StopLine(String(line.dropFirst())) != nil ? String(line.dropFirst()) : line
  }
}

extension String {
  fileprivate var trimmingEnd: Substring {
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return self[...last]
  }
}
