import Analysis
import CSV
import Chance
import Survey
import Testing

/// Files with much in them that should be looked at, counted by several threads and by libcsv alone.
@Suite("Counting with several threads")
struct ParallelTallyTests {
  static let lists = [
    list("units", ["u1", "u2", "u3"]), list("xyz", ["x", "y", "z"]), list("pq", ["p", "q"]),
    list("long", (0..<70).map { "c\($0)" }),
  ]

  static func questionnaire(lists: [ChoiceList] = lists) throws -> Questionnaire {
    try form(
      "first",
      [
        question("unit", .selectOne("units")), question("unit_other", .text),
        question("one", .selectOne("xyz")),
        question("by", .selectOne("pq")), question("many", .selectMultiple("xyz")),
        question("more", .selectMultiple("long")), question("note", .text), question("day", .date),
        question("number", .integer),
      ], lists: lists)
  }

  static let plan = """
    figure,sources,unit,question,statistic,base,filter,by,who
    one,first,,one,count,asked,,by,no
    many,first,,many,count_multiple,distinct,,by,no
    more,first,,more,count_multiple,answered,,,no
    any,first,,one note,any,asked,,,no
    notes,first,,note day number,answered,asked,,,no
    some,first,,many,count_multiple,answered,${by} = 'p' or ${note} = 'same',,no
    named,first,unit,one,count,asked,,many,yes
    all,first,unit,many,all,answered,,,no

    """

  /// Figures of units alone, with who they are.
  static let planOfUnits = """
    figure,sources,unit,question,statistic,base,filter,by,who
    named,first,unit,one,count,asked,,many,yes
    all,first,unit,many,all,answered,,,no
    some,first,unit,more,count_multiple,distinct,${by} = 'p' or ${note} = 'same',one,yes

    """

  /// The same with all rows held, or with hardly any, in pieces of any size.
  static func hold(_ effort: inout ReadingEffort, _ random: inout SeededRandom) {
    effort.grain.mostHeld = [1 << 25, 0, 1000].randomElement(using: &random) ?? 0
    effort.grain.segmentLength = [1 << 16, 1, 7, 20].randomElement(using: &random) ?? 1
    // Where there is no such folder, all rows are held.
    if Int.random(in: 0...4, using: &random) == 0 { effort.folderForRows = "/nowhere" }
  }

  /// The same figures but for those that need what was written.
  static let planWithoutTexts =
    plan.split(separator: "\n").filter { line in
      !["some,", "named,", "all,"].contains { line.hasPrefix($0) }
    }.joined(separator: "\n") + "\n"

  @Test("Figures and findings are those that libcsv alone gives", arguments: 0..<60 as Range<UInt64>)
  func same(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let questionnaire = try Self.questionnaire()
    let bytes = try Self.file(&random, questionnaire)
    let file = ResponseFile(form: questionnaire.id, name: "first.csv", content: .bytes(bytes))
    for plan in [Self.plan, Self.planWithoutTexts, Self.planOfUnits] {
      let planned = AnalysisTests.plan(questionnaire, plan)
      #expect(planned.problems.isEmpty)
      func count(_ effort: ReadingEffort) throws -> Tally {
        try Tally(of: planned.figures, from: [file], now: someDay, effort: effort)
      }
      let plain = try count(.plain)
      var effort = ReadingEffort(threads: 1 + Int.random(in: 0...3, using: &random), largeFile: 0)
      effort.grain.idsAtOnce = Int.random(in: 1...100, using: &random)
      for size in [64, 512, 4096] {
        effort.grain.blockSize = size
        Self.hold(&effort, &random)
        let fast = try count(effort)
        #expect(fast.figures == plain.figures)
        #expect(fast.findings == plain.findings)
        #expect(fast.versions == plain.versions)
      }
    }
  }

  @Test(
    "Where answers that no list has are too many to be named, the first of the file are",
    arguments: 0..<60 as Range<UInt64>)
  func manyUnlisted(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let questionnaire = try Self.questionnaire()
    let bytes = try Self.file(&random, questionnaire, lines: 40...120, different: 30)
    let file = ResponseFile(form: questionnaire.id, name: "first.csv", content: .bytes(bytes))
    for plan in [Self.plan, Self.planOfUnits] {
      let planned = AnalysisTests.plan(questionnaire, plan)
      func count(_ effort: ReadingEffort) throws -> Tally {
        try Tally(of: planned.figures, from: [file], now: someDay, effort: effort)
      }
      var plain = ReadingEffort.plain
      plain.grain.mostUnlisted = Int.random(in: 1...25, using: &random)
      let expected = try count(plain)
      var effort = ReadingEffort(threads: 1 + Int.random(in: 0...3, using: &random), largeFile: 0)
      effort.grain.mostUnlisted = plain.grain.mostUnlisted
      effort.grain.mostNamesOfThread = [0, 3, 40].randomElement(using: &random) ?? 0
      for size in [64, 512, 4096] {
        effort.grain.blockSize = size
        Self.hold(&effort, &random)
        let fast = try count(effort)
        #expect(fast.figures == expected.figures)
        #expect(fast.findings == expected.findings)
      }
    }
  }

  @Test("More answers in one block than a cell has numbers for are told apart, and the first have names")
  func oneBlock() throws {
    let form = form("long", [try question("q", .selectOne("l"))], lists: [list("l", ["x"])])
    let first = (0..<1000).map { Line("\($0)" + String(repeating: "i", count: 5000), ["q": "first\($0)"]) }
    let others = (0..<70_000).map { "odd\($0)" } + ["first7", "odd69999", "x"]
    guard case .bytes(let start) = try responses(form, first).content,
      case .bytes(let bytes) = try responses(form, first + others.map { Line("", ["q": $0]) }).content
    else { return }
    let file = ResponseFile(form: form.id, name: "long.csv", content: .bytes(bytes))
    let planned = AnalysisTests.plan(form, "figure,question,statistic\nf,q,count\n")
    // In one of these, the second block has all but the first names.
    for size in [1 << 17, start.count / 64 * 64, 1 << 24] {
      var effort = ReadingEffort(threads: 2, largeFile: 0)
      effort.grain.blockSize = size
      let fast = try Tally(of: planned.figures, from: [file], now: someDay, effort: effort)
      let plain = try Tally(of: planned.figures, from: [file], now: someDay, effort: .plain)
      #expect(fast.figures == plain.figures)
      #expect(fast.figures[0].rows.contains { $0.code == "first7" && $0.count == 2 })
    }
  }

  @Test("Of units with more responses than messages name, all are counted", arguments: 0..<4 as Range<UInt64>)
  func manyOfOneUnit(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let questionnaire = try Self.questionnaire()
    let bytes = try Self.file(&random, questionnaire, lines: 300...400)
    let file = ResponseFile(form: questionnaire.id, name: "first.csv", content: .bytes(bytes))
    let planned = AnalysisTests.plan(questionnaire, Self.planOfUnits)
    func count(_ effort: ReadingEffort) throws -> Tally {
      try Tally(of: planned.figures, from: [file], now: someDay, effort: effort)
    }
    let plain = try count(.plain)
    #expect(plain.findings.hasSameUnit)
    for length in [1, 50, 150] {
      var effort = ReadingEffort(threads: 3, largeFile: 0)
      effort.grain.blockSize = 4096
      (effort.grain.mostHeld, effort.grain.segmentLength) = (0, length)
      let fast = try count(effort)
      #expect(fast.figures == plain.figures)
      #expect(fast.findings == plain.findings)
    }
  }

  @Test("A file that is no CSV is refused at the same place")
  func broken() throws {
    let questionnaire = try Self.questionnaire()
    var random = SeededRandom(seed: 3)
    var bytes = try Self.file(&random, questionnaire)
    // No cell may hold that, quoted or not.
    bytes.insert(contentsOf: Array("a\"b\"".utf8), at: bytes.count / 2)
    let file = ResponseFile(form: questionnaire.id, name: "first.csv", content: .bytes(bytes))
    let planned = AnalysisTests.plan(questionnaire, Self.plan)
    func refusal(_ effort: ReadingEffort) -> String {
      do {
        _ = try Tally(of: planned.figures, from: [file], now: someDay, effort: effort)
        return ""
      } catch {
        return "\(error)"
      }
    }
    var effort = ReadingEffort(threads: 2, largeFile: 0)
    effort.grain.blockSize = 256
    #expect(refusal(effort) == refusal(.plain))
    #expect(!refusal(.plain).isEmpty)
  }

  /// Some dozens of responses, few of them in order.
  static func file(
    _ random: inout SeededRandom, _ questionnaire: Questionnaire, isTidy: Bool = false,
    lines: ClosedRange<Int> = 20...60, different: Int = 3
  ) throws -> [UInt8] {
    var ids: [String] = []
    let lines = (0..<Int.random(in: lines, using: &random)).map { number in
      var line = line(number, ids, &random, different: different)
      if isTidy {
        line.id = "uuid:00000000-0000-4000-8000-\(100_000_000_000 + number)"
        line.supersedes = ""
      }
      ids.append(line.id)
      return line
    }
    guard case .bytes(var bytes) = try responses(questionnaire, lines).content else { return [] }
    if Bool.random(using: &random) { bytes += Array("too,few\n".utf8) }
    return bytes
  }

  /// A line, with one of so many answers that no list has.
  private static func line(
    _ number: Int, _ earlier: [String], _ random: inout SeededRandom, different: Int
  ) -> Line {
    let odd = Int.random(in: 0..<different, using: &random)
    func any(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }
    let digits = String(repeating: "0", count: 10 - "\(number)".count) + "\(number)"
    let id = any(["uuid:00000000-0000-4000-8000-00\(digits)", "row \(number)", "", earlier.last ?? "first"])
    let names = ["one", "by", "many", "more", "note", "day", "number", "nobody", "unit"]
    var line = Line(id, [:])
    line.answers = [
      "unit": any(["u1", "u2", "u3", "other", "somebody", ""]), "unit_other": any(["", "A new one", "élan"]),
      "one": any(["x", "y", "z", " x ", "odd \(odd)", "", "x y"]), "by": any(["p", "q", "", "r"]),
      "many": any([
        "x", "x y", "z  y", "odd\(odd) x", "odd\(odd) strange\(odd + 1) \(odd)", "", "\u{A0}x", "strange",
        "\"x\"", "x \"\" y",
      ]),
      "more": any(["c0 c63 c64", "c69", "", "c1 c2 other", "no\(odd) c3 …"]),
      "note": any([
        "same", "words, \"quoted\"\nand more", " ", "\"", "é", "", "line\r\nbreak \(number)", "\u{3000} ",
      ]),
      "day": any(["2018-11-09", "soon", "", "2018-02-30"]), "number": any(["3", "three", "", "-1"]),
    ]
    line.submittedAt = any(["2018-11-0\(1 + number % 9)T00:00:00Z", "", "yesterday"])
    line.supersedes = Int.random(in: 0...4, using: &random) == 0 ? any(earlier + ["nobody"]) : ""
    line.notAsked = any(["", "", any(names), any(names) + " " + any(names)])
    line.notApplicable = any(["", "", any(names)])
    line.unknown = any(["", "", any(names)])
    line.version = any(["1", "1", "1", "0.9", "2"])
    line.form = any(["first", "first", "first", "another"])
    line.source = any(["answers", "form", "mail", "nowhere"])
    return line
  }
}
