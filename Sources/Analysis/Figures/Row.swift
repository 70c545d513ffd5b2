public import Survey

/// One line of a figure: a choice, a question, or what is no answer, with its count.
public struct Row: Sendable, Hashable {
  /// The name of the choice or question as files have it; nothing where the row is no answer.
  public let code: String?
  /// What people read.
  public let label: LocalizedText
  /// What the row is where it is no choice of the list; nothing for a choice.
  public let state: RowState?
  /// How many units; nothing where the count is withheld, and of waves.
  public let count: Int?
  /// How many units the share is of; the figure's own `n`, but each question's own in `Statistic.answered`;
  /// nothing where it is withheld.
  public let n: Int?
  /// `count` divided by `n`, from 0 to 1; nothing where it would mean nothing or is withheld.
  public let share: Double?
  /// The units behind the count, in the order of the register; empty unless they were asked for and may be named.
  public let who: [Participant]
  /// The parts of the count, one for each of the figure's columns; empty where it has none.
  public let cells: [Cell]
  /// The answers that were given the row's code, in the order of `who`; empty unless units were asked for and may
  /// be named.
  public let quotations: [Quotation]

  /// Creates a row.
  public init(
    code: String?, label: LocalizedText, state: RowState? = nil, count: Int?, n: Int?, share: Double?,
    who: [Participant] = [], cells: [Cell] = [], quotations: [Quotation] = []
  ) {
    self.code = code
    self.label = label
    self.state = state
    self.count = count
    self.n = n
    self.share = share
    self.who = who
    self.cells = cells
    self.quotations = quotations
  }
}

/// A part of a row's count.
public struct Cell: Sendable, Hashable {
  /// How many units; nothing where the count is withheld.
  public let count: Int?
  /// The share of the column's units; of the row's, where the columns are states.
  public let share: Double?
  /// The units behind the count, in the order of the register.
  public let who: [Participant]
  /// Whether the row could be chosen; a wave may not have offered it, and then it has no count.
  public let isOffered: Bool

  /// Creates a cell.
  public init(count: Int?, share: Double?, who: [Participant] = [], isOffered: Bool = true) {
    self.count = count
    self.share = share
    self.who = who
    self.isOffered = isOffered
  }
}

/// What the cells of all rows in one place are about: a choice of the question that divides them, a state, or how a
/// code is known.
public struct Column: Sendable, Hashable {
  /// The name of the choice; `answered` beside columns of states; `stated`, `derived` or `coded` beside codes;
  /// nothing where the column is no answer.
  public let code: String?
  /// What people read.
  public let label: LocalizedText
  /// What the column is where it is no choice of the list.
  public let state: RowState?
  /// How many units of the base are in it; nothing where that is withheld or means nothing.
  public let n: Int?

  /// Creates a column.
  public init(code: String?, label: LocalizedText, state: RowState? = nil, n: Int?) {
    self.code = code
    self.label = label
    self.state = state
    self.n = n
  }
}

/// What a row or a column is that is no choice of the list.
public enum RowState: String, Sendable, Hashable, CaseIterable {
  /// Said not to apply.
  case notApplicable = "not_applicable"
  /// Asked and left empty.
  case blank
  /// Nobody knows any more.
  case unknown
  /// Not asked.
  case notAsked = "not_asked"
  /// An answer that the list does not have; the row's code says which.
  case unlisted
  /// Asked for repeats of a group, and gave none.
  case noRepeats = "no_repeats"
  /// Coded, and none of the codes fits.
  case noCode = "no_code"
  /// Coded by several who do not agree on any code.
  case disputed
  /// Answered, and not coded yet.
  case uncoded
}
