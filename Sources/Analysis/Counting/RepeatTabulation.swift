internal import Calendar
internal import Survey

/// Counts the repeats of one figure, and the units behind them.
///
/// A unit stands with a choice where at least one of its repeats has it; a repeat counts by itself. Which of the two
/// the rows are is what the figure's base says. A unit that was asked for repeats and gave none has answered a question
/// that every repeat is asked; one that only some are asked, it was not asked.
struct RepeatTabulation {
  let figure: PlannedFigure
  let view: UnitView
  let group: Group.Name
  let domains: [Int]
  /// Whether every repeat is asked it, for each of them.
  private let isPutInEach: [Bool]
  /// The choices; nothing where the rows are questions.
  let axis: Axis?
  let selection: UnitSelection
  /// What earlier versions of the form did not ask.
  private(set) var versions: RepeatVersions

  /// What stands in one place of the table.
  struct Place {
    /// Units with the repeats of theirs that stand here; whether the unit itself stands here too.
    var behind: [(unit: Int, repeats: [Repeated], isUnit: Bool)] = []

    var units: Int { behind.count(where: \.isUnit) }
    var repeats: Int { behind.reduce(0) { $0 + $1.repeats.count } }
  }

  /// By row, then by column: of choices one, of questions answered, then the states.
  private(set) var places: [[Place]]
  private(set) var distinct = 0
  private(set) var asked = 0
  private(set) var answered = 0
  private(set) var unknown = 0
  /// Units that were asked for repeats, whatever they were asked of them.
  private(set) var invited = 0
  private(set) var without = 0
  private(set) var repeats = 0
  private(set) var repeatsAsked = 0
  private(set) var repeatsAnswered = 0
  private(set) var repeatsUnknown = 0

  /// The states that a unit or a repeat can be in.
  static let states = Axis.states + [.noRepeats]

  init(_ figure: PlannedFigure, of group: Group.Name, _ view: UnitView, now: Instant) {
    self.figure = figure
    self.view = view
    self.group = group
    let counted = figure.questions.compactMap { name in
      view.data.domain(name, of: figure.forms).map {
        (domain: $0, isPutInEach: figure.isPutInEveryRepeat(name))
      }
    }
    domains = counted.map(\.domain)
    isPutInEach = counted.map(\.isPutInEach)
    if figure.statistic == .answered {
      axis = nil
      places = domains.map { _ in [Place](repeating: Place(), count: 1 + Self.states.count) }
    } else {
      let axis = Axis(domains[0], of: figure, in: view.data)
      self.axis = axis
      places = (0...axis.side.count).map { _ in [Place()] }
    }
    selection = UnitSelection(figure, view, now: now)
    versions = RepeatVersions(on: domains, in: group, view)
    var standing = RepeatStanding(in: group, of: figure, view, now: now)
    for unit in selection.units {
      distinct += 1
      add(unit, without: versions.lackGroup(unit) ? .notAsked : standing.standing(of: unit))
    }
  }

  /// Takes up a unit.
  ///
  /// - Parameters:
  ///   - unit: The unit.
  ///   - state: How it stands if it has no repeats.
  private mutating func add(_ unit: Int, without state: RowState) {
    let all = view.repeats(of: unit, group)
    if !all.isEmpty || state != .notAsked { invited += 1 }
    guard !all.isEmpty else {
      if state == .noRepeats { without += 1 }
      let states = isPutInEach.enumerated().map { row, isPutInEach -> RowState in
        (isPutInEach || state == .unknown) && !versions.lack(row, unit) ? state : .notAsked
      }
      if states.contains(where: { $0 != .notAsked }) { asked += 1 }
      if states.contains(.unknown) { unknown += 1 }
      for (row, state) in states.enumerated() {
        put(unit, [], in: slot(of: state, row), isUnit: true)
        versions.add(unit, of: nil, row, isAsked: state != .notAsked)
      }
      return
    }
    var codes: [CellCode] = []
    for repeated in all {
      let own = domains.map { code(repeated, $0) }
      let standing = Standing(own)
      repeats += 1
      if standing.isAsked { repeatsAsked += 1 }
      if standing.isAnswered { repeatsAnswered += 1 }
      if standing.isUnknown { repeatsUnknown += 1 }
      codes += own
    }
    let standing = Standing(codes)
    if standing.isAsked { asked += 1 }
    if standing.isAnswered { answered += 1 }
    if standing.isUnknown { unknown += 1 }
    for row in domains.indices { spread(unit, all, row) }
  }

  /// Puts the repeats of a unit into the places of one question.
  private mutating func spread(_ unit: Int, _ all: [Repeated], _ row: Int) {
    let domain = domains[row]
    let standing = Standing(all.map { code($0, domain) })
    versions.add(unit, of: all[0].source, row, isAsked: standing.isAsked)
    var found: [Slot: [Repeated]] = [:]
    var order: [Slot] = []
    for repeated in all {
      for slot in slots(of: repeated, domain, row) {
        if found[slot] == nil { order.append(slot) }
        found[slot, default: []].append(repeated)
      }
    }
    for slot in order {
      let isUnit =
        switch standing {
        case .answered: isAnswer(slot)
        case .state(let state): slot == self.slot(of: state, row)
        }
      put(unit, found[slot] ?? [], in: slot, isUnit: isUnit)
    }
  }

  // MARK: - Places

  private struct Slot: Hashable {
    let row: Int
    let column: Int
  }

  private mutating func put(_ unit: Int, _ repeats: [Repeated], in slot: Slot, isUnit: Bool) {
    places[slot.row][slot.column].behind.append((unit, repeats, isUnit))
  }

  private func isAnswer(_ slot: Slot) -> Bool {
    axis.map { slot.row != $0.side.count && $0.isAnswer(slot.row) } ?? (slot.column == 0)
  }

  private func slot(of state: RowState, _ row: Int) -> Slot {
    guard let axis else {
      return Slot(row: row, column: 1 + (Self.states.firstIndex(of: state) ?? 0))
    }
    return Slot(row: state == .noRepeats ? axis.side.count : axis.slot(of: state), column: 0)
  }

  private func slots(of repeated: Repeated, _ domain: Int, _ row: Int) -> [Slot] {
    let code = code(repeated, domain)
    if let state = code.state { return [slot(of: state, row)] }
    guard let axis else { return [Slot(row: row, column: 0)] }
    guard case .several(let words) = view.data.domains[domain].keeping else {
      return [Slot(row: axis.slot(ofPlace: code.place), column: 0)]
    }
    return table(repeated.source)?.rows.places(repeated.row, domain, words: words)
      .map { Slot(row: axis.slot(ofPlace: $0), column: 0) } ?? []
  }

  // MARK: - Repeats

  private func table(_ source: Int) -> RepeatTable? { view.table(of: group, source) }

  private func code(_ repeated: Repeated, _ domain: Int) -> CellCode {
    table(repeated.source)?.rows.code(repeated.row, domain) ?? .notAsked
  }

  /// The unit with the repeats that stand behind a count, each by its number and its line.
  func participant(_ unit: Int, _ repeats: [Repeated]) -> Participant {
    let traces = repeats.compactMap { repeated -> Trace? in
      guard let table = table(repeated.source), let row = view.units.row(unit, repeated.source) else {
        return nil
      }
      let own = table.rows.trace(repeated.row)
      let response = view.data.files[view.units.sources[repeated.source]].id(row)
      return Trace(form: own.form, response: response, file: own.file, record: own.record, line: own.line)
    }
    let numbers = repeats.compactMap { repeated in
      table(repeated.source)?.numbers[repeated.row].map(String.init).joined(separator: ".")
    }
    return view.participant(unit, of: figure, traces.isEmpty ? view.firstTrace(unit) : traces)
      .inRepeats(numbers)
  }
}
