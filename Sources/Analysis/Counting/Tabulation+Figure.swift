internal import Expressions
internal import Survey

/// What was counted of a figure, about to be shown.
struct FigureTable {
  let tabulation: Tabulation
  let counts: Tabulated
  /// Who stands in a place of the table, by row and column; nobody where nobody is to be listed.
  let who: (Int, Int) -> [Participant]

  private var figure: PlannedFigure { tabulation.figure }

  /// Makes the figure of what was counted.
  ///
  /// - Parameters:
  ///   - frame: The register; nothing where there is none.
  ///   - isMade: Whether the data is made up.
  /// - Returns: The figure, with every count, whoever may see it.
  func figure(frame: Frame?, isMade: Bool) -> Figure {
    let registered = frame.flatMap { $0.dependsOn.isEmpty ? $0.units.count : nil }
    let n = tabulation.n(counts, registered: registered)
    let columns = shownColumns
    let rows = shownRows(n, columns)
    let bases = Bases(
      registered: registered, returned: counts.returned, distinct: counts.units, asked: counts.asked,
      answered: counts.answered, unknown: counts.unknown)
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
    if case .questions = tabulation.rows {
      let answered = Column(code: "answered", label: .english("Answered"), n: nil)
      return [(0, answered)]
        + Axis.states.indices.filter { isShown(Axis.states[$0], column: 1 + $0) }.map { index in
          let entry = Axis.Entry(Axis.states[index])
          return (1 + index, Column(code: nil, label: entry.label, state: entry.state, n: nil))
        }
    }
    guard let by = tabulation.by else { return [] }
    let side = Side(fixed: counts.columns.fixed - 1, others: counts.columns.others)
    return by.shown(side).compactMap { slot in
      let entry = by.entry(slot, of: side)
      let isUsed = (0..<counts.rows.count).contains { counts[$0, 1 + slot] > 0 }
      guard entry.state == nil || isUsed else { return nil }
      return (
        1 + slot,
        Column(code: entry.code, label: entry.label, state: entry.state, n: counts.columnCounts[1 + slot])
      )
    }
  }

  /// Beside answers stand the states that an asked unit can be in; not asked only where somebody was not.
  private func isShown(_ state: RowState, column: Int) -> Bool {
    state != .notAsked || (0..<counts.rows.count).contains { counts[$0, column] > 0 }
  }

  // MARK: - Rows

  private func shownRows(_ n: Int, _ columns: [ShownColumn]) -> [Row] {
    switch tabulation.rows {
    case .questions:
      return tabulation.domains.indices.map { questionRow($0, n, columns) }
    case .any:
      return (0..<counts.rows.count).compactMap { place in
        let entry = Self.anyEntry(place)
        guard entry.state == nil || counts[place, 0] > 0 else { return nil }
        return row(place, entry, n, columns)
      }
    case .choices(let axis):
      return axis.shown(counts.rows).compactMap { place in
        let entry = axis.entry(place, of: counts.rows)
        guard isShown(entry, count: counts[place, 0]) else { return nil }
        return row(place, entry, n, columns)
      }
    }
  }

  private func isShown(_ entry: Axis.Entry, count: Int) -> Bool {
    switch (figure.statistic, entry.state) {
    case (.all, nil), (.all, .unlisted): count > 0 && count == counts.answered
    case (.distinct, nil): count > 0
    case (_, nil): true
    default: count > 0
    }
  }

  private static func anyEntry(_ place: Int) -> Axis.Entry {
    switch place {
    case Tabulation.Rows.yes: Axis.Entry(code: "yes", label: .english("Yes"), state: nil)
    case Tabulation.Rows.no: Axis.Entry(code: "no", label: .english("No"), state: nil)
    default: Axis.Entry(Axis.states[place - Tabulation.Rows.states])
    }
  }

  private func row(_ place: Int, _ entry: Axis.Entry, _ n: Int, _ columns: [ShownColumn]) -> Row {
    let isInBase = entry.state.map { figure.base.has($0) } ?? true
    let count = counts[place, 0]
    return Row(
      code: entry.code, label: entry.label, state: entry.state, count: count, n: n,
      share: isInBase ? Self.share(count, of: n) : nil, who: who(place, 0),
      cells: columns.map { column in
        let count = counts[place, column.place]
        let share = isInBase ? Self.share(count, of: column.column.n ?? 0) : nil
        return Cell(count: count, share: share, who: who(place, column.place))
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
      who: who(place, 0),
      cells: columns.map { column in
        let isInBase = column.column.state.map { figure.base.has($0) } ?? true
        let count = counts[place, column.place]
        return Cell(
          count: count, share: isInBase ? Self.share(count, of: n) : nil,
          who: who(place, column.place))
      })
  }

  private static func share(_ count: Int, of n: Int) -> Double? { n > 0 ? Double(count) / Double(n) : nil }

  // MARK: - Notes

  private func notes(_ frame: Frame?) -> [Note] {
    var notes = figure.registerNotes(frame, outside: counts.outsideRegister)
    if figure.statistic == .all {
      if counts.answered == 0 {
        notes.append(.nobodyAnswered(asked: counts.asked, unknown: counts.unknown))
      } else if counts.unknown > 0 {
        notes.append(.someUnknown(unknown: counts.unknown, asked: counts.asked))
      }
    }
    notes += counts.leftOut.notes + counts.versions.flatMap(\.notes)
    for unlisted in counts.unlisted {
      let codes = figure.isOfWave ? unlistedOfWave ?? unlisted.codes : unlisted.codes
      if !codes.isEmpty { notes.append(.unlisted(question: unlisted.question, codes: codes)) }
    }
    return notes
  }

  /// Of a wave, the answers no list has that units of it gave: its data may be of other waves too.
  private var unlistedOfWave: [String]? {
    guard case .choices = tabulation.rows else { return nil }
    if counts.unlisted.allSatisfy(\.codes.isEmpty) { return [] }
    return counts.rows.others.indices.filter { counts[counts.rows.fixed + $0, 0] > 0 }
      .map { counts.rows.others[$0] }
  }
}
