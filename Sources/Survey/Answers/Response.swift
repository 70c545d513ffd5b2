public import Calendar

/// One submission: what one respondent answered to one version of one questionnaire.
///
/// Made by `FormSession` from answers that passed its checks, or read from a response file.
public struct Response: Sendable, Hashable {
  /// The identity of a submission, ODK's `instanceID`: `uuid:` and a version 4 UUID.
  public typealias ID = Identifier<Response>

  /// Through which door a response came.
  public enum Source: String, Sendable, Hashable, CaseIterable {
    /// The full-screen form.
    case form
    /// The line-by-line form.
    case line
    /// An answers file.
    case answers
    /// An e-mail.
    case mail
    /// An interviewer.
    case interview
    /// A table of another tool.
    case table
  }

  /// The answers of the main form, or of one repeat of a group.
  public struct Answers: Sendable, Hashable {
    /// The state of each question that has a column here.
    public var states: [Question.Name: AnswerState]
    /// The repeats of each repeat group, in order.
    public var repeats: [Group.Name: [Answers]]
    /// The repeat groups without repeats of which nobody knows whether there are any: nobody was seen to be asked.
    public var unknownRepeats: Set<Group.Name>
    /// The repeat groups for which nobody was asked, because of a `relevant`.
    public var unaskedRepeats: Set<Group.Name>

    /// Creates a set of answers.
    public init(
      states: [Question.Name: AnswerState] = [:], repeats: [Group.Name: [Answers]] = [:],
      unknownRepeats: Set<Group.Name> = [], unaskedRepeats: Set<Group.Name> = []
    ) {
      self.states = states
      self.repeats = repeats
      self.unknownRepeats = unknownRepeats
      self.unaskedRepeats = unaskedRepeats
    }

    /// The state of a question; `notAsked` where these answers do not name it.
    public subscript(name: Question.Name) -> AnswerState { states[name] ?? .notAsked }
  }

  /// The identity of this submission.
  public let id: ID
  /// The questionnaire that it answers.
  public let formID: Questionnaire.ID
  /// The version of the questionnaire.
  public let formVersion: String
  /// Through which door it came.
  public let source: Source
  /// When the first question was shown; nothing where that is not known.
  public let startedAt: Instant?
  /// When it was submitted; nothing where that is not known.
  public let submittedAt: Instant?
  /// Who submitted it; empty where that is not known.
  public let submittedBy: String
  /// The submission that this one corrects (ODK's `deprecatedID`).
  public let supersedes: ID?
  /// The answers.
  public let answers: Answers

  /// Creates a response.
  public init(
    id: ID, formID: Questionnaire.ID, formVersion: String, source: Source, startedAt: Instant?,
    submittedAt: Instant?, submittedBy: String, supersedes: ID?, answers: Answers
  ) {
    self.id = id
    self.formID = formID
    self.formVersion = formVersion
    self.source = source
    self.startedAt = startedAt
    self.submittedAt = submittedAt
    self.submittedBy = submittedBy
    self.supersedes = supersedes
    self.answers = answers
  }

  /// The state of a question outside of repeat groups.
  public subscript(name: Question.Name) -> AnswerState { answers[name] }
}
