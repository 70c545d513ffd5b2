extension String {
  /// The text on one line, without control characters.
  ///
  /// Answers can hold anything. A control character would reach a terminal as an order, and an override of the
  /// direction would turn round the numbers behind it: they become U+FFFD, and a line break or a tab a space.
  var printable: String {
    if utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return self }
    var text = ""
    for scalar in unicodeScalars {
      switch (scalar.properties.generalCategory, scalar.properties.isWhitespace) {
      case (.control, true), (.lineSeparator, _), (.paragraphSeparator, _): text += " "
      case (.control, false): text += "\u{FFFD}"
      case (.format, _) where scalar == "\u{202D}" || scalar == "\u{202E}": text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
