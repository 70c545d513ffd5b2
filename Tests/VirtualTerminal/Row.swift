/// One row of a terminal.
package struct Row {
  /// Its places from the left: as many as there are columns.
  package let cells: [Cell]

  init(_ cells: [Cell]) { self.cells = cells }

  /// What can be read in it, without the blanks at its end.
  package var text: String {
    let text = cells.map(\.text).joined()
    return String(text[..<(text.lastIndex { $0 != " " }.map(text.index(after:)) ?? text.startIndex)])
  }

  /// The column where a text begins; nothing where it does not stand here.
  package func column(of text: String) -> Int? {
    let whole = cells.map(\.text).joined()
    guard let found = whole.firstRange(of: text) else { return nil }
    var bytes = whole.utf8.distance(from: whole.startIndex, to: found.lowerBound)
    return cells.firstIndex { cell in
      defer { bytes -= cell.text.utf8.count }
      return bytes == 0 && !cell.text.isEmpty
    }
  }
}
