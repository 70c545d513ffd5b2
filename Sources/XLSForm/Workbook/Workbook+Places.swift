extension Workbook.Sheet {
  /// Whether the rows are counted in the sheet, as a workbook does, not in the file.
  var countsItsRows: Bool { header.isOfSheet }

  /// The place of something in the sheet, for problems.
  ///
  /// - Parameters:
  ///   - row: The row; nothing for the sheet as a whole.
  ///   - file: What problems call the file.
  ///   - heading: The heading of the column; nothing for the row as a whole.
  ///   - index: The column, from 0; nothing where it is not known.
  /// - Returns: The place.
  func place(
    of row: Workbook.Row?, in file: String, heading: String? = nil, index: Int? = nil
  ) -> FormProblem.Place {
    FormProblem.Place(
      file: file, line: row?.line, sheet: name, column: heading, isInWorkbook: countsItsRows,
      letters: index.map(Self.letters))
  }

  /// The place of the sheet as a whole: the line of its name, where it has one.
  func place(in file: String) -> FormProblem.Place {
    countsItsRows
      ? place(of: nil, in: file) : FormProblem.Place(file: file, line: line, sheet: name)
  }

  /// A column as people see it who look at the file: its letters in a workbook; else its number in the file, where the
  /// first column is for the names of sheets.
  func columnLabel(_ index: Int) -> String { countsItsRows ? Self.letters(index) : String(index + 2) }

  /// The letters of a column that is counted from 0: `A`, `Z`, `AA`.
  private static func letters(_ index: Int) -> String {
    var letters = ""
    var rest = index + 1
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
