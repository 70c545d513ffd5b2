internal import Expressions
internal import Survey

extension Tabulation {
  /// Makes the figure of what was counted.
  ///
  /// - Parameters:
  ///   - frame: The register; nothing where there is none.
  ///   - isMade: Whether the data is made up.
  /// - Returns: The figure, with every count, whoever may see it.
  func figure(frame: Frame?, isMade: Bool) -> Figure {
    let registered = frame.flatMap { $0.dependsOn.isEmpty ? $0.units.count : nil }
    let n = n(registered: registered)
    let columns = shownColumns
    let rows = shownRows(n, columns)
    let bases = Bases(
      registered: registered, returned: view.units.returned, distinct: view.units.count, asked: asked,
      answered: answered, unknown: unknown)
    let subject = figure.forms.subject(figure.questions[0])
    let total: Int? = figure.statistic == .distinct ? rows.count { $0.code != nil } : nil
    return Figure(
      id: figure.id, title: figure.title.isEmpty ? subject.label : figure.title,
      questions: figure.questions.map { figure.forms.subject($0) }, statistic: figure.statistic,
      base: figure.base, n: n, bases: bases, rows: rows, by: figure.by.map { figure.forms.subject($0) },
      columns: columns.map(\.column), total: total, sources: figure.sources,
      filter: figure.filter?.source ?? "", unit: figure.unit, attribution: figure.attribution,
      showsWho: figure.showsWho, chart: figure.chart, notes: notes(frame), isMade: isMade)
  }

  // MARK: - Columns

  /// A column that is shown, and where its counts stand.
  private typealias ShownColumn = (place: Int, column: Column)

  private var shownColumns: [ShownColumn] {
    if case .questions = rows {
      let answered = Column(code: "answered", label: .english("Answered"), n: nil)
      return [(0, answered)]
        + Axis.states.indices.filter { isShown(Axis.states[$0], column: 1 + $0) }.map { index in
          let entry = Axis.Entry(Axis.states[index])
          return (1 + index, Column(code: nil, label: entry.label, state: entry.state, n: nil))
        }
    }
    guard let by else { return [] }
    return (0..<by.count).compactMap { slot in
      let entry = by.entry(slot, in: view.data)
      let isUsed = (0..<height).contains { counts[$0, 1 + slot] > 0 }
      guard entry.state == nil || isUsed else { return nil }
      return (
        1 + slot, Column(code: entry.code, label: entry.label, state: entry.state, n: columnCounts[slot])
      )
    }
  }

  /// Beside answers stand the states that an asked unit can be in; not asked only where somebody was not.
  private func isShown(_ state: RowState, column: Int) -> Bool {
    state != .notAsked || (0..<height).contains { counts[$0, column] > 0 }
  }

  private var height: Int {
    switch rows {
    case .choices(let axis): axis.count
    case .any: Rows.states + Axis.states.count
    case .questions: domains.count
    }
  }

  // MARK: - Rows

  private func shownRows(_ n: Int, _ columns: [ShownColumn]) -> [Row] {
    switch rows {
    case .questions:
      return domains.indices.map { questionRow($0, n, columns) }
    case .any:
      return (0..<height).compactMap { place in
        let entry = Self.anyEntry(place)
        guard entry.state == nil || counts[place, 0] > 0 else { return nil }
        return row(place, entry, n, columns)
      }
    case .choices(let axis):
      return (0..<height).compactMap { place in
        let entry = axis.entry(place, in: view.data)
        guard isShown(entry, count: counts[place, 0]) else { return nil }
        return row(place, entry, n, columns)
      }
    }
  }

  private func isShown(_ entry: Axis.Entry, count: Int) -> Bool {
    switch (figure.statistic, entry.state) {
    case (.all, nil), (.all, .unlisted): count > 0 && count == answered
    case (.distinct, nil): count > 0
    case (_, nil): true
    default: count > 0
    }
  }

  private static func anyEntry(_ place: Int) -> Axis.Entry {
    switch place {
    case Rows.yes: Axis.Entry(code: "yes", label: .english("Yes"), state: nil)
    case Rows.no: Axis.Entry(code: "no", label: .english("No"), state: nil)
    default: Axis.Entry(Axis.states[place - Rows.states])
    }
  }

  private func row(_ place: Int, _ entry: Axis.Entry, _ n: Int, _ columns: [ShownColumn]) -> Row {
    let isInBase = entry.state.map { figure.base.has($0) } ?? true
    let count = counts[place, 0]
    return Row(
      code: entry.code, label: entry.label, state: entry.state, count: count, n: n,
      share: isInBase ? Self.share(count, of: n) : nil, who: participants(place, 0),
      cells: columns.map { column in
        let count = counts[place, column.place]
        let share = isInBase ? Self.share(count, of: column.column.n ?? 0) : nil
        return Cell(count: count, share: share, who: participants(place, column.place))
      })
  }

  /// The row of one question; its base is its own, since not everybody is asked everything.
  private func questionRow(_ place: Int, _ units: Int, _ columns: [ShownColumn]) -> Row {
    let subject = figure.forms.subject(figure.questions[place])
    let parts = (0...Axis.states.count).map { counts[place, $0] }
    let asked = parts.reduce(0, +) - parts[Axis.states.count]
    let n = figure.base == .asked ? asked : units
    return Row(
      code: subject.name.text, label: subject.label, count: parts[0], n: n,
      share: Self.share(parts[0], of: n),
      who: participants(place, 0),
      cells: columns.map { column in
        let isInBase = column.column.state.map { figure.base.has($0) } ?? true
        let count = counts[place, column.place]
        return Cell(
          count: count, share: isInBase ? Self.share(count, of: n) : nil,
          who: participants(place, column.place))
      })
  }

  private static func share(_ count: Int, of n: Int) -> Double? { n > 0 ? Double(count) / Double(n) : nil }

  private func participants(_ row: Int, _ column: Int) -> [Participant] {
    counts.units(row: row, column: column).map { participant($0) }
  }

  // MARK: - Notes

  private func notes(_ frame: Frame?) -> [Note] {
    var notes = view.registerNotes(of: figure, frame)
    if figure.statistic == .all {
      if answered == 0 {
        notes.append(.nobodyAnswered(asked: asked, unknown: unknown))
      } else if unknown > 0 {
        notes.append(.someUnknown(unknown: unknown, asked: asked))
      }
    }
    notes += selection.notes(of: figure) { participant($0).code }
    notes += VersionNotes(view).notes(on: domains, units: selection.units)
    for domain in Set(domains + (by.map { [$0.domain] } ?? [])).sorted() {
      let codes = unlisted(domain)
      if !codes.isEmpty {
        notes.append(.unlisted(question: view.data.domains[domain].question.name, codes: codes))
      }
    }
    return notes
  }
}

extension Tabulation {
  /// The answers to a question that its list does not have; of a wave, those that units of it gave.
  private func unlisted(_ domain: Int) -> [String] {
    guard figure.isOfWave, case .choices(let axis) = rows else { return view.data.domains[domain].unlisted }
    return (0..<axis.count).filter { counts[$0, 0] > 0 }.map { axis.entry($0, in: view.data) }
      .filter { $0.state == .unlisted }.compactMap(\.code)
  }

  /// Who a unit is, and the responses that its answers to the figure's questions come from.
  func participant(_ unit: Int) -> Participant {
    view.participant(unit, of: figure, view.traces(unit, domains + (by.map { [$0.domain] } ?? [])))
  }
}
