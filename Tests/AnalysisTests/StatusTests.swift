import Analysis
import CSV
import Calendar
import Survey
import Testing

@Suite("Who has answered")
struct StatusTests {
  private func form(_ id: String) throws -> Questionnaire {
    let attributes: [String: [String: String]] = [
      "u1": ["type": "rcp", "regions": "Africa|Europe", "frame": "yes", "short_name": "U 1"],
      "u2": ["type": "irf", "regions": "Africa", "frame": "yes"], "u3": ["type": "rcp", "frame": "yes"],
      "u4": ["type": "rcp", "regions": "Asia"], "other": ["frame": "yes"],
    ]
    return AnalysisTests.form(
      id,
      [
        try question("unit", .selectOne("units"), choiceFilter: "frame = 'yes'"),
        try question("unit_other", .text),
      ], lists: [list("units", ["u1", "u2", "u3", "u4", "other"], attributes: attributes)])
  }

  @Test("The report has who, how and when, who has not, and what does not count any more")
  func report() throws {
    let (one, two) = (try form("one"), try form("two"))
    var mail = Line("b", ["unit": "u1"], submittedAt: "2018-11-09T10:14:33Z", supersedes: "a")
    mail.source = "mail"
    let report = try StatusReport(
      by: "unit", forms: [one, two],
      from: [
        responses(
          one,
          [
            Line("a", ["unit": "u1"], submittedAt: "2018-11-01T00:00:00Z"), mail,
            Line("c", ["unit": "u4"]), Line("d", ["unit": "other", "unit_other": "Mars"]),
          ]),
        responses(
          two,
          [
            Line("e", ["unit": "u1"], submittedAt: "2018-12-01T00:00:00Z"),
            Line("f", ["unit": "u1"], submittedAt: "2018-12-02T00:00:00Z"),
          ]),
      ])
    #expect(report.registered == 3)
    #expect(report.returned == 5)
    #expect(report.distinct == 3)
    #expect(report.register.map(\.code) == ["u1", "u2", "u3"])
    #expect(report.register.map(\.hasAnswered) == [true, false, false])
    #expect(report.others.map(\.code) == ["u4", "Mars"])
    let first = try #require(report.register.first)
    #expect(first.shortName == "U 1")
    #expect(first.submissions.map(\.trace.response) == ["a", "b", "e", "f"])
    #expect(first.submissions.map(\.standing) == [.superseded, .counted, .passedOver, .counted])
    #expect(first.submissions[1].source == .mail)
    #expect(first.submissions[1].submittedAt == Instant("2018-11-09T10:14:33Z"))
    #expect(report.types.map { "\($0.name) \($0.answered)/\($0.registered)" } == ["rcp 1/2", "irf 0/1"])
    #expect(
      report.regions.map { "\($0.name) \($0.answered)/\($0.registered)" } == [
        "Africa 1/2", "Europe 1/1", " 0/1",
      ])
    #expect(report.findings.hasSameUnit)
  }

  @Test("Where the register depends on answers, it is not counted")
  func dependent() throws {
    let form = AnalysisTests.form(
      "f",
      [
        try question("region", .text),
        try question("unit", .selectOne("units"), choiceFilter: "region = ${region}"),
        try question("q", .selectOne("units")),
      ], lists: [list("units", ["u1"], attributes: ["u1": ["region": "Africa"]])])
    let file = try responses(form, [Line("a", ["unit": "u1", "q": "u1"])])
    let report = try StatusReport(by: "unit", forms: [form], from: [file])
    #expect(report.registered == nil)
    #expect(report.others.map(\.code) == ["u1"])
    let text = "figure,unit,question,statistic\nf,unit,q,count\n"
    let figure = try tally(plan(form, text), [file]).figure()
    #expect(figure.chain == [nil, 1, 1, 1, 1, 0])
    #expect(
      figure.notes.map(\.description) == [
        "the register is not counted: which choices it offers depends on region"
      ])
  }

  @Test("A unit may be a text, and then there is no register")
  func texts() throws {
    let form = AnalysisTests.form(
      "f", [try question("who", .text), try question("q", .selectOne("l"))], lists: [list("l", ["x"])])
    let file = try responses(
      form,
      [
        Line("a", ["who": "Ida", "q": "x"]), Line("b", ["who": "Ada", "q": "x"]),
        Line("c", ["who": " Ida", "q": "x"]),
      ])
    let figure = try tally(plan(form, "figure,unit,question,statistic,who\nf,who,q,count,yes\n"), [file])
      .figure()
    #expect(figure.short == ["x 2/2: Ada Ida"])
    #expect(figure.chain == [nil, 3, 2, 2, 2, 0])
  }
}
