public import Expressions

/// Questions that belong together: a section, a compound question, or a group that can be repeated.
public struct Group: Sendable {
  /// The name of a group, unique in its questionnaire.
  public typealias Name = Identifier<Group>

  /// How often a group is answered.
  public enum Repetition: Sendable {
    /// Once: XLSForm's `begin group`.
    case once
    /// As often as the respondent likes: `begin repeat`.
    case free
    /// As often as an expression says: `repeat_count`.
    case counted(Expression)
  }

  /// The name, unique in the questionnaire.
  public let name: Name
  /// The texts that people read.
  public let wording: Wording
  /// How often it is answered.
  public let repetition: Repetition
  /// When it is asked; always where there is no expression.
  public let relevant: Expression?
  /// XLSForm's appearance words.
  public let appearance: Set<String>
  /// What stands in it, in order.
  public let items: [Item]

  /// Creates a group.
  public init(
    name: Name, wording: Wording = Wording(), repetition: Repetition = .once, relevant: Expression? = nil,
    appearance: Set<String> = [], items: [Item]
  ) {
    self.name = name
    self.wording = wording
    self.repetition = repetition
    self.relevant = relevant
    self.appearance = appearance
    self.items = items
  }

  /// Whether it is a repeat group, whose answers have a child file.
  public var isRepeat: Bool {
    if case .once = repetition { return false }
    return true
  }
}

/// What a questionnaire is made of.
public enum Item: Sendable {
  case question(Question)
  case group(Group)
}
