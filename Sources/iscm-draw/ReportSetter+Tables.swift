internal import PageDrawing

extension ReportSetter {
  private static let padding = (side: 4.0, above: 3.0)
  /// Below a table.
  private static let gap = 8.0
  /// Heads of numbers wrap where they are wider than this.
  private static let widestNumberHead = 72.0

  /// Sets a table: rows are not cut in two unless they are higher than a page; the head stands on each page.
  ///
  /// - Parameters:
  ///   - table: The table; a short one is not cut.
  ///   - notes: How high the paragraphs are that stand on the page of the last row.
  mutating func set(_ table: ReportDefinition.Table, before notes: Double) {
    let widths = widths(of: table)
    let head = height(of: table.head, .head, widths)
    let heights = table.rows.map { height(of: $0, widths) }
    let notes = notes > 0 ? Self.gap + notes : 0
    let whole = head + heights.reduce(0, +) + notes
    keep(whole < Self.room / 3 ? whole : head + min(heights.first ?? 0, Self.room / 3))
    setHead(table, widths, head)
    for (number, row) in table.rows.enumerated() {
      let behind = number == table.rows.count - 1 ? notes : 0
      if y + heights[number] + behind > Self.bottom, heights[number] <= Self.room - head, number > 0 {
        nextPage()
        setHead(table, widths, head)
      }
      var rest = row
      while height(of: rest, widths) > Self.bottom - y {
        let (now, later) = divided(rest, widths, height: Self.bottom - y - 2 * Self.padding.above)
        set(now, table, widths)
        rest = later
        nextPage()
        setHead(table, widths, head)
      }
      set(rest, table, widths)
    }
    y += Self.gap
  }

  private mutating func setHead(_ table: ReportDefinition.Table, _ widths: [Double], _ height: Double) {
    put(.shade(x: Self.margin.side, y: y, width: Self.width, height: height, grey: 0.91))
    set(table.head, .head, table, widths)
    y += height
  }

  private mutating func set(
    _ row: ReportDefinition.Table.Row, _ table: ReportDefinition.Table, _ widths: [Double]
  ) {
    set(row.cells, row.style, table, widths)
    y += height(of: row, widths)
    put(.shade(x: Self.margin.side, y: y - 0.25, width: Self.width, height: 0.5, grey: 0.75))
  }

  private mutating func set(
    _ cells: [String], _ style: PageStyle, _ table: ReportDefinition.Table, _ widths: [Double]
  ) {
    var before = 0.0
    for (index, cell) in cells.enumerated() {
      let width = widths[index]
      let x = Self.margin.side + (definition.isFromRight ? Self.width - before - width : before)
      put(
        .text(
          style, cell, x: x + Self.padding.side, y: y + Self.padding.above,
          width: width - 2 * Self.padding.side,
          table.isNumber[index] ? .end : .start))
      before += width
    }
  }

  private func height(of row: ReportDefinition.Table.Row, _ widths: [Double]) -> Double {
    height(of: row.cells, row.style, widths)
  }

  private func height(of cells: [String], _ style: PageStyle, _ widths: [Double]) -> Double {
    let heights = zip(cells, widths).map { canvas.height(of: $0, style, width: $1 - 2 * Self.padding.side) }
    return (heights.max() ?? 0) + 2 * Self.padding.above
  }

  private func divided(
    _ row: ReportDefinition.Table.Row, _ widths: [Double], height: Double
  ) -> (ReportDefinition.Table.Row, ReportDefinition.Table.Row) {
    let parts = zip(row.cells, widths).map {
      canvas.divided($0, row.style, width: $1 - 2 * Self.padding.side, height: height)
    }
    return (
      ReportDefinition.Table.Row(isMuted: row.isMuted, cells: parts.map(\.fitting)),
      ReportDefinition.Table.Row(isMuted: row.isMuted, cells: parts.map(\.rest))
    )
  }

  /// How wide the columns are, together as wide as the page: numbers as they need, texts share the rest.
  private func widths(of table: ReportDefinition.Table) -> [Double] {
    let around = 2 * Self.padding.side + 1
    var wanted = table.isNumber.indices.map { column in
      let head = canvas.width(of: table.head[column], .head)
      let cells = table.rows.map { canvas.width(of: $0.cells[column], $0.style) }.max() ?? 0
      return max(cells, table.isNumber[column] ? min(head, Self.widestNumberHead) : head) + around
    }
    let numbers = zip(wanted, table.isNumber).reduce(0) { $1.1 ? $0 + $1.0 : $0 }
    let texts = table.isNumber.indices.filter { !table.isNumber[$0] }
    guard !texts.isEmpty, numbers < Self.width * 0.8 else {
      let all = wanted.reduce(0, +)
      return wanted.map { $0 / all * Self.width }
    }
    // Columns that need less than their part give the rest to the others.
    var left = Self.width - numbers
    var open = texts
    while let narrow = open.first(where: { wanted[$0] < left / Double(open.count) }), open.count > 1 {
      left -= wanted[narrow]
      open.removeAll { $0 == narrow }
    }
    for column in open { wanted[column] = left / Double(open.count) }
    return wanted
  }
}

extension ReportDefinition.Table.Row {
  fileprivate var style: PageStyle { isMuted ? .mutedCell : .cell }
}
