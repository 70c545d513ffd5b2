internal import CVterm

/// One place of a terminal: a character and how it looks.
package struct Cell: Equatable {
  /// A character with its marks; blank where nothing was written, empty in the right half of a wide one.
  package let text: String
  package let isBold: Bool
  package let isUnderlined: Bool
  package let isReversed: Bool
  package let isBlinking: Bool
  package let foreground: Colour
  package let background: Colour

  /// A colour of a terminal.
  package enum Colour: Equatable {
    /// The terminal's own.
    case standard
    /// One of the 256.
    case indexed(Int)
    /// Red, green and blue in three bytes.
    case rgb(Int)

    init(_ colour: Int32) {
      switch colour {
      case ..<0: self = .standard
      case ..<256: self = .indexed(Int(colour))
      default: self = .rgb(Int(colour) & 0xff_ffff)
      }
    }
  }

  /// Whether it looks as all text looks to which nothing was done.
  package var isPlain: Bool {
    !isBold && !isUnderlined && !isReversed && !isBlinking && foreground == .standard
      && background == .standard
  }

  init(_ cell: VTermScreenCell) {
    var cell = cell
    text = Self.text(of: &cell)
    isBold = iscm_vterm_is_bold(&cell) != 0
    isUnderlined = iscm_vterm_is_underlined(&cell) != 0
    isReversed = iscm_vterm_is_reversed(&cell) != 0
    isBlinking = iscm_vterm_is_blinking(&cell) != 0
    foreground = Colour(iscm_vterm_colour(&cell.fg))
    background = Colour(iscm_vterm_colour(&cell.bg))
  }

  private static func text(of cell: inout VTermScreenCell) -> String {
    var text = ""
    for place in 0... {
      let code = iscm_vterm_scalar(&cell, Int32(place))
      if code == UInt32.max { return "" }
      guard code != 0, let scalar = Unicode.Scalar(code) else { break }
      text.unicodeScalars.append(scalar)
    }
    return text.isEmpty ? " " : text
  }
}
