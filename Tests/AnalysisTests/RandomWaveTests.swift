import Analysis
import CSV
import Chance
import Survey
import Testing

/// Random answers under random names: each wave of a figure says what the plain figure of its form says.
@Suite("Random waves")
struct RandomWaveTests {
  private struct Asking {
    let form: Questionnaire
    let file: ResponseFile
    /// What each choice of the form counts as.
    let targets: [String: String]
    let question: String
  }

  private static let shared = ["a", "b", "c", "d"]

  private static func asking(_ number: Int, isSeveral: Bool, _ random: inout SeededRandom) throws -> Asking {
    // Names of another wave's choices may stand for something else here.
    let names = (shared + ["x", "y", "z"]).shuffled(using: &random).prefix(shared.count)
    let targets = Dictionary(
      uniqueKeysWithValues: zip(names, Bool.random(using: &random) ? shared : shared.shuffled(using: &random))
    )
    let question = ["q", "p", "other"].randomElement(using: &random) ?? "q"
    let form = form(
      "wave\(number)",
      [
        try AnalysisTests.question("unit", .selectOne("units")),
        try AnalysisTests.question(question, isSeveral ? .selectMultiple("l") : .selectOne("l")),
      ], lists: [list("units", (1...6).map { "u\($0)" }), list("l", Array(names))])
    let lines = (0..<Int.random(in: 0...12, using: &random)).map { index in
      var line = Line("\(number)-\(index)", ["unit": "u\(Int.random(in: 1...7, using: &random))"])
      switch Int.random(in: 0...6, using: &random) {
      case 0: line.unknown = question
      case 1: line.notAsked = question
      case 2: line.notApplicable = question
      case 3: break
      default:
        let count = isSeveral ? Int.random(in: 1...4, using: &random) : 1
        line.answers[question] = (names + ["odd"]).shuffled(using: &random).prefix(count).joined(
          separator: " ")
      }
      line.submittedAt = "2020-01-0\(Int.random(in: 1...9, using: &random))T00:00:00Z"
      return line
    }
    return Asking(form: form, file: try responses(form, lines), targets: targets, question: question)
  }

  /// What a figure says of each choice and state, by shared names.
  private static func numbers(_ rows: [(Row, Int?, Double?, [Participant])]) -> [String: String] {
    var numbers: [String: String] = [:]
    for (row, count, share, who) in rows where count != 0 {
      let key = "\(row.code ?? "") \(row.state?.rawValue ?? "")"
      let number = "\(count.map(String.init) ?? "–") \(share.map { "\($0)" } ?? "–")"
      numbers[key] = "\(number) \(who.map(\.code))"
    }
    return numbers
  }

  @Test("Each wave says what the plain figure of its form says", arguments: 0..<150 as Range<UInt64>)
  func equal(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let isSeveral = Bool.random(using: &random)
    let askings = try (0..<Int.random(in: 2...3, using: &random)).map {
      try Self.asking($0, isSeveral: isSeveral, &random)
    }
    var map = "wave,form,question,choice,harmonised_question,harmonised_choice\n"
    for asking in askings {
      map += "\(asking.form.id.text)!,\(asking.form.id.text),\(asking.question),,shared,\n"
      for (name, target) in asking.targets.sorted(by: { $0.key < $1.key })
      where name != target || random.next() % 2 == 0 {
        map += "\(asking.form.id.text)!,\(asking.form.id.text),\(asking.question),\(name),shared,\(target)\n"
      }
    }
    let statistic = isSeveral ? "count_multiple" : "count"
    let base = ["registered", "distinct", "asked", "answered"].randomElement(using: &random) ?? "asked"
    let attribution = ["named", "anonymous", "suppressed"].randomElement(using: &random) ?? "named"
    let header = "figure,sources,unit,question,statistic,base,who,attribution,wave_map\n"
    let forms = askings.map(\.form)
    let rest = "\(statistic),\(base),yes,\(attribution)"
    let text = header + "f,,unit,shared,\(rest),waves.csv\n"
    let plan = FigurePlan(
      CSVReader(text), file: "figures.csv", home: forms[0], form: { id in forms.first { $0.id == id } },
      waveMap: { name in
        WaveMap(CSVReader(map), name: name, file: name) { id in forms.first { $0.id == id } }
      })
    let figure = try tally(plan, askings.map(\.file), threshold: 3).figure()
    // Nothing is said over all waves, from which one of them could be worked out.
    #expect(figure.n == 0 && figure.total == nil)
    #expect(figure.rows.allSatisfy { $0.count == nil && $0.share == nil && $0.n == 0 })
    for (place, asking) in askings.enumerated() {
      let single = try tally(
        AnalysisTests.plan(asking.form, header + "f,,unit,\(asking.question),\(rest),\n"), [asking.file],
        threshold: 3
      ).figure()
      let wave = figure.waves[place]
      #expect(wave.n == single.n)
      #expect(wave.bases == single.bases)
      #expect(figure.columns[place].n == single.n)
      let found = Self.numbers(
        figure.rows.map { ($0, $0.cells[place].count, $0.cells[place].share, $0.cells[place].who) })
      let expected = Self.numbers(
        single.rows.map { row in
          let code = row.state == nil ? row.code.map { asking.targets[$0] ?? $0 } : row.code
          let named = Row(
            code: code, label: row.label, state: row.state, count: row.count, n: row.n, share: row.share)
          return (named, row.count, row.share, row.who)
        })
      // Which of several small counts is withheld beside others hangs on the order of the rows.
      if attribution == "suppressed" {
        let truth = try tally(
          AnalysisTests.plan(
            asking.form,
            header + "f,,unit,\(asking.question),\(rest),\n".replacing("suppressed", with: "named")),
          [asking.file], threshold: 3
        ).figure()
        let counts = Dictionary(
          truth.rows.map { row in
            let code = row.state == nil ? row.code.map { asking.targets[$0] ?? $0 } : row.code
            return ("\(code ?? "") \(row.state?.rawValue ?? "")", row.count ?? 0)
          }, uniquingKeysWith: +)
        // What is on no list has a row where anybody said it: a none there tells nothing of the others.
        let shown = figure.rows.filter { row in
          row.state == nil || row.state == .unlisted && row.cells[place].count != 0
        }.map { row in
          ShownCount(
            count: row.cells[place].count,
            truth: counts["\(row.code ?? "") \(row.state?.rawValue ?? "")"] ?? 0)
        }
        expectNothingFollows(from: shown, answered: wave.bases.answered, addsUp: !isSeveral, threshold: 3)
        #expect(
          figure.rows.allSatisfy { row in
            row.cells.allSatisfy { ($0.count != nil || $0.share == nil) && $0.who.isEmpty }
          })
      } else {
        #expect(found == expected)
      }
    }
  }
}
