import Analysis
import CSV
import Calendar
import Coding
import ResponseFiles
import Survey
import Testing

/// Two forms that ask the same units open questions, with a codebook for both.
private struct Fields {
  let main: Questionnaire
  let interview: Questionnaire

  static let book = """
    form,question,code,label,version,retired,replaced_by
    main,why,sun,Sun,,,
    main,why,soil,Soil,,,
    main,why,earth,Earth,1,2,soil
    main,why,moon,Moon,1,2,
    interview,how,sun,Sun,,,

    """

  init() throws {
    let lists = [list("units", ["u1", "u2", "u3", "u4", "u5", "u6"])]
    let unit = try question("unit", .selectOne("units"))
    main = form("main", [unit, try question("why", .text), try question("note", .text)], lists: lists)
    interview = form(
      "interview", [unit, try question("how", .text), try question("why", .text)], lists: lists)
  }

  private func codebook() throws -> Codebook {
    let (codebook, problems) = Codebook.reading(
      CSVReader(Self.book), file: "book.csv", language: .unnamed
    ) { id in [main, interview].first { $0.id == id } }
    if let problem = problems.first { throw problem }
    return codebook
  }

  func plan(_ line: String) throws -> FigurePlan {
    let text = "figure,sources,unit,question,statistic,base,filter,who,attribution,codebook\nf,\(line)\n"
    let codebook = try codebook()
    return FigurePlan(
      CSVReader(text), file: "figures.csv", home: main,
      form: { id in [main, interview].first { $0.id == id } },
      codebook: { $0 == "book.csv" ? codebook : nil })
  }

  func figure(
    _ line: String, _ lines: [Line], _ other: [Line] = [], coded codings: [Coding],
    of otherCodings: [Coding] = [],
    threshold: Int = Figure.usualThreshold
  ) throws -> Figure {
    let plan = try plan(line)
    if let problem = plan.problems.first { throw problem }
    return try Tally(
      of: plan.figures, from: [responses(main, lines), responses(interview, other)],
      codings: ["main": Codings(codings), "interview": Codings(otherCodings)], now: someDay,
      threshold: threshold
    ).figure()
  }
}

private func coding(
  _ response: String, _ code: String?, question: Question.Name = "why", _ coder: Coding.Coder = "ana",
  _ evidence: Provenance.Evidence = .coded
) -> Coding {
  Coding(
    response: Response.ID(response), question: question, code: code.map { Codebook.Code.Name($0) },
    coder: coder, act: code == nil ? .none : .code, evidence: evidence, version: 1, time: nil)
}

@Suite("Codes of open answers")
struct CodedTests {
  private let fields: Fields

  init() throws { fields = try Fields() }

  /// Coded, coded, none of the codes, not coded, blank, unknown.
  private static let lines = [
    Line("1", ["unit": "u1", "why": "bright"]), Line("2", ["unit": "u2", "why": "bright and deep"]),
    Line("3", ["unit": "u3", "why": "no idea"]), Line("4", ["unit": "u4", "why": "later"]),
    Line("5", ["unit": "u5"]), Line("6", ["unit": "u6"], unknown: "why"),
  ]
  private static let codings = [
    coding("1", "sun"), coding("2", "sun"), coding("2", "soil"), coding("3", nil),
  ]

  @Test(
    "Each code has its units; what is not coded, blank or unknown stands apart",
    arguments: [
      (
        "coded",
        [
          "sun 2/3: u1 u2", "soil 1/3: u2", "[blank] 1: u5", "[unknown] 1: u6", "[no_code] 1/3: u3",
          "[uncoded] 1: u4",
        ]
      ),
      (
        "answered",
        [
          "sun 2/4: u1 u2", "soil 1/4: u2", "[blank] 1: u5", "[unknown] 1: u6", "[no_code] 1/4: u3",
          "[uncoded] 1/4: u4",
        ]
      ),
      (
        "asked",
        [
          "sun 2/6: u1 u2", "soil 1/6: u2", "[blank] 1/6: u5", "[unknown] 1/6: u6", "[no_code] 1/6: u3",
          "[uncoded] 1/6: u4",
        ]
      ),
    ])
  func bases(_ base: String, _ rows: [String]) throws {
    let figure = try fields.figure(
      "main,unit,why,coded,\(base),,yes,,book.csv", Self.lines, coded: Self.codings)
    #expect(figure.short == rows)
    #expect(figure.chain == [6, 6, 6, 6, 4, 1])
    #expect(figure.bases.coded == 3)
    #expect(figure.columns == [])
    #expect(figure.codebook == CodebookUse(name: "book.csv", version: 2))
  }

  @Test("Quotations are the answers as they were given, each with its response and its coder")
  func quotations() throws {
    let figure = try fields.figure("main,unit,why,coded,,,yes,,book.csv", Self.lines, coded: Self.codings)
    let sun = figure.rows[0].quotations
    #expect(sun.map(\.text) == ["bright", "bright and deep"])
    #expect(sun.map(\.participant.code) == ["u1", "u2"])
    #expect(sun.map(\.trace.line) == [2, 3])
    #expect(sun.map(\.coder) == ["ana", "ana"])
    let silent = try fields.figure("main,unit,why,coded,,,,,book.csv", Self.lines, coded: Self.codings)
    #expect(silent.rows.allSatisfy { $0.quotations.isEmpty && $0.who.isEmpty })
    #expect(silent.rows.map(\.count) == figure.rows.map(\.count))
  }

  @Test(
    "A code of an answer that nobody knows any more shows that there was one; stated and derived stand apart")
  func published() throws {
    let lines = ["u1", "u2", "u3"].map { Line($0, ["unit": $0], unknown: "why") }
    let interviews = [Line("i1", ["unit": "u1"], unknown: "how"), Line("i4", ["unit": "u4"], unknown: "how")]
    let figure = try fields.figure(
      "main interview,unit,why how,coded,asked,,yes,,book.csv", lines, interviews,
      coded: [coding("u1", "sun", "published", .derived), coding("u2", "soil", "published", .stated)],
      of: [
        coding("i1", "sun", question: "how", "published", .stated),
        coding("i4", "sun", question: "how", "published", .derived),
      ])
    // One unit counts once, by the strongest that is known of it.
    #expect(figure.short == ["sun 2/4 (1 1): u1 u4", "soil 1/4 (1 0): u2", "[unknown] 1/4 (0 0): u3"])
    #expect(figure.columns.map(\.code) == ["stated", "derived"])
    #expect(figure.chain == [6, 5, 4, 4, 3, 1])
    #expect(figure.rows[0].quotations.map(\.text) == [nil, nil, nil])
    #expect(figure.rows[0].quotations.map(\.question) == ["why", "how", "how"])
  }

  @Test("A form for whose question the codebook has no code is not looked at")
  func otherPairs() throws {
    let interviews = [Line("i1", ["unit": "u1", "why": "said in the interview"])]
    let figure = try fields.figure(
      "interview main,unit,why,coded,distinct,,yes,,book.csv", [], interviews, coded: [],
      of: [coding("i1", "sun")])
    #expect(figure.short == ["sun 0/1", "soil 0/1", "[not_asked] 1/1: u1"])
  }

  @Test(
    "Renamed codes count as the new ones, given up and unknown ones in rows of their own: nothing is dropped")
  func renamed() throws {
    let figure = try fields.figure(
      "main,unit,why,coded,,,yes,,book.csv", Self.lines,
      coded: [coding("1", "earth"), coding("2", "moon"), coding("3", "mars"), coding("2", "soil")])
    #expect(
      figure.short.prefix(4) == [
        "sun 0/3", "soil 2/3: u1 u2", "moon [unlisted] 1/3: u2", "mars [unlisted] 1/3: u3",
      ])
    #expect(figure.notes.contains(.codesReplaced(["earth → soil"])))
    #expect(figure.notes.contains(.codesNotInUse(["moon", "mars"])))
  }

  @Test("Where coders disagree, codes that no more than half of them gave are left out and told")
  func disputed() throws {
    let figure = try fields.figure(
      "main,unit,why,coded,,,yes,,book.csv", Self.lines,
      coded: [
        coding("1", "sun"), coding("1", nil, "ben"), coding("2", "sun"), coding("2", "sun", "ben"),
        coding("2", "soil", "ben"), coding("3", nil), coding("3", nil, "ben"),
      ])
    #expect(
      figure.short == [
        "sun 1/3: u2", "soil 0/3", "[blank] 1: u5", "[unknown] 1: u6", "[no_code] 1/3: u3",
        "[disputed] 1/3: u1",
        "[uncoded] 1: u4",
      ])
    #expect(figure.notes.contains(.codersDisagree(answers: 2, codes: ["soil", "sun"])))
  }

  @Test("Codings of a response that was replaced do not count for the one that replaced it")
  func superseded() throws {
    let lines = [
      Line("1", ["unit": "u1", "why": "old"]), Line("2", ["unit": "u1", "why": "new"], supersedes: "1"),
    ]
    let figure = try fields.figure(
      "main,unit,why,coded,answered,,yes,,book.csv", lines, coded: [coding("1", "sun")])
    #expect(figure.short == ["sun 0/1", "soil 0/1", "[uncoded] 1/1: u1"])
  }

  @Test("Who may not be named is not quoted, and small counts are withheld with their parts")
  func attribution() throws {
    let codings = [
      coding("1", "sun", "ana", .stated), coding("2", "sun", "ana", .stated),
      coding("3", "sun", "ana", .derived),
    ]
    for attribution in ["anonymous", "suppressed"] {
      let figure = try fields.figure(
        "main,unit,why,coded,,,yes,\(attribution),book.csv", Self.lines, coded: codings, threshold: 3)
      #expect(figure.rows.allSatisfy { $0.who.isEmpty && $0.quotations.isEmpty })
      #expect(figure.rows.allSatisfy { $0.cells.allSatisfy(\.who.isEmpty) })
      if attribution == "suppressed" { #expect(figure.short[0] == "sun 3/3 (– –)") }
    }
    let small = try fields.figure(
      "main,unit,why,coded,,,,suppressed,book.csv", Self.lines, coded: Self.codings)
    #expect(small.rows[0].count == nil)
    #expect(small.bases.answered == nil)
    #expect(small.bases.coded == nil)
  }

  @Test("What a plan says of codes and cannot be counted is told")
  func problems() throws {
    func problem(_ line: String) throws -> [String] { try fields.plan(line).problems.map(\.description) }
    #expect(
      try problem("main,unit,why,coded,,,,,") == [
        "figures.csv:2 codebook: the cell is empty; write the file of the codes"
      ])
    #expect(
      try problem("main,unit,why,coded,,,,,bok.csv") == [
        "figures.csv:2 codebook: there is no codebook 'bok.csv' beside the plan; write the name of its file, such as codebook.csv"
      ])
    #expect(
      try problem("main,unit,note,coded,,,,,book.csv") == [
        "figures.csv:2 question: book.csv has no code for 'note' of main; write its codes there, or name another question"
      ])
    #expect(
      try problem("main,unit,unit,count,coded,,,,book.csv") == [
        "figures.csv:2 base: 'coded' is a base of codes alone; use distinct, asked or answered",
        "figures.csv:2 codebook: 'count' counts no codes; leave the cell empty, or count with coded",
      ])
  }
}
