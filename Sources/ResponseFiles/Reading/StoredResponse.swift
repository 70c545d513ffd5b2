public import Survey

/// A response as it stands in a file.
public struct StoredResponse: Sendable, Hashable {
  /// A cell in a column that the form does not have.
  public struct OtherCell: Sendable, Hashable {
    /// What stands in it.
    public let text: String
    /// The file in which it stands: of a repeat the file of its group.
    public let file: String
    /// The physical line on which its record begins, from 1.
    public let line: Int
  }

  /// The response.
  public let response: Response
  /// The file in which it stands: the main file of its volume.
  public let file: String
  /// The place of its record in the file, from 1; the header is record 1.
  public let record: Int
  /// The physical line on which its record begins, from 1.
  public let line: Int
  /// What stands in columns that the form does not have, by heading, in a repeat by its address
  /// (`event[1]/place`); empty cells are left out.
  public let otherCells: [String: OtherCell]
  /// Questions that the version which began its file did not ask; they count as not asked.
  public let questionsAddedSince: Set<Question.Name>
}
