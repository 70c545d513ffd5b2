import Chance
import Analysis
import CSV
import Survey
import Testing

@Suite("Anonymous and suppressed figures")
struct AttributionTests {
  /// A form with one unit for each response, so that any counts can be made.
  private let form: Questionnaire

  init() throws {
    form = AnalysisTests.form(
      "f",
      [
        try question("unit", .text), try question("q", .selectOne("abc")),
        try question("by", .selectOne("xy")),
        try question("many", .selectMultiple("abc")), try question("note", .text),
      ], lists: [list("abc", ["a", "b", "c"]), list("xy", ["x", "y"])])
  }

  private func figure(_ line: String, _ lines: [Line]) throws -> Figure {
    let text = "figure,unit,question,statistic,base,by,who,attribution\nf,unit,\(line)\n"
    return try tally(plan(form, text), [responses(form, lines)]).figure()
  }

  /// So many of a, b and c, so many blank and so many unknown.
  private func lines(_ counts: [Int], blank: Int = 0, unknown: Int = 0) -> [Line] {
    var lines: [Line] = []
    func add(_ answers: [String: String], _ unknown: String = "") {
      var answers = answers
      answers["unit"] = "n\(lines.count)"
      lines.append(Line("r\(lines.count)", answers, unknown: unknown))
    }
    for (choice, count) in zip(["a", "b", "c"], counts) { for _ in 0..<count { add(["q": choice]) } }
    for _ in 0..<blank { add([:]) }
    for _ in 0..<unknown { add([:], "q") }
    return lines
  }

  @Test("An anonymous figure has its counts and no name, in its notes neither")
  func anonymous() throws {
    let text =
      "figure,unit,question,statistic,filter,who,attribution\nf,unit,note,answered,${q} = 'a',yes,anonymous\n"
    let lines = [Line("1", ["unit": "n1", "q": "a", "note": "x"]), Line("2", ["unit": "n2"], unknown: "q")]
    let figure = try tally(plan(form, text), [responses(form, lines)]).figure()
    #expect(figure.short == ["note 1/1 (1 0 0 0)"])
    #expect(figure.notes == [.filterUnknown(count: 1, who: [])])
    #expect(!figure.showsWho)
    #expect(figure.rows[0].cells.allSatisfy { $0.who.isEmpty })
  }

  struct Case: CustomTestStringConvertible {
    let counts: [Int]
    let shown: [Int?]
    var testDescription: String { "\(counts)" }
  }

  @Test(
    "A small count is withheld, and with it what it could be worked out by",
    arguments: [
      Case(counts: [10, 7, 5], shown: [10, 7, 5]),
      Case(counts: [10, 7, 0], shown: [10, 7, 0]),
      // Alone, 3 is the total less the rest; so 7, the smallest other, goes too.
      Case(counts: [10, 7, 3], shown: [10, nil, nil]),
      // 1 and 2 are three together, which is too few to hide in.
      Case(counts: [10, 1, 2], shown: [nil, nil, nil]),
      Case(counts: [9, 2, 3], shown: [9, nil, nil]),
      Case(counts: [10, 3, 0], shown: [nil, nil, 0]),
      // Nobody else to hide behind: a none would tell where the three are.
      Case(counts: [3, 0, 0], shown: [nil, nil, nil]),
      Case(counts: [0, 0, 0], shown: [0, 0, 0]),
    ])
  func suppressed(_ expected: Case) throws {
    let figure = try figure("q,count,answered,,yes,suppressed", lines(expected.counts, blank: 1, unknown: 2))
    #expect(figure.rows.prefix(3).map(\.count) == expected.shown)
    #expect(figure.rows.prefix(3).allSatisfy { ($0.count == nil) == ($0.share == nil) || figure.n == 0 })
    // Who did not answer is no answer.
    #expect(figure.rows.dropFirst(3).map(\.count) == [1, 2])
    #expect(figure.rows.allSatisfy { $0.who.isEmpty })
    #expect(figure.notes == (expected.shown.contains(nil) ? [.suppressed(threshold: 5)] : []))
  }

  @Test(
    "Whatever the counts, what is withheld cannot be worked out from what is shown",
    arguments: 0..<200 as Range<UInt64>)
  func holds(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let counts = (0..<3).map { _ in Int.random(in: 0...9, using: &random) }
    let figure = try figure("q,count,answered,,yes,suppressed", lines(counts))
    let shown = figure.rows.map(\.count)
    #expect(zip(shown, counts).allSatisfy { $0 == nil || $0 == $1 })
    #expect(shown.allSatisfy { $0 == nil || $0 == 0 || $0 ?? 0 >= 5 })
    guard shown.contains(nil) else { return }
    // Every way to fill in the withheld counts that gives the same total and would be shown the same.
    let total = counts.reduce(0, +)
    var possible: [Set<Int>] = [[], [], []]
    for a in 0...total {
      for b in 0...(total - a) {
        let guess = [a, b, total - a - b]
        guard zip(shown, guess).allSatisfy({ $0 == nil || $0 == $1 }) else { continue }
        for place in 0..<3 { possible[place].insert(guess[place]) }
      }
    }
    for place in 0..<3 where shown[place] == nil { #expect(possible[place].count > 1) }
  }

  @Test("Where a cell of a cross-tabulation is small, no cell is shown, and no base of a column")
  func cross() throws {
    var lines: [Line] = []
    for index in 0..<20 {
      lines.append(
        Line("\(index)", ["unit": "n\(index)", "q": index < 12 ? "a" : "b", "by": index < 10 ? "x" : "y"]))
    }
    let figure = try figure("q,count,answered,by,yes,suppressed", lines)
    #expect(figure.short == ["a 12/20 (– –)", "b 8/20 (– –)", "c 0/20 (– –)"])
    #expect(figure.columns.map(\.n) == [nil, nil])
    let even = (0..<20).map {
      Line("\($0)", ["unit": "n\($0)", "q": $0 < 10 ? "a" : "b", "by": $0.isMultiple(of: 2) ? "x" : "y"])
    }
    #expect(
      try self.figure("q,count,answered,by,yes,suppressed", even).short == [
        "a 10/20 (5 5)", "b 10/20 (5 5)", "c 0/20 (0 0)",
      ])
  }

  @Test("Who is yes or no is not given away by how many answered")
  func any() throws {
    let lines = (0..<10).map { Line("\($0)", ["unit": "n\($0)", "note": $0 < 3 ? "x" : ""]) }
    let figure = try figure("note,any,asked,,yes,suppressed", lines)
    #expect(figure.short == ["yes –", "no –"])
    #expect(figure.bases.answered == nil)
    let answered = try self.figure("note,answered,asked,,yes,suppressed", lines)
    #expect(answered.short == ["note – (– – – –)"])
    #expect(answered.bases.answered == nil)
  }

  @Test("Several choices are no parts of a total, so only the small ones are withheld")
  func multiple() throws {
    let lines = (0..<10).map { Line("\($0)", ["unit": "n\($0)", "many": $0 < 2 ? "a b" : "b"]) }
    #expect(
      try figure("many,count_multiple,answered,,yes,suppressed", lines).short == ["a –", "b 10/10", "c 0/10"])
  }

  @Test("Several choices of few are withheld together where how many answered would tell them")
  func multipleOfFew() throws {
    func short(_ answers: [String]) throws -> [String] {
      let lines = answers.enumerated().map { Line("\($0)", ["unit": "n\($0)", "many": $1]) }
      return try figure("many,count_multiple,answered,,yes,suppressed", lines).short
    }
    // Of ten who answered six chose b: the other four chose a, as nobody chose c.
    #expect(
      try short(Array(repeating: "b", count: 6) + Array(repeating: "a", count: 4)) == [
        "a –", "b –", "c 0/10",
      ])
    // Whoever alone answered is behind each choice that is not seen to be nobody's.
    #expect(try short(["a b"]) == ["a –", "b –", "c –"])
  }

  @Test("Choices of one each are withheld with those of nobody: their sum would tell them")
  func ones() throws {
    let names = ["a", "b", "c", "d", "e", "f"]
    let form = AnalysisTests.form(
      "f", [try question("unit", .text), try question("q", .selectOne("l"))], lists: [list("l", names)])
    let text = "figure,unit,question,statistic,base,attribution\nf,unit,q,count,answered,suppressed\n"
    let lines = names.prefix(5).map { Line($0, ["unit": $0, "q": $0]) }
    let figure = try tally(plan(form, text), [responses(form, lines)]).figure()
    #expect(figure.rows.map(\.count) == Array(repeating: nil, count: 6))
  }

  @Test("What few have in common is withheld")
  func all() throws {
    let lines = (0..<3).map { Line("\($0)", ["unit": "n\($0)", "many": "a b"]) }
    #expect(try figure("many,all,answered,,yes,suppressed", lines).short == ["a –", "b –"])
  }
}
