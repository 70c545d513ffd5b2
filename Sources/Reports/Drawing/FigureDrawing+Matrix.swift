internal import Analysis
internal import Messages

extension FigureDrawing {
  /// Where the columns of a matrix stand, and how its heads are written.
  struct Grid {
    let columns: Columns
    /// How far it is from one unit to the next.
    let step: Double
    /// The names above the columns, in lines; each in one piece where they run upwards.
    let heads: [[String]]
    let isUpright: Bool
    let headHeight: Double
  }

  private static let narrowest = 15.0
  private static let roomy = 52.0
  private static let widest = 76.0
  private static let row = 24.0

  /// The grid that the width has room for; nothing where it has none.
  func grid(of matrix: Matrix) -> Grid? {
    if layout == .narrow { return nil }
    // The fewer units, the more room for labels.
    let part = 1 - Double(matrix.units.count) * Self.roomy / canvas.inner
    let columns = columns(
      of: worded.lines.map { ($0.label, $0.number) }, labels: min(max(part, 0.42), 0.65))
    let step = min(columns.length / Double(matrix.units.count), Self.widest)
    if step < Self.narrowest { return nil }
    let style = TextStyle.names
    let lines = matrix.units.map { $0.wrapped(toWidth: step - 6, style) }
    let words = matrix.units.flatMap { $0.split(separator: " ") }
    if lines.allSatisfy({ $0.count <= 3 }), words.allSatisfy({ $0.width(style) <= step - 6 }) {
      let height = Double(lines.map(\.count).max() ?? 1) * style.lineHeight
      return Grid(columns: columns, step: step, heads: lines, isUpright: false, headHeight: height)
    }
    let height = matrix.units.map { $0.width(style) }.max() ?? 0
    return Grid(
      columns: columns, step: step, heads: matrix.units.map { [$0] }, isUpright: true, headHeight: height)
  }

  /// Draws what the marks mean, the names of the units, and a line of marks for each row.
  mutating func draw(_ matrix: Matrix, _ grid: Grid) {
    drawKey(of: matrix)
    let head = max(grid.headHeight, TextStyle.columnHead.lineHeight)
    let top = canvas.y
    for (index, lines) in grid.heads.enumerated() {
      let x = grid.columns.bar + (Double(index) + 0.5) * grid.step
      if grid.isUpright {
        canvas.uprightText(lines[0], x: x, bottom: top + head, .names)
      } else {
        let height = Double(lines.count) * TextStyle.names.lineHeight
        canvas.text(lines, x: x, y: top + head - height, .names, .middle)
      }
    }
    canvas.y = top + head - TextStyle.columnHead.lineHeight
    drawHeads(grid.columns)
    canvas.y = top + head + 6
    if worded.answers.isEmpty { drawNoAnswer() }
    for (index, line) in worded.lines.enumerated() {
      canvas.line(
        from: canvas.margin, to: canvas.width - canvas.margin, y: canvas.y,
        color: index == worded.answers.count || index == 0 ? Palette.rule : Palette.track)
      draw(line, matrix.cells[index], grid)
    }
    canvas.y += 4
  }

  private mutating func draw(_ line: WordedFigure.Line, _ cells: [Matrix.Cell], _ grid: Grid) {
    let label = line.label.wrapped(toWidth: grid.columns.label, .label)
    let height = max(Double(label.count) * TextStyle.label.lineHeight + 6, Self.row)
    let middle = canvas.y + height / 2
    canvas.text(
      label, x: canvas.margin, y: middle - Double(label.count) * TextStyle.label.lineHeight / 2, .label)
    for (index, cell) in cells.enumerated() {
      draw(cell, x: grid.columns.bar + (Double(index) + 0.5) * grid.step, y: middle)
    }
    draw(line.number, grid.columns, top: middle - Columns.barHeight / 2)
    canvas.y += height
  }

  private mutating func draw(_ cell: Matrix.Cell, x: Double, y: Double) {
    switch cell {
    case .isCounted: canvas.dot(x: x, y: y, radius: 6, fill: Palette.answers[0])
    case .isNotCounted:
      canvas.rectangle(x: x - 3, y: y - 0.5, width: 6, height: 1, color: Palette.rule)
    case .state(let state):
      canvas.rectangle(x: x - 5.5, y: y - 5.5, width: 11, height: 11, fill: Palette.fill(of: state))
    }
  }

  /// Draws what each mark of the matrix means.
  private mutating func drawKey(of matrix: Matrix) {
    let say = edition.say
    let present = Set(matrix.cells.joined())
    let plain: [(Matrix.Cell, String)] = [
      (.isCounted, say(figure.statistic == .answered ? .answered : .isChosen)),
      (.isNotCounted, say(.isNotChosen)),
    ]
    let entries =
      plain.filter { present.contains($0.0) }
      + matrix.states.map { (.state($0), edition.name(of: $0).capitalizedFirst) }
    var x = canvas.margin
    let line = TextStyle.legend.lineHeight
    for (cell, label) in entries {
      let width = 22 + label.width(.legend)
      if x > canvas.margin, x + width > canvas.margin + canvas.inner {
        x = canvas.margin
        canvas.y += line + 4
      }
      draw(cell, x: x + 8, y: canvas.y + line / 2)
      canvas.text([label], x: x + 22, y: canvas.y, .legend)
      x += width + 20
    }
    canvas.y += line + 14
  }
}
