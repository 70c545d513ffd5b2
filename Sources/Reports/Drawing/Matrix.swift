internal import Analysis
internal import Messages
internal import Survey

/// Who gave which answer: a line for each row of a figure, a column for each unit behind any of its counts.
struct Matrix {
  /// What is known of a unit in a line.
  enum Cell: Hashable {
    /// It is behind the count.
    case isCounted
    /// It is not, though it could be.
    case isNotCounted
    /// Nothing can be told of it, for this reason.
    case state(RowState)
  }

  /// The names of the units, in the order in which their responses stand.
  let units: [String]
  /// For each line of the figure the cells of the units.
  let cells: [[Cell]]

  /// - Returns: Nothing where the figure names no unit, or divides its rows by another question.
  init?(_ figure: Figure, _ edition: Edition) {
    guard figure.namesUnits, figure.unit != nil, figure.by == nil else { return nil }
    let units = [figure].named
    if units.isEmpty { return nil }
    self.units = units.map(edition.name)
    let rows = figure.orderedAnswers + figure.rows.filter { !$0.isAnswer }
    let states = Dictionary(
      rows.filter { !$0.isAnswer }.flatMap { row in row.who.map { ($0.code, row.state ?? .unknown) } }
    ) { first, _ in first }
    cells = rows.map { row in
      let counted = Set(row.who.map(\.code))
      let parts = zip(figure.columns, row.cells).flatMap { column, cell in
        cell.who.compactMap { unit in column.state.map { (unit.code, $0) } }
      }
      let own = Dictionary(parts) { first, _ in first }
      return units.map { unit in
        if counted.contains(unit.code) { return row.isAnswer ? .isCounted : .state(row.state ?? .unknown) }
        if let state = own[unit.code] { return .state(state) }
        if row.isAnswer, let state = states[unit.code] { return .state(state) }
        return .isNotCounted
      }
    }
  }

  /// The states that stand in any cell, in their usual order.
  var states: [RowState] {
    let present = Set(cells.joined())
    return RowState.allCases.filter { present.contains(.state($0)) }
  }
}
