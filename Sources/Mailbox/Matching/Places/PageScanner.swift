internal import Documents
internal import Survey

/// Finds places for answers on the pages of our PDF: by the names of its fields, whatever stands beside them.
///
/// Words around the fields are ours, or nobody's answer that a program could place.
struct PageScanner {
  /// What was found.
  private(set) var sites: [Site]
  /// Words that are not ours, each in a block of its own.
  private(set) var outside: [Block] = []

  /// Looks for fields of ours.
  ///
  /// - Returns: Nothing where the document is no PDF, or has no such field.
  init?(_ extract: Extract, by key: FormKey) {
    guard extract.format == .pdf, extract.blocks.contains(where: { !key.named(in: $0).isEmpty }) else {
      return nil
    }
    var names = NamedSites(key)
    let recipient = key.recipients[FormIdentity(extract.properties, of: key).token]
    var before: Block?
    for block in extract.blocks {
      let rest = names.takeNamed(from: block)
      // A choice stands behind its box: elsewhere somebody may have written it.
      let isBesideBox = before.map { Self.isBox($0, beside: block) } ?? false
      let text = Content(of: rest).evidence
      // Whom the form was made for is printed in place of its boxes.
      let isGiven = recipient.map { key.questions[$0.question]?.options[text] == $0.choice.text } ?? false
      if !isGiven, !Self.isOwn(text, isBesideBox: isBesideBox, by: key) { outside.append(rest) }
      before = block
    }
    sites = names.all
  }

  /// Whether words are ours.
  private static func isOwn(_ text: String, isBesideBox: Bool, by key: FormKey) -> Bool {
    let options = text.words.map(\.option)
    let isOption = key.questions.values.contains { question in
      question.options.first(of: options[...])?.count == options.count
    }
    if isOption { return isBesideBox }
    return [text, VisibleMark.removed(from: text)].contains { text in
      let words = text.letterWords
      return key.numbers.contains(words.joined()) || key.pageWords.cover(words)
    } || isPartOfMark(text.bare, by: key)
  }

  /// Whether a text is a mark that was broken into two lines: `[Qsubmitted_` and `by]`.
  private static func isPartOfMark(_ text: String, by key: FormKey) -> Bool {
    guard text.first == "[" || text.last == "]" else { return false }
    return key.questions.keys.contains { name in
      let mark = key.codes.code(of: Address(name))?.visible ?? ""
      return text.first == "[" ? mark.hasPrefix(text) : mark.hasSuffix(text)
    }
  }

  private static func isBox(_ block: Block, beside other: Block) -> Bool {
    let hasBox = block.items.contains { item in
      if case .box = item { return true }
      return false
    }
    return hasBox && block.place.page == other.place.page && block.place.line == other.place.line
  }
}
