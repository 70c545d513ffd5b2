internal import Documents
internal import Survey

/// A row of a table, its cells from left to right.
struct TableRow {
  let cells: [Block]

  /// The rows of a document, in its order.
  static func rows(of blocks: some Sequence<Block>) -> [TableRow] {
    var rows: [[Block]] = []
    for block in blocks where block.place.table != nil {
      let last = rows.last?.first?.place
      if last?.table == block.place.table, last?.row == block.place.row, block.place.row != nil {
        rows[rows.count - 1].append(block)
      } else {
        rows.append([block])
      }
    }
    return rows.map { TableRow(cells: $0.sorted { $0.place.column ?? 0 < $1.place.column ?? 0 }) }
  }

  /// Where it begins.
  var place: Place { cells.first?.place ?? Place(line: 1) }

  /// The last of its columns that a table of some width has: where its answer stands.
  func cell(inColumn column: Int?) -> Block? { cells.last { $0.place.column == column } }
}
