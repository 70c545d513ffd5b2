extension Scene {
  /// The scene as records for the worker that paints it: `picture,WIDTH,HEIGHT,DIRECTION`, then a `pattern` for each
  /// pattern, an `area`, a `dot`, a `line` or a `text` for each mark, and `end`.
  ///
  /// A colour is what it is on white paper; a fill is a colour, the name of a pattern, or empty; a stroke is a colour,
  /// or empty, and its dashes with spaces between them. Lengths have hundredths.
  public var records: [[String]] {
    [["picture", width.hundredths, height.hundredths, Self.direction(isFromRight: isFromRight)]]
      + patterns.map(\.record) + marks.map(\.record) + [["end"]]
  }

  static func direction(isFromRight: Bool) -> String { isFromRight ? "rtl" : "ltr" }
}

extension Pattern {
  /// Its name, its ground, what it is hatched with, and that in numbers.
  fileprivate var record: [String] {
    let head = ["pattern", name, ground.light]
    switch hatching {
    case .dots(let color, let radius): return head + ["dots", color.light, radius.hundredths]
    case .strokes(let segments, let color, let width):
      return head + ["strokes", color.light, width.hundredths]
        + segments.flatMap { [$0.start.x, $0.start.y, $0.end.x, $0.end.y].map(String.init) }
    }
  }
}

extension Mark {
  fileprivate var record: [String] {
    switch self {
    case .area(let area):
      ["area", area.x.hundredths, area.y.hundredths, area.width.hundredths, area.height.hundredths]
        + [area.radius.hundredths, area.fill.word] + area.outline.words
    case .dot(let dot):
      ["dot", dot.x.hundredths, dot.y.hundredths, dot.radius.hundredths, Optional(dot.fill).word]
        + dot.outline.words
    case .line(let line):
      ["line", line.start.hundredths, line.end.hundredths, line.y.hundredths] + Optional(line.stroke).words
    case .text(let text): text.record
    }
  }
}

extension Mark.Text {
  fileprivate var record: [String] {
    [
      "text", x.hundredths, y.hundredths, lineHeight.hundredths, size.hundredths, isBold ? "bold" : "",
      color.light, side.rawValue, Scene.direction(isFromRight: isFromRight), isUpright ? "upright" : "",
    ] + lines
  }
}

extension Paint? {
  fileprivate var word: String {
    switch self {
    case .plain(let color): color.light
    case .pattern(let pattern): pattern.name
    case nil: ""
    }
  }
}

extension Mark.Stroke? {
  fileprivate var words: [String] {
    guard let stroke = self else { return ["", ""] }
    return [stroke.color.light, stroke.dashes.map(String.init).joined(separator: " ")]
  }
}
