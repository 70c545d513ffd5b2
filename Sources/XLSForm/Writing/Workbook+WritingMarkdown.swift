extension Workbook {
  /// The file as Markdown tables.
  ///
  /// `\|` is a pipe in a cell and `&#10;` the end of a line in it (`MarkdownCell`). A sheet in which nothing stands is left
  /// out: pyxform cannot read it.
  ///
  /// - Returns: The text; reading it gives the same sheets.
  public func markdown() -> String {
    var tables: [String] = []
    for sheet in sheets where !sheet.header.cells.isEmpty {
      var lines = ["| \(MarkdownCell.written(name: sheet.name)) |"]
      for row in [sheet.header] + sheet.rows {
        // The cells of Markdown's tables are as many in each row, or some readers take the row for none.
        let width = max(row.cells.count, sheet.header.cells.count)
        lines.append("| |" + (0..<width).map { " \(MarkdownCell.written(row[$0])) |" }.joined())
      }
      tables.append(lines.joined(separator: "\n") + "\n")
    }
    return tables.joined(separator: "\n")
  }

  /// The sheets in which cells stand below no heading, which pyxform stumbles over in Markdown.
  public var sheetsWithBareCells: [String] {
    sheets.filter { sheet in
      sheet.rows.contains { row in
        row.cells.indices.contains { !row[$0].isEmpty && sheet.header[$0].isEmpty }
      }
    }.map(\.name)
  }

  /// The cells that have the end of a line in them, which pyxform does not find in Markdown.
  public var hasLineBreaks: Bool {
    sheets.contains { sheet in
      ([sheet.header] + sheet.rows).contains { row in row.cells.contains { $0.utf8.contains(0x0A) } }
    }
  }
}

/// What a cell of a Markdown table cannot hold as it is.
///
/// A pipe is `\|`, as pyxform has it. The end of a line is `&#10;`, which Markdown knows and pyxform does not; so that a
/// text can have these five characters too, their `&` is then `&#38;`. A name of dashes alone would be a line under a
/// header, and has its first one as `&#45;`.
enum MarkdownCell {
  private static let references = [("&#10;", "\n"), ("&#45;", "-"), ("&#38;", "&")]

  static func written(_ cell: String) -> String {
    var text = String.UnicodeScalarView()
    var rest = cell.unicodeScalars[...]
    while let first = rest.first {
      switch first {
      case "\n": text += "&#10;".unicodeScalars
      case "|": text += "\\|".unicodeScalars
      case "&" where references.contains { rest.starts(with: $0.0.unicodeScalars) }:
        text += "&#38;".unicodeScalars
      default: text.append(first)
      }
      rest = rest.dropFirst()
    }
    return String(text)
  }

  static func written(name: String) -> String {
    let isRule = name.allSatisfy { $0 == "-" || $0 == ":" }
    let text = written(name)
    guard isRule, let dash = text.firstIndex(of: "-") else { return text }
    return text[..<dash] + "&#45;" + text[text.index(after: dash)...]
  }

  /// The text of a cell whose pipes are read already.
  static func read(_ cell: String) -> String {
    guard cell.utf8.contains(UInt8(ascii: "&")) else { return cell }
    var result = String.UnicodeScalarView()
    var rest = cell.unicodeScalars[...]
    while let first = rest.first {
      if first == "&",
        let (reference, character) = references.first(where: { rest.starts(with: $0.0.unicodeScalars) })
      {
        result += character.unicodeScalars
        rest = rest.dropFirst(reference.unicodeScalars.count)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return String(result)
  }
}
