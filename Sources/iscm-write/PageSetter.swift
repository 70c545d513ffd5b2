internal import PageDrawing

/// Sets a form on pages: rows with three columns, those that are long go on over the page.
struct PageSetter {
  /// A place for an answer on a page, in points from the lower left corner.
  struct Field {
    let page: Int
    let name: String
    let title: String
    /// How many lines it takes; nothing for a check box.
    let lines: Int?
    let x: Double
    let y: Double
    let width: Double
    let height: Double
  }

  /// The widths of number, question and answer.
  static let widths = [51.0, 205, 225.9]
  private static let margin = (side: 56.7, top: 62.0, bottom: 56.0)
  private static let padding = (side: 4.3, above: 3.5)
  private static let boxSize = 10.0

  private let definition: PageDefinition
  private let canvas: PageCanvas
  private let pageCount: Int
  private(set) var fields: [Field] = []
  private var page = 0
  private var y = margin.top

  /// Sets a form.
  ///
  /// - Returns: The drawn pages, without fields, and the fields that belong on them.
  static func pages(of definition: PageDefinition) throws(WriterError) -> (bytes: [UInt8], fields: [Field]) {
    // How many pages there are is known only when all are set.
    let typesetter = try Typesetter()
    typesetter.begin(language: definition.language)
    var trial = PageSetter(definition, on: try PageCanvas(typesetter), pageCount: 99)
    trial.setAll()
    let canvas = try PageCanvas(typesetter)
    var setter = PageSetter(definition, on: canvas, pageCount: trial.page + 1)
    setter.setAll()
    return (try canvas.finish(), setter.fields)
  }

  private init(_ definition: PageDefinition, on canvas: PageCanvas, pageCount: Int) {
    self.definition = definition
    self.canvas = canvas
    self.pageCount = pageCount
  }

  private mutating func setAll() {
    for block in definition.blocks {
      switch block {
      case .paragraph(let piece):
        let height = self.height(of: piece, width: Self.fullWidth)
        if y + height > Self.bottom { nextPage() }
        draw(piece, x: Self.margin.side, y: y, width: Self.fullWidth)
        y += height
      case .row(let isShaded, let cells): set(cells, isShaded: isShaded)
      }
    }
    endPage()
  }

  private static var fullWidth: Double { widths.reduce(0, +) }
  private static var bottom: Double { PageCanvas.height - margin.bottom }

  // MARK: - Rows

  private mutating func set(_ cells: [PageDefinition.Cell], isShaded: Bool) {
    var rest = cells
    let whole = height(of: cells)
    let room = Self.bottom - Self.margin.top
    // A heading needs something below it; a row of less than half a page is not cut in two.
    let needed = isShaded ? whole + 90 : whole
    if y + needed > Self.bottom, whole < room / 2 || y + 120 > Self.bottom { nextPage() }
    while true {
      var now = rest
      for index in rest.indices {
        let fitting = Self.count(
          fitting: Self.bottom - y - 2 * Self.padding.above, of: heights(of: rest[index]))
        // A piece that is higher than a page stands on one of its own all the same.
        let taken = fitting == 0 && y == Self.margin.top ? min(1, rest[index].pieces.count) : fitting
        now[index].pieces = Array(rest[index].pieces.prefix(taken))
        rest[index].pieces.removeFirst(taken)
      }
      draw(now, isShaded: isShaded)
      if rest.allSatisfy(\.pieces.isEmpty) { return }
      nextPage()
    }
  }

  private static func count(fitting room: Double, of heights: [Double]) -> Int {
    var used = 0.0
    for (index, height) in heights.enumerated() {
      used += height
      if used > room { return index }
    }
    return heights.count
  }

  private mutating func draw(_ cells: [PageDefinition.Cell], isShaded: Bool) {
    let height = height(of: cells)
    for cell in cells {
      let width = Self.width(of: cell)
      let x = place(of: cell)
      canvas.frame(x: x, y: y, width: width, height: height, isShaded: isShaded)
      var top = y + Self.padding.above
      for piece in cell.pieces {
        draw(piece, x: x + Self.padding.side, y: top, width: width - 2 * Self.padding.side)
        top += self.height(of: piece, width: width - 2 * Self.padding.side)
      }
    }
    y += height
  }

  private static func width(of cell: PageDefinition.Cell) -> Double {
    widths[cell.column..<(cell.column + cell.span)].reduce(0, +)
  }

  /// Where a cell begins; the first column stands right where the form is read from the right.
  private func place(of cell: PageDefinition.Cell) -> Double {
    let before = Self.widths[..<cell.column].reduce(0, +)
    return Self.margin.side
      + (definition.isFromRight ? Self.fullWidth - before - Self.width(of: cell) : before)
  }

  private func height(of cells: [PageDefinition.Cell]) -> Double {
    (cells.map { heights(of: $0).reduce(0, +) }.max() ?? 0) + 2 * Self.padding.above
  }

  private func heights(of cell: PageDefinition.Cell) -> [Double] {
    cell.pieces.map { height(of: $0, width: Self.width(of: cell) - 2 * Self.padding.side) }
  }

  // MARK: - Pieces

  private static let option = PageStyle(size: 9, after: 2.5)

  private func height(of piece: PageDefinition.Piece, width: Double) -> Double {
    switch piece {
    case .text(let style, let text): canvas.height(of: text, style, width: width) + style.after
    case .box(_, let label, _):
      max(
        Self.boxSize, canvas.height(of: label, Self.option, width: width - Self.boxSize - 5)
      ) + Self.option.after
    case .field(_, let lines, _): Double(lines) * 13 + 5
    }
  }

  private mutating func draw(_ piece: PageDefinition.Piece, x: Double, y: Double, width: Double) {
    switch piece {
    case .text(let style, let text): canvas.draw(text, style, x: x, y: y, width: width)
    case .box(let name, let label, let title):
      let isFromRight = label.isReadFromRight
      let labelX = isFromRight ? x : x + Self.boxSize + 5
      canvas.draw(label, Self.option, x: labelX, y: y, width: width - Self.boxSize - 5)
      add(
        name, title, lines: nil, x: isFromRight ? x + width - Self.boxSize : x, y: y + 1.5,
        width: Self.boxSize, height: Self.boxSize)
    case .field(let name, let lines, let title):
      add(name, title, lines: lines, x: x, y: y, width: width, height: Double(lines) * 13 + 3)
    }
  }

  private mutating func add(
    _ name: String, _ title: String, lines: Int?, x: Double, y: Double, width: Double, height: Double
  ) {
    fields.append(
      Field(
        page: page, name: name, title: title, lines: lines, x: x, y: PageCanvas.height - y - height,
        width: width, height: height))
  }

  // MARK: - Pages

  private mutating func nextPage() {
    endPage()
    page += 1
    y = Self.margin.top
  }

  private func endPage() {
    guard let style = PageStyle.named("margin") else { return }
    let footer = String(
      definition.footer.map { character -> String in
        character == "\u{1}" ? "\(page + 1)" : character == "\u{2}" ? "\(pageCount)" : String(character)
      }.joined())
    canvas.draw(definition.title, style, x: Self.margin.side, y: 32, width: Self.fullWidth)
    canvas.draw(footer, style, x: Self.margin.side, y: PageCanvas.height - 40, width: Self.fullWidth)
    canvas.endPage()
  }
}

extension String {
  /// Whether the first letter of the text is read from right to left.
  fileprivate var isReadFromRight: Bool {
    for scalar in unicodeScalars where scalar.properties.isAlphabetic {
      switch scalar.value {
      case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF: return true
      default: return false
      }
    }
    return false
  }
}
