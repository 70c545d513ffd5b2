internal import Scenes

/// A scene as elements of SVG, a line each.
struct SVGWriter {
  /// Where a drawing is going to stand.
  enum Medium {
    /// In a file of its own, with its colours as they are.
    case file
    /// In a page, which says what the colours are: light ones by day and in print, dark ones by night.
    case page
  }

  let medium: Medium
  /// What the names of patterns begin with, so that several drawings can stand on one page.
  let prefix: String

  /// A colour as an attribute has it.
  func paint(_ color: Color) -> String {
    switch medium {
    case .file: color.light
    case .page: "var(--\(color.name))"
    }
  }

  /// The patterns, and then the marks, of a scene.
  ///
  /// - Parameters:
  ///   - scene: What is drawn.
  ///   - ground: What stands below its marks and above its patterns.
  /// - Returns: A line for each of them.
  func elements(of scene: Scene, ground: [String] = []) -> [String] {
    let patterns = scene.patterns.map(pattern)
    let definitions = patterns.isEmpty ? [] : ["<defs>\(patterns.joined(separator: "\n"))</defs>"]
    return definitions + ground + scene.marks.map { element($0, isMirrored: scene.isFromRight) }
  }

  private func pattern(_ pattern: Pattern) -> String {
    let size = Pattern.size
    return "<pattern id=\"\(prefix)-\(pattern.name)\" width=\"\(size)\" height=\"\(size)\""
      + " patternUnits=\"userSpaceOnUse\">"
      + "<rect width=\"\(size)\" height=\"\(size)\" fill=\"\(paint(pattern.ground))\"/>"
      + "\(hatching(pattern.hatching))</pattern>"
  }

  private func hatching(_ hatching: Pattern.Hatching) -> String {
    switch hatching {
    case .strokes(let segments, let color, let width):
      "<path d=\"\(segments.map(\.path).joined())\" stroke=\"\(paint(color))\""
        + " stroke-width=\"\(width.hundredths)\" fill=\"none\"/>"
    case .dots(let color, let radius):
      Pattern.dotPlaces.map {
        "<circle cx=\"\($0)\" cy=\"\($0)\" r=\"\(radius.hundredths)\" fill=\"\(paint(color))\"/>"
      }.joined()
    }
  }

  private func element(_ mark: Mark, isMirrored: Bool) -> String {
    switch mark {
    case .area(let area):
      let corner = area.radius > 0 ? " rx=\"\(area.radius.hundredths)\"" : ""
      return "<rect x=\"\(area.x.hundredths)\" y=\"\(area.y.hundredths)\" width=\"\(area.width.hundredths)\""
        + " height=\"\(area.height.hundredths)\"\(corner) fill=\"\(area.fill.map(fill) ?? "none")\""
        + "\(stroke(area.outline))/>"
    case .dot(let dot):
      return "<circle cx=\"\(dot.x.hundredths)\" cy=\"\(dot.y.hundredths)\" r=\"\(dot.radius.hundredths)\""
        + " fill=\"\(fill(dot.fill))\"\(stroke(dot.outline))/>"
    case .line(let line):
      let y = line.y.hundredths
      return "<line x1=\"\(line.start.hundredths)\" y1=\"\(y)\" x2=\"\(line.end.hundredths)\" y2=\"\(y)\""
        + "\(stroke(line.stroke))/>"
    case .text(let text): return element(text, isMirrored: isMirrored)
    }
  }

  private func element(_ text: Mark.Text, isMirrored: Bool) -> String {
    // The direction is inherited; where words begin and end hangs on their own.
    let direction = text.isFromRight == isMirrored ? "" : " direction=\"\(text.isFromRight ? "rtl" : "ltr")\""
    let anchor =
      switch text.side {
      case .middle: " text-anchor=\"middle\""
      case .left: text.isFromRight ? " text-anchor=\"end\"" : ""
      case .right: text.isFromRight ? "" : " text-anchor=\"end\""
      }
    let weight = text.isBold ? " font-weight=\"bold\"" : ""
    let start =
      "<text font-size=\"\(text.size.hundredths)\"\(weight) fill=\"\(paint(text.color))\"\(anchor)\(direction)"
    let (x, y) = (text.x.hundredths, text.y.hundredths)
    let words = text.lines.map(\.xml)
    if text.isUpright {
      return "\(start) transform=\"translate(\(x) \(y)) rotate(-90)\">\(words.joined())</text>"
    }
    if words.count == 1 { return "\(start) x=\"\(x)\" y=\"\(y)\">\(words[0])</text>" }
    let spans = words.enumerated().map { index, line in
      "<tspan x=\"\(x)\" y=\"\((text.y + Double(index) * text.lineHeight).hundredths)\">\(line)</tspan>"
    }
    return "\(start)>\(spans.joined())</text>"
  }

  private func fill(_ paint: Paint) -> String {
    switch paint {
    case .plain(let color): self.paint(color)
    case .pattern(let pattern): "url(#\(prefix)-\(pattern.name))"
    }
  }

  private func stroke(_ stroke: Mark.Stroke?) -> String {
    guard let stroke else { return "" }
    let dashes = stroke.dashes.map(String.init).joined(separator: " ")
    return " stroke=\"\(paint(stroke.color))\" stroke-width=\"1\""
      + (dashes.isEmpty ? "" : " stroke-dasharray=\"\(dashes)\"")
  }
}

extension Pattern.Segment {
  /// The segment as part of a path: `M0 4H8`.
  fileprivate var path: String {
    let line = start.y == end.y ? "H\(end.x)" : start.x == end.x ? "V\(end.y)" : "L\(end.x) \(end.y)"
    return "M\(start.x) \(start.y)\(line)"
  }
}
