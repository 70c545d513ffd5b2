public import Survey

/// The bases of a figure over a question in a repeat group: who was asked for repeats, and how many there are.
public struct RepeatBases: Sendable, Hashable {
  /// The repeat group.
  public let group: Group.Name
  /// Units that were asked for repeats.
  public let units: Int
  /// Those of them that gave none.
  public let without: Int
  /// Repeats that there are.
  public let repeats: Int
  /// Repeats in which the question was asked.
  public let asked: Int
  /// Those of them in which it was answered.
  public let answered: Int
  /// Repeats of which nobody knows any more whether and what was answered.
  public let unknown: Int

  /// Creates the bases.
  public init(
    group: Group.Name, units: Int, without: Int, repeats: Int, asked: Int, answered: Int, unknown: Int
  ) {
    self.group = group
    self.units = units
    self.without = without
    self.repeats = repeats
    self.asked = asked
    self.answered = answered
    self.unknown = unknown
  }
}

extension Figure {
  /// The bases of a question in a repeat group; nothing for a figure over any other.
  public var repeats: RepeatBases? {
    notes.lazy.compactMap { if case .repeats(let bases) = $0 { bases } else { nil } }.first
  }
}
