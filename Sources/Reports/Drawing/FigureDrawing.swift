internal import Analysis
internal import Messages
internal import Scenes

/// The drawing of one figure: what frames it; the bars stand in extensions.
struct FigureDrawing {
  let figure: Figure
  let worded: WordedFigure
  let edition: Edition
  let layout: Layout
  var canvas: Canvas

  /// How much room there is, and what stands around the drawing.
  enum Layout: String {
    /// A file of its own: with title, bases and sources.
    case file
    /// On a printed page that says all that itself.
    case paper
    /// In a page that says all that itself.
    case wide
    /// In a page on a telephone: labels stand above their bars.
    case narrow

    var width: Double {
      switch self {
      case .file: 760
      case .paper: 716
      case .wide: 720
      case .narrow: 352
      }
    }

    var margin: Double { self == .file ? 24 : 2 }

    /// Whether it stands in a page of a browser.
    var isOfPage: Bool { self == .wide || self == .narrow }
  }

  /// Units are named in the picture where they are no more than these; in longer lists nobody finds a name.
  ///
  /// Responses that count by themselves have no names that a picture could show.
  static let mostNamed = 30

  /// Where there are more bars than these, a picture shows the first of them alone; the numbers beside it show all.
  static let mostBars = 60
  static let barsOfMany = 40

  init(_ figure: Figure, _ worded: WordedFigure, _ edition: Edition, _ layout: Layout) {
    self.figure = figure
    self.worded = worded
    self.edition = edition
    self.layout = layout
    canvas = Canvas(width: layout.width, margin: layout.margin, isMirrored: edition.isRightToLeft)
  }

  /// The whole figure, from top to bottom.
  consuming func scene() -> Scene {
    if layout == .file { drawHead() }
    if figure.chart == .matrix, let matrix = Matrix(figure, edition), let grid = grid(of: matrix) {
      draw(matrix, grid)
    } else if !figure.waves.isEmpty {
      drawWaves()
    } else if figure.columns.isEmpty {
      drawBars(worded.bars(named: namesUnits), scale: worded.scale)
    } else if figure.by != nil, figure.statistic == .countMultiple {
      drawPanels()
    } else {
      drawStacks()
    }
    if layout == .file { drawFoot() }
    return canvas.scene(below: layout.isOfPage ? canvas.margin : 0)
  }

  var namesUnits: Bool { figure.namesUnits && figure.unit != nil && figure.largestBase <= Self.mostNamed }

  private mutating func drawHead() {
    if let made = worded.made {
      let lines = made.wrapped(toWidth: canvas.inner - 20, .warning)
      let height = Double(lines.count) * TextStyle.warning.lineHeight + 12
      canvas.frame(
        x: canvas.margin, y: canvas.y, width: canvas.inner, height: height, color: Palette.warningInk,
        fill: Palette.warningPaper, dashes: [5, 3], radius: 3)
      canvas.text(lines, x: canvas.margin + 10, y: canvas.y + 6, .warning)
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
    let sentences = [edition.paragraph(worded.counting)] + edition.chains(of: figure, isGlued: true)
    for text in sentences + worded.notes + worded.origin {
      canvas.paragraph(text, .footer)
      canvas.y += 2
    }
    canvas.y += layout.margin - 8
  }
}
