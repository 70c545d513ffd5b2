internal import Calendar
internal import Survey

/// How the units of one figure are counted: what its rows and columns are.
///
/// `UnitTabulation` counts unit by unit, and says what everything means; `ColumnTabulation` counts columns of
/// responses at once, to the same result; `Tabulation+Figure` makes a figure of what was counted.
struct Tabulation {
  let figure: PlannedFigure
  /// The domains of the figure's questions.
  let domains: [Int]
  /// What the rows are.
  let rows: Rows
  /// The question that divides the rows.
  let by: Axis?

  /// What the rows are.
  enum Rows {
    /// The choices of a question, and the states.
    case choices(Axis)
    /// Whether any question is answered: yes, no, then the states.
    case any
    /// The questions; the parts are the states.
    case questions

    static let yes = 0
    static let no = 1
    /// The first row of a state.
    static let states = 2
  }

  init(_ figure: PlannedFigure, in data: Dataset) {
    self.figure = figure
    domains = figure.questions.compactMap { data.domain($0, of: figure.forms) }
    by = figure.by.flatMap { data.domain($0, of: figure.forms) }.map { Axis($0, of: figure, in: data) }
    switch figure.statistic {
    case .any: rows = .any
    case .answered: rows = .questions
    case .count, .countMultiple, .all, .distinct, .memberships, .coded:
      rows = .choices(Axis(domains[0], of: figure, in: data))
    }
  }

  /// A table in which nothing is counted yet.
  ///
  /// - Parameter data: Where the answers stand that no list has.
  /// - Returns: The table.
  func empty(in data: Dataset) -> Tabulated {
    let height: Side
    switch rows {
    case .any: height = Side(fixed: Rows.states + Axis.states.count)
    case .questions: height = Side(fixed: domains.count)
    case .choices(let axis): height = axis.side
    }
    var width = Side(fixed: 1)
    if case .questions = rows { width = Side(fixed: 1 + Axis.states.count) }
    if let side = by?.side { width = Side(fixed: 1 + side.fixed, others: side.others) }
    var table = Tabulated(rows: height, columns: width)
    table.unlisted = allDomains.sorted().map { domain in
      Tabulated.Unlisted(
        question: data.domains[domain].question.name, codes: data.domains[domain].misfits)
    }
    return table
  }

  /// The domains of all questions that it counts.
  var allDomains: Set<Int> { Set(domains).union(by.map { [$0.domain] } ?? []) }

  /// Whether units are to be listed.
  var namesUnits: Bool { figure.showsWho && figure.attribution == .named }

  /// The row of `any` in which units stand.
  func anyRow(_ standing: Standing) -> Int {
    switch standing {
    case .answered: Rows.yes
    case .state(.blank), .state(.notApplicable): Rows.no
    case .state(let state): Rows.states + (Axis.states.firstIndex(of: state) ?? 0)
    }
  }

  /// The column of `answered` in which a cell stands.
  func column(of code: CellCode) -> Int {
    code.state.flatMap { Axis.states.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
  }

  /// How many units the shares are of, where the register has so many.
  func n(_ table: Tabulated, registered: Int?) -> Int {
    switch figure.base {
    case .registered: registered ?? 0
    case .distinct: table.distinct
    // Only what is in repeats has such a base.
    case .asked, .repeats: table.asked
    case .answered, .coded: table.answered
    }
  }
}
