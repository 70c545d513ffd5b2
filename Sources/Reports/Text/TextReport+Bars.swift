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
    /// What a bar of full length means.
    let full: WordedFigure.Scale
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
    lines += figure.answers.flatMap { self.lines(of: $0, figure, layout) }
    if figure.answers.isEmpty { lines.append(edition.say(.noAnswerReceived).capitalizedFirst) }
    if !figure.states.isEmpty { lines.append("") }
    return lines + figure.states.flatMap { self.lines(of: $0, figure, layout) }
  }

  private func layout(_ figure: WordedFigure) -> Layout {
    let shown = figure.lines.map(\.number).filter { $0.value != nil }
    let hasShares = shown.contains { !$0.percentage.isEmpty }
    let count = shown.map(\.count.columns).reduce(edition.say(.count).columns, max)
    let share = hasShares ? shown.map(\.percentage.columns).reduce(edition.say(.share).columns, max) : 0
    let withheld = figure.lines.filter { $0.number.value == nil }.map(\.number.count.columns).max() ?? 0
    let numbers = max(count + (hasShares ? 2 + share : 0), withheld)

    let full = figure.scale
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

  private func lines(
    of line: WordedFigure.Line, _ figure: WordedFigure, _ layout: Layout
  ) -> [String] {
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
      lines = wrap(line.label, hanging: 2, columns: width)
      let last = lines.removeLast()
      lines.append(last.padded(toColumns: width) + "  " + numbers)
    } else {
      lines = wrap(line.label, hanging: 2) + ["  " + numbers]
    }
    let behind = figure.tellsEvidence ? evidence(line, figure) : parts(line, figure) + names(line.unquoted)
    return lines.map(\.trimmedEnd) + behind + quotations(line)
  }

  /// Beside each question, what its other units are, and how many they are together.
  private func parts(_ line: WordedFigure.Line, _ figure: WordedFigure) -> [String] {
    if line.parts.isEmpty { return [] }
    let others = zip(figure.columns, line.parts).compactMap { column, part in
      column.state.map { "\(edition.name(of: $0)) \(part.number.whole)".glued }
    }
    let base = "\(edition.say(.base)) \(edition.base(line.n))".glued
    return wrap(edition.say.list(others + [base]), indent: 4)
  }

  /// How a code is known, with the names behind each; a row that is no code has names alone.
  private func evidence(_ line: WordedFigure.Line, _ figure: WordedFigure) -> [String] {
    let parts = zip(figure.columns, line.parts).filter { $1.number.value != 0 }
    if parts.isEmpty { return names(Array(line.names)) }
    let heads = parts.map { column, part in "\(column.label) \(part.number.count)".glued }
    if parts.allSatisfy({ $1.names.isEmpty }) { return wrap(edition.say.list(heads), indent: 4) }
    return zip(heads, parts).flatMap { head, part in
      let names = edition.say.list(part.1.names.map(\.glued))
      return wrap(edition.labelled(head, names), indent: 4, hanging: 6)
    }
  }

  /// The answers behind a code, as they were given.
  private func quotations(_ line: WordedFigure.Line) -> [String] {
    line.quotations.flatMap { wrap(edition.labelled($0.who.glued, $0.text), indent: 4, hanging: 6) }
  }

  /// The names behind a count, each kept whole where the line allows it.
  func names(_ names: [String]) -> [String] {
    names.isEmpty ? [] : wrap(edition.say.list(names.map(\.glued)), indent: 4)
  }

  private func bar(_ number: WordedFigure.Number, isAnswer: Bool, _ layout: Layout) -> String {
    guard let length = number.length(on: layout.full), length > 0 else { return "" }
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
