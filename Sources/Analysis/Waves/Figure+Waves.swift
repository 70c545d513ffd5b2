internal import Expressions
internal import Survey

extension Figure {
  /// Puts the figures of several waves together.
  ///
  /// - Parameters:
  ///   - planned: What was planned.
  ///   - waves: The waves.
  ///   - counted: What was counted of each, as it may be seen.
  init(of planned: PlannedFigure, _ waves: PlannedWaves, counted: [Figure]) {
    let columns = zip(waves.waves, counted).map { wave, figure in
      Column(code: wave.name, label: LocalizedText(unlocalized: wave.name), n: figure.n)
    }
    let questions = planned.questions.map { Self.subject($0, of: waves) }
    self.init(
      id: planned.id, title: planned.title.isEmpty ? questions.first?.label ?? planned.title : planned.title,
      questions: questions, statistic: planned.statistic, base: planned.base, n: 0,
      bases: Bases(registered: nil, returned: 0, distinct: 0, asked: 0, answered: nil, unknown: 0),
      rows: Self.rows(waves.waves.map(\.figure), counted), columns: columns, sources: planned.sources,
      filter: planned.filter?.source ?? "", unit: planned.unit, attribution: planned.attribution,
      showsWho: planned.showsWho && planned.attribution == .named, chart: planned.chart,
      notes: Self.notes(waves, counted),
      isMade: counted.contains { $0.isMade },
      waves: zip(waves.waves, counted).map { wave, figure in
        Wave(
          name: wave.name, questions: figure.questions, n: figure.n, bases: figure.bases,
          sources: figure.sources)
      })
  }

  /// A question under its shared name: what the map says of it, else as the first wave asked it.
  private static func subject(_ name: Question.Name, of waves: PlannedWaves) -> Subject {
    let first = waves.waves.first.map { $0.figure.forms.subject($0.figure.harmony.own(name)) }
    return Subject(name: name, label: waves.map.questionLabels[name] ?? first?.label ?? LocalizedText())
  }

  /// What tells rows apart.
  private struct Key: Hashable {
    let code: String?
    let state: RowState?
  }

  /// A row for each choice of any wave, then for what is not on a list, then for each state.
  private static func rows(_ planned: [PlannedFigure], _ counted: [Figure]) -> [Row] {
    let found = counted.map { figure in
      Dictionary(
        figure.rows.map { (Key(code: $0.code, state: $0.state), $0) }, uniquingKeysWith: { first, _ in first }
      )
    }
    let all = counted.flatMap(\.rows)
    let choices = all.filter { $0.state == nil }
    let unlisted = all.filter { $0.state == .unlisted }
    let states = Axis.states.flatMap { state in all.filter { $0.state == state } }
    var seen: Set<Key> = []
    return (choices + unlisted + states).compactMap { row in
      let key = Key(code: row.code, state: row.state)
      guard seen.insert(key).inserted else { return nil }
      return Row(
        code: row.code, label: row.label, state: row.state, count: nil, n: 0, share: nil,
        cells: counted.indices.map { cell(found[$0][key], key, planned[$0], counted[$0]) })
    }
  }

  private static func cell(_ row: Row?, _ key: Key, _ planned: PlannedFigure, _ figure: Figure) -> Cell {
    let missing = planned.questions.first.flatMap { planned.harmony.missing[$0] } ?? []
    if key.state == nil, let code = key.code, missing.contains(Choice.Name(code)) {
      return Cell(count: nil, share: nil, isOffered: false)
    }
    if let row { return Cell(count: row.count, share: row.share, who: row.who) }
    // Of a wave whose base is withheld nobody is to know whether it has none.
    guard let n = figure.n else { return Cell(count: nil, share: nil) }
    let isInBase = key.state.map { figure.base.has($0) } ?? true
    return Cell(count: 0, share: isInBase && n > 0 ? 0 : nil)
  }

  private static func notes(_ waves: PlannedWaves, _ counted: [Figure]) -> [Note] {
    let ofWaves = zip(waves.waves, counted).flatMap { wave, figure in
      (renamed(wave.figure) + figure.notes).map { Note.ofWave(wave.name, $0) }
    }
    return (waves.isAskedAlike ? [] : [.askedDifferently]) + ofWaves
  }

  /// The choices of a wave that other waves call otherwise.
  private static func renamed(_ figure: PlannedFigure) -> [Note] {
    guard figure.statistic != .any, let own = figure.questions.first else { return [] }
    let renamed = figure.forms.choices(of: own).compactMap { choice in
      figure.harmony.choices[own]?[choice.name].flatMap {
        $0 == choice.name ? nil : "\(choice.name) → \($0)"
      }
    }
    return renamed.isEmpty ? [] : [.choicesRenamed(renamed)]
  }
}
