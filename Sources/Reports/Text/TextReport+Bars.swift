internal import Messages

extension TextReport {
  /// Where the parts of a row stand.
  private struct Layout {
    /// How wide labels are; nothing where they stand on lines of their own.
    let label: Int?
    let count: Int
    let share: Int
    /// The count, the share and the space between them.
    let numbers: Int
    let bar: Int
    /// What a bar of full length means: a share of 1, or the largest count where there are no shares.
    let full: Double
  }

  /// The rows with their bars; what is no answer stands below, apart.
  func bars(_ figure: WordedFigure) -> [String] {
    let layout = layout(figure)
    var lines: [String] = []
    if let label = layout.label {
      let share = layout.share == 0 ? "" : "  " + edition.say(.share).leftPadded(toColumns: layout.share)
      let count = edition.say(.count).leftPadded(toColumns: layout.count) + share
      lines.append(
        edition.say(.choice).padded(toColumns: label) + "  " + count.leftPadded(toColumns: layout.numbers))
    }
    lines += figure.answers.flatMap { self.lines(of: $0, layout) }
    if figure.answers.isEmpty { lines.append(edition.say(.noAnswerReceived).capitalizedFirst) }
    if !figure.states.isEmpty { lines.append("") }
    return lines + figure.states.flatMap { self.lines(of: $0, layout) }
  }

  private func layout(_ figure: WordedFigure) -> Layout {
    let shown = figure.lines.map(\.number).filter { $0.value != nil }
    let hasShares = shown.contains { !$0.percentage.isEmpty }
    let count = shown.map(\.count.columns).reduce(edition.say(.count).columns, max)
    let share = hasShares ? shown.map(\.percentage.columns).reduce(edition.say(.share).columns, max) : 0
    let withheld = figure.lines.filter { $0.number.value == nil }.map(\.number.count.columns).max() ?? 0
    let numbers = max(count + (hasShares ? 2 + share : 0), withheld)

    let full = figure.fullLength
    let widest = figure.lines.map(\.label.columns).reduce(edition.say(.choice).columns, max)
    let room = columns - numbers - 4
    let label = min(widest, room - min(max(room * 2 / 5, 10), 40))
    if label >= min(widest, 24) {
      let bar = min(room - label, 60)
      return Layout(label: label, count: count, share: share, numbers: numbers, bar: bar, full: full)
    }
    let bar = columns - numbers - 4
    return Layout(label: nil, count: count, share: share, numbers: numbers, bar: bar, full: full)
  }

  private func lines(of line: WordedFigure.Line, _ layout: Layout) -> [String] {
    let number = line.number
    var numbers = number.count.leftPadded(toColumns: number.value == nil ? layout.numbers : layout.count)
    if number.value != nil, layout.share > 0 {
      numbers += "  " + number.percentage.leftPadded(toColumns: layout.share)
    }
    numbers = numbers.leftPadded(toColumns: layout.numbers)
    let bar = bar(number, isAnswer: line.state == nil, layout)
    if !bar.isEmpty { numbers += "  " + bar }
    var lines: [String]
    if let width = layout.label {
      lines = line.label.wrapped(toColumns: width)
      let last = lines.removeLast()
      lines.append(last.padded(toColumns: width) + "  " + numbers)
    } else {
      lines = wrap(line.label) + ["  " + numbers]
    }
    return lines.map(\.trimmedEnd) + names(line.names)
  }

  /// The names behind a count, each kept whole where the line allows it.
  func names(_ names: [String]) -> [String] {
    names.isEmpty ? [] : wrap(edition.say.list(names.map(\.glued)), indent: 4)
  }

  private func bar(_ number: WordedFigure.Number, isAnswer: Bool, _ layout: Layout) -> String {
    guard let length = number.length(ofFull: layout.full), length > 0 else { return "" }
    if isASCII || !isAnswer {
      let cells = max(1, Int((length * Double(layout.bar)).rounded()))
      return String(repeating: isAnswer ? "#" : isASCII ? "." : "░", count: cells)
    }
    let eighths = max(1, Int((length * Double(layout.bar * 8)).rounded()))
    let rest = eighths % 8
    return String(repeating: "█", count: eighths / 8) + (rest == 0 ? "" : Self.eighthBlocks[rest - 1])
  }

  /// U+258F to U+2589: from one eighth of a cell to seven.
  private static let eighthBlocks = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]
}

extension WordedFigure {
  /// What a bar of full length means: a share of 1, or the largest count where there are no shares.
  var fullLength: Double {
    if answers.contains(where: { $0.number.share != nil }) { return 1 }
    return Double(answers.compactMap(\.number.value).max() ?? 0)
  }
}

extension WordedFigure.Number {
  /// The length of its bar, from 0 to 1; nothing where it has none.
  ///
  /// - Parameter full: What a bar of full length means; 1 for shares.
  func length(ofFull full: Double) -> Double? {
    if let share { return min(share, 1) }
    guard let value, full > 1 || (full == 1 && percentage.isEmpty) else { return nil }
    return min(Double(value) / full, 1)
  }
}
