internal import CPosix
internal import Messages

extension Frame {
  /// What one place of a terminal shows: one character of one or two columns, with its combining marks.
  package struct Cell: Sendable, Hashable {
    /// The character and up to four marks: no more fit into a cell of ncurses.
    package var scalars: [Unicode.Scalar]
    /// The columns that it takes: 1 or 2.
    package var columns: Int
    /// What it is part of.
    package var style: Style
  }
}

extension Frame.Row {
  /// The cells of the row, as many as fit into a number of columns.
  ///
  /// Together they take exactly the columns of the text (`Character.columns`), so that nothing stands elsewhere
  /// than the form thinks. What terminals draw in different widths (a flag, a family, a keycap) is drawn simpler;
  /// control characters and what has no width are left out.
  package func cells(columns: Int) -> [Frame.Cell] {
    var cells: [Frame.Cell] = []
    var used = 0
    for span in spans {
      for character in span.text {
        let drawn = character.cells(span.style)
        let width = drawn.columns
        if used + width > columns { return cells }
        cells += drawn
        used += width
      }
    }
    return cells
  }
}

extension [Frame.Cell] {
  fileprivate var columns: Int { reduce(0) { $0 + $1.columns } }
}

extension Character {
  fileprivate func cells(_ style: Frame.Style) -> [Frame.Cell] {
    let width = columns
    if width == 0 { return [] }
    if let asciiValue { return [Frame.Cell(scalars: [Unicode.Scalar(asciiValue)], columns: 1, style: style)] }
    var cells: [Frame.Cell] = []
    for scalar in unicodeScalars {
      let columns = Int(iscm_width(scalar.value))
      if columns != 0 {
        let drawn = columns < 0 ? "?" : scalar == "\u{AD}" ? "-" : scalar
        cells.append(Frame.Cell(scalars: [drawn], columns: max(1, columns), style: style))
      } else if let last = cells.indices.last, cells[last].scalars.count < 5 {
        cells[last].scalars.append(scalar)
      }
    }
    return cells.columns == width && !isPicture ? cells : simpler(than: cells, columns: width, style)
  }

  /// Whether it is of a kind that some terminals draw as one picture, and others one by one.
  private var isPicture: Bool {
    unicodeScalars.contains { $0 == "\u{FE0F}" || $0.isRegional }
      || (unicodeScalars.first?.properties.isEmoji == true && unicodeScalars.contains("\u{200D}"))
  }

  /// Letters for a flag, else the first code point alone; then blanks up to the width.
  private func simpler(than cells: [Frame.Cell], columns: Int, _ style: Frame.Style) -> [Frame.Cell] {
    func cell(_ scalar: Unicode.Scalar, _ columns: Int = 1) -> Frame.Cell {
      Frame.Cell(scalars: [scalar], columns: columns, style: style)
    }
    let letters = unicodeScalars.compactMap(\.regionalLetter).prefix(columns).map { cell($0) }
    let first = cells.first.flatMap { first in first.scalars.first.map { cell($0, first.columns) } }
    var drawn = letters.isEmpty ? first.map { [$0] } ?? [] : letters
    if drawn.columns > columns { drawn = [] }
    return drawn + Array(repeating: cell(" "), count: columns - drawn.columns)
  }
}

extension Unicode.Scalar {
  fileprivate var isRegional: Bool { (0x1f1e6...0x1f1ff).contains(value) }

  /// The letter of one half of a flag.
  fileprivate var regionalLetter: Unicode.Scalar? {
    isRegional ? Unicode.Scalar(value - 0x1f1e6 + 0x41) : nil
  }
}
