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
    /// All choices of a list, put in an order.
    case rank(ChoiceList.Name)
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

  /// That an answer is set when a person changes another one: XLSForm's `trigger`.
  public struct Trigger: Sendable {
    /// The questions that set it off.
    public let questions: [Name]
    /// What is worked out then, once, and is the answer from then on; nothing where the answer is taken away.
    public let calculation: Expression?

    /// Creates a trigger.
    public init(by questions: [Name], calculation: Expression?) {
      self.questions = questions
      self.calculation = calculation
    }
  }

  /// That choices are offered in an order that chance gives: XLSForm's `randomize=true`.
  public struct Shuffle: Sendable {
    /// What the order follows from (`seed`); without one each response has an order of its own.
    public let seed: Expression?

    /// Creates an order.
    public init(seed: Expression? = nil) { self.seed = seed }
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
  /// Whether that value stands in the form as it is: nothing changes when it is entered, so it sets nothing off.
  public let hasFixedDefault: Bool
  /// What sets its answer when another answer changes (`trigger`).
  public let trigger: Trigger?
  /// Which choices of its list are offered.
  public let choiceFilter: Expression?
  /// The order in which its choices are offered, where that is not the order of the list.
  public let shuffle: Shuffle?
  /// The numbers that it takes, where it is a `range`.
  public let scale: Scale?
  /// XLSForm's appearance words, `multiline` among them.
  public let appearance: Set<String>
  /// Whether it is shown to nobody who could change it.
  public let isReadOnly: Bool
  /// When a person may not change it; never where there is no expression.
  public let readOnlyWhen: Expression?

  /// Creates a question; all but its name and its kind may be left out.
  public init(
    name: Name, kind: Kind, wording: Wording = Wording(), requirement: Requirement = .never,
    requiredMessage: LocalizedText = LocalizedText(), relevant: Expression? = nil,
    constraint: Constraint? = nil, calculation: Expression? = nil, defaultValue: Expression? = nil,
    hasFixedDefault: Bool = false, trigger: Trigger? = nil, choiceFilter: Expression? = nil,
    shuffle: Shuffle? = nil, scale: Scale? = nil, appearance: Set<String> = [], isReadOnly: Bool = false,
    readOnlyWhen: Expression? = nil
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
    self.hasFixedDefault = hasFixedDefault
    self.trigger = trigger
    self.choiceFilter = choiceFilter
    self.shuffle = shuffle
    self.scale = scale
    self.appearance = appearance
    self.isReadOnly = isReadOnly
    self.readOnlyWhen = readOnlyWhen
  }
}

extension Question.Kind {
  /// Whether an answer is typed: a text, a number, a date or a time.
  public var isTyped: Bool {
    switch self {
    case .text, .integer, .decimal, .date, .time, .dateTime: true
    case .selectOne, .selectMultiple, .rank, .acknowledge, .note, .calculate, .hidden, .metadata: false
    }
  }
}

extension Question {
  /// Whether a person is asked: a note, a calculation, a hidden value and metadata are not.
  public var isAsked: Bool {
    switch kind {
    case .text, .integer, .decimal, .date, .time, .dateTime, .selectOne, .selectMultiple, .rank, .acknowledge:
      calculation == nil && !isReadOnly
    case .note, .calculate, .hidden, .metadata: false
    }
  }

  /// Whether people read it without being asked: a note, and what the form fills in itself below a text.
  ///
  /// As in ODK, where a question with a calculation, or one that is read only, shows its value.
  public var isShown: Bool {
    switch kind {
    case .note: true
    case .text, .integer, .decimal, .date, .time, .dateTime, .selectOne, .selectMultiple, .rank, .acknowledge:
      !isAsked && !(wording.label.isEmpty && wording.hint.isEmpty)
    case .calculate, .hidden, .metadata: false
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

  /// Whether other answers decide which choices it offers.
  var offersFollowAnswers: Bool { choiceFilter != nil || choosesFromAnswers }

  /// Whether its choices are the answers that another question got in its repeats (`select_one ${name}`), so that no list
  /// has them.
  public var choosesFromAnswers: Bool { list?.question != nil }

  /// The list that it chooses from, or nothing.
  public var list: ChoiceList.Name? {
    switch kind {
    case .selectOne(let list), .selectMultiple(let list), .rank(let list): list
    default: nil
    }
  }
}
