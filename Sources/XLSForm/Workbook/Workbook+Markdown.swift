internal import Survey

extension Workbook {
  /// Reads Markdown tables, the first column of which names the sheet.
  ///
  /// A row of a table begins with `|`; `\|` is a pipe in a cell, `&#10;` the end of a line. Other lines, lines of dashes and what follows
  /// a `#` behind the last pipe are remarks.
  ///
  /// - Parameters:
  ///   - text: The whole file.
  ///   - place: The file.
  ///   - problems: Where all that is wrong with the file as a file is reported.
  init(markdown text: String, at place: FormProblem.Place, problems: inout [FormProblem]) {
    var rows: [Row] = []
    var line = 0
    for text in text.split(
      omittingEmptySubsequences: false, whereSeparator: { ["\n", "\r", "\r\n"].contains($0) })
    {
      line += 1
      guard let cells = Self.cells(ofMarkdown: text), !Self.isRule(cells) else { continue }
      rows.append(Row(line: line, cells: cells.map(MarkdownCell.read)))
    }
    self.init(oneFile: rows, takesOnlySheet: true, at: place, problems: &problems)
  }

  /// The cells between the pipes of a line, or nothing where it is no row of a table.
  private static func cells(ofMarkdown line: Substring) -> [String]? {
    let start = line.drop(while: \.isWhitespace)
    guard start.first == "|" else { return nil }
    var cells: [String] = []
    var cell = String.UnicodeScalarView()
    var isEscaped = false
    // A mark that joins a pipe makes it no other sign.
    for character in start.unicodeScalars.dropFirst() {
      switch character {
      case "|" where isEscaped:
        cell.removeLast()
        cell.append(character)
        isEscaped = false
      case "|":
        cells.append(String(cell))
        cell = String.UnicodeScalarView()
      default:
        cell.append(character)
        isEscaped = character == "\\"
      }
    }
    // Markdown does not ask for a pipe at the end of a row. What follows the last one behind a `#` is a remark.
    let last = String(cell)
    if !last.trimmed.isEmpty, !last.trimmed.hasPrefix("#") { cells.append(last) }
    return cells
  }

  /// Whether a row is the line of dashes that Markdown has below a header.
  private static func isRule(_ cells: [String]) -> Bool {
    let cells = cells.map(\.trimmed)
    return cells.contains { $0.contains("-") }
      && cells.allSatisfy { $0.allSatisfy { $0 == "-" || $0 == ":" } }
      && (cells.first?.isEmpty == false)
  }
}
