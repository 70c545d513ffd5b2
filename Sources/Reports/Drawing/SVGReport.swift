public import Analysis
internal import Messages
internal import Scenes
internal import Survey

/// A figure as SVG 1.1: bars, or stacked bars for a cross-tabulation.
///
/// All text is text. A title and a description say everything that the picture shows, for screen readers. Labels
/// wrap and are never cut; the height follows the content. Nothing depends on colour alone.
public struct SVGReport: Sendable {
  /// The words.
  public let edition: Edition

  /// Creates the renderer.
  public init(_ edition: Edition) { self.edition = edition }

  /// Draws a figure, 760 pixels wide.
  ///
  /// - Parameter figure: What was counted.
  /// - Returns: A whole document with a line feed at its end.
  public func svg(of figure: Figure) -> String {
    let worded = WordedFigure(figure, edition)
    return svg(FigureDrawing(figure, worded, edition, .file).scene(), of: figure, worded)
  }

  /// A drawing of a figure for a file of its own.
  func svg(_ scene: Scene, of figure: Figure, _ worded: WordedFigure) -> String {
    let prefix = FileName(figure.id.text).text
    let (width, height) = (scene.width.hundredths, scene.height.hundredths)
    let start =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\""
      + " viewBox=\"0 0 \(width) \(height)\" role=\"img\""
      + " aria-labelledby=\"\(prefix)-title \(prefix)-description\" xml:lang=\"\(edition.say.language.rawValue)\""
      + " font-family=\"'Noto Sans', 'Helvetica Neue', Arial, sans-serif\""
      + (edition.isRightToLeft ? " direction=\"rtl\"" : "") + ">"
    let writer = SVGWriter(medium: .file, prefix: prefix)
    let ground =
      "<rect width=\"\(width)\" height=\"\(height)\" fill=\"\(writer.paint(Palette.paper))\"/>"
    let lines =
      [
        start, "<title id=\"\(prefix)-title\">\(worded.title.xml)</title>",
        "<desc id=\"\(prefix)-description\">"
          + "\(edition.description(of: figure, worded).joined(separator: "\n").xmlLines)</desc>",
      ] + writer.elements(of: scene, ground: [ground]) + ["</svg>"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// The drawing of a figure for a page that says the rest: without title, bases and sources.
  ///
  /// - Parameters:
  ///   - figure: What was counted.
  ///   - worded: The same in words.
  ///   - layout: How much room there is.
  ///   - id: What the names in the drawing begin with; no other drawing of the page has it with this layout.
  /// - Returns: An element `svg`, which scales with what it stands in; of a drawing that is much higher than a printed page
  ///   several, of which one says what all of them show.
  func drawing(
    of figure: Figure, _ worded: WordedFigure, _ layout: FigureDrawing.Layout, id: String
  ) -> String {
    let prefix = "\(id).\(layout.rawValue)"
    let scene = FigureDrawing(figure, worded, edition, layout).scene()
    let isCut = layout == .wide && scene.height > Self.highestOnPage
    let pieces = isCut ? scene.pieces(ofHeight: Self.pageHeight) : [(0..<scene.height, scene.marks)]
    let description = worded.lines.map { line in
      let waves = zip(worded.columns, line.parts).map { "\($0.label) \($1.number.whole)" }
      return edition.labelled(line.label, figure.waves.isEmpty ? line.number.whole : edition.say.list(waves))
    }.joined(separator: "\n")
    let words = [
      "<title id=\"\(prefix).title\">\(worded.title.xml)</title>",
      "<desc id=\"\(prefix).description\">\(description.xmlLines)</desc>",
    ]
    return pieces.enumerated().map { number, piece in
      var part = scene
      part.marks = piece.marks
      let size = (piece.range.upperBound - piece.range.lowerBound).hundredths
      let role =
        number == 0
        ? "role=\"img\" aria-labelledby=\"\(prefix).title\" aria-describedby=\"\(prefix).description\""
        : "aria-hidden=\"true\""
      let start =
        "<svg class=\"\(layout.rawValue)\""
        + " viewBox=\"0 \(piece.range.lowerBound.hundredths) \(scene.width.hundredths) \(size)\" \(role)"
        + (edition.isRightToLeft ? " direction=\"rtl\"" : "") + ">"
      let writer = SVGWriter(medium: .page, prefix: number == 0 ? prefix : "\(prefix).\(number + 1)")
      return ([start] + (number == 0 ? words : []) + writer.elements(of: part) + ["</svg>"])
        .joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// How much of a drawing a printed page has room for, and how much it may have to be made smaller for.
  private static let pageHeight = 900.0
  private static let highestOnPage = 1_200.0
}

extension String {
  /// The text as content of XML, with its line breaks.
  var xmlLines: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { String($0).xml }.joined(separator: "\n")
  }
}
