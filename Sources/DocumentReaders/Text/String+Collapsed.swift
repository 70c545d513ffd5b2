extension String {
  /// The text with any run of white space as one space, as HTML and OpenDocument have it.
  ///
  /// - Parameter isBehindSpace: Whether the text before ended with white space; then whether this one did.
  /// - Returns: The text.
  func collapsed(_ isBehindSpace: inout Bool) -> String {
    var collapsed: [UInt8] = []
    for byte in utf8 {
      if byte.isSpace {
        if !isBehindSpace { collapsed.append(UInt8(ascii: " ")) }
        isBehindSpace = true
      } else {
        collapsed.append(byte)
        isBehindSpace = false
      }
    }
    return String(decoding: collapsed, as: UTF8.self)
  }
}
