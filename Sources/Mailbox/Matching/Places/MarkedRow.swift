internal import Documents
internal import Survey

/// A row of a table, and the questions whose marks its cells bear.
struct MarkedRow {
  let row: TableRow
  /// What is known of each cell.
  let cells: [KnownCell]
  /// The questions of all marks.
  let all: Set<Address>

  init(_ row: TableRow, by key: FormKey) {
    self.row = row
    cells = row.cells.map { key.known($0) }
    all = cells.reduce(into: []) { all, cell in
      if all.isEmpty {
        all = cell.marks.all
      } else if !cell.marks.all.isEmpty {
        all.formUnion(cell.marks.all)
      }
    }
  }
}
