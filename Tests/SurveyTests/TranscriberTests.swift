import SampleForms
import Survey
import Testing

@Suite("Transcribing answers from print")
struct TranscriberTests {
  @Test("What is not given is unknown, what is said to be empty is blank; no default is entered")
  func states() throws {
    var session = FormSession.sample(.transcriber)
    try session.enter("puebla", at: "iscm")
    try session.apply(.clear("chair_country"))
    try session.apply(.notApplicable("chair_name"))
    try session.apply(.unknown("secretariat_name"))
    try session.enter("no", at: "position")
    let response = try session.response()
    #expect(response["chair_country"] == .blank)
    #expect(response["chair_name"] == .notApplicable)
    #expect(response["secretariat_name"] == .unknown)
    #expect(response["position_refine"] == .unknown)
    #expect(response["position_link"] == .notAsked)
    #expect(response["submitted_on"] == .unknown)
    #expect(response["opened"] == .blank)
    #expect(response.startedAt == nil)
    #expect(session.review.unknown == ["secretariat_name"])
  }

  @Test(
    "What hangs on an unknown answer is unknown, not skipped: directly, through a calculation, through another"
  )
  func hanging() throws {
    var session = FormSession(
      [
        Sample.ask("a", .integer), Sample.ask("twice", .calculate, calculation: "${a} * 2"),
        Sample.ask("b", .selectOne("yes_no"), relevant: "${twice} > 4"),
        Sample.ask("c", .text, relevant: "${b} = 'yes'"),
        .group(Sample.group("g", Sample.text("G"), relevant: "${b} = 'yes'", [Sample.ask("d", .text)])),
      ], mode: .transcriber)
    var response = try session.response()
    for name in ["a", "twice", "b", "c", "d"] as [Question.Name] {
      #expect(response[name] == .unknown, "\(name)")
    }
    #expect(session.asked == ["a"])
    try session.enter("1", at: "a")
    response = try session.response()
    #expect(response["twice"] == .answered(.text("2")))
    for name in ["b", "c", "d"] as [Question.Name] { #expect(response[name] == .notAsked, "\(name)") }
    try session.enter("3", at: "a")
    response = try session.response()
    for name in ["b", "c", "d"] as [Question.Name] { #expect(response[name] == .unknown, "\(name)") }
  }

  @Test(
    "A condition that a known answer decides is decided, whatever the unknown one is",
    arguments: [
      ("${known} = 'yes' and ${lost} = 'yes'", AnswerState.notAsked),
      ("${lost} = 'yes' and ${known} = 'yes'", .notAsked),
      ("${known} = 'no' or ${lost} = 'yes'", .unknown), ("not(${lost} = 'yes')", .unknown),
      ("not(${known} = 'no' or ${lost} = 'yes')", .notAsked),
      ("${known} = 'yes' or ${lost} = 'yes'", .unknown),
      ("${lost} != 'yes'", .unknown), ("${known} = 'no' and ${lost} = 'yes'", .unknown),
    ])
  func decided(relevant: String, state: AnswerState) throws {
    var session = FormSession(
      [
        Sample.ask("known", .selectOne("yes_no")), Sample.ask("lost", .selectOne("yes_no")),
        Sample.ask("q", .text, relevant: relevant),
      ], mode: .transcriber)
    try session.enter("no", at: "known")
    #expect(try session.response()["q"] == state)
  }

  @Test("An answer that is there shows that its question was asked, though nobody knows the answer before it")
  func given() throws {
    var session = FormSession.sample(.transcriber)
    try session.fill(["iscm": "puebla", "themes": "rights", "main_theme": "rights"])
    #expect(session.outline.isAsked("themes"))
    let response = try session.response()
    #expect(response["position"] == .unknown)
    #expect(response["themes"] == .answered(.several(["rights"])))
    #expect(response["main_theme"] == .answered(.one("rights")))
    #expect(response["objectives"] == .unknown)
    #expect(session.review.setAside.isEmpty)
    // Once the answer before it is known to be no, it was not asked.
    try session.enter("no", at: "position")
    #expect(session.review.setAside.map(\.address) == ["themes", "main_theme"])
  }

  @Test(
    "What is unknown satisfies a requirement; what was left empty does not, and a respondent is not excused")
  func required() throws {
    var session = FormSession.sample(.transcriber)
    _ = try session.response()
    try session.apply(.unknown("iscm"))
    _ = try session.response()
    try session.apply(.clear("iscm"))
    let refusal = #expect(throws: SubmissionRefusal.self) { _ = try session.response() }
    #expect(refusal?.blocking.map(\.address) == ["iscm"])
    var respondent = FormSession.sample()
    #expect(throws: FormRefusal.onlyWhenTranscribing("iscm")) { try respondent.apply(.unknown("iscm")) }
  }

  @Test("Rules and filters that look at an unknown answer stand in nobody's way")
  func rules() throws {
    var session = FormSession(
      [
        Sample.ask("first", .date),
        Sample.ask("last", .date, constraint: Question.Constraint(expression: Sample.rule(". >= ${first}"))),
        Sample.ask("all", .selectMultiple("theme")),
        Sample.ask("best", .selectOne("theme"), filter: "selected(${all}, name)"),
      ], mode: .transcriber)
    try session.fill(["last": "2018-11-09", "best": "rights"])
    #expect(session.review.blocking.isEmpty)
    try session.fill(["first": "2018-11-10", "all": "pathways"])
    #expect(session.review.blocking.map(\.address) == ["last", "best"])
  }

  @Test("How often a group was repeated is unknown until somebody says so")
  func repeats() throws {
    var session = FormSession.sample(.transcriber)
    #expect(try session.response()["all_states"] == .unknown)
    try session.apply(.repeats(RepeatPath("region"), 2))
    try session.enter("3", at: "region[1]/region_states")
    #expect(try session.response()["all_states"] == .unknown)
    try session.enter("4", at: "region[2]/region_states")
    #expect(try session.response()["all_states"] == .answered(.text("7")))
  }
}
