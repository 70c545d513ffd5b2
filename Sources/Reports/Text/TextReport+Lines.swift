internal import Messages

extension TextReport {
  /// Breaks a text into lines that fit.
  ///
  /// - Parameters:
  ///   - text: A paragraph.
  ///   - indent: How far all lines are set in.
  ///   - hanging: How far the lines after the first are set in.
  ///   - columns: How wide the lines may be, their spaces included; all columns where nothing is said.
  /// - Returns: The lines, with their spaces in front.
  func wrap(_ text: String, indent: Int = 0, hanging: Int? = nil, columns: Int? = nil) -> [String] {
    let hanging = hanging ?? indent
    let columns = columns ?? self.columns
    var lines = text.wrapped(toColumns: columns - indent)
    if lines.count > 1 { lines = text.wrapped(toColumns: columns - max(indent, hanging)) }
    return lines.enumerated().map { index, line in
      (String(repeating: " ", count: index == 0 ? indent : hanging) + line.unglued).trimmedEnd
    }
  }
}

extension [String] {
  /// The lines as one text, each with its line feed.
  var printed: String { map { $0 + "\n" }.joined() }
}

extension String {
  /// The text without the spaces at its end.
  var trimmedEnd: String { String(self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)]) }

  /// The text behind spaces up to a width; as it is where it is wider.
  func leftPadded(toColumns width: Int) -> String {
    String(repeating: " ", count: Swift.max(0, width - columns)) + self
  }
}
