public import CSV
public import Survey

/// Where the columns of a table stand in a file that is there: found by their headings, never by position.
public struct ResponseHeader: Sendable {
  /// The columns that are looked for.
  public let table: ResponseTable
  /// The headings of the file, in its order.
  public let names: [String]
  /// Columns of the table that the file does not have.
  public let missing: [ResponseTable.Column]
  /// The places of columns that the table does not have, from 0.
  public let others: [Int]
  private let places: [String: Int]

  /// Finds the columns of a table in a header.
  ///
  /// - Parameters:
  ///   - header: The header of the file.
  ///   - table: The columns to look for.
  ///   - path: The file, for the error.
  /// - Throws: `ResponseFileError.headingUsedTwice` where it is not clear which column is meant,
  ///   `.noKnownColumn` where no column is.
  public init(_ header: CSVHeader, of table: ResponseTable, path: String) throws(ResponseFileError) {
    for case .repeatedName(let name, let first, let position) in header.problems {
      throw .headingUsedTwice(
        path: path, line: position.line, heading: name, columns: [first + 1, position.column])
    }
    let known = Set(table.headings)
    if known.isDisjoint(with: header.names) {
      throw .noKnownColumn(
        path: path, line: header.position.line, found: header.names, expected: table.headings)
    }
    self.table = table
    self.names = header.names
    self.missing = table.columns.filter { header[$0.heading] == nil }
    self.others = header.names.indices.filter { !known.contains(header.names[$0]) }
    self.places = Dictionary(
      header.names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The column of a metadatum, from 0, or nothing where the file does not have it.
  public subscript(metadata: ResponseMetadata) -> Int? { places[metadata.heading] }

  /// The column of a question, from 0, or nothing where the file does not have it.
  public subscript(question: Question.Name) -> Int? {
    table.heading(of: question).flatMap { places[$0] }
  }
}
