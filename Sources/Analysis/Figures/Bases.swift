/// The chain of bases: how many are left at each step from the register down to an answer.
public struct Bases: Sendable, Hashable {
  /// Units on the register that the form offers; nothing where no register says who could have answered.
  public let registered: Int?
  /// Responses that came in and were not replaced by a revision.
  public let returned: Int
  /// Different units among them.
  public let distinct: Int
  /// Units that were asked; within the filter, where there is one; nothing where a suppressed figure withholds its base.
  public let asked: Int?
  /// Units that answered, among those asked; nothing where a suppressed figure would be given away by it.
  public let answered: Int?
  /// Units of which nobody knows any more whether and what they answered, among those asked; nothing where a
  /// suppressed figure withholds its base.
  public let unknown: Int?
  /// Whether answers were counted: without any, nobody was asked and nothing is unknown.
  public let isOfAnswers: Bool
  /// Units of whose answers at least one was coded, among those that answered; nothing where codes are not counted,
  /// or where a suppressed figure would be given away by it.
  public let coded: Int?

  /// Creates a chain.
  public init(
    registered: Int?, returned: Int, distinct: Int, asked: Int?, answered: Int?, unknown: Int?,
    coded: Int? = nil, isOfAnswers: Bool = true
  ) {
    self.isOfAnswers = isOfAnswers
    self.registered = registered
    self.returned = returned
    self.distinct = distinct
    self.asked = asked
    self.answered = answered
    self.unknown = unknown
    self.coded = coded
  }
}

/// What the shares of a figure are shares of: a step of the chain of bases.
public enum Base: String, Sendable, Hashable, CaseIterable {
  /// All units on the register.
  case registered
  /// All units that returned something.
  case distinct
  /// The units that were asked.
  case asked
  /// The units that answered.
  case answered
  /// The units of whose answers at least one was coded; for codes alone.
  case coded
  /// The repeats in which a question of a repeat group was asked; each counts by itself.
  case repeats
}
