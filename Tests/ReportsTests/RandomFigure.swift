import Chance
import Analysis
import Survey

/// Any figure with any labels: what renderers must get through.
func randomFigure(seed: UInt64) -> Figure {
  var random = SeededRandom(seed: seed)
  let statistic = Statistic.allCases.randomElement(using: &random) ?? .count
  let attribution = Attribution.allCases.randomElement(using: &random) ?? .named
  let isOfWaves = seed % 7 == 6
  let isDivided =
    isOfWaves
    || (statistic == .count || statistic == .countMultiple || statistic == .any) && random.bool(1, of: 2)
  var columns: [Column] = []
  if isDivided {
    columns =
      (0..<Int.random(in: 1...4, using: &random)).map { index in
        Column(code: "c\(index)", label: label(&random), n: random.bool(1, of: 6) ? nil : index)
      } + [Column(code: nil, label: text("Unknown"), state: .unknown, n: 2)]
  } else if statistic == .answered {
    columns =
      [Column(code: "answered", label: text("Answered"), n: nil)]
      + [RowState.blank, .unknown].map { Column(code: nil, label: text($0.rawValue), state: $0, n: nil) }
  }
  let n = random.bool(1, of: 6) ? 0 : Int.random(in: 1...3000, using: &random)
  var rows = (0..<Int.random(in: 0...7, using: &random)).map { index in
    let state: RowState? = random.bool(1, of: 8) ? .unlisted : nil
    return row("r\(index)", label(&random), state, n, columns.count, isDivided: isDivided, &random)
  }
  if statistic != .answered {
    rows += [RowState.unknown, .blank].map {
      row(nil, text($0.rawValue), $0, n, columns.count, isDivided: isDivided, &random)
    }
  }
  func subject(_ name: String) -> Figure.Subject {
    Figure.Subject(
      name: Question.Name(name), label: label(&random), number: random.bool(1, of: 2) ? "7b" : "")
  }
  let figure = Figure(
    id: Figure.ID(random.bool(1, of: 4) ? piece(&random) : "figure-\(seed)"), title: label(&random),
    questions: [subject("q")], statistic: statistic,
    base: Base.allCases.randomElement(using: &random) ?? .asked,
    n: n,
    bases: Bases(
      registered: random.bool(1, of: 2) ? 4000 : nil, returned: 3500, distinct: 3400, asked: 3300,
      answered: random.bool(1, of: 3) ? nil : n, unknown: 17),
    rows: rows, by: isDivided ? subject("by") : nil, columns: columns,
    total: statistic == .distinct ? rows.count : nil, sources: ["form-a", "form-b"],
    filter: random.bool(1, of: 3) ? "${a} < 3 and ${b} = \"<&\"" : "",
    unit: random.bool(1, of: 2) ? "unit" : nil,
    attribution: attribution, showsWho: random.bool(2, of: 3),
    chart: Chart.allCases.randomElement(using: &random) ?? .bars,
    notes: random.bool(1, of: 2)
      ? [.unlisted(question: "q", codes: [piece(&random)]), .suppressed(threshold: 5)] : [],
    isMade: random.bool(1, of: 3))
  return isOfWaves ? figure.ofWaves : figure
}

extension Figure {
  /// The figure with its columns as waves, some of whose choices were not offered.
  fileprivate var ofWaves: Figure {
    let rows = rows.enumerated().map { index, row in
      let cells = row.cells.enumerated().map { column, cell in
        index == column ? Cell(count: nil, share: nil, isOffered: false) : cell
      }
      return Row(
        code: row.code, label: row.label, state: row.state, count: nil, n: 0, share: nil, cells: cells)
    }
    let waves = columns.enumerated().map { index, column in
      Wave(
        name: "wave \(index) <&>", questions: questions, n: column.n ?? 0, bases: bases,
        sources: [Questionnaire.ID("form-\(index)")])
    }
    return Figure(
      id: id, title: title, questions: questions, statistic: .count, base: base, n: 0, bases: bases,
      rows: rows,
      columns: zip(waves, columns).map {
        Column(code: $0.name, label: LocalizedText(unlocalized: $0.name), n: $1.n)
      }, sources: sources, filter: filter, unit: unit, attribution: attribution, showsWho: showsWho,
      notes: notes.map { .ofWave("wave 1", $0) }, isMade: isMade, waves: waves)
  }
}

private func row(
  _ code: String?, _ label: LocalizedText, _ state: RowState?, _ n: Int, _ columnCount: Int,
  isDivided: Bool, _ random: inout SeededRandom
) -> Row {
  let count = random.bool(1, of: 6) ? nil : Int.random(in: 0...max(n, 1), using: &random)
  let who = random.bool(1, of: 2) ? participants(&random) : []
  let cells = (0..<columnCount).map { column in
    // Beside states the first column is the count itself.
    if !isDivided, column == 0 { return Cell(count: count, share: nil, who: who) }
    let part = random.bool(1, of: 6) ? nil : Int.random(in: 0...max(n, 1), using: &random)
    return Cell(
      count: part, share: n == 0 ? nil : part.map { Double($0) / Double(n) }, who: participants(&random))
  }
  return Row(
    code: code, label: label, state: state, count: count, n: n,
    share: n == 0 ? nil : count.map { Double($0) / Double(n) }, who: who, cells: cells)
}

private func participants(_ random: inout SeededRandom) -> [Participant] {
  (0..<Int.random(in: 0...3, using: &random)).map { _ in
    let place = Int.random(in: 2...40, using: &random)
    let trace = Trace(
      form: "form-a", response: Response.ID("uuid:\(place)"), file: "/home/me/Responses/form-a/responses.csv",
      record: place, line: place)
    return Participant(
      code: "secret_\(place)", label: text("Secret \(place)"),
      shortName: place % 2 == 0 ? "Secret-\(place)" : "",
      responses: [trace])
  }
}

private func label(_ random: inout SeededRandom) -> LocalizedText {
  let count = Int.random(in: 0...9, using: &random)
  return text((0..<count).map { _ in piece(&random) }.joined(separator: random.bool(1, of: 8) ? "" : " "))
}

private let pieces = [
  "Yes", "No", "migration", "a | b", "<script>", "]]>", "&amp;", "&", "\"quoted\"", "it's", "`code`",
  "*bold*", "\\",
  "🇨🇭", "👨‍👩‍👧‍👦", "e\u{301}", "الاتفاق العالمي", "全球契约（移民）", "Договор", "\u{1B}[31m", "\u{7}", "line\nbreak",
  "tab\there", "\r",
  "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung", "\u{FFFE}", "\u{202E}right", "${x}",
  "1. one",
  "# head", "--", "-3", "=SUM(A1)", "\u{2028}", "",
]

private func piece(_ random: inout SeededRandom) -> String { pieces.randomElement(using: &random) ?? "" }

extension SeededRandom {
  mutating func bool(_ part: Int, of whole: Int) -> Bool { Int.random(in: 0..<whole, using: &self) < part }
}
