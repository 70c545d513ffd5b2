internal import Analysis
internal import Messages

extension FigureDrawing {
  /// Where the columns of a chart stand.
  struct Columns {
    static let gap = 14.0
    static let barHeight = 18.0
    /// How wide labels may be.
    let label: Double
    /// Whether labels stand above their bars, where there is no room beside them.
    let isBelowLabel: Bool
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
    let columns = columns(of: (bars + fellows).map { ($0.label, $0.number) })
    drawHeads(columns)
    canvas.y += TextStyle.columnHead.lineHeight + 4
    let answers = bars.filter(\.isAnswer)
    if answers.isEmpty { drawNoAnswer() }
    let shown = answers.count > Self.mostBars ? answers.prefix(Self.barsOfMany) : answers[...]
    for bar in shown { draw(bar, columns, scale) }
    if shown.count < answers.count {
      canvas.paragraph(
        edition.say(.furtherRows, ["count": edition.say.number(answers.count - shown.count)]), .label)
      canvas.y += 6
    }
    let states = bars.filter { !$0.isAnswer }
    if states.isEmpty { return }
    canvas.rule(y: canvas.y)
    canvas.y += 10
    for bar in states { draw(bar, columns, scale) }
  }

  /// Draws what stands above the numbers.
  mutating func drawHeads(_ columns: Columns) {
    canvas.text([edition.say(.count)], x: columns.count, y: canvas.y, .columnHead, .end)
    if columns.share > columns.count {
      canvas.text([edition.say(.share)], x: columns.share, y: canvas.y, .columnHead, .end)
    }
  }

  /// Says that there is no answer to draw.
  mutating func drawNoAnswer() {
    canvas.paragraph(edition.say(.noAnswerReceived).capitalizedFirst, .label)
    canvas.y += 6
  }

  /// The columns that fit labels with their numbers.
  ///
  /// - Parameters:
  ///   - rows: What is to stand in them.
  ///   - part: How much of the width that the numbers leave labels may take.
  ///   - isBelow: Whether labels stand above their bars; on a telephone where nothing is said.
  /// - Returns: Where each column stands.
  func columns(
    of rows: [(label: String, number: WordedFigure.Number)], labels part: Double = 0.55,
    isBelow: Bool? = nil
  ) -> Columns {
    let shown = rows.map(\.number).filter { $0.value != nil }
    let hasShares = shown.contains { !$0.percentage.isEmpty }
    let share = hasShares ? shown.map { $0.percentage.width(.share) }.max() ?? 0 : 0
    let count = shown.map { $0.count.width(.count) }.max() ?? 0
    let shareWidth = hasShares ? max(share, edition.say(.share).width(.columnHead)) : 0
    var countWidth = max(count, edition.say(.count).width(.columnHead))
    let withheld = rows.map(\.number).filter { $0.value == nil }.map { $0.count.width(.share) }.max() ?? 0
    let between = hasShares ? Columns.gap : 0
    countWidth = max(countWidth, withheld - between - shareWidth)
    let numbers = countWidth + between + shareWidth
    let widest = rows.map { $0.label.width(.label) }.max() ?? 0
    let isNarrow = isBelow ?? (layout == .narrow)
    let label = isNarrow ? canvas.inner : min(widest.rounded(.up) + 1, (canvas.inner - numbers) * part)
    let right = canvas.margin + canvas.inner
    let start = canvas.margin + (isNarrow ? 0 : label + Columns.gap)
    return Columns(
      label: label, isBelowLabel: isNarrow, bar: start, length: right - numbers - Columns.gap - start,
      count: right - shareWidth - between, share: right)
  }

  /// Draws one bar with what stands beside and below it.
  mutating func draw(_ bar: Bar, _ columns: Columns, _ scale: WordedFigure.Scale) {
    let label = bar.label.wrapped(toWidth: columns.label, .label)
    let names =
      bar.names.isEmpty
      ? [] : edition.say.list(bar.names.map(\.glued)).wrapped(toWidth: columns.length, .names)
    let labelHeight = Double(label.count) * TextStyle.label.lineHeight
    let barHeight =
      Columns.barHeight + (names.isEmpty ? 0 : 2 + Double(names.count) * TextStyle.names.lineHeight)
    let height: Double
    let barTop: Double
    if columns.isBelowLabel {
      canvas.text(label, x: canvas.margin, y: canvas.y, .label)
      barTop = canvas.y + labelHeight + 2
      height = labelHeight + 2 + barHeight
    } else {
      height = max(labelHeight, barHeight)
      // Long labels are centred on short bars; a short label stands beside its bar, not beside the names.
      barTop = canvas.y + (height - barHeight) / 2
      let labelTop =
        labelHeight > barHeight ? canvas.y : barTop + max(0, (Columns.barHeight - labelHeight) / 2)
      canvas.text(label, x: canvas.margin, y: labelTop, .label)
    }
    if bar.number.isWithheld || bar.number.percentage == "-" {
      dashed(x: columns.bar, y: barTop, width: columns.length, height: Columns.barHeight)
    } else if let length = bar.number.length(on: scale) {
      draw(length, of: bar, columns, scale, top: barTop)
    }
    draw(bar.number, columns, top: barTop)
    if !names.isEmpty { canvas.text(names, x: columns.bar, y: barTop + Columns.barHeight + 2, .names) }
    canvas.y += height + 10
  }

  /// Draws a length: as a bar on the ground of the whole, or as a dot at its end.
  private mutating func draw(
    _ length: Double, of bar: Bar, _ columns: Columns, _ scale: WordedFigure.Scale, top: Double
  ) {
    if figure.chart == .dots {
      let (radius, middle) = (Columns.barHeight / 3, top + Columns.barHeight / 2)
      let reach = columns.length - 2 * radius
      canvas.line(
        from: columns.bar, to: columns.bar + columns.length, y: middle, color: Palette.rule, dashes: [1, 4])
      canvas.dot(x: columns.bar + radius + length * reach, y: middle, radius: radius, fill: bar.fill)
      return
    }
    if case .shares = scale {
      canvas.rectangle(
        x: columns.bar, y: top, width: columns.length, height: Columns.barHeight, color: Palette.track)
    }
    if length > 0 {
      canvas.rectangle(
        x: columns.bar, y: top, width: max(length * columns.length, 1), height: Columns.barHeight,
        fill: bar.fill)
    }
  }

  /// Draws a count and its share in a line of the height of a bar.
  mutating func draw(_ number: WordedFigure.Number, _ columns: Columns, top: Double) {
    let y = top + (Columns.barHeight - TextStyle.count.lineHeight) / 2
    guard number.value != nil else {
      canvas.text([number.count], x: columns.share, y: y, .share, .end)
      return
    }
    canvas.text([number.count], x: columns.count, y: y, .count, .end)
    if !number.percentage.isEmpty {
      canvas.text([number.percentage], x: columns.share, y: y, .share, .end)
    }
  }

  /// Draws the place of a bar whose length is withheld or means nothing.
  mutating func dashed(x: Double, y: Double, width: Double, height: Double) {
    canvas.frame(x: x, y: y, width: width, height: height, color: Palette.rule)
  }
}
