internal import Documents

/// What a text of OpenDocument refers to by name: styles, controls and tracked changes.
struct OpenDeclarations {
  /// What a style makes of words, as far as it matters to what they mean.
  enum Style: Hashable {
    case hidden
    case struck
    /// Signs of a symbol font.
    case symbols(font: String)
  }

  /// A tracked change.
  struct Change {
    var verb: String
    var author: String
    var words: String
  }

  private(set) var styles: [String: Style] = [:]
  private(set) var controls: [String: Block.Item] = [:]
  private(set) var changes: [String: Change] = [:]

  init() {}

  /// Reads what stands before and in the text of a document.
  init(_ tree: XMLTree, root: XMLTree.Node) { collect(tree, root) }

  private mutating func collect(_ tree: XMLTree, _ node: XMLTree.Node) {
    switch tree.name(node) {
    case .openStyle: add(style: node, tree)
    case .openChangedRegion: add(change: node, tree)
    case .openCheckBox:
      let state = tree.attribute(node, .openCurrentState) ?? tree.attribute(node, .openState)
      add(.box(Block.Box(kind: .control, isTicked: state == "checked", name: name(node, tree))), node, tree)
    case .openRadio:
      let state = tree.attribute(node, .openCurrentSelected) ?? tree.attribute(node, .openSelected)
      add(.box(Block.Box(kind: .control, isTicked: state == "true", name: name(node, tree))), node, tree)
    case .openFormText, .openFormTextArea:
      let value = tree.attribute(node, .openCurrentValue) ?? tree.attribute(node, .openFormValue)
      let paragraphs = tree.children(node).filter { tree.name($0) == .openParagraph }.map { tree.words($0) }
      add(.field(name: name(node, tree), value: value ?? paragraphs.joined(separator: "\n")), node, tree)
    case .openParagraph, .openHeading: return
    default: for child in tree.children(node) { collect(tree, child) }
    }
  }

  private mutating func add(_ item: Block.Item, _ node: XMLTree.Node, _ tree: XMLTree) {
    for id in [tree.attribute(node, .xmlID), tree.attribute(node, .openFormID)].compactMap(\.self) {
      controls[id] = item
    }
  }

  private func name(_ node: XMLTree.Node, _ tree: XMLTree) -> String {
    tree.attribute(node, .openFormName) ?? ""
  }

  private mutating func add(style: XMLTree.Node, _ tree: XMLTree) {
    guard let name = tree.attribute(style, .openStyleOwnName),
      let properties = tree.child(style, .openTextProperties)
    else { return }
    let strike = [XMLName.openStrikeStyle, .openStrikeType].compactMap { tree.attribute(properties, $0) }
    let font = tree.attribute(properties, .openFontName) ?? ""
    if tree.attribute(properties, .openDisplay) == "none" {
      styles[name] = .hidden
    } else if strike.contains(where: { $0 != "none" }) {
      styles[name] = .struck
    } else if font.hasPrefix("Wingdings") {
      // A font that is declared twice has a number behind its name: Wingdings1 is Wingdings.
      styles[name] = .symbols(font: font.hasPrefix("Wingdings 2") ? "Wingdings 2" : "Wingdings")
    }
  }

  private mutating func add(change region: XMLTree.Node, _ tree: XMLTree) {
    for kind in tree.children(region) {
      let verb: String
      switch tree.name(kind) {
      case .openInsertion: verb = "inserted"
      case .openDeletion: verb = "deleted"
      default: continue
      }
      let words = tree.children(kind)
        .filter { [.openParagraph, .openHeading, .openTable].contains(tree.name($0)) }.map { tree.words($0) }
      let change = Change(
        verb: verb, author: creator(kind, tree) ?? "somebody", words: words.joined(separator: "\n"))
      for id in [tree.attribute(region, .xmlID), tree.attribute(region, .openTextID)].compactMap(\.self) {
        changes[id] = change
      }
    }
  }

  private func creator(_ node: XMLTree.Node, _ tree: XMLTree) -> String? {
    for child in tree.children(node) {
      if tree.name(child) == .openCreator { return tree.words(child) }
      if tree.name(child) != .openParagraph, let found = creator(child, tree) { return found }
    }
    return nil
  }
}
