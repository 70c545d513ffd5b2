internal import Analysis
internal import Messages

extension FigureDrawing {
  /// Draws the bars of each column below one another: where a unit can stand in several rows, nothing adds up
  /// that could be stacked.
  mutating func drawPanels() {
    let panels = worded.columns.indices.map { worded.bars(column: $0, named: namesUnits) }
    let total = worded.bars(named: false)
    let all = panels.joined() + total
    for (column, bars) in zip(worded.columns, panels) {
      head(column.label, n: edition.base(column.n))
      drawBars(bars, scale: .shares, alike: all)
      canvas.y += 8
    }
    head(edition.say(.total), n: edition.base(figure.n))
    drawBars(total, scale: .shares, alike: all)
  }

  private mutating func head(_ label: String, n: String) {
    let base = "\(edition.say(.base)) \(n)"
    let lines = "\(label) (\(base))".wrapped(toWidth: canvas.inner, .heading)
    canvas.text(lines, x: canvas.margin, y: canvas.y, .heading)
    canvas.y += Double(lines.count) * TextStyle.heading.lineHeight + 2
  }
}
