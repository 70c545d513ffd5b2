internal import Messages

extension FigureDrawing {
  /// Where the columns of a chart stand.
  struct Columns {
    static let gap = 14.0
    static let barHeight = 18.0
    /// How wide labels may be.
    let label: Double
    /// Where bars begin, and how long the longest may be.
    let bar: Double
    let length: Double
    /// Where counts end, and where shares do.
    let count: Double
    let share: Double
  }

  /// Draws bars below one another, first those of answers, then, apart, what is no answer.
  ///
  /// - Parameters:
  ///   - bars: In their order.
  ///   - scale: What their lengths mean.
  ///   - fellows: The bars of other charts, where columns are to stand alike in all of them.
  mutating func drawBars(_ bars: [Bar], scale: WordedFigure.Scale, alike fellows: [Bar] = []) {
    let columns = columns(of: bars + fellows)
    let hasShares = columns.share > columns.count
    canvas.text(
      [edition.say(.count)], x: columns.count, y: canvas.y, .columnHead, .end)
    if hasShares { canvas.text([edition.say(.share)], x: columns.share, y: canvas.y, .columnHead, .end) }
    canvas.y += TextStyle.columnHead.lineHeight + 4
    let answers = bars.filter(\.isAnswer)
    if answers.isEmpty {
      canvas.paragraph(edition.say(.noAnswerReceived).capitalizedFirst, .label)
      canvas.y += 6
    }
    for bar in answers { draw(bar, columns, scale) }
    let states = bars.filter { !$0.isAnswer }
    if states.isEmpty { return }
    canvas.rule(y: canvas.y)
    canvas.y += 10
    for bar in states { draw(bar, columns, scale) }
  }

  private func columns(of bars: [Bar]) -> Columns {
    let shown = bars.map(\.number).filter { $0.value != nil }
    let hasShares = shown.contains { !$0.percentage.isEmpty }
    let share = hasShares ? shown.map { $0.percentage.width(.share) }.max() ?? 0 : 0
    let count = shown.map { $0.count.width(.count) }.max() ?? 0
    let shareWidth = hasShares ? max(share, edition.say(.share).width(.columnHead)) : 0
    var countWidth = max(count, edition.say(.count).width(.columnHead))
    let withheld = bars.map(\.number).filter { $0.value == nil }.map { $0.count.width(.share) }.max() ?? 0
    let between = hasShares ? Columns.gap : 0
    countWidth = max(countWidth, withheld - between - shareWidth)
    let numbers = countWidth + between + shareWidth
    let widest = bars.map { $0.label.width(.label) }.max() ?? 0
    let label = min(widest.rounded(.up) + 1, (Canvas.inner - numbers) * 0.55)
    let right = Canvas.margin + Canvas.inner
    let start = Canvas.margin + label + Columns.gap
    return Columns(
      label: label, bar: start, length: right - numbers - Columns.gap - start,
      count: right - shareWidth - between, share: right)
  }

  private mutating func draw(_ bar: Bar, _ columns: Columns, _ scale: WordedFigure.Scale) {
    let label = bar.label.wrapped(toWidth: columns.label, .label)
    let names =
      bar.names.isEmpty
      ? [] : edition.say.list(bar.names.map(\.glued)).wrapped(toWidth: columns.length, .names)
    let labelHeight = Double(label.count) * TextStyle.label.lineHeight
    let barHeight =
      Columns.barHeight + (names.isEmpty ? 0 : 2 + Double(names.count) * TextStyle.names.lineHeight)
    let height = max(labelHeight, barHeight)
    // Long labels are centred on short bars; a short label stands beside its bar, not beside the names.
    let barTop = canvas.y + (height - barHeight) / 2
    let labelTop = labelHeight > barHeight ? canvas.y : barTop + max(0, (Columns.barHeight - labelHeight) / 2)
    canvas.text(label, x: Canvas.margin, y: labelTop, .label)

    if bar.number.value == nil || bar.number.percentage == "-" {
      dashed(x: columns.bar, y: barTop, width: columns.length, height: Columns.barHeight)
    } else if let length = bar.number.length(on: scale) {
      if case .shares = scale {
        canvas.rectangle(
          x: columns.bar, y: barTop, width: columns.length, height: Columns.barHeight,
          attributes: "fill=\"\(Palette.track)\"")
      }
      if length > 0 {
        canvas.rectangle(
          x: columns.bar, y: barTop, width: max(length * columns.length, 1), height: Columns.barHeight,
          fill: bar.fill)
      }
    }
    let numberTop = barTop + (Columns.barHeight - TextStyle.count.lineHeight) / 2
    if bar.number.value == nil {
      canvas.text([bar.number.count], x: columns.share, y: numberTop, .share, .end)
    } else {
      canvas.text([bar.number.count], x: columns.count, y: numberTop, .count, .end)
      if !bar.number.percentage.isEmpty {
        canvas.text([bar.number.percentage], x: columns.share, y: numberTop, .share, .end)
      }
    }
    if !names.isEmpty { canvas.text(names, x: columns.bar, y: barTop + Columns.barHeight + 2, .names) }
    canvas.y += height + 10
  }

  /// Draws the place of a bar whose length is withheld or means nothing.
  mutating func dashed(x: Double, y: Double, width: Double, height: Double) {
    canvas.rectangle(
      x: x, y: y, width: width, height: height,
      attributes: "fill=\"none\" stroke=\"\(Palette.rule)\" stroke-width=\"1\" stroke-dasharray=\"4 3\"")
  }
}
