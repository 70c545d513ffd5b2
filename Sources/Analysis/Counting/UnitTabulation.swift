internal import Calendar
internal import Survey

/// Counts one figure unit by unit, over all its sources; remembers who stands where, if that is asked for.
struct UnitTabulation {
  private let tabulation: Tabulation
  private let view: UnitView
  private(set) var table: Tabulated
  /// The units of each place, in their order; nothing where nobody asks for them.
  private var behind: [[Int32]]?

  init(_ tabulation: Tabulation, _ view: UnitView, frame: Frame?, now: Instant, isOfPart: Bool = false) {
    self.tabulation = tabulation
    self.view = view
    table = tabulation.empty(in: view.data)
    if tabulation.namesUnits {
      behind = [[Int32]](repeating: [], count: table.rows.count * table.columns.count)
    }
    let figure = tabulation.figure
    let selection = UnitSelection(figure, view, now: now)
    table.returned = view.units.returned
    table.units = view.units.count
    table.outsideRegister = frame.map { view.outsideRegister(of: figure, $0) } ?? 0
    table.leftOut = selection.leftOut
    table.versions = view.versionTallies(on: tabulation.domains, of: selection.units, isOfPart: isOfPart)
    for unit in selection.units { add(unit) }
  }

  private mutating func add(_ unit: Int) {
    let standing = Standing(tabulation.domains.lazy.map { [view] in view.cell(unit, $0).code })
    table.add(1, standing)
    if case .questions = tabulation.rows {
      for (row, domain) in tabulation.domains.enumerated() {
        put(unit, standing, [row], tabulation.column(of: view.cell(unit, domain).code))
      }
      return
    }
    let rows = rowSlots(unit, standing)
    put(unit, standing, rows, 0)
    for part in tabulation.by?.slots(unit, in: view) ?? [] { put(unit, standing, rows, 1 + part) }
  }

  private mutating func put(_ unit: Int, _ standing: Standing, _ rows: [Int], _ column: Int) {
    let base = tabulation.countingBase
    table.add(1, standing, rows: rows, column: column, base: base)
    guard behind != nil, standing.isAsked || standing.isIn(base) else { return }
    for row in rows { behind?[row * table.columns.count + column].append(Int32(unit)) }
  }

  private func rowSlots(_ unit: Int, _ standing: Standing) -> [Int] {
    if case .choices(let axis) = tabulation.rows { return axis.slots(unit, in: view) }
    return [tabulation.anyRow(standing)]
  }

  /// Who stands in a place of the table.
  func participants(_ row: Int, _ column: Int) -> [Participant] {
    guard let behind else { return [] }
    let domains = tabulation.domains + (tabulation.by.map { [$0.domain] } ?? [])
    return behind[row * table.columns.count + column].map { unit in
      view.participant(Int(unit), of: tabulation.figure, view.traces(Int(unit), domains))
    }
  }
}

extension Tabulation {
  /// The base that says who has a row; a table of questions has a place for everybody.
  var countingBase: Base {
    if case .questions = rows { return .distinct }
    return figure.base
  }
}
