/// A small file with a header, read into memory: a list of choices, a plan of figures, a codebook.
public struct CSVTable: Sendable, Hashable {
  /// The first record.
  public let header: CSVHeader
  /// The other records, also the ragged ones.
  public let rows: [CSVRow]
  /// The records that have more or fewer cells than the header; what follows is the caller's to say.
  public let ragged: [CSVRaggedness]

  /// Reads what is left of a file as a table.
  ///
  /// - Parameter reader: the reader of the file, before its header.
  /// - Throws: `CSVError`, also if there is no record at all.
  public init(_ reader: consuming CSVReader) throws(CSVError) {
    guard try reader.next() else { throw .missingHeader }
    header = CSVHeader(reader.record)
    var rows: [CSVRow] = []
    var ragged: [CSVRaggedness] = []
    while try reader.next() {
      rows.append(CSVRow(reader.record))
      if let complaint = reader.record.raggedness(expected: header.count) { ragged.append(complaint) }
    }
    self.rows = rows
    self.ragged = ragged
  }

  /// The text of a cell; empty if the table or the row has no such column.
  ///
  /// - Parameters:
  ///   - row: a row of the table.
  ///   - name: the name of a column.
  public subscript(row: CSVRow, name: String) -> String { row[header[name]] }
}
