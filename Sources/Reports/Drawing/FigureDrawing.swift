internal import Analysis
internal import Messages

/// The drawing of one figure: what frames it; the bars stand in extensions.
struct FigureDrawing {
  let figure: Figure
  let worded: WordedFigure
  let edition: Edition
  var canvas: Canvas

  /// Units are named in the picture where they are no more than these; in longer lists nobody finds a name.
  ///
  /// Responses that count by themselves have no names that a picture could show.
  static let mostNamed = 30

  init(_ figure: Figure, _ worded: WordedFigure, _ edition: Edition, prefix: String) {
    self.figure = figure
    self.worded = worded
    self.edition = edition
    canvas = Canvas(isMirrored: edition.isRightToLeft, prefix: prefix)
  }

  /// The whole figure, from top to bottom.
  ///
  /// - Parameter isPlain: Whether title, bases and sources are left to the page that it stands on.
  /// - Returns: The canvas with all that was drawn.
  consuming func drawn(isPlain: Bool = false) -> Canvas {
    if !isPlain { drawHead() }
    if figure.columns.isEmpty {
      drawBars(worded.bars(named: namesUnits), scale: worded.scale)
    } else if figure.by != nil, figure.statistic == .countMultiple {
      drawPanels()
    } else {
      drawStacks()
    }
    if !isPlain { drawFoot() }
    return canvas
  }

  var namesUnits: Bool { figure.namesUnits && figure.unit != nil && figure.n <= Self.mostNamed }

  private mutating func drawHead() {
    if let made = worded.made {
      let lines = made.wrapped(toWidth: Canvas.inner - 20, .warning)
      let height = Double(lines.count) * TextStyle.warning.lineHeight + 12
      canvas.rectangle(
        x: Canvas.margin, y: canvas.y, width: Canvas.inner, height: height,
        attributes:
          "fill=\"\(Palette.warningPaper)\" stroke=\"\(Palette.warningInk)\" stroke-width=\"1\" stroke-dasharray=\"5 3\"",
        radius: 3)
      canvas.text(lines, x: Canvas.margin + 10, y: canvas.y + 6, .warning)
      canvas.y += height + 12
    }
    canvas.paragraph(worded.title, .title)
    canvas.y += 4
    for question in worded.questions { canvas.paragraph(question, .question) }
    canvas.y += 16
  }

  private mutating func drawFoot() {
    canvas.y += 8
    canvas.rule(y: canvas.y)
    canvas.y += 10
    let sentences = [edition.paragraph(worded.counting), edition.chain(of: figure.bases, isGlued: true)]
    for text in sentences + worded.notes + worded.origin {
      canvas.paragraph(text, .footer)
      canvas.y += 2
    }
    canvas.y += Canvas.margin - 8
  }
}
