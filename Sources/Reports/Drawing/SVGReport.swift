public import Analysis
internal import Messages
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
    svg(of: figure, WordedFigure(figure, edition), isPlain: false)
  }

  /// Draws a figure for a page that says title, bases and sources itself.
  func plainSVG(of figure: Figure, _ worded: WordedFigure) -> String {
    svg(of: figure, worded, isPlain: true)
  }

  private func svg(of figure: Figure, _ worded: WordedFigure, isPlain: Bool) -> String {
    let prefix = FileName(figure.id.text).text
    let canvas = FigureDrawing(figure, worded, edition, prefix: prefix).drawn(isPlain: isPlain)
    // A page has margins of its own.
    let cut = isPlain ? Canvas.margin - 2 : 0
    let (width, height) = ((Canvas.width - 2 * cut).svg, (canvas.y.rounded(.up) - cut).svg)
    let description = edition.description(of: figure, worded).joined(separator: "\n")
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\""
        + " viewBox=\"\(cut.svg) \(cut.svg) \(width) \(height)\" role=\"img\""
        + " aria-labelledby=\"\(prefix)-title \(prefix)-description\" xml:lang=\"\(edition.say.language.rawValue)\""
        + " font-family=\"'Noto Sans', 'Helvetica Neue', Arial, sans-serif\""
        + (edition.isRightToLeft ? " direction=\"rtl\"" : "") + ">",
      "<title id=\"\(prefix)-title\">\(worded.title.xml)</title>",
      "<desc id=\"\(prefix)-description\">\(description.xmlLines)</desc>",
    ]
    if !canvas.definitions.isEmpty {
      lines.append("<defs>\(canvas.definitions.joined(separator: "\n"))</defs>")
    }
    lines.append(
      "<rect\(isPlain ? " x=\"\(cut.svg)\" y=\"\(cut.svg)\"" : "") width=\"\(width)\" height=\"\(height)\" fill=\"\(Palette.paper)\"/>"
    )
    return (lines + canvas.elements + ["</svg>"]).joined(separator: "\n") + "\n"
  }
}

extension String {
  /// The text as content of XML, with its line breaks.
  fileprivate var xmlLines: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { String($0).xml }.joined(separator: "\n")
  }
}
