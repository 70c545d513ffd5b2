import CSV
import Calendar
import Chance
import Coding
import ResponseFiles
import Survey
import TemporaryFolders
import Testing

@Suite("Codings")
struct CodingsTests {
  private func codings(_ rows: String...) -> Codings { Codings(rows.map { row($0) }) }

  @Test("Codes are given and taken back; none of the codes is said, and differs from nothing said")
  func folds() throws {
    let codings = codings(
      "r1 why +sun ana", "r1 why +soil ana", "r1 why -sun ana", "r1 why +soil ana", "r2 why 0 ana",
      "r3 why +sun ana", "r3 why 0 ana", "r4 why 0 ana", "r4 why +sun ana", "r5 why +sun ana",
      "r5 why -sun ana",
      "r6 why 0 ana", "r6 why -0 ana", "r1 how +spade ben")
    func said(_ response: Response.ID) -> [String]? {
      codings.verdict(response, "why", by: "ana")?.codes.map(\.text)
    }
    #expect(said("r1") == ["soil"])
    #expect(said("r2") == [])
    #expect(said("r3") == [])
    #expect(said("r4") == ["sun"])
    #expect(said("r5") == nil)
    #expect(said("r6") == nil)
    #expect(codings.coders(of: "why") == ["ana"])
    #expect(codings.verdict("r1", "why", by: "ben") == nil)
  }

  @Test("One coder counts, of two what both gave, of three what two gave; what was agreed on goes before")
  func decides() {
    let codebook = reading(CodebookTests.text).codebook
    func decision(_ rows: String...) -> ([String], [String]) {
      let verdicts = Codings(rows.map { row($0) }).verdicts("r1", "why")
      let decision = Decision(verdicts, codebook: codebook, at: why)
      return (decision.entries.map(\.code.text), decision.leftOut.map(\.text))
    }
    #expect(decision("r1 why +sun ana", "r1 why +soil ana") == (["sun", "soil"], []))
    #expect(decision("r1 why +sun ana", "r1 why +soil ana", "r1 why +soil ben") == (["soil"], ["sun"]))
    #expect(decision("r1 why +sun ana", "r1 why 0 ben") == ([], ["sun"]))
    #expect(decision("r1 why +sun ana", "r1 why 0 ben", "r1 why +sun eva") == (["sun"], []))
    #expect(
      decision("r1 why +sun ana", "r1 why +sun ben", "r1 why +soil consensus") == (["soil"], []))
    #expect(decision("r1 why +sun ana", "r1 why 0 consensus") == ([], []))
  }

  @Test(
    "A code that was renamed counts as the new one, also where a coder gave both; the strongest evidence counts"
  )
  func decidesRenamed() throws {
    let codebook = reading(
      "form,question,code,label,retired,replaced_by\ngarden,why,old,Old,2,new\ngarden,why,new,New,,\n"
    ).codebook
    let rows = [
      row("r1 why +old ana coded"), row("r1 why +new ana stated"), row("r1 why +old ben derived"),
    ]
    let decision = Decision(Codings(rows).verdicts("r1", "why"), codebook: codebook, at: why)
    #expect(decision.entries.map(\.code) == ["new"])
    #expect(decision.entries.first?.coding == rows[1])
    #expect(decision.leftOut == [])
  }

  @Test("Agreement leaves out what fewer than two have coded, and counts it")
  func report() throws {
    let codings = codings(
      "r1 why +sun ana", "r1 why +sun ben", "r2 why +sun ana", "r2 why +soil ben", "r2 why +sun ben",
      "r3 why 0 ana", "r3 why 0 ben", "r4 why +soil ana", "r1 why +soil published", "r1 why 0 consensus")
    let report = AgreementReport(
      of: why, responses: ["r1", "r2", "r3", "r4", "r5"], codings: codings,
      codebook: reading(CodebookTests.text).codebook)
    #expect(report.coders == ["ana", "ben"])
    #expect(report.coded == [4, 3])
    #expect((report.answers, report.single, report.uncoded) == (5, 1, 1))
    #expect(report.codes.map(\.code) == ["sun", "soil"])
    #expect(report.codes[0].line.percent == 1)
    #expect(report.codes[0].line.alpha == 1)
    #expect(report.codes[1].line.percent == 2.0 / 3)
    #expect(report.codes[1].line.kappa == 0)
    #expect(report.codes[1].line.used == 1)
    #expect(report.overall.answers == 3)
    #expect(report.overall.percent == 2.0 / 3)
    let same = try #require(report.overall.alpha)
    let masi = try #require(report.masi)
    #expect(masi > same)
  }

  @Test("Codings come back from their file as they went in, and rows that make no sense are told")
  func file() throws {
    let temporary = try TemporaryFolder()
    let folder = ResponseFolder(path: temporary("garden"), questionnaire: garden())
    #expect(try folder.codings().rows == [])
    let rows = [row("r1 why +sun ana", version: 3), row("r2 how 0 \u{AB}ana,\u{BB} stated")]
    try folder.append(codings: [rows[0]])
    try folder.append(codings: [rows[1]])
    #expect(try folder.codings().rows == rows)
    #expect(try folder.codings().findings == [])
    let text = try #require(bytes(of: folder.codesFile))
    #expect(
      String(decoding: text, as: UTF8.self).split(separator: "\r\n").first
        == "\"instance_id\",\"question\",\"code\",\"coder\",\"act\",\"evidence\",\"source\",\"codebook_version\",\"coded_at\""
    )
    #expect(throws: ResponseFileError.self) { try folder.append(codings: rows, ifAsRead: 1) }
    #expect(try folder.codings().rows.count == 2)
  }

  @Test("Rows that make no sense are told with their place, and the others are read")
  func findings() throws {
    let temporary = try TemporaryFolder()
    let folder = ResponseFolder(path: temporary.path, questionnaire: garden())
    let text = """
      instance_id,question,code,coder,act,evidence,source,codebook_version,coded_at
      r1,why,sun,ana,code,coded,,1,
      r1,where,sun,ana,code,coded,,1,
      r1,why,,ana,code,coded,,1,
      r1,why,sun,ana,give,coded,,1,
      r1,why,sun,ana,code,coded,,0,
      r1,why,sun,ana,code,coded,,1,noon
      r1,why,sun,ana,code,guess,,1,
      r1,size,small,ana,code,coded,,1,
      ,where,sun,,give,guess,,one,noon
      r1,why

      """
    try write(text, to: folder.codesFile)
    let (rows, findings) = try folder.codings()
    #expect(rows == [row("r1 why +sun ana")])
    #expect(
      findings.map { $0.description.dropFirst(temporary.path.count + 1) } == [
        "codes.csv:3 question: found 'where', which is no question of the form; the row is not read; mend the name",
        "codes.csv:4 code: found '', expected a code; the row is not read; mend it",
        "codes.csv:5 act: found 'give', expected code, none or withdraw; the row is not read; mend it",
        "codes.csv:6 codebook_version: found '0', expected a whole number from 1; the row is not read; mend it",
        "codes.csv:7 coded_at: found 'noon', expected a time, or nothing; the row is not read; mend it",
        "codes.csv:8 evidence: found 'guess', expected stated, derived or coded; the row is not read; mend it",
        "codes.csv:9 question: found 'size', which is a select_one: its answers are choices and are not coded; "
          + "the row is not read; mend the name",
        "codes.csv:10 question: found 'where', which is no question of the form; the row is not read; mend the name",
        "codes.csv:10 instance_id: found '', expected the id of a response; the row is not read; mend it",
        "codes.csv:10 coder: found '', expected the name of a coder; the row is not read; mend it",
        "codes.csv:10 act: found 'give', expected code, none or withdraw; the row is not read; mend it",
        "codes.csv:10 evidence: found 'guess', expected stated, derived or coded; the row is not read; mend it",
        "codes.csv:10 codebook_version: found 'one', expected a whole number from 1; the row is not read; mend it",
        "codes.csv:10 coded_at: found 'noon', expected a time, or nothing; the row is not read; mend it",
        "codes.csv:11: found 2 cells, expected 9; the row is not read; mend it",
      ])
    let codebook = reading(CodebookTests.text).codebook
    let check = CodingCheck(
      [
        (row("r1 why +son ana"), 2), (row("r2 why +sun ana", version: 2), 3), (row("r3 why +gone ana"), 4),
        (row("r3 why -gone ana"), 5), (row("r1 why +son ben"), 6), (row("r2 why +sun ben", version: 2), 7),
      ],
      in: "codes.csv", of: garden(), codebooks: [codebook])
    #expect(
      check.findings(responses: ["r1": false, "r2": true]).map(\.description) == [
        "codes.csv:2 code: found 'son', which the codebook does not have; it is counted in a row of its own; did you mean 'sun'?",
        "codes.csv:3 instance_id: found codings of 'r2', which another response has replaced; they are not counted; code the newer one",
        "codes.csv:3 codebook_version: made with version 2 of the codebook, which is at version 1; take the newer codebook",
        "codes.csv:4 instance_id: found codings of 'r3', which is no response of the response file; they are not counted; mend the id",
        "codes.csv:6 code: found 'son', which the codebook does not have; it is counted in a row of its own; did you mean 'sun'?",
      ])
  }

  @Test("What a session toggles at random is what its rows say", arguments: 1...30)
  func toggles(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let codebook = reading(CodebookTests.text).codebook
    let items = (0..<3).map {
      CodingSession.Item(response: Response.ID("r\($0)"), who: "", text: "", file: "", line: $0)
    }
    var session = CodingSession(items, at: why, by: "ana", codebook: codebook, codings: Codings())
    var rows: [Coding] = []
    var expected: [Response.ID: Set<String>] = [:]
    for _ in 0..<60 {
      switch Int.random(in: 0..<5, using: &random) {
      case 0 where session.position < 2: session.goOn()
      case 1: session.goBack()
      case 2:
        let row = try #require(session.row(toggling: nil, at: .init(secondsSinceEpoch: 0)))
        let id = row.response
        expected[id] = expected[id] == ["none"] ? [] : ["none"]
        rows.append(row)
        session.add(row)
      default:
        let code = try #require(codebook.codesInUse(at: why).randomElement(using: &random)).name
        let row = try #require(session.row(toggling: code, at: .init(secondsSinceEpoch: 0)))
        var codes = (expected[row.response] ?? []).subtracting(["none"])
        if codes.remove(code.text) == nil { codes.insert(code.text) }
        expected[row.response] = codes
        rows.append(row)
        session.add(row)
      }
    }
    let codings = Codings(rows)
    for (id, codes) in expected {
      let verdict = codings.verdict(id, "why", by: "ana")
      let found = verdict.map { $0.isNone ? ["none"] : Set($0.codes.map(\.text)) } ?? []
      #expect(found == codes)
    }
    #expect(session.codedCount == expected.values.count { !$0.isEmpty })
  }
}
