/// A page of SVG on which things are placed from the side where reading begins.
///
/// Lengths are in pixels of CSS. In a language that is read from right to left all places are mirrored, so that
/// whoever draws need not think of it.
struct Canvas {
  /// Where a text stands from its place on, in the direction of reading.
  enum Anchor {
    case start, middle, end
  }

  static let width = 760.0
  static let margin = 24.0
  /// The width between the margins.
  static let inner = width - 2 * margin

  /// Whether places count from the right.
  let isMirrored: Bool
  /// What the names of patterns begin with, so that several drawings can stand on one page.
  let prefix: String
  /// How far down the page is filled.
  var y = Canvas.margin

  private(set) var elements: [String] = []
  private var patterns: [(name: String, definition: String)] = []

  init(isMirrored: Bool, prefix: String) {
    self.isMirrored = isMirrored
    self.prefix = prefix
  }

  /// The definitions of the patterns that were used, a line each.
  var definitions: [String] { patterns.map(\.definition) }

  /// Draws an area; the fill of a state always has its outline, that of an answer where it has neighbours.
  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, fill: Palette.Fill, isOutlined: Bool = false
  ) {
    var paint = fill.color
    if let name = fill.pattern { paint = "url(#\(define(name, fill)))" }
    let outline = isOutlined || fill.isState ? " stroke=\"\(fill.outline)\" stroke-width=\"1\"" : ""
    rectangle(x: x, y: y, width: width, height: height, attributes: "fill=\"\(paint)\"\(outline)")
  }

  /// Draws an area with the attributes of SVG.
  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, attributes: String, radius: Double = 0
  ) {
    let left = isMirrored ? Canvas.width - x - width : x
    let corner = radius > 0 ? " rx=\"\(radius.svg)\"" : ""
    elements.append(
      "<rect x=\"\(left.svg)\" y=\"\(y.svg)\" width=\"\(width.svg)\" height=\"\(height.svg)\"\(corner) \(attributes)/>"
    )
  }

  /// Draws a line from margin to margin.
  mutating func rule(y: Double) {
    elements.append(
      "<line x1=\"\(Canvas.margin.svg)\" y1=\"\(y.svg)\" x2=\"\((Canvas.width - Canvas.margin).svg)\" y2=\"\(y.svg)\""
        + " stroke=\"\(Palette.rule)\" stroke-width=\"1\"/>")
  }

  /// Draws lines of text, the first of them in the line that begins at `y`.
  mutating func text(_ lines: [String], x: Double, y: Double, _ style: TextStyle, _ anchor: Anchor = .start) {
    let place = isMirrored ? Canvas.width - x : x
    let isRightToLeft = lines.joined(separator: " ").isRightToLeft ?? isMirrored
    let direction = isRightToLeft == isMirrored ? "" : " direction=\"\(isRightToLeft ? "rtl" : "ltr")\""
    let name =
      switch anchor {
      case .start: isRightToLeft == isMirrored ? "" : " text-anchor=\"end\""
      case .middle: " text-anchor=\"middle\""
      case .end: isRightToLeft == isMirrored ? " text-anchor=\"end\"" : ""
      }
    let weight = style.isBold ? " font-weight=\"bold\"" : ""
    let start = "<text font-size=\"\(style.size.svg)\"\(weight) fill=\"\(style.color)\"\(name)\(direction)"
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

  /// Draws a paragraph across the page below what is there, and goes on below it.
  mutating func paragraph(_ text: String, _ style: TextStyle) {
    let lines = text.wrapped(toWidth: Canvas.inner, style)
    self.text(lines, x: Canvas.margin, y: y, style)
    y += Double(lines.count) * style.lineHeight
  }

  private mutating func define(_ name: String, _ fill: Palette.Fill) -> String {
    let id = "\(prefix)-\(name)"
    if !patterns.contains(where: { $0.name == name }) {
      patterns.append(
        (
          name,
          "<pattern id=\"\(id)\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">"
            + "<rect width=\"8\" height=\"8\" fill=\"\(fill.color)\"/>\(fill.mark)</pattern>"
        ))
    }
    return id
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
