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
    marks = row.cells.map { key.known($0).marks }
    all = marks.reduce(into: []) { all, marks in
      if all.isEmpty { all = marks.all } else if !marks.all.isEmpty { all.formUnion(marks.all) }
    }
  }
}
