internal import Documents

extension OpenReader {
  /// Reads what stands in a paragraph.
  mutating func readInline(in parent: XMLTree.Node) throws(Stop) {
    for node in tree.children(parent) {
      if tree.isText(node) {
        append(collapsing: tree.text(node))
        continue
      }
      switch tree.name(node) {
      case .openSpaces:
        let count = min(max(tree.attribute(node, .openCount).flatMap { Int($0) } ?? 1, 1), 100)
        append(String(repeating: " ", count: count))
      case .openTab: append("\t")
      case .openLineBreak: append("\n")
      case .openBookmark, .openBookmarkStart: readBookmark(node)
      case .openChange, .openChangeStart: readChange(node)
      case .openAnnotation, .openNote:
        let words = noteWords(node)
        let what = tree.name(node) == .openNote ? "a note" : "a comment"
        if !words.isBlank { list.add(.unread, beginning: "\(what) is left out: ", words: words) }
      case .openPlaceholder: list.withBlock { $0.append(.field(name: "", value: "")) }
      case .openTextInput:
        readField(node, name: tree.attribute(node, .openInputName) ?? "")
      case .openDropDown: readField(node, name: tree.attribute(node, .openName) ?? "")
      case .openControlShape: readControlShape(node)
      case .openTextBox: try readTextBox(node)
      case .contentControl: try readContentControl(node)
      case .fieldMark, .fieldMarkStart: beginField(node)
      case .fieldMarkEnd: endField()
      case .openRubyText, .openTitle, .openDescription, .openForms: continue
      default: try readStyled(node)
      }
    }
  }

  /// Reads a span or a paragraph; words that its style hides are left out, and words that are struck out are found.
  mutating func readStyled(_ node: XMLTree.Node) throws(Stop) {
    let style = tree.attribute(node, .openStyleName).flatMap { declarations.styles[$0] }
    let words = style == nil ? "" : tree.words(node)
    if style == .hidden {
      if !words.isBlank { list.add(.unread, beginning: "hidden text: ", words: words) }
      return
    }
    if style == .struck, !words.isBlank { list.add(.struckOut, beginning: "struck out: ", words: words) }
    if case .symbols(let font) = style, tree.name(node) != .openParagraph {
      append(
        String(
          String.UnicodeScalarView(
            words.unicodeScalars.map { Marks.scalar(code: $0.value, font: font) ?? $0 })))
      return
    }
    try readInline(in: node)
  }

  mutating func append(_ text: String) {
    isBehindSpace = false
    list.append(text)
  }

  /// Adds text in which any white space is one space.
  private mutating func append(collapsing text: String) {
    list.append(text.collapsed(&isBehindSpace))
  }

  private mutating func readField(_ node: XMLTree.Node, name: String) {
    let value = tree.words(node)
    list.withBlock { $0.append(.field(name: name, value: value)) }
    isBehindSpace = false
  }

  private func noteWords(_ note: XMLTree.Node) -> String {
    guard tree.name(note) == .openAnnotation else {
      return tree.child(note, .openNoteBody).map { tree.words($0) } ?? ""
    }
    return tree.children(note).filter { tree.name($0) == .openParagraph }.map { tree.words($0) }.joined()
  }
}
