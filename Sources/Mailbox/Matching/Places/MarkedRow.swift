internal import Documents
internal import Survey

/// A row of a table, and the questions whose marks its cells bear.
struct MarkedRow {
  let row: TableRow
  /// The marks of each cell.
  let marks: [CellMarks]
  /// The questions of all marks.
  let all: Set<Address>

  init(_ row: TableRow, by key: FormKey) {
    self.row = row
    marks = row.cells.map { cell in
      let part = CellMarks.Part(bookmarks: cell.bookmarks, tags: cell.tags, items: cell.items)
      return key.cellMarks.value(of: part) { CellMarks(cell, by: key) }
    }
    all = marks.reduce(into: []) { $0.formUnion($1.all) }
  }
}

/// The questions whose marks a cell bears.
struct CellMarks {
  let codes: Set<Address>
  let bookmarks: Set<Address>
  let names: Set<Address>
  var all: Set<Address> { codes.union(bookmarks).union(names) }

  /// What of a cell they follow from: all of it but its place.
  struct Part: Hashable {
    let bookmarks: [String]
    let tags: [String]
    let items: [Block.Item]
  }

  init(_ cell: Block, by key: FormKey) {
    codes = key.shown(in: cell)
    bookmarks = Set(cell.bookmarks.compactMap { key.address(ofBookmark: $0) })
    names = key.named(in: cell)
  }
}
