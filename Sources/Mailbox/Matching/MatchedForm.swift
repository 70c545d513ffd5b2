public import Documents
public import Survey

/// What a document answers, question by question, and what a person must decide.
///
/// A wrong answer counts as a failure, one that waits does not: what is not certain is never among the answers
/// without a doubt beside it.
public struct MatchedForm: Sendable, Hashable {
  /// How certain it is that a place belongs to a question.
  public enum Grade: String, Sendable, Hashable, CaseIterable {
    /// By the marks of our own blank forms.
    case exact
    /// By the number and the wording of the question, in a form without marks.
    case text
    /// By the map that an analyst made of a table.
    case declared
    /// By less than that: always for a person to decide.
    case proposed
  }

  /// An answer, with where it was found.
  public struct Answer: Sendable, Hashable {
    /// The question.
    public let address: Address
    /// The answer as the response file keeps it: a text, or names of choices with spaces between them.
    public let cell: String
    /// What stood there, to the letter.
    public let evidence: String
    /// Where.
    public let place: Place
    /// How certain that is.
    public let grade: Grade
    /// The columns of a table that it was read from, `column D 'Themes'`; empty in any other document.
    public let columns: String

    /// Creates an answer.
    public init(
      address: Address, cell: String, evidence: String, place: Place, grade: Grade, columns: String = ""
    ) {
      self.columns = columns
      self.address = address
      self.cell = cell
      self.evidence = evidence
      self.place = place
      self.grade = grade
    }
  }

  /// Something that a person must decide before the form is imported.
  public struct Doubt: Sendable, Hashable {
    /// Why.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
      case severalTicked, boxDisagrees, appearanceDisagrees, marksDisagree, notAnAnswer, notInTheList
      case answeredTwice, trackedChange, editedQuestion, numberAlone
      case otherForm, otherVersion, encrypted, broken, limit, refused, noReader, charset, unread, struckOut
      // Of a row of a table: it cannot be known again, nobody knows what its language or its time is.
      case identifierMissing, identifierTwice, languageUnknown, timeUnread
    }

    /// Why.
    public let reason: Reason
    /// The question, where it is about one.
    public let address: Address?
    /// Where, if that can be said.
    public let place: Place?
    /// What stood there, or what is wrong, in English.
    public let detail: String

    /// Creates a doubt.
    public init(_ reason: Reason, at address: Address? = nil, place: Place? = nil, detail: String) {
      self.reason = reason
      self.address = address
      self.place = place
      self.detail = detail
    }
  }

  /// A text that is no answer and was not issued by us.
  public struct Unplaced: Sendable, Hashable {
    /// The text.
    public let text: String
    /// Where it stands.
    public let place: Place
    /// The question in whose place or row it stands, a comment beside ticks; nothing for what stands around the
    /// questions, a greeting.
    public let beside: Address?
    /// Whether it stands above all tables of a form that was laid out elsewhere: a title, how to fill it.
    public var isHeading = false

    /// Creates a text.
    public init(text: String, place: Place, beside: Address? = nil) {
      self.text = text
      self.place = place
      self.beside = beside
    }
  }

  /// What a blank form was made with: that is no answer of whoever fills it.
  public struct Given: Sendable, Hashable {
    /// The question that asks for it.
    public let address: Address
    /// The choice: a mechanism of the register.
    public let choice: Choice.Name

    /// Creates what was given.
    public init(address: Address, choice: Choice.Name) {
      self.address = address
      self.choice = choice
    }
  }

  /// Whether the document is a form of this questionnaire at all, filled or not.
  public var isForm: Bool
  /// The token of the mechanism that the blank was made for; empty where it has none.
  public var token: String
  /// The version that the blank was made of; empty where it does not say.
  public var version: String
  /// Whom the blank was made for, by its token; nothing where it was made for anybody.
  public var given: Given?
  /// What is answered, in the order of the form; at most one answer a question.
  public var answers: [Answer]
  /// What a person must decide.
  public var doubts: [Doubt]
  /// What matched nothing and is not blank.
  public var unplaced: [Unplaced]
  /// What is said in place of an answer: that nobody knows it, that the question does not apply.
  public var states: [Address: AnswerState]
  /// The questions that the document has no place for; nobody knows their answers.
  public var absent: Set<Question.Name>

  /// Creates a matched form.
  public init(
    isForm: Bool, token: String = "", version: String = "", given: Given? = nil, answers: [Answer] = [],
    doubts: [Doubt] = [],
    unplaced: [Unplaced] = [], states: [Address: AnswerState] = [:], absent: Set<Question.Name> = []
  ) {
    self.isForm = isForm
    self.token = token
    self.version = version
    self.given = given
    self.answers = answers
    self.doubts = doubts
    self.unplaced = unplaced
    self.states = states
    self.absent = absent
  }
}

extension MatchedForm {
  /// Whether it was made of another version of the questionnaire, or of this one before it was changed.
  var isOfOtherVersion: Bool { doubts.contains { $0.reason == .otherVersion } }
}

extension MatchedForm.Answer {
  /// Where it was found, as people read it.
  public var whereFound: String { columns.isEmpty ? place.description : columns }
}
