internal import Calendar
internal import Expressions

/// The units that a figure's filter lets in, and those of which it cannot be told.
struct UnitSelection {
  private(set) var units: [Int] = []
  private(set) var leftOut = LeftOut()

  /// Chooses.
  ///
  /// - Parameters:
  ///   - figure: The figure.
  ///   - view: The units.
  ///   - now: What `now()` and `today()` mean.
  init(_ figure: PlannedFigure, _ view: UnitView, now: Instant) {
    guard let expression = figure.filter else {
      units = Array(0..<view.units.count)
      return
    }
    var filter = UnitFilter(expression, of: figure, data: view.data, now: now)
    for unit in 0..<view.units.count {
      let membership = filter.membership(of: unit, in: view)
      if case .counted = membership {
        units.append(unit)
      } else {
        leftOut.add(membership) { view.openName(unit, of: figure) }
      }
    }
  }
}

extension LeftOut {
  /// Takes up a unit that is not counted.
  ///
  /// - Parameters:
  ///   - membership: Why it is not.
  ///   - name: What it is called; nothing where it may not be named.
  mutating func add(_ membership: UnitFilter.Membership, name: () -> String?) {
    switch membership {
    case .counted, .left: break
    case .undetermined:
      undetermined += 1
      if let name = name() { who.append(name) }
    case .failed(let error):
      failures += 1
      failure = failure ?? error.description
    }
  }
}
