internal import CSV

extension Extract {
  /// Reads CSV: a block for each cell that is not empty, its value under the name that a spreadsheet gives the cell.
  ///
  /// - Parameter csv: The text; what stands behind its first error is not read, and the error is a finding.
  public init(csv: String) {
    self.init(format: .csv)
    var reader = CSVReader(csv)
    var row = 0
    do {
      while try reader.next() {
        row += 1
        if row == 1, reader.record.count == 1, let other = Self.otherSeparator(reader.record.string(at: 0)) {
          findings.append(
            Finding(.broken, at: Place(line: 1), detail: "cells are separated by \(other); expected commas"))
        }
        for column in 0..<reader.record.count where !reader.record.isEmpty(at: column) {
          let name = Self.cellName(column: column + 1, row: row)
          blocks.append(
            Block(
              place: Place(line: reader.record.line, table: 1, row: row, column: column + 1),
              items: [.field(name: name, value: reader.record.string(at: column))]))
        }
      }
    } catch {
      findings.append(
        Finding(
          .broken, at: error.position.map { Place(line: $0.line) }, detail: "no CSV: \(error.description)"))
    }
  }

  /// The name of a cell in a spreadsheet: `A1`, `AB12`.
  ///
  /// - Parameters:
  ///   - column: The column, from 1.
  ///   - row: The row, from 1.
  /// - Returns: The letters of the column and the number of the row.
  public static func cellName(column: Int, row: Int) -> String {
    var letters = ""
    var rest = column
    while rest > 0 {
      letters = String(Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26)))) + letters
      rest = (rest - 1) / 26
    }
    return "\(letters)\(row)"
  }

  /// What separates the cells of a header, where a comma does not.
  private static func otherSeparator(_ header: String) -> String? {
    if header.contains(";") { return "semicolons" }
    return header.contains("\t") ? "tabs" : nil
  }
}
