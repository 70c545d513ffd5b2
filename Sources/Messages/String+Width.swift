internal import CPosix

extension Character {
  /// The columns that this grapheme takes at a terminal: 0, 1 or 2 (Unicode's East Asian width).
  ///
  /// A grapheme is as wide as its widest scalar; U+FE0F asks for the emoji form, which is two columns wide.
  public var columns: Int {
    if isASCII { return asciiValue.map { $0 >= 0x20 && $0 != 0x7f ? 1 : 0 } ?? 0 }
    if unicodeScalars.contains("\u{FE0F}") { return 2 }
    return unicodeScalars.reduce(0) { max($0, Int(max(0, iscm_width($1.value)))) }
  }
}

extension StringProtocol {
  /// The columns that the text takes at a terminal, counted by grapheme.
  public var columns: Int { reduce(0) { $0 + $1.columns } }

  /// The text followed by spaces up to a width; as it is where it is wider.
  public func padded(toColumns width: Int) -> String {
    String(self) + String(repeating: " ", count: Swift.max(0, width - columns))
  }

  /// Breaks the text into lines that are no wider than a number of columns.
  ///
  /// Breaks stand at spaces; a word that is wider than a line, or a text in a script without spaces, breaks
  /// between graphemes. Line breaks of the text stay.
  ///
  /// - Parameter width: At least 2.
  /// - Returns: At least one line, without white space at its end.
  public func wrapped(toColumns width: Int) -> [String] {
    split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
      var lines: [String] = []
      var line = ""
      var used = 0
      for word in paragraph.split(separator: " ", omittingEmptySubsequences: false) {
        let needed = word.columns
        if used > 0, used + 1 + needed > width {
          lines.append(line)
          (line, used) = ("", 0)
        }
        if used > 0 || !line.isEmpty {
          line += " "
          used += 1
        }
        for character in word {
          if used + character.columns > width {
            lines.append(line)
            (line, used) = ("", 0)
          }
          line.append(character)
          used += character.columns
        }
      }
      return lines + [line]
    }
  }
}
