internal import CSV

extension Workbook {
  /// Reads the one-file dialect of XLSForm: CSV in which the first column names the sheet.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - place: The file.
  ///   - problems: Where all that is wrong with the file as a file is reported.
  init(csv bytes: [UInt8], at place: FormProblem.Place, problems: inout [FormProblem]) {
    if let separator = Self.otherSeparator(in: bytes) {
      problems.report(.file(.wrongSeparator(separator)), at: place.at(line: 1))
      self.init(sheets: [])
      return
    }
    do {
      let rows = try CSVReader(bytes).rows()
      if let first = rows.first, first.cells.count == 1,
        let separator = first.cells[0].first(where: { $0 == ";" || $0 == "\t" }).map(String.init),
        // Where a row is parted by commas from the column of sheets, this is but the name of one.
        !rows.contains(where: { $0.cells.count > 1 && $0.cells[0].isEmpty })
      {
        problems.report(.file(.wrongSeparator(separator)), at: place.at(line: first.line))
        self.init(sheets: [])
        return
      }
      if Self.isList(rows.lazy.map(\.cells)) {
        problems.report(.file(.isList), at: place.at(line: rows.first?.line))
        self.init(sheets: [])
        return
      }
      self.init(
        oneFile: rows.lazy.map { Row(line: $0.line, cells: $0.cells) }, at: place, problems: &problems)
    } catch {
      problems.report(.file(.notCSV(error)), at: place.at(line: error.position?.line))
      self.init(sheets: [])
    }
  }

  /// Whether a file begins with headings of choices, and names no sheet of a form in its first column.
  private static func isList(_ rows: some Collection<[String]>) -> Bool {
    guard let first = rows.first, first.count > 1, !first[0].isEmpty else { return false }
    let isHeading = first.contains { ["name", "label"].contains(snakeCase($0)) }
    let names: Set = ["survey", "choices", "settings", "external_choices"]
    return isHeading && !rows.contains { names.contains(snakeCase($0.first ?? "")) }
  }

  /// What parts the cells of a file whose first lines have no comma: a semicolon or a tab; nothing where neither does.
  ///
  /// Looked for before the file is read: quoted cells with semicolons between them are no CSV at all.
  private static func otherSeparator(in bytes: [UInt8]) -> String? {
    let lines = bytes.prefix(10_000).split(separator: UInt8(ascii: "\n"), maxSplits: 3).prefix(3)
    guard lines.count > 1, !lines.contains(where: { $0.contains(UInt8(ascii: ",")) }) else { return nil }
    // Below the name of a sheet, rows begin with an empty cell.
    return [";", "\t"].first { separator in lines.dropFirst().contains { $0.first == separator.utf8.first } }
  }
}
