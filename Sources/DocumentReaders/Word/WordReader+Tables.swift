internal import Documents

extension WordReader {
  /// Reads a table: a block for each cell, with the columns counted that merged cells cover.
  mutating func readTable(_ table: XMLTree.Node) throws(Stop) {
    let before = list.beginInside()
    let number = list.countTable()
    var row = 0
    try readRows(of: table, table: number, row: &row)
    list.endInside(before)
  }

  private mutating func readRows(of parent: XMLTree.Node, table: Int, row: inout Int) throws(Stop) {
    for node in tree.children(parent) {
      switch tree.name(node) {
      case .wordRow: try readRow(node, table: table, row: &row)
      case .wordBookmark: readBookmark(node)
      case .wordControl:
        list.enter(tag: tag(of: node))
        if let content = tree.child(node, .wordControlContent) {
          try readRows(of: content, table: table, row: &row)
        }
        list.leave()
      case .alternateContent:
        if let chosen = chosen(node) { try readRows(of: chosen, table: table, row: &row) }
      case .wordTableProperties, .wordTableGrid: continue
      default: try readRows(of: node, table: table, row: &row)
      }
    }
  }

  private mutating func readRow(_ node: XMLTree.Node, table: Int, row: inout Int) throws(Stop) {
    var cell = Cell(table: table, row: row + 1, column: 1)
    if let properties = tree.child(node, .wordRowProperties) {
      if let change = tree.child(properties, .wordDeleted) {
        list.add(.trackedChange, beginning: "row deleted by \(author(change)): ", words: deletedWords(node))
        return
      }
      cell.column += count(tree.child(properties, .wordGridBefore), from: 0)
    }
    row += 1
    try readCells(of: node, cell: &cell)
  }

  /// Where the next cell stands, and the bookmarks of the row that belong to columns.
  private struct Cell {
    var table: Int
    var row: Int
    var column: Int
    var bookmarks: [(column: Int, name: String)] = []
  }

  private mutating func readCells(
    of parent: XMLTree.Node, cell: inout Cell, control: XMLTree.Node? = nil
  ) throws(Stop) {
    for node in tree.children(parent) {
      switch tree.name(node) {
      case .wordCell: try readCell(node, cell: &cell, control: control)
      case .wordBookmark:
        // A bookmark of a column begins at the start of the row (section 17.13.6.2).
        if let first = tree.attribute(node, .wordColumnFirst).flatMap({ Int($0) }),
          let name = tree.attribute(node, .wordName), cell.bookmarks.count < 100
        {
          cell.bookmarks.append((first &+ 1, name))
        } else {
          readBookmark(node)
        }
      case .wordControl:
        list.enter(tag: tag(of: node))
        if let content = tree.child(node, .wordControlContent) {
          try readCells(of: content, cell: &cell, control: node)
        }
        list.leave()
      case .alternateContent:
        if let chosen = chosen(node) { try readCells(of: chosen, cell: &cell) }
      case .wordRowProperties: continue
      default: try readCells(of: node, cell: &cell)
      }
    }
  }

  private mutating func readCell(
    _ node: XMLTree.Node, cell: inout Cell, control: XMLTree.Node?
  ) throws(Stop) {
    var width = 1
    var continues = false
    if let properties = tree.child(node, .wordCellProperties) {
      width = count(tree.child(properties, .wordGridSpan), from: 1)
      for merge in [XMLName.wordVerticalMerge, .wordHorizontalMerge] {
        if let merge = tree.child(properties, merge),
          tree.attribute(merge, .wordValue) ?? "continue" == "continue"
        {
          continues = true
        }
      }
      if let change = tree.child(properties, .wordCellDeleted) {
        list.add(.trackedChange, beginning: "cell deleted by \(author(change)): ", words: deletedWords(node))
        cell.column += width
        return
      }
    }
    try list.begin(cell: (cell.table, cell.row, cell.column), keepsEmpty: !continues)
    for bookmark in cell.bookmarks where (cell.column..<cell.column + width).contains(bookmark.column) {
      list.add(bookmark: bookmark.name)
    }
    if let control, let kind = controlKind(control) {
      try readContent(of: control, as: kind, content: node)
    } else {
      try readBlocks(in: node)
    }
    list.end()
    cell.column += width
  }

  /// A count of columns, which is never taken on trust.
  private func count(_ node: XMLTree.Node?, from least: Int) -> Int {
    let value = node.flatMap { tree.attribute($0, .wordValue) }.flatMap { Int($0) } ?? least
    return min(max(value, least), 1000)
  }
}
