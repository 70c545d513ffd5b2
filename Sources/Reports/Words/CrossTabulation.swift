internal import Analysis
internal import Messages

/// The columns of a figure with its total and its bases, as a table of texts.
struct CrossTabulation {
  struct Row {
    let label: String
    let cells: [String]
    /// Whether it is the first of those that are no answers, or the bases.
    let standsApart: Bool
  }

  /// What stands above the cells.
  let heads: [String]
  let rows: [Row]

  /// - Parameters:
  ///   - figure: Has columns.
  ///   - source: The same figure, not worded.
  ///   - edition: The words.
  init(_ figure: WordedFigure, _ source: Figure, _ edition: Edition) {
    let say = edition.say
    let base = say(.base).capitalizedFirst
    // Beside states the first column is the count, and each row has a base of its own.
    let isDivided = source.by != nil || source.statistic == .coded
    // Waves do not add up: whoever answered in two of them would count twice.
    let hasTotal = source.waves.isEmpty
    heads = figure.columns.map(\.label) + (hasTotal ? [isDivided ? say(.total) : base] : [])
    var rows = figure.lines.enumerated().map { index, line in
      Row(
        label: line.label,
        cells: line.parts.map(\.number.whole)
          + (hasTotal ? [isDivided ? line.number.whole : edition.base(line.n)] : []),
        standsApart: index == figure.answers.count && index > 0)
    }
    if source.isDivided {
      let bases =
        figure.columns.map { $0.n.map(say.number) ?? "" } + (hasTotal ? [edition.base(source.n)] : [])
      rows.append(Row(label: base, cells: bases, standsApart: true))
    }
    self.rows = rows
  }
}
