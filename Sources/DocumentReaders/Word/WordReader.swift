internal import Documents

/// Reads the main part of a document of Word: WordprocessingML (ISO/IEC 29500-1, section 17).
struct WordReader {
  let tree: XMLTree
  var list: BlockList
  /// The complex fields that have begun and not ended, the innermost last.
  var fields: [FormField] = []
  /// The numbers that Word counts itself.
  var numbering = WordNumbering()

  init(tree: XMLTree, list: BlockList) {
    self.tree = tree
    self.list = list
  }

  /// Reads everything that stands in the body.
  mutating func readDocument() throws(Stop) {
    guard let root = tree.root else { return }
    guard let body = tree.child(root, .wordBody) else { throw Stop(.broken, "the document has no body") }
    try readBlocks(in: body)
  }

  /// Reads paragraphs and tables: of the body, of a cell, of a control, of a text box.
  mutating func readBlocks(in parent: XMLTree.Node) throws(Stop) {
    for node in tree.children(parent) {
      switch tree.name(node) {
      case .wordParagraph: try readParagraph(node)
      case .wordTable: try readTable(node)
      case .wordControl: try readControl(node)
      case .wordBookmark: readBookmark(node)
      case .wordInserted, .wordMovedHere, .wordDeleted, .wordMovedAway:
        if isKept(change: node) { try readBlocks(in: node) }
      case .alternateContent: if let chosen = chosen(node) { try readBlocks(in: chosen) }
      case .wordForeignPart:
        list.add(Finding(.unread, at: list.place, detail: "a part of another format is embedded here"))
      case .wordSectionProperties, .wordCellProperties: continue
      default: try readBlocks(in: node)
      }
    }
  }

  /// Reads a paragraph: a block of its own, or a line of the cell that is open.
  private mutating func readParagraph(_ paragraph: XMLTree.Node) throws(Stop) {
    let isOpen = list.isOpen
    if !isOpen { try list.begin(keepsEmpty: false) }
    list.countLine()
    list.withBlock { $0.beginParagraph() }
    if let properties = tree.child(paragraph, .wordParagraphProperties),
      let number = numbering.number(of: properties, in: tree)
    {
      list.append(number + " ")
    }
    try readInline(in: paragraph)
    if !isOpen { list.end() }
  }

  /// The alternative that is read: the first choice, as Word does, or else what stands in for it.
  func chosen(_ alternatives: XMLTree.Node) -> XMLTree.Node? {
    tree.child(alternatives, .choice) ?? tree.child(alternatives, .fallback)
  }

  /// Whether a property that is on or off is on: without a value it is.
  func isOn(_ property: XMLTree.Node, _ value: XMLName = .wordValue) -> Bool {
    switch tree.attribute(property, value) {
    case "0", "false", "off": false
    default: true
    }
  }

  /// Whether an element has a property that is on.
  func has(_ properties: XMLTree.Node, _ name: XMLName) -> Bool {
    tree.child(properties, name).map { isOn($0) } ?? false
  }

  mutating func readBookmark(_ node: XMLTree.Node) {
    if let name = tree.attribute(node, .wordName) { list.add(bookmark: name) }
  }
}
