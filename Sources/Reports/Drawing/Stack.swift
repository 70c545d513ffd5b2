internal import Analysis
internal import Messages

/// A bar that is divided: a column of a cross-tabulation, or a question with its states.
struct Stack {
  struct Segment {
    let label: String
    let number: WordedFigure.Number
    let fill: Palette.Fill
    let names: UnitNames
  }

  let label: String
  /// How many units the bar stands for, or, of a code, how many have it; nothing where that is withheld.
  let n: Int?
  let segments: [Segment]
  /// Whether a space sets it apart from the bar above.
  let standsApart: Bool
}

extension WordedFigure {
  /// What each segment of a stack is, with its fill, in the order of the segments.
  func legend(isDivided: Bool) -> [(label: String, fill: Palette.Fill)] {
    let parts = isDivided ? lines.map { ($0.label, $0.state) } : columns.map { ($0.label, $0.state) }
    var place = 0
    return parts.map { label, state in
      if let state { return (label, Palette.fill(of: state)) }
      defer { place += 1 }
      return (label, Palette.answers[place % Palette.answers.count])
    }
  }

  /// The bars of a cross-tabulation: one for each column, divided by the rows, and one for all.
  func stacksOfColumns(total: String, n: Int?, named: Bool) -> [Stack] {
    let legend = legend(isDivided: true)
    let stacks = columns.enumerated().map { index, column in
      let segments = zip(lines, legend).map { line, entry in
        let part = line.parts[index]
        return Stack.Segment(
          label: entry.label, number: part.number, fill: entry.fill, names: part.names.shown(named))
      }
      return Stack(label: column.label, n: column.n, segments: segments, standsApart: false)
    }
    let segments = zip(lines, legend).map { line, entry in
      Stack.Segment(label: entry.label, number: line.number, fill: entry.fill, names: line.names.shown(false))
    }
    return stacks + [Stack(label: total, n: n, segments: segments, standsApart: true)]
  }

  /// The bars of questions: one for each row, divided by the states that its units are in; of codes, by how they are
  /// known.
  func stacksOfRows(named: Bool) -> [Stack] {
    let legend = legend(isDivided: false)
    return lines.enumerated().map { index, line in
      if tellsEvidence, let state = line.state {
        let whole = Stack.Segment(
          label: line.label, number: line.number, fill: Palette.fill(of: state),
          names: line.names.shown(named))
        return Stack(
          label: line.label, n: line.number.value, segments: [whole], standsApart: index == answers.count)
      }
      let segments = zip(line.parts, legend).map { part, entry in
        Stack.Segment(
          label: entry.label, number: part.number, fill: entry.fill, names: part.names.shown(named))
      }
      return Stack(
        label: line.label, n: tellsEvidence ? line.number.value : line.n, segments: segments,
        standsApart: false)
    }
  }
}
