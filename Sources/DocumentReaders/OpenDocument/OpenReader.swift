internal import Documents

/// Reads the content of a text document of OpenDocument (ISO/IEC 26300; OASIS OpenDocument 1.3, part 3).
struct OpenReader {
  let tree: XMLTree
  var list: BlockList
  /// What the document says of its styles and controls before its text begins.
  var declarations = OpenDeclarations()
  /// The fields that have begun and not ended, the innermost last.
  var fields: [FormField] = []
  /// Whether what comes next stands behind white space, which is then left out (section 6.1.2).
  var isBehindSpace = true

  init(tree: XMLTree, list: BlockList) {
    self.tree = tree
    self.list = list
  }

  /// Reads everything that stands in the body.
  mutating func readDocument() throws(Stop) {
    guard let root = tree.root else { return }
    guard let body = tree.child(root, .officeBody), let text = tree.child(body, .officeText) else {
      throw Stop(.noReader, "a document of OpenDocument that is no text")
    }
    declarations = OpenDeclarations(tree, root: root)
    try readBlocks(in: text)
  }

  /// Reads paragraphs and tables.
  mutating func readBlocks(in parent: XMLTree.Node) throws(Stop) {
    for node in tree.children(parent) {
      switch tree.name(node) {
      case .openParagraph, .openHeading: try readParagraph(node)
      case .openTable: try readTable(node)
      case .openTrackedChanges, .openForms, .openTitle, .openDescription: continue
      case .openChange, .openChangeStart: readChange(node)
      case .openBookmark, .openBookmarkStart: readBookmark(node)
      case .openControlShape: readControlShape(node)
      case .openTextBox: try readTextBox(node)
      default: try readBlocks(in: node)
      }
    }
  }

  private mutating func readParagraph(_ paragraph: XMLTree.Node) throws(Stop) {
    let isOpen = list.isOpen
    if !isOpen { try list.begin(keepsEmpty: false) }
    list.countLine()
    list.withBlock { $0.beginParagraph() }
    isBehindSpace = true
    try readStyled(paragraph)
    if !isOpen { list.end() }
  }

  mutating func readBookmark(_ node: XMLTree.Node) {
    if let name = tree.attribute(node, .openName) { list.add(bookmark: name) }
  }

  /// Notes a tracked change where it stands; what was deleted is no part of the text here.
  mutating func readChange(_ node: XMLTree.Node) {
    guard let id = tree.attribute(node, .openChangeID), let change = declarations.changes[id] else { return }
    list.add(.trackedChange, beginning: "\(change.verb) by \(change.author): ", words: change.words)
  }

  /// Reads a text box: paragraphs that stand elsewhere on the page, as blocks of their own behind this one.
  mutating func readTextBox(_ node: XMLTree.Node) throws(Stop) {
    let before = list.beginInside()
    try readBlocks(in: node)
    list.endInside(before)
  }

  private mutating func readTable(_ table: XMLTree.Node) throws(Stop) {
    let before = list.beginInside()
    let number = list.countTable()
    var row = 0
    try readRows(of: table, table: number, row: &row)
    list.endInside(before)
  }

  private mutating func readRows(of parent: XMLTree.Node, table: Int, row: inout Int) throws(Stop) {
    for node in tree.children(parent) {
      switch tree.name(node) {
      case .openRow:
        var column = 1
        for cell in tree.children(node) {
          let name = tree.name(cell)
          guard name == .openCell || name == .openCoveredCell else { continue }
          let repeated = count(cell, .openColumnsRepeated)
          // Covered cells stand in the file as well: each cell counts for itself.
          if name == .openCell {
            try list.begin(cell: (table, row + 1, column), keepsEmpty: true)
            try readBlocks(in: cell)
            list.end()
          } else if tree.children(cell).contains(where: { !tree.words($0).isBlank }) {
            list.add(.unread, beginning: "a covered cell holds words: ", words: tree.words(cell))
          }
          column += repeated
        }
        row += count(node, .openRowsRepeated)
      case .openParagraph, .openTable: continue
      default: try readRows(of: node, table: table, row: &row)
      }
    }
  }

  /// How often something is repeated, which is never taken on trust.
  private func count(_ node: XMLTree.Node, _ name: XMLName) -> Int {
    min(max(tree.attribute(node, name).flatMap { Int($0) } ?? 1, 1), 1000)
  }
}
