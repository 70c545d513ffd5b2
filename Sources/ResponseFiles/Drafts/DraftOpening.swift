public import Calendar
public import Survey

/// What a draft is a draft of: what a form must be opened with before its events are played again.
public struct DraftOpening: Sendable, Hashable {
  /// The form.
  public let formID: Questionnaire.ID
  /// The version of the form when the draft was begun.
  public let formVersion: String
  /// The identity that the response will have.
  public let instanceID: Response.ID
  /// Who fills the form.
  public let mode: FormSession.Mode
  /// Through which door the answers come.
  public let source: Response.Source
  /// The response that will be superseded.
  public let correcting: Response.ID?
  /// When the form was opened.
  public let openedAt: Instant

  /// Creates an opening.
  public init(
    formID: Questionnaire.ID, formVersion: String, instanceID: Response.ID, mode: FormSession.Mode,
    source: Response.Source, correcting: Response.ID? = nil, openedAt: Instant
  ) {
    self.formID = formID
    self.formVersion = formVersion
    self.instanceID = instanceID
    self.mode = mode
    self.source = source
    self.correcting = correcting
    self.openedAt = openedAt
  }
}
