internal import Documents

/// Reads HTML: cells of tables, and the lines between them with the depth at which they are quoted.
struct HTMLReader {
  private let tree: XMLTree
  private(set) var list: BlockList
  private var depth = 0
  private var isPreformatted = false
  /// Whether what comes next stands behind white space, which is then left out.
  private var isBehindSpace = true
  /// Whether the line that is open has anything in it.
  private var hasContent = false
  /// In how many columns cells are looked for that cover others below them.
  private static let columns = 1000
  /// In how many cells the place is that is being read.
  private var cells = 0

  static func read(_ text: String, limits: ReadingLimits) -> Extract {
    let (tree, stop) = XMLTree.parsed(Array(text.utf8), .html, name: "the page", limits: limits)
    var reader = HTMLReader(tree: tree, list: BlockList(format: .html, limits: limits))
    do throws(Stop) {
      if let root = tree.root { try reader.readContent(of: root) }
      if let stop { throw stop }
    } catch {
      reader.list.add(error.finding)
    }
    return reader.list.finished()
  }

  private init(tree: XMLTree, list: BlockList) {
    self.tree = tree
    self.list = list
  }

  private mutating func readContent(of parent: XMLTree.Node) throws(Stop) {
    for node in tree.children(parent) {
      if tree.isText(node) {
        try append(tree.text(node))
        continue
      }
      switch tree.name(node) {
      case .htmlHead, .htmlScript, .htmlStyle, .htmlTitle, .htmlTemplate: continue
      case .htmlBreak, .htmlRule: endLine()
      case .htmlTable: try readTable(node)
      case .htmlQuote:
        endLine()
        depth += 1
        try readContent(of: node)
        endLine()
        depth -= 1
      case .htmlPre:
        let before = isPreformatted
        isPreformatted = true
        try readLines(of: node)
        isPreformatted = before
      case .htmlInput, .htmlTextarea, .htmlSelect: try readControl(node)
      case .htmlStruck, .htmlStruckOld, .htmlDeleted:
        let words = tree.words(node)
        try readContent(of: node)
        if !words.isBlank { list.add(.struckOut, beginning: "struck out: ", words: words) }
      case .htmlParagraph, .htmlDiv, .htmlListItem, .htmlUl, .htmlOl, .htmlDl, .htmlDt, .htmlDd, .htmlForm,
        .htmlSection,
        .htmlArticle, .htmlHeader, .htmlFooter, .htmlAddress, .htmlCenter, .htmlCaption, .htmlH1, .htmlH2,
        .htmlH3,
        .htmlH4, .htmlH5, .htmlH6:
        try readLines(of: node)
      default: if !isHidden(node) { try readContent(of: node) }
      }
    }
  }

  /// Reads an element that stands on lines of its own.
  private mutating func readLines(of node: XMLTree.Node) throws(Stop) {
    endLine()
    if !isHidden(node) { try readContent(of: node) }
    endLine()
  }

  /// Whether a person does not see an element: mails have such lines for the preview in a list of mails.
  private func isHidden(_ node: XMLTree.Node) -> Bool {
    guard let style = tree.attribute(node, .htmlStyle) else { return false }
    let plain = style.lowercased().filter { $0 != " " }
    return plain.contains("display:none") || plain.contains("mso-hide:all")
  }

  private mutating func append(_ text: String) throws(Stop) {
    if isPreformatted {
      for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if index > 0 { endLine() }
        if !line.isEmpty { try put(String(line)) }
      }
      return
    }
    let collapsed = text.collapsed(&isBehindSpace)
    if !collapsed.isEmpty { try put(collapsed) }
  }

  private mutating func put(_ text: String) throws(Stop) {
    try beginLine()
    list.append(text)
  }

  /// Begins a line, if none is open: a block of its own, or in a cell a line of the cell.
  private mutating func beginLine() throws(Stop) {
    guard !hasContent else { return }
    hasContent = true
    if !list.isOpen { try list.begin(depth: depth, keepsEmpty: false) }
    list.countLine()
    list.withBlock { $0.beginParagraph() }
  }

  private mutating func endLine() {
    isBehindSpace = true
    guard hasContent else { return }
    hasContent = false
    if cells == 0, list.isOpen { list.end() }
  }

  private mutating func readControl(_ node: XMLTree.Node) throws(Stop) {
    let name = tree.attribute(node, .htmlNameAttribute) ?? tree.attribute(node, .htmlIdAttribute) ?? ""
    let type = tree.attribute(node, .htmlTypeAttribute)?.lowercased() ?? "text"
    var item: Block.Item
    switch (tree.name(node), type) {
    case (.htmlInput, "checkbox"), (.htmlInput, "radio"):
      let isTicked = tree.attribute(node, .htmlCheckedAttribute) != nil
      item = .box(Block.Box(kind: .control, isTicked: isTicked, name: name))
    case (.htmlInput, "hidden"), (.htmlInput, "submit"), (.htmlInput, "button"), (.htmlInput, "image"): return
    case (.htmlInput, _): item = .field(name: name, value: tree.attribute(node, .htmlValueAttribute) ?? "")
    case (.htmlSelect, _):
      let chosen = tree.all(.htmlOption, in: node).filter {
        tree.attribute($0, .htmlSelectedAttribute) != nil
      }
      item = .field(
        name: name, value: chosen.map { tree.words($0).withoutOuterSpaces }.joined(separator: "\n"))
    default: item = .field(name: name, value: tree.words(node))
    }
    try beginLine()
    isBehindSpace = false
    list.withBlock { $0.append(item) }
  }

  private mutating func readTable(_ table: XMLTree.Node) throws(Stop) {
    let isInCell = cells > 0
    // What stands before a table in a cell ends its line; what follows goes on in the same cell.
    if isInCell { (hasContent, isBehindSpace) = (false, true) } else { endLine() }
    let before = list.beginInside()
    let outerCells = cells
    let number = list.countTable()
    var row = 0
    // How many rows more each column is covered from above.
    var covered = [Int](repeating: 0, count: Self.columns)
    try readRows(of: table, table: number, row: &row, covered: &covered)
    cells = outerCells
    list.endInside(before)
    (hasContent, isBehindSpace) = (false, true)
  }

  private mutating func readRows(
    of parent: XMLTree.Node, table: Int, row: inout Int, covered: inout [Int]
  ) throws(Stop) {
    for node in tree.children(parent) {
      switch tree.name(node) {
      case .htmlRow:
        row += 1
        var column = 1
        let above = covered
        for column in covered.indices where covered[column] > 0 { covered[column] -= 1 }
        for cell in tree.children(node) where [.htmlCell, .htmlHeaderCell].contains(tree.name(cell)) {
          while column <= above.count, above[column - 1] > 0 { column += 1 }
          let width = count(cell, .htmlColspanAttribute)
          let height = count(cell, .htmlRowspanAttribute)
          for covers in column..<column + width where height > 1 && covers <= covered.count {
            covered[covers - 1] = height - 1
          }
          try readCell(cell, (table, row, column))
          column += width
        }
      case .htmlTable: try readTable(node)
      case .htmlCaption: continue
      default: if !tree.isText(node) { try readRows(of: node, table: table, row: &row, covered: &covered) }
      }
    }
  }

  private mutating func readCell(
    _ cell: XMLTree.Node, _ place: (table: Int, row: Int, column: Int)
  ) throws(Stop) {
    try list.begin(cell: place, depth: depth, keepsEmpty: true)
    cells += 1
    (hasContent, isBehindSpace) = (false, true)
    try readContent(of: cell)
    cells -= 1
    list.end()
  }

  /// How many columns or rows a cell covers, which is never taken on trust.
  private func count(_ node: XMLTree.Node, _ name: XMLName) -> Int {
    min(max(tree.attribute(node, name).flatMap { Int($0) } ?? 1, 1), 1000)
  }
}
