internal import Calendar
internal import Expressions

/// The units that a figure's filter lets in, and those of which it cannot be told.
struct UnitSelection {
  private(set) var units: [Int] = []
  private var undetermined: [Int] = []
  private var failures = 0
  private var failure: EvaluationError?

  init(_ figure: PlannedFigure, _ view: UnitView, now: Instant) {
    guard let expression = figure.filter else {
      units = Array(0..<view.units.count)
      return
    }
    var filter = UnitFilter(expression, of: figure, data: view.data, now: now)
    for unit in 0..<view.units.count {
      switch filter.membership(of: unit, in: view) {
      case .counted: units.append(unit)
      case .left: break
      case .undetermined: undetermined.append(unit)
      case .failed(let error):
        failures += 1
        failure = failure ?? error
      }
    }
  }

  /// What a reader must know of those that were left out.
  func notes(of figure: PlannedFigure, name: (Int) -> String) -> [Note] {
    var notes: [Note] = []
    if !undetermined.isEmpty {
      let who = figure.attribution == .named ? undetermined.map(name) : []
      notes.append(.filterUnknown(count: undetermined.count, who: who))
    }
    if let failure { notes.append(.filterFailed(count: failures, reason: failure.description)) }
    return notes
  }
}
