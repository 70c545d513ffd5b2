internal import Analysis
internal import Messages

extension FigureDrawing {
  /// Draws a legend, and a divided bar for each column, or for each question.
  mutating func drawStacks() {
    let isDivided = figure.by != nil
    drawLegend(worded.legend(isDivided: isDivided))
    let stacks =
      isDivided
      ? worded.stacksOfColumns(total: edition.say(.total), n: figure.n, named: namesUnits)
      : worded.stacksOfRows(named: namesUnits)
    let base = worded.tellsEvidence ? edition.say(.count) : edition.say(.base).capitalizedFirst
    let counts = stacks.map { $0.n.map(edition.say.number) ?? "" }
    let numbers = counts.map { $0.width(.count) }.reduce(base.width(.columnHead), max)
    let widest = stacks.map { $0.label.width(.label) }.max() ?? 0
    let isNarrow = layout == .narrow
    let label = isNarrow ? canvas.inner : min(widest.rounded(.up) + 1, canvas.inner * 0.4)
    let right = canvas.margin + canvas.inner
    let start = canvas.margin + (isNarrow ? 0 : label + Columns.gap)
    let columns = Columns(
      label: label, isBelowLabel: isNarrow, bar: start, length: right - numbers - Columns.gap - start,
      count: right, share: right)
    canvas.text([base], x: right, y: canvas.y, .columnHead, .end)
    canvas.y += TextStyle.columnHead.lineHeight + 4
    for (stack, count) in zip(stacks, counts) {
      if stack.standsApart {
        canvas.rule(y: canvas.y)
        canvas.y += 12
      }
      draw(stack, count, columns)
    }
  }

  private mutating func drawLegend(_ entries: [(label: String, fill: Palette.Fill)]) {
    let swatch = 14.0
    let line = TextStyle.legend.lineHeight + 4
    var x = canvas.margin
    for (label, fill) in entries {
      let lines = label.wrapped(toWidth: canvas.inner - swatch - 8, .legend)
      let width = swatch + 8 + (lines.map { $0.width(.legend) }.max() ?? 0)
      if x > canvas.margin, x + width > canvas.margin + canvas.inner {
        x = canvas.margin
        canvas.y += line
      }
      canvas.rectangle(x: x + 0.5, y: canvas.y + 1.5, width: swatch, height: swatch, fill: fill)
      canvas.text(lines, x: x + swatch + 8, y: canvas.y, .legend)
      x += width + 20
      canvas.y += Double(lines.count - 1) * TextStyle.legend.lineHeight
    }
    canvas.y += line + 8
  }

  private mutating func draw(_ stack: Stack, _ count: String, _ columns: Columns) {
    let height = 26.0
    let label = stack.label.wrapped(toWidth: columns.label, .label)
    let labelHeight = Double(label.count) * TextStyle.label.lineHeight
    if columns.isBelowLabel {
      canvas.text(label, x: canvas.margin, y: canvas.y, .label)
      canvas.y += labelHeight + 2
    }
    let top = canvas.y
    if !columns.isBelowLabel {
      canvas.text(label, x: canvas.margin, y: top + max(0, (height - labelHeight) / 2), .label)
    }
    canvas.text(
      [count], x: columns.share, y: top + (height - TextStyle.count.lineHeight) / 2, .count, .end)
    if stack.segments.reduce(0, { $0 + ($1.number.share ?? 0) }) < 0.999 {
      dashed(x: columns.bar, y: top, width: columns.length, height: height)
    }
    var x = columns.bar
    var isWhole = true
    for segment in stack.segments {
      guard let share = segment.number.share else {
        isWhole = isWhole && segment.number.value == 0
        continue
      }
      if share == 0 { continue }
      let width = min(share * columns.length, columns.bar + columns.length - x)
      canvas.rectangle(x: x, y: top, width: width, height: height, fill: segment.fill, isOutlined: true)
      let numberWidth = segment.number.count.width(.segment) + 6
      if numberWidth + 2 <= width {
        drawNumber(segment, x: x + width / 2, y: top + height / 2, width: numberWidth)
      } else {
        isWhole = false
      }
      x += width
    }
    let lines = legendLines(of: stack, isWhole: isWhole).flatMap {
      $0.wrapped(toWidth: columns.length, .names)
    }
    if !lines.isEmpty { canvas.text(lines, x: columns.bar, y: top + height + 3, .names) }
    let below = lines.isEmpty ? 0 : 3 + Double(lines.count) * TextStyle.names.lineHeight
    canvas.y += max(columns.isBelowLabel ? 0 : labelHeight, height + below) + 12
  }

  /// Draws a count in the middle of its segment, on a plain ground where the segment has a pattern.
  private mutating func drawNumber(_ segment: Stack.Segment, x: Double, y: Double, width: Double) {
    let height = TextStyle.segment.lineHeight
    if segment.fill.hasPattern {
      canvas.rectangle(
        x: x - width / 2, y: y - height / 2, width: width, height: height, color: segment.fill.color,
        radius: 2)
    }
    var style = TextStyle.segment
    style.color = segment.fill.ink
    canvas.text([segment.number.count], x: x, y: y - height / 2, style, .middle)
  }

  /// What stands below a divided bar: who is behind each segment, and the counts that have no room in it.
  private func legendLines(of stack: Stack, isWhole: Bool) -> [String] {
    let present = stack.segments.filter { $0.number.value != 0 }
    let named = present.filter { !$0.names.isEmpty }.map {
      edition.labelled(counted(in: $0), edition.say.list($0.names.map(\.glued)))
    }
    let others = isWhole ? [] : present.filter(\.names.isEmpty).map(counted(in:))
    return (others.isEmpty ? [] : [edition.say.list(others)]) + named
  }

  private func counted(in segment: Stack.Segment) -> String {
    "\(segment.label)\(" ".glued)\(segment.number.count)"
  }
}
