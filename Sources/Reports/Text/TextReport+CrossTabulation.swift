internal import Analysis
internal import Messages

extension TextReport {
  /// A figure that is divided by a question: as a table where that fits, else row by row.
  func crossTabulation(_ figure: WordedFigure, _ source: Figure) -> [String] {
    let grid = CrossTabulation(figure, source, edition)
    let names = figure.lines.flatMap { line in
      zip(figure.columns, line.parts).filter { !$1.names.isEmpty }.flatMap { column, part in
        let names = edition.say.list(part.names.map(\.glued))
        return wrap(edition.labelled("\(line.label) / \(column.label)", names), hanging: 4)
      }
    }
    return (table(grid) ?? grid.rows.flatMap { block($0, grid) }) + (names.isEmpty ? [] : [""] + names)
  }

  /// The table; nothing where a column would be too narrow for what stands in it.
  private func table(_ grid: CrossTabulation) -> [String]? {
    let widest = grid.rows.map(\.label.columns).max() ?? 0
    let label = min(widest, max(columns / 4, 16))
    let most = (columns - label) / grid.heads.count - 2
    var widths: [Int] = []
    for (index, head) in grid.heads.enumerated() {
      let needed = grid.rows.map { $0.cells[index].columns }.reduce(head.widestWord, max)
      guard needed <= most else { return nil }
      widths.append(min(max(needed, head.columns), most))
    }
    let labelWidth = min(widest, columns - widths.reduce(0) { $0 + $1 + 2 })
    let heads = zip(grid.heads, widths).map { $0.wrapped(toColumns: $1) }
    let height = heads.map(\.count).max() ?? 0
    var lines = (0..<height).map { row in
      let cells = heads.map { head in
        let index = row - (height - head.count)
        return index < 0 ? "" : head[index]
      }
      return line("", cells, labelWidth, widths)
    }
    for row in grid.rows {
      if row.standsApart { lines.append("") }
      var label = row.label.wrapped(toColumns: labelWidth)
      let last = label.removeLast()
      lines += label + [line(last, row.cells, labelWidth, widths)]
    }
    return lines
  }

  private func line(_ label: String, _ cells: [String], _ labelWidth: Int, _ widths: [Int]) -> String {
    let cells = zip(cells, widths).map { "  " + $0.leftPadded(toColumns: $1) }
    return (label.padded(toColumns: labelWidth) + cells.joined()).trimmedEnd
  }

  private func block(_ row: CrossTabulation.Row, _ grid: CrossTabulation) -> [String] {
    var lines = (row.standsApart ? [""] : []) + wrap(row.label)
    for (head, cell) in zip(grid.heads, row.cells) where !cell.isEmpty {
      lines += wrap(edition.labelled(head, cell), indent: 2, hanging: 4)
    }
    return lines
  }
}

extension String {
  /// The width of the widest word that a line break would spoil; wide characters may stand on any line.
  fileprivate var widestWord: Int {
    split(separator: " ").filter { $0.columns == $0.count }.map(\.columns).max() ?? 2
  }
}
