extension MarkupReader {
  /// A link whose text is being read.
  struct Link {
    let address: String
    /// The piece with which its text begins.
    let piece: Int
    /// Where the text ends and what follows the link begins; nothing for a tag, which has an end of its own.
    let end: (text: Int, link: Int)?
  }

  /// `[text](https://…)`: its beginning.
  mutating func beginLink() -> Bool {
    let text = signs[(place + 1)...].prefix { $0 != "]" && $0 != "[" }
    guard sign(at: text.endIndex) == "]", sign(at: text.endIndex + 1) == "(" else { return false }
    let address = signs[(text.endIndex + 2)...].prefix { sign in
      sign != ")" && sign != "[" && !sign.properties.isWhitespace
    }
    guard sign(at: address.endIndex) == ")" else { return false }
    let written = self.text(address.startIndex..<address.endIndex)
    guard Self.isAddress(written) else { return false }
    place += 1
    begin(written, end: (text.endIndex, address.endIndex + 1))
    return true
  }

  /// `](https://…)`: what it leads to, in brackets.
  mutating func endLink() -> Bool {
    guard let index = links.lastIndex(where: { $0.end?.text == place }), let end = links[index].end else {
      return false
    }
    // A tag that was not ended within the text ends nowhere.
    links.removeSubrange((index + 1)...)
    place = end.link
    endLast()
    return true
  }

  /// Begins the text of a link.
  ///
  /// - Parameters:
  ///   - address: What it leads to, as it is written.
  ///   - end: Where its text and the link end, where that is known.
  mutating func begin(_ address: String, end: (text: Int, link: Int)?) {
    // Signs in an address are written like those around it.
    var reader = MarkupReader(address)
    let address = reader.read()
    let scheme = ["mailto:", "tel:"].first { address.hasPrefix($0) } ?? ""
    pieces.append("")
    links.append(Link(address: String(address.dropFirst(scheme.count)), piece: pieces.count - 1, end: end))
  }

  /// Ends the text of the last link, with the address behind it where that is another.
  mutating func endLast() {
    guard let link = links.popLast() else { return }
    let text = pieces[link.piece...].joined()
    // Of an address with answers in it both are read: no reference goes.
    if link.address.isEmpty || (text == link.address && !text.contains("${")) { return }
    pieces.append(text.isEmpty ? link.address : " (\(link.address))")
    pieces.append("")
  }

  /// Whether what stands in round brackets behind square ones is an address, and not a remark: `[1](2)`.
  private static func isAddress(_ text: String) -> Bool {
    text.contains("://") || ["mailto:", "tel:", "www.", "${"].contains { text.hasPrefix($0) }
  }
}
