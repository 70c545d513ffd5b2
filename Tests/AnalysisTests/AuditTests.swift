import Analysis
import CSV
import Coding
import ResponseFiles
import Survey
import Testing

@Suite("Claims and the data")
struct AuditTests {
  let paper: Questionnaire
  let talk: Questionnaire
  let plan: FigurePlan

  init() throws {
    let lists = [list("units", ["a", "b", "c", "d", "e"]), list("yes_no", ["yes", "no"])]
    let unit = try question("unit", .selectOne("units"))
    paper = form(
      "paper",
      [
        unit, try question("position", .selectOne("yes_no")), try question("why", .text),
        try question("goods", .selectMultiple("yes_no")), try question("partner_one", .text),
        try question("partner_two", .text),
      ], lists: lists)
    talk = form("talk", [unit, try question("value", .text)], lists: lists)
    plan = AnalysisTests.plan(
      paper,
      """
      figure,sources,unit,question,statistic
      one,paper talk,unit,position,count
      two,paper talk,unit,partner_*,any
      """, others: [talk])
  }

  /// Three papers and two talks, `b` gave both; what `c` said is unknown but for its position.
  private var files: [ResponseFile] {
    get throws {
      let rest = "goods partner_one partner_two"
      return [
        try responses(
          paper,
          [
            Line("1", ["unit": "a", "position": "yes", "goods": "yes no", "partner_one": "Z"]),
            Line("2", ["unit": "b", "position": "no", "why": "So."], unknown: rest),
            Line("3", ["unit": "c", "position": "no"], unknown: "why \(rest)"),
          ]),
        try responses(talk, [Line("4", ["unit": "b"]), Line("5", ["unit": "d"])]),
      ]
    }
  }

  private func audit(_ lines: String, codings: [Questionnaire.ID: Codings] = [:]) throws -> Audit {
    let list = ClaimList(
      CSVReader("id,measure,question,code,value,source\n" + lines), file: "claims.csv", plan: plan)
    if let problem = list.problems.first { throw problem }
    return try Audit(of: list.claims, plan: plan, codings: codings, from: files, now: someDay)
  }

  /// `x disagrees 3...3: counted a b c; elsewhere d`.
  private func short(_ finding: Audit.Finding) -> String {
    let evidence = finding.evidence.map { part in
      "\(part.part.rawValue) \(part.units.map(\.code).joined(separator: " "))"
    }
    let found = finding.found.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0)" } ?? "–"
    return "\(finding.verdict.rawValue) \(found): \(evidence.joined(separator: "; "))"
  }

  @Test(
    "Each measure",
    arguments: [
      (",returned,,,3,", "agrees 3: counted a b c; several_returns b; elsewhere d"),
      (",returned,,,4,", "disagrees 3: counted a b c; several_returns b; elsewhere d"),
      (",distinct,,,4,", "agrees 4: counted a b c d; several_returns b"),
      (",distinct,,,5,", "disagrees 4: counted a b c d; several_returns b"),
      (",count,position,no,2,", "agrees 2: counted b c; otherwise a; not_asked d"),
      (",count,position,no,3,", "disagrees 2: counted b c; otherwise a; not_asked d"),
      (",count,position,yes no,3,", "agrees 3: counted a b c; not_asked d"),
      (",count,goods,yes no,1,", "cannot_be_checked 1...3: counted a; unknown b c"),
      (",count,goods,yes,4,", "disagrees 1...3: counted a; unknown b c"),
      (
        ",count,goods,yes where position is no,0,",
        "cannot_be_checked 0...2: unknown b c"
      ),
      (",blank,why,,1,", "cannot_be_checked 1...2: counted a; otherwise b; unknown c"),
      (",blank,why,,3,", "disagrees 1...2: counted a; otherwise b; unknown c"),
      (",any,partner_*,,1,", "cannot_be_checked 1...3: counted a; unknown b c; not_asked d"),
      (",any,partner_*,,4,", "disagrees 1...3: counted a; unknown b c; not_asked d"),
      (",distinct,position,,2,", "agrees 2: counted yes no"),
    ])
  func measures(_ line: String, _ expected: String) throws {
    let audit = try audit("x" + line)
    #expect(audit.findings.map(short) == [expected])
    #expect(audit.disagrees == expected.hasPrefix("disagrees"))
  }

  @Test("Whoever was coded has answered: that decides what is about having answered")
  func coded() throws {
    func coding(_ response: Response.ID, _ question: Question.Name) -> Coding {
      Coding(
        response: response, question: question, code: "a", coder: "clerk", act: .code, evidence: .stated,
        source: "", version: 1, time: nil)
    }
    let codings = Codings([coding("3", "why"), coding("2", "partner_two")])
    let findings = try audit(
      "x,blank,why,,2,\ny,any,partner_*,,1,\nz,count,goods,yes,1,", codings: ["paper": codings]
    )
    .findings
    #expect(
      findings.map(short) == [
        "disagrees 1: counted a; otherwise b; coded c",
        "disagrees 2...3: counted a; coded b; unknown c; not_asked d",
        "cannot_be_checked 1...3: counted a; unknown b c",
      ])
  }

  @Test("Claims of one question with one answer add up to no more than were asked")
  func sums() throws {
    let audit = try audit(
      "x,count,position,yes,1,\ny,count,position,no,3,\nz,count,goods,yes,3,\nw,count,goods,no,3,")
    #expect(audit.sums.map { "\($0.claims) \($0.value)/\($0.asked)" } == ["[x, y] 4/3"])
    #expect(audit.sums.map(\.verdict) == [.disagrees])
    #expect(
      try self.audit("x,count,position,yes,1,\ny,count,position,no,2,").sums.map(\.verdict) == [.agrees])
  }

  @Test("Of a suppressed figure nothing is told, of an anonymous one nobody")
  func attribution() throws {
    for (attribution, expected) in [
      ("suppressed", "cannot_be_checked –: "), ("anonymous", "disagrees 2: "),
    ] {
      let plan = AnalysisTests.plan(
        paper,
        """
        figure,sources,unit,question,statistic,attribution
        one,paper talk,unit,position,count,\(attribution)
        """, others: [talk])
      let list = ClaimList(
        CSVReader("id,measure,question,code,value,source\nx,count,position,no,5,"), file: "claims.csv",
        plan: plan)
      let audit = try Audit(of: list.claims, plan: plan, from: files, now: someDay)
      #expect(audit.findings.map(short) == [expected])
      #expect(audit.sums.isEmpty)
    }
  }

  @Test("Every problem of a file of claims is told at once, each with its place")
  func problems() {
    let list = ClaimList(
      CSVReader(
        """
        id,measure,question,code,value,source
        x,count,position,maybe,3,
        x,counted,position,yes,3,
        ,count,,yes,,
        z,returned,position,yes,-1,
        w,count,postion,yes where unit,3,
        v,blank,partner_*,,2,
        """), file: "claims.csv", plan: plan)
    #expect(list.claims.isEmpty)
    #expect(
      list.problems.map(\.description) == [
        "claims.csv:2 code: 'maybe' is none of yes, no; use one of them",
        "claims.csv:3 id: 'x' stands on line 2 already; give it another name",
        "claims.csv:3 measure: 'counted' is none of returned, distinct, count, blank, any, total, most; did you mean 'count'?",
        "claims.csv:4 id: the cell is empty; write a name for the claim",
        "claims.csv:4 value: the cell is empty; write the number that was published",
        "claims.csv:4 question: the cell is empty; write the name of a question",
        "claims.csv:5 value: '-1' is no count; write a whole number, from 0",
        "claims.csv:5 question: 'returned' has no use for 'position'; leave the cell empty",
        "claims.csv:5 code: 'returned' has no use for 'yes'; leave the cell empty",
        "claims.csv:6 question: 'postion' is no question of paper; did you mean 'position'?",
        "claims.csv:6 code: 'unit' is no condition; write 'where', a question, 'is', and its codes: "
          + "where position is yes",
        "claims.csv:7 question: 'blank' is about one question, but 2 are named; make a claim of each",
      ])
  }
}
