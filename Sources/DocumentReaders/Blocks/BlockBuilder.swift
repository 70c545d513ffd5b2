internal import Documents

/// A block while it is read: words are joined across runs before boxes are looked for among them.
struct BlockBuilder {
  let place: Place
  var bookmarks: [String] = []
  var tags: [String] = []
  /// How many paragraphs have begun.
  private var paragraphs = 0
  private var items: [Block.Item] = []
  private var words = ""
  /// Whether line breaks are all that the paragraph has so far.
  private var beginning = Beginning.nothing
  /// Whether a field may have lost how it was cut into lines.
  private(set) var isTorn = false
  /// Controls and fields that are open: what they hold is theirs.
  private var captures: [Capture] = []

  private enum Beginning {
    case nothing, breaks, words
  }

  private struct Capture {
    var words = ""
    var paragraphs = 0
  }

  init(place: Place, tags: [String] = []) {
    self.place = place
    self.tags = tags.filter { !$0.isEmpty }
  }

  mutating func append(_ text: String) {
    if captures.isEmpty, beginning != .words, !text.isEmpty {
      beginning = text.utf8.allSatisfy { $0 == 10 } ? .breaks : text.isBlank ? beginning : .words
    }
    if captures.isEmpty { words += text } else { captures[captures.count - 1].words += text }
  }

  /// Begins a paragraph: on a line of its own, if it is not the first.
  mutating func beginParagraph() {
    if captures.isEmpty { beginning = .nothing }
    // The first paragraph of a control is one of what is around it as well.
    let level = captures.lastIndex { $0.paragraphs > 0 } ?? -1
    if level >= 0 { captures[level].words += "\n" } else if paragraphs > 0 { words += "\n" }
    for index in captures.indices { captures[index].paragraphs += 1 }
    paragraphs += 1
  }

  /// Adds a box or a field; a field of nothing but white space is empty, as one never filled in is after some programs.
  mutating func append(_ item: Block.Item) {
    flush()
    if case .field(_, let value) = item, !value.isBlank, beginning == .breaks { isTorn = true }
    beginning = .words
    if case .field(let name, let value) = item, value.isBlank {
      items.append(.field(name: name, value: ""))
    } else {
      items.append(item)
    }
  }

  /// Begins a control or a field.
  mutating func beginCapture() { captures.append(Capture()) }

  /// Ends the control or the field that was begun last.
  ///
  /// - Returns: Its words.
  mutating func endCapture() -> String { captures.popLast()?.words ?? "" }

  /// Whether nothing is in the block.
  var isEmpty: Bool {
    items.isEmpty && bookmarks.isEmpty && tags.isEmpty && words.isBlank
      && captures.allSatisfy(\.words.isBlank)
  }

  /// The block as it stands.
  mutating func finished() -> Block {
    while !captures.isEmpty {
      let rest = endCapture()
      append(rest)
    }
    flush()
    return Block(
      place: place, bookmarks: bookmarks, tags: tags, items: Self.trimmed(items.withoutEchoes))
  }

  private mutating func flush() {
    guard !words.isEmpty else { return }
    items += Marks.items(of: words)
    words = ""
  }

  /// Without white space before and behind everything; nothing where all is blank.
  private static func trimmed(_ items: [Block.Item]) -> [Block.Item] {
    var items = items
    while case .text(let text) = items.last {
      guard let kept = text.trimmed(atEnd: true) else {
        items.removeLast()
        continue
      }
      if kept.utf8.count < text.utf8.count { items[items.count - 1] = .text(kept) }
      break
    }
    while case .text(let text) = items.first {
      guard let kept = text.trimmed(atEnd: false) else {
        items.removeFirst()
        continue
      }
      if kept.utf8.count < text.utf8.count { items[0] = .text(kept) }
      break
    }
    return items
  }
}
