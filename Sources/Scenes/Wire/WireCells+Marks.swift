internal import Wire

extension WireCells {
  /// A side of the paper.
  mutating func side() throws(WireError) -> Double {
    try value { text in Double(text).flatMap { 1...Scene.longestSide ~= $0 ? $0 : nil } }
  }

  /// A place on the paper, or somewhat beside it.
  mutating func place() throws(WireError) -> Double {
    try value { text in Double(text).flatMap { abs($0) <= 2 * Scene.longestSide ? $0 : nil } }
  }

  /// A length that is not negative.
  mutating func length() throws(WireError) -> Double {
    try value { text in Double(text).flatMap { 0...Scene.longestSide ~= $0 ? $0 : nil } }
  }

  mutating func isFromRight() throws(WireError) -> Bool {
    try value { $0 == "rtl" ? true : $0 == "ltr" ? false : nil }
  }

  /// Whether a cell has a word, or is empty.
  mutating func isSet(_ word: String) throws(WireError) -> Bool {
    try value { $0 == word ? true : $0.isEmpty ? false : nil }
  }

  mutating func color() throws(WireError) -> Color { try value(Color.init(onPaper:)) }

  mutating func paint(_ patterns: [String: Pattern]) throws(WireError) -> Paint? {
    let word = try text()
    if word.isEmpty { return nil }
    if let pattern = patterns[word] { return .pattern(pattern) }
    guard let color = Color(onPaper: word) else { throw wrong(word) }
    return .plain(color)
  }

  mutating func stroke() throws(WireError) -> Mark.Stroke? {
    let (color, dashes) = (try text(), try text())
    if color.isEmpty, dashes.isEmpty { return nil }
    guard let color = Color(onPaper: color) else { throw wrong(color) }
    return Mark.Stroke(
      color,
      dashes: try dashes.split(separator: " ").map { dash throws(WireError) in
        guard let length = Int(dash), 1...1_000 ~= length else { throw wrong(dashes) }
        return length
      })
  }
}

extension Color {
  /// A colour that is `#rrggbb` on any paper; nothing where it is none.
  fileprivate init?(onPaper text: String) {
    guard text.utf8.count == 7, text.hasPrefix("#"), UInt32(text.dropFirst(), radix: 16) != nil,
      text.utf8.dropFirst().first != UInt8(ascii: "+")
    else { return nil }
    self.init("", text, text)
  }
}
