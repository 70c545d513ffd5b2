import Analysis
import CSV
import Survey
import Testing

/// A form with a question of each kind that is counted, and units `u1` to `u6` on a register of six.
struct Garden {
  let form: Questionnaire

  init(_ id: String = "garden") throws {
    form = AnalysisTests.form(
      id,
      [
        try question("unit", .selectOne("units")), try question("unit_other", .text),
        try question("colour", .selectOne("colours")), try question("size", .selectOne("sizes")),
        try question("fruits", .selectMultiple("fruits")), try question("note_a", .text),
        try question("note_b", .text), try question("weight", .decimal), try question("picked", .date),
      ],
      lists: [
        list("units", ["u1", "u2", "u3", "u4", "u5", "u6", "other"]),
        list("colours", ["red", "green", "blue"]),
        list("sizes", ["small", "large"]), list("fruits", ["apple", "pear", "plum"]),
      ])
  }

  /// A figure of responses, from a line of a plan without sources: unit, question, statistic and so on.
  func figure(_ line: String, _ lines: [Line], threshold: Int = Figure.usualThreshold) throws -> Figure {
    let text = "figure,unit,question,statistic,base,filter,by,who,attribution\nf,\(line)\n"
    return try tally(plan(form, text), [responses(form, lines)], threshold: threshold).figure()
  }
}

@Suite("Statistics")
struct StatisticTests {
  let garden: Garden

  /// Red, green, not on the list, blank, not applicable, unknown, not asked.
  static let mixed = [
    Line("1", ["unit": "u1", "colour": "red"]), Line("2", ["unit": "u2", "colour": "green"]),
    Line("3", ["unit": "u3", "colour": "pink"]), Line("4", ["unit": "u4"]),
    Line("5", ["unit": "u5"], notApplicable: "colour"), Line("6", ["unit": "u6"], unknown: "colour"),
    Line("7", ["unit": "other", "unit_other": "Mars"], notAsked: "colour"),
  ]

  init() throws { garden = try Garden() }

  struct BaseCase: CustomTestStringConvertible {
    let base: String
    let n: Int
    let rows: [String]
    var testDescription: String { base }
  }

  @Test(
    "A count has every choice, then every state, with shares of the base alone",
    arguments: [
      BaseCase(
        base: "asked", n: 6,
        rows: [
          "red 1/6: u1", "green 1/6: u2", "blue 0/6", "pink [unlisted] 1/6: u3", "[not_applicable] 1/6: u5",
          "[blank] 1/6: u4", "[unknown] 1/6: u6",
        ]),
      BaseCase(
        base: "answered", n: 3,
        rows: [
          "red 1/3: u1", "green 1/3: u2", "blue 0/3", "pink [unlisted] 1/3: u3", "[not_applicable] 1: u5",
          "[blank] 1: u4", "[unknown] 1: u6",
        ]),
      BaseCase(
        base: "distinct", n: 7,
        rows: [
          "red 1/7: u1", "green 1/7: u2", "blue 0/7", "pink [unlisted] 1/7: u3", "[not_applicable] 1/7: u5",
          "[blank] 1/7: u4", "[unknown] 1/7: u6", "[not_asked] 1/7: Mars",
        ]),
      BaseCase(
        base: "registered", n: 6,
        rows: [
          "red 1/6: u1", "green 1/6: u2", "blue 0/6", "pink [unlisted] 1/6: u3", "[not_applicable] 1/6: u5",
          "[blank] 1/6: u4", "[unknown] 1/6: u6", "[not_asked] 1/6: Mars",
        ]),
    ])
  func count(_ expected: BaseCase) throws {
    let figure = try garden.figure("unit,colour,count,\(expected.base),,,yes,", Self.mixed)
    #expect(figure.n == expected.n)
    #expect(figure.short == expected.rows)
    #expect(figure.chain == [6, 7, 7, 6, 3, 1])
    #expect(figure.notes.contains(.unlisted(question: "colour", codes: ["pink"])))
    #expect(figure.notes.contains(.outsideRegister(count: 1)) == (expected.base == "registered"))
  }

  @Test("Several choices are counted by units, never by ticks")
  func countMultiple() throws {
    let lines = [
      Line("1", ["unit": "u1", "fruits": "apple pear"]),
      Line("2", ["unit": "u2", "fruits": "pear apple pear"]),
      Line("3", ["unit": "u3", "fruits": "plum kiwi"]), Line("4", ["unit": "u4"]),
      Line("5", ["unit": "u5"], unknown: "fruits"),
    ]
    let figure = try garden.figure("unit,fruits,count_multiple,,,,yes,", lines)
    #expect(figure.base == .answered)
    #expect(figure.n == 3)
    #expect(
      figure.short == [
        "apple 2/3: u1 u2", "pear 2/3: u1 u2", "plum 1/3: u3", "kiwi [unlisted] 1/3: u3", "[blank] 1: u4",
        "[unknown] 1: u5",
      ])
  }

  @Test("Any is yes where one question is answered, and never a no where one is unknown")
  func any() throws {
    let lines = [
      Line("1", ["unit": "u1", "note_a": "x"], unknown: "note_b"),
      Line("2", ["unit": "u2"], notApplicable: "note_a"), Line("3", ["unit": "u3"], unknown: "note_b"),
      Line("4", ["unit": "u4"], notAsked: "note_a note_b"),
      Line("5", ["unit": "u5"], notAsked: "note_a", notApplicable: "note_b"),
    ]
    let asked = try garden.figure("unit,note_*,any,,,,yes,", lines)
    #expect(asked.chain == [6, 5, 5, 4, 1, 1])
    #expect(asked.short == ["yes 1/4: u1", "no 2/4: u2 u5", "[unknown] 1/4: u3"])
    let distinct = try garden.figure("unit,note_*,any,distinct,,,yes,", lines)
    #expect(distinct.short.last == "[not_asked] 1/5: u4")
    let registered = try garden.figure("unit,note_a note_b,any,registered,,,yes,", lines)
    #expect(registered.short == ["yes 1/6: u1", "no 2/6: u2 u5", "[unknown] 1/6: u3", "[not_asked] 1/6: u4"])
  }

  @Test("Answered has a row for each question, each with its own base and its states")
  func answered() throws {
    let lines = [
      Line("1", ["unit": "u1", "note_a": "x", "note_b": "y"]), Line("2", ["unit": "u2"], unknown: "note_a"),
      Line("3", ["unit": "u3", "note_a": "z"], notAsked: "note_b"), Line("4", ["unit": "u4", "note_a": " "]),
    ]
    let figure = try garden.figure("unit,note_a note_b,answered,asked,,,yes,", lines)
    #expect(
      figure.columns.map { $0.code ?? $0.state?.rawValue } == [
        "answered", "not_applicable", "blank", "unknown", "not_asked",
      ])
    #expect(figure.short == ["note_a 2/4 (2 0 1 1 0): u1 u3", "note_b 1/3 (1 0 2 0 1): u1"])
    #expect(figure.rows[0].cells.map(\.share) == [0.5, 0, 0.25, 0.25, nil])
    #expect(figure.rows[0].cells[3].who.map(\.code) == ["u2"])
    let registered = try garden.figure("unit,note_a note_b,answered,registered,,,,", lines)
    #expect(registered.short == ["note_a 2/6 (2 0 1 1 0)", "note_b 1/6 (1 0 2 0 1)"])
  }

  @Test("All keeps the choices that everybody who answered has, and says who did not")
  func all() throws {
    let lines = [
      Line("1", ["unit": "u1", "fruits": "apple pear"]), Line("2", ["unit": "u2", "fruits": "plum pear"]),
      Line("3", ["unit": "u3"], unknown: "fruits"),
    ]
    let figure = try garden.figure("unit,fruits,all,,,,yes,", lines)
    #expect(figure.short == ["pear 2/2: u1 u2", "[unknown] 1: u3"])
    #expect(figure.notes == [.someUnknown(unknown: 1, asked: 3)])
    let nobody = try garden.figure("unit,fruits,all,,,,yes,", [Line("1", ["unit": "u1"], unknown: "fruits")])
    #expect(nobody.short == ["[unknown] 1: u1"])
    #expect(nobody.notes == [.nobodyAnswered(asked: 1, unknown: 1)])
  }

  @Test("Distinct counts records, and how many different choices they chose")
  func distinct() throws {
    let lines = [
      Line("1", ["fruits": "plum apple"]), Line("2", ["fruits": "apple"]), Line("3", [:]),
      Line("4", ["fruits": "kiwi"]),
    ]
    let figure = try garden.figure(",fruits,distinct,,,,yes,", lines)
    #expect(figure.total == 3)
    #expect(figure.n == 3)
    #expect(figure.chain == [nil, 4, 4, 4, 3, 0])
    #expect(figure.short == ["apple 2/3: 1 2", "plum 1/3: 1", "kiwi [unlisted] 1/3: 4", "[blank] 1: 3"])
  }

  @Test("Without anybody, every choice stands there with none, and no share is worked out")
  func nobody() throws {
    let figure = try garden.figure("unit,colour,count,asked,,,yes,", [])
    #expect(figure.chain == [6, 0, 0, 0, 0, 0])
    #expect(figure.rows.map(\.count) == [0, 0, 0])
    #expect(figure.rows.allSatisfy { $0.share == nil })
  }

  @Test("Dates and numbers are counted as answered; what is none is reported and counts")
  func kinds() throws {
    let lines = [
      Line("1", ["unit": "u1", "weight": "2.50", "picked": "2018-11-09"]),
      Line("2", ["unit": "u2", "weight": "heavy"]), Line("3", ["unit": "u3", "weight": " "]),
    ]
    let text = "figure,unit,question,statistic\nf,unit,weight picked,answered\n"
    let tally = try tally(plan(garden.form, text), [responses(garden.form, lines)])
    #expect(try tally.figure().short == ["weight 2/3 (2 0 1 0)", "picked 1/3 (1 0 2 0)"])
    #expect(
      tally.findings.listed.map(\.description) == [
        "garden.csv:3 weight: 'heavy' is no number; write digits, with a point for decimals, such as 2.5"
      ])
  }
}
