public import Survey

/// A response as it stands in a file.
public struct StoredResponse: Sendable, Hashable {
  /// The response.
  public let response: Response
  /// The place of its record in the file, from 1; the header is record 1.
  public let record: Int
  /// The physical line on which its record begins, from 1.
  public let line: Int
  /// What stands in columns that the form does not have, by heading; empty cells are left out.
  public let otherCells: [String: String]
}
