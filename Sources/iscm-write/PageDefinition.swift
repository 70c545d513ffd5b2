internal import PageDrawing

/// A form on pages, as it was defined.
struct PageDefinition {
  /// Something that stands in a cell, or over the whole width.
  enum Piece {
    case text(PageStyle, String)
    case box(name: String, label: String, title: String)
    case field(name: String, lines: Int, title: String)
  }

  /// A cell of a row.
  struct Cell {
    let column: Int
    let span: Int
    var pieces: [Piece] = []
  }

  /// What follows on the pages from above to below.
  enum Block {
    case paragraph(Piece)
    case row(isShaded: Bool, [Cell])
  }

  var properties: [(name: String, value: String)] = []
  var language = ""
  var title = ""
  var footer = ""
  var isFromRight = false
  var blocks: [Block] = []
  private var row: (isShaded: Bool, cells: [Cell])?

  /// Reads the records behind `pdf`.
  ///
  /// - Throws: `WriterError.noDefinition` at the first record that is none.
  init(_ records: some Sequence<[String]>) throws(WriterError) {
    for record in records {
      switch (record[0], record.count) {
      case ("property", 3): properties.append((record[1], record[2]))
      case ("language", 2): language = record[1]
      case ("title", 2): title = record[1]
      case ("footer", 2): footer = record[1]
      case ("direction", 2): isFromRight = record[1] == "rtl"
      case ("row", 2):
        endRow()
        row = (record[1] == "shaded", [])
      case ("cell", 3):
        guard let column = Int(record[1]), let span = Int(record[2]), row != nil, column >= 0, span > 0,
          column + span <= PageSetter.widths.count
        else { throw .noDefinition("a cell at '\(record[1])'") }
        row?.cells.append(Cell(column: column, span: span))
      case ("text", 3):
        guard let style = PageStyle.named(record[1]) else { throw .noDefinition("no style '\(record[1])'") }
        try add(.text(style, record[2]))
      case ("box", 4): try add(.box(name: record[1], label: record[2], title: record[3]))
      case ("field", 4):
        guard let lines = Int(record[2]), (1...60).contains(lines) else {
          throw .noDefinition("a field of '\(record[2])' lines")
        }
        try add(.field(name: record[1], lines: lines, title: record[3]))
      case ("end", 1): endRow()
      default: throw .noDefinition("'\(record[0])' with \(record.count) cells")
      }
    }
    endRow()
  }

  private mutating func endRow() {
    if let row { blocks.append(.row(isShaded: row.isShaded, row.cells)) }
    row = nil
  }

  private mutating func add(_ piece: Piece) throws(WriterError) {
    guard let current = row else { return blocks.append(.paragraph(piece)) }
    guard let last = current.cells.indices.last else { throw .noDefinition("a piece outside of any cell") }
    row?.cells[last].pieces.append(piece)
  }
}

extension PageStyle {
  private static let blue = (red: 0.12, green: 0.23, blue: 0.34)
  private static let grey = (red: 0.29, green: 0.29, blue: 0.29)

  static func named(_ name: String) -> PageStyle? {
    switch name {
    case "title": PageStyle(size: 16, color: blue, isBold: true, after: 5)
    case "subtitle": PageStyle(size: 12, color: blue, isBold: true, after: 6)
    case "body": PageStyle(size: 9.5, after: 6)
    case "part": PageStyle(size: 11, color: blue, isBold: true)
    case "group": PageStyle(size: 10, isBold: true)
    case "number": PageStyle(size: 10, isBold: true, after: 0)
    case "code": PageStyle(size: 6.5, color: (0.46, 0.46, 0.46), after: 0)
    case "question": PageStyle(size: 9.5)
    case "hint": PageStyle(size: 8.5, color: grey)
    case "remark": PageStyle(size: 8.5, color: grey, isItalic: true)
    case "jump": PageStyle(size: 8.5, color: blue, isBold: true)
    case "option": PageStyle(size: 9)
    case "margin": PageStyle(size: 8, color: (0.35, 0.35, 0.35), after: 0)
    default: nil
    }
  }
}
