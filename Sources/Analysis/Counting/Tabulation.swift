internal import Calendar
internal import Survey

/// Counts the units of one figure.
///
/// Counting goes once over the units and knows nothing of files; `Tabulation+Figure` makes a figure of it.
struct Tabulation {
  let figure: PlannedFigure
  let view: UnitView
  /// The domains of the figure's questions.
  let domains: [Int]
  /// What the rows are.
  let rows: Rows
  /// The question that divides the rows.
  let by: Axis?

  /// The first column is the row's own count; behind it stand the parts.
  private(set) var counts: Counts
  /// How many units of the base stand in each part.
  private(set) var columnCounts: [Int]
  private(set) var distinct = 0
  private(set) var asked = 0
  private(set) var answered = 0
  private(set) var unknown = 0
  /// The units that the filter counts.
  let selection: UnitSelection

  /// What the rows are.
  enum Rows {
    /// The choices of a question, then the states.
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

  init(_ figure: PlannedFigure, _ view: UnitView, now: Instant) {
    self.figure = figure
    self.view = view
    let domains = figure.questions.compactMap { view.data.domain($0, of: figure.forms) }
    self.domains = domains
    by = figure.by.flatMap { view.data.domain($0, of: figure.forms) }.map {
      Axis($0, of: figure, in: view.data)
    }
    let height: Int
    switch figure.statistic {
    case .any:
      rows = .any
      height = Rows.states + Axis.states.count
    case .answered:
      rows = .questions
      height = domains.count
    case .count, .countMultiple, .all, .distinct, .memberships, .coded:
      let axis = Axis(domains[0], of: figure, in: view.data)
      rows = .choices(axis)
      height = axis.count
    }
    let parts = figure.statistic == .answered ? Axis.states.count : by?.count ?? 0
    let keepsUnits = figure.showsWho && figure.attribution == .named
    counts = Counts(rows: height, columns: 1 + parts, keepsUnits: keepsUnits)
    columnCounts = [Int](repeating: 0, count: parts)
    selection = UnitSelection(figure, view, now: now)
    for unit in selection.units { add(unit) }
  }

  private mutating func add(_ unit: Int) {
    let standing = Standing(domains.lazy.map { [view] in view.cell(unit, $0).code })
    distinct += 1
    if standing.isAsked { asked += 1 }
    if standing.isAnswered { answered += 1 }
    if standing.isUnknown { unknown += 1 }
    if case .questions = rows {
      for (row, domain) in domains.enumerated() {
        let state = view.cell(unit, domain).code.state
        counts.add(
          unit, row: row, column: state.flatMap { Axis.states.firstIndex(of: $0) }.map { $0 + 1 } ?? 0)
      }
      return
    }
    // Who was not asked has no row, unless the base has him.
    guard standing.isAsked || standing.isIn(figure.base) else { return }
    let parts = by?.slots(unit, in: view) ?? []
    for row in rowSlots(unit, standing) {
      counts.add(unit, row: row)
      for part in parts { counts.add(unit, row: row, column: 1 + part) }
    }
    if standing.isIn(figure.base) {
      for part in parts { columnCounts[part] += 1 }
    }
  }

  private func rowSlots(_ unit: Int, _ standing: Standing) -> [Int] {
    switch (rows, standing) {
    case (.choices(let axis), _): axis.slots(unit, in: view)
    case (_, .answered): [Rows.yes]
    case (_, .state(.blank)), (_, .state(.notApplicable)): [Rows.no]
    case (_, .state(let state)): [Rows.states + (Axis.states.firstIndex(of: state) ?? 0)]
    }
  }

  /// How many units the shares are of, where the register has so many.
  func n(registered: Int?) -> Int {
    switch figure.base {
    case .registered: registered ?? 0
    case .distinct: distinct
    // Only what is in repeats has such a base.
    case .asked, .repeats: asked
    case .answered, .coded: answered
    }
  }
}
