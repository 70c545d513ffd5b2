/// How the answers to a question are counted.
public enum Statistic: String, Sendable, Hashable, CaseIterable {
  /// Each choice of a `select_one`.
  case count
  /// Each choice of a `select_multiple`; the base is units, never ticks.
  case countMultiple = "count_multiple"
  /// Whether at least one of several questions is answered.
  case any
  /// How many answered, question by question.
  case answered
  /// The choices that all units that answered have in common.
  case all
  /// The choices that were chosen at all, in how many records each.
  case distinct
  /// Of how many units each country is a member; no answers are counted, but a list of memberships.
  case memberships
  /// The codes of open answers, of one question or of several together; the base is units.
  case coded
}

/// Whether a figure may name its units.
public enum Attribution: String, Sendable, Hashable, CaseIterable {
  /// Units are named where the plan asks for it.
  case named
  /// No unit is named anywhere in the figure.
  case anonymous
  /// No unit is named, and counts so small that they would give somebody away are withheld.
  case suppressed
}

/// How a figure is drawn.
public enum Chart: String, Sendable, Hashable, CaseIterable {
  /// A bar for each row, in the order of the form.
  case bars
  /// A bar for each row, the longest first.
  case ranking
  /// A bar for each column of a cross-tabulation, divided by rows.
  case stacked
  /// A dot for each row at the end of its length, the longest first: for rankings of many rows.
  case dots
  /// A line for each row and a column for each unit, with a dot where the unit is behind the count, the largest
  /// count first; a ranking where its units are not named, or too many.
  case matrix

  /// Whether the rows stand in the order of their counts, and not of the form.
  public var isRanked: Bool { self == .ranking || self == .dots || self == .matrix }
}
