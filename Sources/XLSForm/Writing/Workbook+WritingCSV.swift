internal import CSV

extension Workbook {
  /// The file in the one-file dialect of CSV: no row is longer than what stands in it, no cell is quoted without need.
  ///
  /// A sheet in which nothing stands is left out: pyxform takes its name for a mistake.
  ///
  /// - Returns: The bytes; reading them gives the same sheets.
  /// - Throws: `CSVWriteError` where a cell has a character that no CSV has.
  public func csv() throws -> [UInt8] {
    var writer = CSVWriter(lineEnd: .lf, quoting: .needed)
    for sheet in sheets where !sheet.header.cells.isEmpty {
      try writer.append(record: [self["survey"] == sheet ? sheet.nameOfSurvey : sheet.name])
      for row in [sheet.header] + sheet.rows { try writer.append(record: [""] + row.cells) }
    }
    return writer.takeBytes()
  }
}

extension Workbook.Sheet {
  /// The name under which CSV knows the survey: a file of another format may call its only sheet as it likes.
  fileprivate var nameOfSurvey: String { isOfForms ? name : "survey" }
}
