/// A bar of a drawing with what stands about it.
struct Bar {
  let label: String
  let number: WordedFigure.Number
  /// Whether it stands for an answer; else it is set apart.
  let fill: Palette.Fill
  let isAnswer: Bool
  let names: [String]
}

extension WordedFigure {
  /// The rows as bars.
  func bars(named: Bool) -> [Bar] { lines.map { bar($0, $0.number, named ? $0.names : []) } }

  /// The cells of one column as bars.
  func bars(column: Int, named: Bool) -> [Bar] {
    lines.map { bar($0, $0.parts[column].number, named ? $0.parts[column].names : []) }
  }

  /// The parts of a row as bars, one for each wave, the newest in the colour that other figures have.
  func barsOfWaves(_ line: Line, named: Bool) -> [Bar] {
    zip(columns, line.parts).enumerated().map { index, pair in
      let fill = Palette.answers[(columns.count - 1 - index) % Palette.answers.count]
      return Bar(
        label: pair.0.label, number: pair.1.number, fill: line.state.map(Palette.fill) ?? fill,
        isAnswer: line.state == nil, names: named ? pair.1.names : [])
    }
  }

  private func bar(_ line: Line, _ number: Number, _ names: [String]) -> Bar {
    Bar(
      label: line.label, number: number, fill: line.state.map(Palette.fill) ?? Palette.answers[0],
      isAnswer: line.state == nil, names: names)
  }
}
