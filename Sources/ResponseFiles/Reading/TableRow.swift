internal import Survey

/// A row of a file of responses, each cell read as what its column is for.
struct TableRow: Sendable {
  let record: Int
  let line: Int
  /// The metadata that the file has, as they are written.
  let metadata: [ResponseMetadata: String]
  let states: [Question.Name: AnswerState]
  /// The repeat groups directly in it of which nobody knows whether there are repeats.
  let unknownRepeats: Set<Group.Name>
  /// The repeat groups directly in it for which nobody was asked.
  let unaskedRepeats: Set<Group.Name>
  let otherCells: [String: String]

  subscript(metadata: ResponseMetadata) -> String { self.metadata[metadata] ?? "" }
}
