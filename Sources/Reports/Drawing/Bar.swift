/// A bar of a drawing with what stands about it.
struct Bar {
  let label: String
  let number: WordedFigure.Number
  /// Whether it stands for an answer; else it is set apart.
  let fill: Palette.Fill
  let isAnswer: Bool
  let names: UnitNames
}

extension WordedFigure {
  /// The rows as bars.
  func bars(named: Bool) -> [Bar] { lines.map { bar($0, $0.number, $0.names.shown(named)) } }

  /// The cells of one column as bars.
  func bars(column: Int, named: Bool) -> [Bar] {
    lines.map { bar($0, $0.parts[column].number, $0.parts[column].names.shown(named)) }
  }

  /// The parts of a row as bars, one for each wave, the newest in the colour that other figures have.
  func barsOfWaves(_ line: Line, named: Bool) -> [Bar] {
    zip(columns, line.parts).enumerated().map { index, pair in
      let fill = Palette.answers[(columns.count - 1 - index) % Palette.answers.count]
      return Bar(
        label: pair.0.label, number: pair.1.number, fill: line.state.map(Palette.fill) ?? fill,
        isAnswer: line.state == nil, names: pair.1.names.shown(named))
    }
  }

  private func bar(_ line: Line, _ number: Number, _ names: UnitNames) -> Bar {
    Bar(
      label: line.label, number: number, fill: line.state.map(Palette.fill) ?? Palette.answers[0],
      isAnswer: line.state == nil, names: names)
  }
}
