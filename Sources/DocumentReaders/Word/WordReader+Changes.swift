internal import Documents

extension WordReader {
  /// Notes a tracked change.
  ///
  /// - Parameter change: What was inserted, deleted or moved.
  /// - Returns: Whether it is read: what was inserted is, as if the change were accepted.
  mutating func isKept(change: XMLTree.Node) -> Bool {
    let (verb, isKept) =
      switch tree.name(change) {
      case .wordInserted: ("inserted", true)
      case .wordMovedHere: ("moved here", true)
      case .wordMovedAway: ("moved away", false)
      default: ("deleted", false)
      }
    let words = isKept ? visibleWords(change) : deletedWords(change)
    // A change of nothing but marks changes no answer.
    if !words.isEmpty { list.add(.trackedChange, beginning: "\(verb) by \(author(change)): ", words: words) }
    return isKept
  }

  /// Who made a change.
  func author(_ change: XMLTree.Node) -> String {
    tree.attribute(change, .wordAuthor).map { String($0.prefix(100)) } ?? "somebody"
  }

  /// All words in an element, also those that are deleted.
  func deletedWords(_ node: XMLTree.Node) -> String {
    switch tree.name(node) {
    case .wordDeletedText: tree.words(node)
    case .wordRun, .wordText, .wordSymbol:
      tree.children(node).map { tree.name($0) == .wordDeletedText ? tree.words($0) : visibleWords($0) }
        .joined()
        + (tree.name(node) == .wordRun ? "" : visibleWords(node))
    default: tree.children(node).map(deletedWords).joined()
    }
  }
}
