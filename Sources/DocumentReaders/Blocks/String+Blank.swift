extension String {
  /// Whether nothing but white space is in it.
  var isBlank: Bool {
    for scalar in unicodeScalars where !scalar.isBlank { return false }
    return true
  }

  /// Without the white space at one end.
  ///
  /// - Parameter atEnd: At which end.
  /// - Returns: Nothing where the text is blank.
  func trimmed(atEnd: Bool) -> String? {
    let scalars = unicodeScalars
    var index = atEnd ? scalars.endIndex : scalars.startIndex
    while index != (atEnd ? scalars.startIndex : scalars.endIndex) {
      let next = atEnd ? scalars.index(before: index) : scalars.index(after: index)
      if !scalars[atEnd ? next : index].isBlank {
        return atEnd ? String(scalars[..<index]) : String(scalars[index...])
      }
      index = next
    }
    return nil
  }

  /// Without the spaces, tabs and line ends of XML before and behind it.
  var withoutOuterSpaces: String {
    guard let first = utf8.first, let last = utf8.last, first.isSpace || last.isSpace else { return self }
    var (start, end) = (utf8.startIndex, utf8.endIndex)
    while start < end, utf8[start].isSpace { start = utf8.index(after: start) }
    while start < end, utf8[utf8.index(before: end)].isSpace { end = utf8.index(before: end) }
    return String(self[start..<end])
  }
}

extension Unicode.Scalar {
  /// Whether it is white space.
  var isBlank: Bool { value < 0x80 ? UInt8(value).isSpace : properties.isWhitespace }
}

extension UInt8 {
  /// Whether it is a space, a tab or a line end of ASCII.
  var isSpace: Bool { self == 32 || (9...13).contains(self) }
}
