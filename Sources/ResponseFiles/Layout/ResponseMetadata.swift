/// What the columns of a response file say beside the answers: of whom, when, and why a cell is empty.
public enum ResponseMetadata: String, Sendable, Hashable, CaseIterable {
  case instanceID = "instance_id"
  case formID = "form_id"
  case formVersion = "form_version"
  case source
  case startedAt = "started_at"
  case submittedAt = "submitted_at"
  case submittedBy = "submitted_by"
  case supersedes
  /// Of a repeat: the key of the repeat around it, or the `instance_id` of its response.
  case parentKey = "parent_key"
  /// Of a repeat: its own key, `PARENT/event[1]`, as ODK Central's exports have it.
  case key
  case notAsked = "not_asked"
  case notApplicable = "not_applicable"
  case unknown

  /// The name of its column.
  public var heading: String { rawValue }

  /// The columns of the main file, in their order.
  static let ofResponses: [ResponseMetadata] =
    [.instanceID, .formID, .formVersion, .source, .startedAt, .submittedAt, .submittedBy, .supersedes] + lists

  /// The columns of the file of a repeat group, in their order.
  static let ofRepeats: [ResponseMetadata] = [.parentKey, .key] + lists

  /// The columns that name questions, and so tell why their cells are empty.
  ///
  /// Where two of them name the same question, the first one counts.
  static let lists: [ResponseMetadata] = [.notAsked, .notApplicable, .unknown]
}
