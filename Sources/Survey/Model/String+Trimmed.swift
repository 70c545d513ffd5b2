extension String {
  /// The text without white space at its ends.
  package var trimmed: String {
    // Most texts have none.
    if let first = utf8.first, let last = utf8.last, Self.isPrinted(first), Self.isPrinted(last) {
      return self
    }
    // A mark that joins a space is none.
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }

  /// Whether there is nothing in the text but white space.
  package var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }

  private static func isPrinted(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }
}
