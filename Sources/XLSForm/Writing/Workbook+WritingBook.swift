public import Tables

extension Workbook {
  /// The file as a workbook for people: headings stay where they are when one scrolls, and each cell is a text, whatever it
  /// looks like.
  ///
  /// - Parameter title: What the workbook is called among its properties.
  /// - Returns: The workbook; reading what a worker packs of it gives the same sheets.
  public func book(title: String) -> Book {
    Book(
      title: title,
      sheets: sheets.map { sheet in
        var result = Tables.Sheet(name: sheet.name)
        let rows = [sheet.header] + sheet.rows
        result.widths = (0..<(rows.map(\.cells.count).max() ?? 0)).map { column in
          rows.map { Self.usualWidth($0[column]) }.max() ?? Self.leastWidth
        }
        result.rows = rows.enumerated().map { number, row in
          row.cells.map { .text($0, number == 0 ? .head : .entry) }
        }
        result.frozenRows = 1
        // The type and the name, the list and the name: by them a row is known.
        result.frozenColumns = ["survey", "choices"].contains(sheet.name.lowercased()) ? 2 : 0
        result.filterRow = sheet.rows.isEmpty || sheet.header.cells.isEmpty ? nil : 0
        // Many languages side by side could not be read on one page.
        result.fitsPage = result.widths.reduce(0, +) <= Self.mostWidthOfPage
        return result
      })
  }

  /// What keeps a workbook from holding the sheets, a line an obstacle.
  public var obstaclesToBook: [String] {
    sheets.flatMap { sheet in
      var obstacles: [String] = []
      if sheet.name.utf16.count > 31 || sheet.name.contains(where: { "[]:*?/\\".contains($0) })
        || sheet.name.hasPrefix("'") || sheet.name.hasSuffix("'") || sheet.name.lowercased() == "history"
      {
        obstacles.append(
          "the sheet '\(sheet.name)': no workbook has a sheet of this name; use at most 31 characters, none of []:*?/\\ "
            + "and no ' at an end, and not 'History'")
      }
      for row in [sheet.header] + sheet.rows {
        guard let long = row.cells.first(where: { $0.utf16.count > SheetCell.longestText }) else { continue }
        obstacles.append(
          "the sheet '\(sheet.name)', \(row.number): '\(long.prefix(20))…' has more than \(SheetCell.longestText) "
            + "characters, which no cell of a workbook holds; shorten it")
      }
      return obstacles
    }
  }

  private static let leastWidth = 10.0
  private static let mostWidth = 60.0
  private static let mostWidthOfPage = 200.0

  /// How wide a column is for a text, in digits of the usual type.
  private static func usualWidth(_ text: String) -> Double {
    let longest = text.split(separator: "\n").map(\.count).max() ?? 0
    return min(max(Double(longest) + 3, leastWidth), mostWidth)
  }
}
