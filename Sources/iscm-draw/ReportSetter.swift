internal import PageDrawing
internal import Scenes

/// Sets a report on pages: first where everything stands, then, when the number of pages is known, drawn.
struct ReportSetter {
  /// Something that stands on a page, in points from its upper left corner.
  enum Piece {
    case text(PageStyle, String, x: Double, y: Double, width: Double, PageCanvas.Side)
    case shade(x: Double, y: Double, width: Double, height: Double, grey: Double)
    /// What stands between two heights of a picture, in its own pixels.
    case picture(Scene, x: Double, y: Double, scale: Double, part: Range<Double>)
    /// A line of the contents: the heading, by its place among those of the first level.
    case entry(Int, y: Double, height: Double)
  }

  /// A heading, for the outline and the contents.
  struct Heading {
    let level: Int
    let text: String
    let page: Int
    let y: Double
  }

  static let margin = (side: 56.7, top: 62.0, bottom: 56.0)
  static let bottom = PageCanvas.height - margin.bottom
  /// Between the margins.
  static let width = PageCanvas.width - 2 * margin.side
  static let room = bottom - margin.top
  /// For the number of a page in the contents.
  static let numberWidth = 36.0

  let definition: ReportDefinition
  let canvas: PageCanvas
  var pages: [[Piece]] = [[]]
  var headings: [Heading] = []
  var y = margin.top

  /// Sets and draws a report.
  ///
  /// - Returns: A PDF with an outline: the same definition and fonts give the same bytes.
  /// - Throws: Which signs no font has, or what a library says.
  static func bytes(of definition: ReportDefinition, _ typesetter: Typesetter) throws -> [UInt8] {
    typesetter.begin(language: definition.language, isFromRight: definition.isFromRight)
    try typesetter.check(definition.texts)
    let canvas = try PageCanvas(typesetter)
    var setter = ReportSetter(definition: definition, canvas: canvas)
    setter.setAll()
    setter.draw()
    let properties = PDFProperties(title: definition.title, language: definition.language)
    return try properties.bytes(of: canvas.finish())
  }

  private mutating func setAll() {
    let blocks = definition.blocks
    for (index, block) in blocks.enumerated() {
      switch block {
      case .contents: setContents()
      case .heading(let level, let text):
        let style = PageStyle.heading(level)
        if y > Self.margin.top { y += level == 1 ? 20 : 8 }
        keep(height(of: text, style) + heightBehind(blocks[(index + 1)...]))
        headings.append(Heading(level: level, text: text, page: pages.count - 1, y: y))
        set(text, style)
      case .text(let style, let text): set(text, style)
      case .item(let level, let text): setItem(text, level: level)
      case .picture(let picture): set(picture)
      case .table(let table):
        set(table, before: min(heightBehind(blocks[(index + 1)...], hasPicture: true), 60))
      }
    }
  }

  /// How much has to stand on the page of a heading: the paragraphs behind it, the picture and what is said below that,
  /// or the beginning of what else comes.
  private func heightBehind(
    _ blocks: ArraySlice<ReportDefinition.Block>, hasPicture: Bool = false
  ) -> Double {
    var height = 0.0
    var hasPicture = hasPicture
    for block in blocks {
      switch block {
      case .heading where hasPicture: return height
      case .text(let style, let text): height += self.height(of: text, style)
      case .heading(let level, let text): height += 8 + self.height(of: text, .heading(level))
      case .picture(let picture):
        height += Self.place(of: picture).height + Self.pictureGap
        hasPicture = true
      case .item, .table, .contents: return height + (hasPicture ? 0 : 40)
      }
    }
    return height
  }

  // MARK: - Pages

  /// Begins a page where what comes next does not fit on this one.
  mutating func keep(_ height: Double) {
    if y + min(height, Self.room) > Self.bottom, y > Self.margin.top { nextPage() }
  }

  mutating func nextPage() {
    pages.append([])
    y = Self.margin.top
  }

  mutating func put(_ piece: Piece) { pages[pages.count - 1].append(piece) }

  // MARK: - Texts

  func height(of text: String, _ style: PageStyle, width: Double = width) -> Double {
    canvas.height(of: text, style, width: width) + style.after
  }

  /// Sets a paragraph, which goes on over the page where it is long.
  private mutating func set(_ text: String, _ style: PageStyle, indent: Double = 0) {
    let width = Self.width - indent
    let x = definition.isFromRight ? Self.margin.side : Self.margin.side + indent
    var rest = text
    repeat {
      let height = height(of: rest, style, width: width)
      keep(min(height, 3 * style.size * 1.4))
      let (now, later) =
        y + height - style.after > Self.bottom
        ? canvas.divided(rest, style, width: width, height: Self.bottom - y) : (rest, "")
      put(.text(style, now, x: x, y: y, width: width, .start))
      y += self.height(of: now, style, width: width)
      rest = later
      if !rest.isEmpty { nextPage() }
    } while !rest.isEmpty
  }

  private mutating func setItem(_ text: String, level: Int) {
    let indent = 12.0 * Double(level)
    keep(3 * PageStyle.item.size)
    let x = definition.isFromRight ? Self.margin.side : Self.margin.side + indent - 10
    put(.text(.item, "–", x: x, y: y, width: Self.width - indent + 10, .start))
    set(text, .item, indent: indent)
  }

  private mutating func setContents() {
    let titles = definition.blocks.compactMap { block in
      if case .heading(1, let text) = block { text } else { nil }
    }
    for (number, title) in titles.enumerated() {
      let height = height(of: title, .contents, width: Self.width - Self.numberWidth)
      keep(height)
      put(.entry(number, y: y, height: height))
      y += height
    }
    y += 10
  }
}
