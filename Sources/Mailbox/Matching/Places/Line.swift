internal import Documents

/// A line of a document outside of its tables.
struct Line {
  var pieces: [Content.Piece]
  let place: Place

  /// The words of the line and signs for its boxes.
  var text: String { pieces.evidence }

  /// Takes a mark from the start of the line.
  mutating func takeMark() -> VisibleMark? {
    guard case .text(let text)? = pieces.first, let (mark, rest) = VisibleMark.first(of: text) else {
      return nil
    }
    pieces[0] = .text(String(rest))
    return mark
  }

  /// Takes the mark that closes a text from the end of the line.
  mutating func takeClosing(of code: String) -> Bool {
    guard case .text(let text)? = pieces.last, let (mark, rest) = VisibleMark.last(of: text),
      case .closing(let closed) = mark, closed.lowercased() == code.lowercased()
    else { return false }
    pieces[pieces.count - 1] = .text(String(rest))
    return true
  }

  /// The lines of a block.
  static func lines(of block: Block, leavingOut isRouted: (Block.Item) -> Bool) -> [Line] {
    var lines = [Line(pieces: [], place: block.place)]
    for item in block.items where !isRouted(item) {
      switch item {
      case .box(let box): lines[lines.count - 1].pieces.append(.box(box))
      case .field(_, let value): lines[lines.count - 1].pieces.append(.field(value))
      case .text(let text):
        for (index, part) in text.lines.enumerated() {
          if index > 0 { lines.append(Line(pieces: [], place: block.place)) }
          lines[lines.count - 1].pieces.append(.text(String(part)))
        }
      }
    }
    return lines
  }
}
