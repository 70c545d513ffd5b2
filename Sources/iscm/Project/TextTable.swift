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

/// Rows as a text table whose last column holds long texts.
///
/// A text is wrapped beside its row; where too little room is left there, it stands below the row.
///
/// - Parameters:
///   - rows: At least one; the cells of each in the order of the columns, and as many in each.
///   - columns: How wide a line may be.
/// - Returns: Lines, each with its line feed and without spaces at its end.
func table(_ rows: [[String]], wrappedTo columns: Int) -> String {
  let heads = table(rows.map { Array($0.dropLast()) }).split(
    separator: "\n", omittingEmptySubsequences: false)
  let width = heads.map { String($0).columns }.max() ?? 0
  let isBeside = columns - width - 2 >= 24
  let indent = isBeside ? width + 2 : 4
  let margin = String(repeating: " ", count: indent)
  return zip(heads, rows).map { head, row in
    let text = row.last ?? ""
    var lines = text.isEmpty ? [] : text.wrapped(toColumns: max(20, columns - indent))
    let first =
      isBeside && !lines.isEmpty ? String(head).padded(toColumns: indent) + lines.removeFirst() : String(head)
    return ([first] + lines.map { margin + $0 }).map { $0 + "\n" }.joined()
  }.joined()
}
