public import Expressions

/// One question of a questionnaire: a row of the XLSForm's survey sheet that holds a value or shows a text.
public struct Question: Sendable {
  /// The name of a question, unique in its questionnaire; the heading of its column.
  public typealias Name = Identifier<Question>

  /// What a question takes.
  public enum Kind: Sendable, Hashable {
    case text
    case integer
    case decimal
    case date
    case time
    case dateTime
    case selectOne(ChoiceList.Name)
    case selectMultiple(ChoiceList.Name)
    /// One tick, or none: XLSForm's `acknowledge`, stored as `OK`.
    case acknowledge
    /// A text to read: it has no answer and no column.
    case note
    /// A value that the form works out; nobody is asked.
    case calculate
    /// A value that nobody is asked and that is not shown.
    case hidden
    /// A value that the tool itself knows.
    case metadata(Metadata)
  }

  /// What the tool itself can know of an interview: XLSForm's metadata types.
  public enum Metadata: String, Sendable, Hashable, CaseIterable {
    case start, end, today, username, deviceid, phonenumber, email, audit
  }

  /// Whether a question must be answered.
  public enum Requirement: Sendable {
    case never
    case always
    case when(Expression)
  }

  /// What a failed constraint means for the submission.
  public enum Severity: String, Sendable, Hashable {
    /// The answer must be mended before the response can be submitted: XLSForm's own rule.
    case error
    /// The answer is shown under "please look at"; it may be sent as it is.
    case warning
  }

  /// A rule that an answer must keep.
  public struct Constraint: Sendable {
    /// The rule; `.` is the answer.
    public let expression: Expression
    /// The rule as the form writes it.
    public var rule: String { expression.source }
    /// What people read where it fails.
    public let message: LocalizedText
    /// Whether it stands in the way of a submission (our column `constraint_severity`).
    public let severity: Severity

    /// Creates a rule.
    public init(expression: Expression, message: LocalizedText = LocalizedText(), severity: Severity = .error)
    {
      self.expression = expression
      self.message = message
      self.severity = severity
    }
  }

  /// The name, unique in the questionnaire.
  public let name: Name
  /// What it takes.
  public let kind: Kind
  /// The texts that people read.
  public let wording: Wording
  /// Whether it must be answered.
  public let requirement: Requirement
  /// What people read where a required answer is missing.
  public let requiredMessage: LocalizedText
  /// When it is asked; always where there is no expression.
  public let relevant: Expression?
  /// The rule for its answer.
  public let constraint: Constraint?
  /// The value of a `calculate`, or of any question that the form works out.
  public let calculation: Expression?
  /// The value that it starts with.
  public let defaultValue: Expression?
  /// Which choices of its list are offered.
  public let choiceFilter: Expression?
  /// XLSForm's appearance words, `multiline` among them.
  public let appearance: Set<String>
  /// Whether a person may change it.
  public let isReadOnly: Bool

  /// Creates a question; all but its name and its kind may be left out.
  public init(
    name: Name, kind: Kind, wording: Wording = Wording(), requirement: Requirement = .never,
    requiredMessage: LocalizedText = LocalizedText(), relevant: Expression? = nil,
    constraint: Constraint? = nil, calculation: Expression? = nil, defaultValue: Expression? = nil,
    choiceFilter: Expression? = nil, appearance: Set<String> = [], isReadOnly: Bool = false
  ) {
    self.name = name
    self.kind = kind
    self.wording = wording
    self.requirement = requirement
    self.requiredMessage = requiredMessage
    self.relevant = relevant
    self.constraint = constraint
    self.calculation = calculation
    self.defaultValue = defaultValue
    self.choiceFilter = choiceFilter
    self.appearance = appearance
    self.isReadOnly = isReadOnly
  }
}

extension Question.Kind {
  /// Whether an answer is typed: a text, a number, a date or a time.
  public var isTyped: Bool {
    switch self {
    case .text, .integer, .decimal, .date, .time, .dateTime: true
    case .selectOne, .selectMultiple, .acknowledge, .note, .calculate, .hidden, .metadata: false
    }
  }
}

extension Question {
  /// Whether a person is asked: a note, a calculation, a hidden value and metadata are not.
  public var isAsked: Bool {
    switch kind {
    case .text, .integer, .decimal, .date, .time, .dateTime, .selectOne, .selectMultiple, .acknowledge:
      calculation == nil && !isReadOnly
    case .note, .calculate, .hidden, .metadata: false
    }
  }

  /// Whether it has a column in the response file: all but notes.
  public var hasColumn: Bool { kind != .note }

  /// Whether its text may have more than one line.
  public var isLong: Bool { kind == .text && appearance.contains("multiline") }

  /// The rule by which choices of its list are offered, as the form writes it, and the questions it asks.
  public var filterRule: (text: String, references: [Name])? {
    choiceFilter.map { ($0.source, $0.references.map { Name($0) }) }
  }

  /// The list that it chooses from, or nothing.
  public var list: ChoiceList.Name? {
    switch kind {
    case .selectOne(let list), .selectMultiple(let list): list
    default: nil
    }
  }
}
