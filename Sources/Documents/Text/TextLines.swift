extension Extract {
  /// Reads plain text: a block for each line that is not blank, with the depth at which it is quoted.
  ///
  /// - Parameters:
  ///   - text: The text, whatever its line ends.
  ///   - isFlowed: Whether a line that ends in a space goes on in the next (RFC 3676, `format=flowed`); only lines of
  ///     one depth are joined, and a signature's `-- ` ends a paragraph.
  ///   - deletesSpace: Whether the space at such a line's end goes away with it (`DelSp=yes`).
  public init(text: String, isFlowed: Bool = false, deletesSpace: Bool = false) {
    self.init(format: .text)
    var open: (number: Int, depth: Int, text: String)?
    func closed(_ line: (number: Int, depth: Int, text: String)) -> Block? {
      guard line.text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { return nil }
      return Block(place: Place(line: line.number, quoteDepth: line.depth), items: Marks.items(of: line.text))
    }
    for (index, line) in Self.lines(of: text).enumerated() {
      let (depth, rest) = Self.unquoted(line, isFlowed: isFlowed)
      let goesOn = isFlowed && rest.last == " " && rest != "-- "
      let content = goesOn && deletesSpace ? rest.dropLast() : rest
      if let before = open, before.depth == depth, rest != "-- " {
        open?.text += content
      } else {
        if let before = open { blocks += [closed(before)].compactMap(\.self) }
        open = (index + 1, depth, String(content))
      }
      if !goesOn, let line = open {
        blocks += [closed(line)].compactMap(\.self)
        open = nil
      }
    }
    if let line = open { blocks += [closed(line)].compactMap(\.self) }
  }

  /// The lines between LF, CR LF and CR, without them.
  private static func lines(of text: String) -> [Substring.UnicodeScalarView] {
    // By scalars: the carriage return and line feed of a pair are one character.
    var lines: [Substring.UnicodeScalarView] = []
    let scalars = text.unicodeScalars
    var start = scalars.startIndex
    var index = start
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      guard scalar == "\n" || scalar == "\r" else {
        index = next
        continue
      }
      lines.append(scalars[start..<index])
      index = next
      if scalar == "\r", index < scalars.endIndex, scalars[index] == "\n" {
        index = scalars.index(after: index)
      }
      start = index
    }
    if start < scalars.endIndex { lines.append(scalars[start...]) }
    return lines
  }

  /// How deep a line is quoted, and the line without its marks of quotation.
  ///
  /// Programs write `>>`, `> >` and `> > `; a flowed line has no space between its marks, and one that is stuffed in
  /// front of the text (RFC 3676, section 4.4).
  private static func unquoted(_ line: Substring.UnicodeScalarView, isFlowed: Bool) -> (Int, Substring) {
    var depth = 0
    var rest = line
    while true {
      let candidate = isFlowed || depth == 0 ? rest : rest.drop { $0 == " " }
      guard candidate.first == ">" else { break }
      depth += 1
      rest = candidate.dropFirst()
    }
    if isFlowed || depth > 0, rest.first == " " { rest = rest.dropFirst() }
    return (depth, Substring(rest))
  }
}
