internal import Documents

extension WordReader {
  /// Reads what stands in a paragraph.
  mutating func readInline(in parent: XMLTree.Node) throws(Stop) {
    for node in tree.children(parent) {
      switch tree.name(node) {
      case .wordRun: try readRun(node)
      case .wordBookmark: readBookmark(node)
      case .wordControl: try readControl(node)
      case .wordInserted, .wordMovedHere, .wordDeleted, .wordMovedAway:
        if isKept(change: node) { try readInline(in: node) }
      case .wordTextBox: try readTextBox(node)
      case .alternateContent: if let chosen = chosen(node) { try readInline(in: chosen) }
      case .mathText: list.append(tree.words(node))
      case .wordParagraphProperties, .wordRubyText: continue
      default: try readInline(in: node)
      }
    }
  }

  /// Reads a run: words of one look.
  private mutating func readRun(_ run: XMLTree.Node) throws(Stop) {
    var font = ""
    if let properties = tree.child(run, .wordRunProperties) {
      for property in tree.children(properties) {
        switch tree.name(property) {
        case .wordFonts: font = tree.attribute(property, .wordASCIIFont) ?? ""
        case .wordHidden where isOn(property):
          let words = visibleWords(run)
          if !words.isBlank { list.add(.unread, beginning: "hidden text: ", words: words) }
          return
        case .wordStruck where isOn(property), .wordDoublyStruck where isOn(property):
          let words = visibleWords(run)
          if !words.isBlank { list.add(.struckOut, beginning: "struck out: ", words: words) }
        default: continue
        }
      }
    }
    for node in tree.children(run) {
      switch tree.name(node) {
      case .wordText, .wordTab, .wordPositionedTab, .wordBreak, .wordReturn, .wordNoBreakHyphen, .wordSymbol:
        list.append(words(of: node, font: font))
      case .wordFieldMark: readFieldMark(node)
      case .wordTextBox: try readTextBox(node)
      case .alternateContent: if let chosen = chosen(node) { try readInline(in: chosen) }
      case .wordRunProperties, .wordDeletedText, .wordRubyText: continue
      default: try readInline(in: node)
      }
    }
  }

  /// What a piece of a run says.
  private func words(of node: XMLTree.Node, font: String = "") -> String {
    switch tree.name(node) {
    case .wordText:
      var text = tree.words(node)
      if tree.attribute(node, .xmlSpace) != "preserve" { text = text.withoutOuterSpaces }
      return font.hasPrefix("Wingdings") ? Self.unicode(text, font: font) : text
    case .wordTab, .wordPositionedTab: return "\t"
    case .wordBreak, .wordReturn: return "\n"
    case .wordNoBreakHyphen: return "-"
    case .wordSymbol:
      let code = tree.attribute(node, .wordCharacter).flatMap { UInt32($0, radix: 16) } ?? 0xFFFD
      let font = tree.attribute(node, .wordFont) ?? ""
      return String(Marks.scalar(code: code, font: font) ?? Unicode.Scalar(code) ?? "\u{FFFD}")
    default: return ""
    }
  }

  /// The boxes among the signs of a symbol font; other signs stay as they are.
  private static func unicode(_ text: String, font: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          // Typed in Windows' own character set or in the private use area: þ is U+00FE, and U+F0FE the same.
          Marks.scalar(code: scalar.value, font: font) ?? scalar
        }))
  }

  /// Reads a text box: paragraphs that stand elsewhere on the page, as blocks of their own behind this one.
  private mutating func readTextBox(_ node: XMLTree.Node) throws(Stop) {
    let before = list.beginInside()
    try readBlocks(in: node)
    list.endInside(before)
  }

  /// All words in an element that are seen, for findings.
  func visibleWords(_ node: XMLTree.Node) -> String {
    switch tree.name(node) {
    case .wordDeletedText, .wordRunProperties, .wordDeleted: ""
    case .wordText, .wordTab, .wordBreak, .wordReturn, .wordNoBreakHyphen, .wordSymbol: words(of: node)
    case .alternateContent: chosen(node).map(visibleWords) ?? ""
    default: tree.children(node).map(visibleWords).joined()
    }
  }
}
