public import Wire

extension Scene {
  /// The widest and the highest picture, in pixels of CSS: what is larger is no figure.
  public static let longestSide = 100_000.0

  /// Reads the records of a scene again, up to its `end`.
  ///
  /// - Parameter records: As `records` gives them, and what comes behind, which alone is left.
  /// - Throws: Which of them is none.
  public init(reading records: inout ArraySlice<[String]>) throws(WireError) {
    var cells = try Self.next(&records)
    let word = try cells.text()
    guard word == "picture" else { throw cells.wrong(word) }
    self.init(width: try cells.side(), height: try cells.side(), isFromRight: try cells.isFromRight())
    try cells.end()
    var patterns: [String: Pattern] = [:]
    while true {
      var cells = try Self.next(&records)
      let word = try cells.text()
      switch word {
      case "pattern":
        let pattern = try Pattern(&cells)
        patterns[pattern.name] = pattern
      case "area": marks.append(.area(try Mark.Area(&cells, patterns)))
      case "dot": marks.append(.dot(try Mark.Dot(&cells, patterns)))
      case "line": marks.append(.line(try Mark.Line(&cells)))
      case "text": marks.append(.text(try Mark.Text(&cells)))
      case "end":
        try cells.end()
        return
      default: throw cells.wrong(word)
      }
    }
  }

  private static func next(_ records: inout ArraySlice<[String]>) throws(WireError) -> WireCells {
    let number = records.startIndex + 1
    guard let record = records.popFirst() else { throw WireError(record: number, found: "") }
    return WireCells(record, number: number)
  }
}

extension Pattern {
  fileprivate init(_ cells: inout WireCells) throws(WireError) {
    let (name, ground) = (try cells.text(), try cells.color())
    let (kind, color, width) = (try cells.text(), try cells.color(), try cells.length())
    switch kind {
    case "dots": self.init(name, on: ground, .dots(color, radius: width))
    case "strokes":
      var segments: [Segment] = []
      while !cells.isEmpty {
        segments.append(
          Segment(try cells.integer(), try cells.integer(), try cells.integer(), try cells.integer()))
      }
      self.init(name, on: ground, .strokes(segments, color, width: width))
    default: throw cells.wrong(kind)
    }
    try cells.end()
  }
}

extension Mark.Area {
  fileprivate init(_ cells: inout WireCells, _ patterns: [String: Pattern]) throws(WireError) {
    self.init(
      x: try cells.place(), y: try cells.place(), width: try cells.length(), height: try cells.length())
    radius = try cells.length()
    fill = try cells.paint(patterns)
    outline = try cells.stroke()
    try cells.end()
  }
}

extension Mark.Dot {
  fileprivate init(_ cells: inout WireCells, _ patterns: [String: Pattern]) throws(WireError) {
    let (x, y, radius) = (try cells.place(), try cells.place(), try cells.length())
    guard let fill = try cells.paint(patterns) else { throw cells.wrong("") }
    self.init(x: x, y: y, radius: radius, fill: fill, outline: try cells.stroke())
    try cells.end()
  }
}

extension Mark.Line {
  fileprivate init(_ cells: inout WireCells) throws(WireError) {
    let (start, end, y) = (try cells.place(), try cells.place(), try cells.place())
    guard let stroke = try cells.stroke() else { throw cells.wrong("") }
    self.init(from: start, to: end, y: y, stroke: stroke)
    try cells.end()
  }
}

extension Mark.Text {
  fileprivate init(_ cells: inout WireCells) throws(WireError) {
    let (x, y, lineHeight) = (try cells.place(), try cells.place(), try cells.place())
    let (size, isBold, color) = (try cells.length(), try cells.isSet("bold"), try cells.color())
    let (side, isFromRight) = (try cells.value(Side.init(rawValue:)), try cells.isFromRight())
    let isUpright = try cells.isSet("upright")
    self.init(
      cells.takeRest(), x: x, y: y, lineHeight: lineHeight, size: size, isBold: isBold, color: color,
      side: side, isFromRight: isFromRight, isUpright: isUpright)
  }
}
