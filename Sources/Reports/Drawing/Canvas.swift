internal import Scenes

/// A page on which things are placed from the side where reading begins.
///
/// Lengths are in pixels of CSS. In a language that is read from right to left all places are mirrored, so that
/// whoever draws need not think of it.
struct Canvas {
  /// Where a text stands from its place on, in the direction of reading.
  enum Anchor {
    case start, middle, end
  }

  let width: Double
  let margin: Double
  /// Whether places count from the right.
  let isMirrored: Bool
  /// How far down the page is filled.
  var y: Double

  private var marks: [Mark] = []

  init(width: Double, margin: Double, isMirrored: Bool) {
    self.width = width
    self.margin = margin
    self.isMirrored = isMirrored
    y = margin
  }

  /// The width between the margins.
  var inner: Double { width - 2 * margin }

  /// What was drawn, on paper that goes on below it.
  ///
  /// - Parameter space: How far.
  /// - Returns: Whole pixels of paper.
  func scene(below space: Double = 0) -> Scene {
    Scene(width: width, height: (y + space).rounded(.up), isFromRight: isMirrored, marks: marks)
  }

  /// Draws an area with the outline of its fill, where that has one always, or where it has neighbours.
  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, fill: Palette.Fill, isOutlined: Bool = false
  ) {
    var area = area(x: x, y: y, width: width, height: height)
    area.fill = fill.paint
    area.outline = isOutlined || fill.isOutlined ? Mark.Stroke(fill.outline) : nil
    marks.append(.area(area))
  }

  /// Draws an area of one colour.
  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, color: Color, radius: Double = 0
  ) {
    var area = area(x: x, y: y, width: width, height: height)
    area.fill = .plain(color)
    area.radius = radius
    marks.append(.area(area))
  }

  /// Draws a broken line around an area.
  mutating func frame(
    x: Double, y: Double, width: Double, height: Double, color: Color, fill: Color? = nil,
    dashes: [Int] = [4, 3], radius: Double = 0
  ) {
    var area = area(x: x, y: y, width: width, height: height)
    area.fill = fill.map(Paint.plain)
    area.outline = Mark.Stroke(color, dashes: dashes)
    area.radius = radius
    marks.append(.area(area))
  }

  private func area(x: Double, y: Double, width: Double, height: Double) -> Mark.Area {
    Mark.Area(x: isMirrored ? self.width - x - width : x, y: y, width: width, height: height)
  }

  /// Draws a dot, with the outline of its fill.
  mutating func dot(x: Double, y: Double, radius: Double, fill: Palette.Fill) {
    let outline = fill.isOutlined ? Mark.Stroke(fill.outline) : nil
    marks.append(
      .dot(Mark.Dot(x: mirrored(x), y: y, radius: radius, fill: fill.paint, outline: outline)))
  }

  /// Draws a line from margin to margin.
  mutating func rule(y: Double) { line(from: margin, to: width - margin, y: y) }

  /// Draws a level line.
  mutating func line(
    from start: Double, to end: Double, y: Double, color: Color = Palette.rule, dashes: [Int] = []
  ) {
    let (left, right) = isMirrored ? (width - end, width - start) : (start, end)
    marks.append(.line(Mark.Line(from: left, to: right, y: y, stroke: Mark.Stroke(color, dashes: dashes))))
  }

  /// Draws lines of text, the first of them in the line that begins at `y`.
  mutating func text(_ lines: [String], x: Double, y: Double, _ style: TextStyle, _ anchor: Anchor = .start) {
    let side: Mark.Text.Side =
      switch anchor {
      case .start: isMirrored ? .right : .left
      case .middle: .middle
      case .end: isMirrored ? .left : .right
      }
    var text = text(lines, style)
    text.x = mirrored(x)
    text.y = y + (style.lineHeight - style.size) / 2 + style.size * 0.8
    text.side = side
    marks.append(.text(text))
  }

  /// Draws a text that runs upwards from a place, its middle line at `x`.
  mutating func uprightText(_ line: String, x: Double, bottom: Double, _ style: TextStyle) {
    var text = text([line], style)
    text.x = mirrored(x) + style.size * 0.35
    text.y = bottom
    text.isUpright = true
    marks.append(.text(text))
  }

  private func text(_ lines: [String], _ style: TextStyle) -> Mark.Text {
    Mark.Text(
      lines.map(\.unglued.onOneLine), x: 0, y: 0, lineHeight: style.lineHeight, size: style.size,
      isBold: style.isBold, color: style.color,
      isFromRight: lines.lazy.compactMap(\.isRightToLeft).first ?? isMirrored)
  }

  private func mirrored(_ x: Double) -> Double { isMirrored ? width - x : x }

  /// Draws a paragraph across the page below what is there, and goes on below it.
  mutating func paragraph(_ text: String, _ style: TextStyle) {
    let lines = text.wrapped(toWidth: inner, style)
    self.text(lines, x: margin, y: y, style)
    y += Double(lines.count) * style.lineHeight
  }
}
