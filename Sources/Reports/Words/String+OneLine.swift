internal import Messages

extension String {
  /// The text on one line, harmless: a line break or a tab becomes a space.
  package var onOneLine: String {
    if utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return self }
    var line = ""
    for scalar in unicodeScalars {
      switch (scalar.properties.generalCategory, scalar.properties.isWhitespace) {
      case (.control, true), (.lineSeparator, _), (.paragraphSeparator, _): line += " "
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line.harmless
  }
}
