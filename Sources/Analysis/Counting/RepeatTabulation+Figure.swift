internal import Expressions
internal import Survey

extension RepeatTabulation {
  /// Makes the figure of what was counted.
  ///
  /// - Parameters:
  ///   - frame: The register; nothing where there is none.
  ///   - isMade: Whether the data is made up.
  /// - Returns: The figure, with every count, whoever may see it.
  func figure(frame: Frame?, isMade: Bool) -> Figure {
    let registered = frame.flatMap { $0.dependsOn.isEmpty ? $0.units.count : nil }
    let n = n(registered: registered)
    let subject = figure.forms.subject(figure.questions[0])
    let columns = axis == nil ? shownColumns : []
    let bases = RepeatBases(
      group: group, units: invited, without: without, repeats: repeats, asked: repeatsAsked,
      answered: repeatsAnswered, unknown: repeatsUnknown)
    return Figure(
      id: figure.id, title: figure.title.isEmpty ? subject.label : figure.title,
      questions: figure.questions.map { figure.forms.subject($0) }, statistic: figure.statistic,
      base: figure.base, n: n,
      bases: Bases(
        registered: registered, returned: view.units.returned, distinct: view.units.count, asked: asked,
        answered: answered, unknown: unknown),
      rows: axis.map { choiceRows($0, n) } ?? domains.indices.map { questionRow($0, n, columns) },
      columns: columns.map(\.column), sources: figure.sources, filter: figure.filter?.source ?? "",
      unit: figure.unit, attribution: figure.attribution, showsWho: figure.showsWho, chart: figure.chart,
      notes: [.repeats(bases)] + notes(frame), isMade: isMade)
  }

  private var countsRepeats: Bool { figure.base == .repeats }
  private var namesUnits: Bool { figure.showsWho && figure.attribution == .named }

  private func n(registered: Int?) -> Int {
    switch figure.base {
    case .registered: registered ?? 0
    case .distinct: distinct
    case .asked: asked
    case .answered, .coded: answered
    case .repeats: repeatsAsked
    }
  }

  // MARK: - Rows

  private func choiceRows(_ axis: Axis, _ n: Int) -> [Row] {
    let side = axis.side
    return (axis.shown(side) + [side.count]).compactMap { row in
      let entry = row < side.count ? axis.entry(row, of: side) : Axis.Entry(.noRepeats)
      let place = places[row][0]
      guard isShown(entry.state, count(place)) else { return nil }
      return Row(
        code: entry.code, label: entry.label, state: entry.state, count: count(place), n: n,
        share: share(count(place), n, entry.state), who: who(place))
    }
  }

  /// Who was not asked has no row, unless the base has him.
  private func isShown(_ state: RowState?, _ count: Int) -> Bool {
    switch state {
    case nil: true
    case .notAsked: count > 0 && (figure.base == .distinct || figure.base == .registered)
    default: count > 0
    }
  }

  private typealias ShownColumn = (place: Int, column: Column)

  private var shownColumns: [ShownColumn] {
    let answered = Column(code: "answered", label: .english("Answered"), n: nil)
    return [(0, answered)]
      + Self.states.indices.compactMap { index in
        let entry = Axis.Entry(Self.states[index])
        let isOptional = entry.state == .notAsked || entry.state == .noRepeats
        guard !isOptional || places.contains(where: { count($0[1 + index]) > 0 }) else { return nil }
        return (1 + index, Column(code: nil, label: entry.label, state: entry.state, n: nil))
      }
  }

  /// The row of one question; its base is its own, since not everybody is asked everything.
  private func questionRow(_ place: Int, _ units: Int, _ columns: [ShownColumn]) -> Row {
    let subject = figure.forms.subject(figure.questions[place])
    let counts = places[place].map(count)
    let notAsked = counts[1 + (Self.states.firstIndex(of: .notAsked) ?? 0)]
    let isOfAsked = figure.base == .asked || countsRepeats
    let n = isOfAsked ? counts.reduce(0, +) - notAsked : units
    return Row(
      code: subject.name.text, label: subject.label, count: counts[0], n: n, share: share(counts[0], n, nil),
      who: who(places[place][0]),
      cells: columns.map { shown in
        Cell(
          count: counts[shown.place], share: share(counts[shown.place], n, shown.column.state),
          who: who(places[place][shown.place]))
      })
  }

  private func count(_ place: Place) -> Int { countsRepeats ? place.repeats : place.units }

  private func share(_ count: Int, _ n: Int, _ state: RowState?) -> Double? {
    n > 0 && state.map(figure.base.has) ?? true ? Double(count) / Double(n) : nil
  }

  private func who(_ place: Place) -> [Participant] {
    if !namesUnits { return [] }
    return place.behind.filter { countsRepeats ? !$0.repeats.isEmpty : $0.isUnit }
      .map { participant($0.unit, $0.repeats) }
  }

  // MARK: - Notes

  private func notes(_ frame: Frame?) -> [Note] {
    var notes = view.registerNotes(of: figure, frame)
    notes += selection.leftOut.notes + versions.tallies.flatMap(\.notes)
    for domain in Set(domains).sorted() {
      let codes = view.data.domains[domain].misfits
      if !codes.isEmpty {
        notes.append(.unlisted(question: view.data.domains[domain].question.name, codes: codes))
      }
    }
    return notes
  }
}
