public import CSV
public import Survey

/// Where the columns of a table stand in a file that is there: found by their headings, never by position.
public struct ResponseHeader: Sendable {
  /// The columns that are looked for.
  public let table: ResponseTable
  /// The headings of the file, in its order.
  public let names: [String]
  /// Columns of the table that the file does not have, under no name that they ever had.
  public let missing: [ResponseTable.Column]
  /// Whether all of its columns are called as the form calls them now, and none has been given up.
  public let isOfNow: Bool
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
    var places = Dictionary(
      header.names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let literal = Set(places.keys)
    var earlier: Set<Int> = []
    for (place, name) in header.names.enumerated() where !known.contains(name) {
      // A column of today's name is the question's own, whatever stands beside it.
      guard let now = table.heading(earlier: name), !literal.contains(now), places[now] == nil else {
        continue
      }
      places[now] = place
      earlier.insert(place)
    }
    // What a question of an earlier version answered stands in the metadatum that shared its name.
    let shared = ResponseMetadata.submittedBy.heading
    if let now = table.heading(earlier: shared), places[now] == nil { places[now] = places[shared] }
    if known.isDisjoint(with: places.keys) {
      throw .noKnownColumn(
        path: path, line: header.position.line, found: header.names, expected: table.headings)
    }
    self.table = table
    self.names = header.names
    self.missing = table.columns.filter { places[$0.heading] == nil }
    self.others = header.names.indices.filter {
      !known.contains(header.names[$0]) && !earlier.contains($0)
    }
    self.isOfNow = earlier.isEmpty && !header.names.contains { table.isRetired(heading: $0) }
    self.places = places
  }

  /// The column of a metadatum, from 0, or nothing where the file does not have it.
  public subscript(metadata: ResponseMetadata) -> Int? { places[metadata.heading] }

  /// The column of a question, from 0, or nothing where the file does not have it.
  public subscript(question: Question.Name) -> Int? {
    table.heading(of: question).flatMap { places[$0] }
  }

  /// The questions of the table that the file has no column for: the version that began it did not ask them.
  public var questionsMissing: [Question] { missing.filter { $0.metadata == nil }.compactMap(\.question) }
}
