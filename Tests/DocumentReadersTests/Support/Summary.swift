import Documents

/// An extract in short lines: properties, blocks with their places, and findings.
///
/// A block is `place: [bookmarks] {tags} items`; a ticked box is `+`, an empty one `-`, a legacy one has `L` behind it,
/// one of a font or of the keyboard `g`; one that disagrees with its sign has `!`.
func summary(_ extract: Extract) -> [String] {
  extract.properties.map { "property \($0.name)=\($0.value)" }
    + extract.blocks.map { block in
      var parts: [String] = []
      if !block.bookmarks.isEmpty { parts.append("[\(block.bookmarks.joined(separator: " "))]") }
      if !block.tags.isEmpty { parts.append("{\(block.tags.joined(separator: " "))}") }
      parts += block.items.map(short)
      return "\(short(block.place)):" + parts.map { " \($0)" }.joined()
    }
    + extract.findings.map { finding in
      "\(finding.kind)\(finding.place.map { " at \(short($0))" } ?? ""): \(finding.detail)"
    }
}

private func short(_ place: Place) -> String {
  guard let table = place.table, let row = place.row, let column = place.column else {
    return place.description
  }
  return "\(table).\(row).\(column)" + (place.quoteDepth > 0 ? " quoted \(place.quoteDepth)" : "")
}

private func short(_ item: Block.Item) -> String {
  switch item {
  case .text(let text):
    return "'\(text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "|"))'"
  case .field(let name, let value): return "\(name)='\(value.split(separator: "\n").joined(separator: "|"))'"
  case .box(let box):
    let kind =
      switch box.kind {
      case .control: ""
      case .legacy: "L"
      case .glyph: "g"
      }
    return (box.isTicked ? "+" : "-") + kind + box.name + (box.disagrees ? "!" : "")
  }
}
