/// A page of SVG on which things are placed from the side where reading begins.
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
  /// Where it is going to stand.
  let medium: Medium
  /// Whether places count from the right.
  let isMirrored: Bool
  /// What the names of patterns begin with, so that several drawings can stand on one page.
  let prefix: String
  /// How far down the page is filled.
  var y: Double

  private(set) var elements: [String] = []
  private var patterns: [(name: String, definition: String)] = []

  init(width: Double, margin: Double, medium: Medium, isMirrored: Bool, prefix: String) {
    self.width = width
    self.margin = margin
    self.medium = medium
    self.isMirrored = isMirrored
    self.prefix = prefix
    y = margin
  }

  /// The width between the margins.
  var inner: Double { width - 2 * margin }

  /// The definitions of the patterns that were used, a line each.
  var definitions: [String] { patterns.map(\.definition) }

  /// Draws an area with the outline of its fill, where that has one always, or where it has neighbours.
  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, fill: Palette.Fill, isOutlined: Bool = false
  ) {
    let outline =
      isOutlined || fill.isOutlined ? " stroke=\"\(medium.paint(fill.outline))\" stroke-width=\"1\"" : ""
    rectangle(x: x, y: y, width: width, height: height, attributes: "fill=\"\(paint(fill))\"\(outline)")
  }

  /// Draws an area of one colour.
  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, color: Color, radius: Double = 0
  ) {
    rectangle(
      x: x, y: y, width: width, height: height, attributes: "fill=\"\(medium.paint(color))\"", radius: radius)
  }

  /// Draws a broken line around an area.
  mutating func frame(
    x: Double, y: Double, width: Double, height: Double, color: Color, fill: Color? = nil,
    dashes: String = "4 3", radius: Double = 0
  ) {
    let paper = fill.map(medium.paint) ?? "none"
    rectangle(
      x: x, y: y, width: width, height: height,
      attributes:
        "fill=\"\(paper)\" stroke=\"\(medium.paint(color))\" stroke-width=\"1\" stroke-dasharray=\"\(dashes)\"",
      radius: radius)
  }

  private mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, attributes: String, radius: Double = 0
  ) {
    let left = isMirrored ? self.width - x - width : x
    let corner = radius > 0 ? " rx=\"\(radius.svg)\"" : ""
    elements.append(
      "<rect x=\"\(left.svg)\" y=\"\(y.svg)\" width=\"\(width.svg)\" height=\"\(height.svg)\"\(corner) \(attributes)/>"
    )
  }

  /// Draws a dot, with the outline of its fill.
  mutating func dot(x: Double, y: Double, radius: Double, fill: Palette.Fill) {
    let left = isMirrored ? width - x : x
    let outline = fill.isOutlined ? " stroke=\"\(medium.paint(fill.outline))\" stroke-width=\"1\"" : ""
    elements.append(
      "<circle cx=\"\(left.svg)\" cy=\"\(y.svg)\" r=\"\(radius.svg)\" fill=\"\(paint(fill))\"\(outline)/>")
  }

  /// Draws a line from margin to margin.
  mutating func rule(y: Double) { line(from: margin, to: width - margin, y: y) }

  /// Draws a level line.
  mutating func line(
    from start: Double, to end: Double, y: Double, color: Color = Palette.rule, dashes: String = ""
  ) {
    let (left, right) = isMirrored ? (width - end, width - start) : (start, end)
    let dashes = dashes.isEmpty ? "" : " stroke-dasharray=\"\(dashes)\""
    elements.append(
      "<line x1=\"\(left.svg)\" y1=\"\(y.svg)\" x2=\"\(right.svg)\" y2=\"\(y.svg)\""
        + " stroke=\"\(medium.paint(color))\" stroke-width=\"1\"\(dashes)/>")
  }

  /// Draws lines of text, the first of them in the line that begins at `y`.
  mutating func text(_ lines: [String], x: Double, y: Double, _ style: TextStyle, _ anchor: Anchor = .start) {
    let place = isMirrored ? width - x : x
    let start = start(of: lines.joined(separator: " "), style, anchor)
    let baseline = y + (style.lineHeight - style.size) / 2 + style.size * 0.8
    if lines.count == 1 {
      elements.append("\(start) x=\"\(place.svg)\" y=\"\(baseline.svg)\">\(lines[0].unglued.xml)</text>")
      return
    }
    let spans = lines.enumerated().map { index, line in
      "<tspan x=\"\(place.svg)\" y=\"\((baseline + Double(index) * style.lineHeight).svg)\">\(line.unglued.xml)</tspan>"
    }
    elements.append("\(start)>\(spans.joined())</text>")
  }

  /// Draws a text that runs upwards from a place, its middle line at `x`.
  mutating func uprightText(_ text: String, x: Double, bottom: Double, _ style: TextStyle) {
    let place = (isMirrored ? width - x : x) + style.size * 0.35
    let isRightToLeft = text.isRightToLeft ?? isMirrored
    // The text begins, or ends, at the foot: where it runs from right to left it would run down from there.
    let anchor =
      isRightToLeft ? " text-anchor=\"end\" direction=\"rtl\"" : isMirrored ? " direction=\"ltr\"" : ""
    elements.append(
      "<text font-size=\"\(style.size.svg)\" fill=\"\(medium.paint(style.color))\"\(anchor)"
        + " transform=\"translate(\(place.svg) \(bottom.svg)) rotate(-90)\">\(text.unglued.xml)</text>")
  }

  private func start(of text: String, _ style: TextStyle, _ anchor: Anchor) -> String {
    let isRightToLeft = text.isRightToLeft ?? isMirrored
    let direction = isRightToLeft == isMirrored ? "" : " direction=\"\(isRightToLeft ? "rtl" : "ltr")\""
    let name =
      switch anchor {
      case .start: isRightToLeft == isMirrored ? "" : " text-anchor=\"end\""
      case .middle: " text-anchor=\"middle\""
      case .end: isRightToLeft == isMirrored ? " text-anchor=\"end\"" : ""
      }
    let weight = style.isBold ? " font-weight=\"bold\"" : ""
    return
      "<text font-size=\"\(style.size.svg)\"\(weight) fill=\"\(medium.paint(style.color))\"\(name)\(direction)"
  }

  /// Draws a paragraph across the page below what is there, and goes on below it.
  mutating func paragraph(_ text: String, _ style: TextStyle) {
    let lines = text.wrapped(toWidth: inner, style)
    self.text(lines, x: margin, y: y, style)
    y += Double(lines.count) * style.lineHeight
  }

  private mutating func paint(_ fill: Palette.Fill) -> String {
    guard let name = fill.pattern, let mark = fill.mark else { return medium.paint(fill.color) }
    let id = "\(prefix)-\(name)"
    if !patterns.contains(where: { $0.name == name }) {
      patterns.append(
        (
          name,
          "<pattern id=\"\(id)\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
            + "<rect width=\"8\" height=\"8\" fill=\"\(medium.paint(fill.color))\"/>\(medium.svg(mark))</pattern>"
        ))
    }
    return "url(#\(id))"
  }
}

extension Double {
  /// The length as SVG has it, to a hundredth: `12.5`, `3`.
  var svg: String {
    let hundredths = Int((self * 100).rounded())
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return "\(sign)\(whole).\(rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)")"
  }
}
