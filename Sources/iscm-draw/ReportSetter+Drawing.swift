internal import CCairo
internal import PageDrawing
internal import Scenes

extension ReportSetter {
  /// Draws the pages, their margins, and the outline.
  func draw() {
    for (page, pieces) in pages.enumerated() {
      for piece in pieces { draw(piece) }
      drawMargins(page)
      canvas.endPage()
    }
    var parents: [Int32?] = [nil, nil, nil, nil]
    for heading in headings {
      let entry = canvas.outline(
        heading.text, below: parents[heading.level - 1], page: heading.page, y: heading.y - 8)
      for level in heading.level..<parents.count { parents[level] = entry }
    }
  }

  private func draw(_ piece: Piece) {
    switch piece {
    case .text(let style, let text, let x, let y, let width, let side):
      canvas.draw(text, style, x: x, y: y, width: width, side: side)
    case .shade(let x, let y, let width, let height, let grey):
      canvas.shade(x: x, y: y, width: width, height: height, grey: grey)
    case .entry(let number, let y, let height): drawEntry(number, y: y, height: height)
    case .picture(let scene, let x, let y, let scale, let part):
      canvas.draw(x: x, y: y - part.lowerBound * scale, scale: scale) { context in
        cairo_rectangle(context, 0, part.lowerBound, scene.width, part.upperBound - part.lowerBound)
        cairo_clip(context)
        Painter(context: context, typesetter: canvas.typesetter).paint(scene)
      }
    }
  }

  private func drawEntry(_ number: Int, y: Double, height: Double) {
    let chapters = headings.filter { $0.level == 1 }
    guard number < chapters.count else { return }
    let chapter = chapters[number]
    let (x, width) = (Self.margin.side, Self.width - Self.numberWidth)
    let isFromRight = definition.isFromRight
    canvas.draw(
      chapter.text, .contents, x: isFromRight ? x + Self.numberWidth : x, y: y, width: width, side: .start)
    canvas.draw(
      "\(chapter.page + 1)", .contents, x: isFromRight ? x : x + width, y: y, width: Self.numberWidth,
      side: .end)
    canvas.link(
      x: x, y: y, width: Self.width, height: height, toPage: chapter.page, top: chapter.y - 8)
  }

  private func drawMargins(_ page: Int) {
    let footer = definition.footer.map { character in
      switch character {
      case "\u{1}": "\(page + 1)"
      case "\u{2}": "\(pages.count)"
      default: String(character)
      }
    }
    let (x, width) = (Self.margin.side, Self.width)
    if page > 0 { canvas.draw(definition.title, .margin, x: x, y: 32, width: width, side: .start) }
    canvas.draw(footer.joined(), .margin, x: x, y: PageCanvas.height - 40, width: width, side: .start)
  }
}
