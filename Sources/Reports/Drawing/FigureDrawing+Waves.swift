internal import Analysis
internal import Messages

extension FigureDrawing {
  /// Draws a bar for each wave below the label of each row, so that what is compared stands together.
  mutating func drawWaves() {
    let bars = worded.lines.map { worded.barsOfWaves($0, named: namesUnits) }
    let columns = columns(
      of: bars.joined().map { ($0.label, $0.number) }, labels: 0.35, isBelow: worded.hasLongWaves(in: layout))
    drawHeads(columns)
    canvas.y += TextStyle.columnHead.lineHeight + 4
    if worded.answers.isEmpty { drawNoAnswer() }
    for (index, line) in worded.lines.enumerated() {
      if index == worded.answers.count {
        canvas.rule(y: canvas.y)
        canvas.y += 10
      }
      let label = line.label.wrapped(toWidth: canvas.inner, .label)
      canvas.text(label, x: canvas.margin, y: canvas.y, .heading)
      canvas.y += Double(label.count) * TextStyle.heading.lineHeight + 4
      for bar in bars[index] { draw(bar, columns, worded.scale) }
      canvas.y += 6
    }
  }
}

extension WordedFigure {
  /// Whether the names of the waves need lines of their own on a telephone.
  fileprivate func hasLongWaves(in layout: FigureDrawing.Layout) -> Bool {
    layout == .narrow && columns.contains { $0.label.count > 8 }
  }
}
