internal import Messages

/// Rows as a text table: columns as wide as their widest cell, two spaces between them.
///
/// - Parameter rows: At least one; the cells of each in the order of the columns.
/// - Returns: Lines, each with its line feed and without spaces at its end.
func table(_ rows: [[String]]) -> String {
  let widths = (rows.first ?? []).indices.map { column in
    rows.map { column < $0.count ? $0[column].columns : 0 }.max() ?? 0
  }
  return rows.map { row in
    let cells = zip(row, widths).map { $0.padded(toColumns: $1) }
    let line = cells.joined(separator: "  ")
    return (line.lastIndex { $0 != " " }.map { String(line[...$0]) } ?? "") + "\n"
  }.joined()
}
