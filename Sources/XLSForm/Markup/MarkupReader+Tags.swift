internal import Survey

extension MarkupReader {
  /// `<b>`, `</p>`, `<br/>`: a line end where it makes one, and else nothing.
  mutating func takeTag() -> Bool {
    let isEnd = sign(at: place + 1) == "/"
    let inside = signs[(place + (isEnd ? 2 : 1))...].prefix { $0 != ">" && $0 != "<" }
    guard sign(at: inside.endIndex) == ">" else { return false }
    let name = inside.prefix { $0.isASCII && $0.isOfWord }
    let rest = text(name.endIndex..<inside.endIndex)
    let tag = text(name.startIndex..<name.endIndex).lowercased()
    guard Self.inline.contains(tag) || Self.blocks.contains(tag) || tag == "br" else { return false }
    guard Self.areAttributes(rest, ofEnd: isEnd) else { return false }

    place = inside.endIndex + 1
    if tag == "br" || (Self.blocks.contains(tag) && !isAtLineStart) { endLine() }
    if tag == "a" {
      if !isEnd {
        begin(Self.address(in: rest), end: nil)
      } else if let link = links.last, link.end == nil {
        endLast()
      }
    }
    return true
  }

  private static let inline: Set = [
    "a", "b", "big", "em", "font", "i", "small", "span", "strong", "sub", "sup", "u",
  ]
  /// What stands on lines of its own.
  private static let blocks: Set = ["div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "ul"]

  /// Whether what stands behind a tag's name belongs to a tag, and not to `<a and b>`.
  private static func areAttributes(_ text: String, ofEnd isEnd: Bool) -> Bool {
    let text = text.trimmed
    if text.isEmpty { return true }
    // A tag with a reference stays as it is written, like everything that a reference stands in.
    return !isEnd && (text == "/" || (text.contains("=") && !text.contains("${")))
  }

  /// What `<a href="https://…">` leads to; empty where it says nothing.
  private static func address(in attributes: String) -> String {
    let match = attributes.firstMatch(of: /(?i)\bhref\s*=\s*["']?([^"'\s]+)/)
    return match.map { String($0.1) } ?? ""
  }
}
