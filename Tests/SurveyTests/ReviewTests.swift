import Calendar
import SampleForms
import Survey
import Testing

@Suite("The review and the response")
struct ReviewTests {
  /// A form with all that is required.
  func complete() throws -> FormSession {
    var session = FormSession.sample()
    try session.fill(["iscm": "puebla", "submitted_by": "A. Chair"])
    return session
  }

  @Test("What is not answered, to look at, set aside and answered is listed, each in the order of the form")
  func lists() throws {
    var session = FormSession.sample()
    try session.fill([
      "position": "yes", "position_date": "2019-01-01", "themes": "rights", "main_theme": "rights",
      "members": "201",
    ])
    try session.enter("pathways", at: "themes")
    try session.apply(.notApplicable("budget"))
    let review = session.review
    #expect(review.notAnswered.first == "iscm")
    #expect(review.notAnswered.contains("why_many"))
    #expect(
      review.answered.map(\.description) == [
        "position", "position_date", "themes", "main_theme", "members", "budget", "submitted_on",
      ])
    #expect(
      review.pleaseLook.map { "\($0.address): \($0.issue)" } == [
        "iscm: missing", "position_date: brokenRule(Survey.Question.Severity.error)",
        "main_theme: choiceNotOffered(rights)", "members: brokenRule(Survey.Question.Severity.warning)",
        "why_many: missing", "submitted_by: missing",
      ])
    #expect(
      review.blocking.map(\.address) == ["iscm", "position_date", "main_theme", "why_many", "submitted_by"])
    #expect(session.issues(at: "position_link") == [])
    #expect(session.issues(at: "iscm") == [.missing])
  }

  @Test("Required by expression: while it holds, and not after")
  func requiredByExpression() throws {
    var session = FormSession.sample()
    #expect(!session.isRequired("why_many"))
    try session.enter("51", at: "members")
    #expect(session.isRequired("why_many"))
    try session.enter("50", at: "members")
    #expect(!session.isRequired("why_many"))
  }

  @Test("A choice that the list has lost blocks the submission, and is not lost")
  func lostChoice() throws {
    var session = try complete()
    try session.apply(.answer("position_refine", .one("perhaps")))
    #expect(session.review.blocking.map(\.issue) == [.choiceNotOffered("perhaps")])
    #expect(session.cell("position_refine") == "perhaps")
  }

  @Test("A response is refused with all that stands in its way, and given without")
  func refusal() throws {
    var session = FormSession.sample()
    let refusal = #expect(throws: SubmissionRefusal.self) { _ = try session.response() }
    #expect(refusal?.blocking.map(\.address) == ["iscm", "submitted_by"])
    try session.fill(["iscm": "puebla", "submitted_by": "A. Chair", "members": "201", "why_many": "So."])
    let response = try session.response()
    #expect(response.id == "uuid:1")
    #expect(response.formID == "sample")
    #expect(response.submittedBy == "A. Chair")
    #expect(response.startedAt == Moment.start)
  }

  @Test("Each column has its state: answered, blank, not applicable, not asked")
  func states() throws {
    var session = try complete()
    try session.fill(["position": "yes", "position_link": "a link", "pursuit": "x"])
    try session.enter("in_process", at: "position")
    try session.apply(.notApplicable("chair_name"))
    let response = try session.response()
    #expect(response["iscm"] == .answered(.one("puebla")))
    #expect(response["chair_country"] == .blank)
    #expect(response["chair_name"] == .notApplicable)
    #expect(response["position_link"] == .notAsked)
    #expect(response["pursuit"] == .answered(.text("x")))
    #expect(response["themes"] == .blank)
    #expect(response["iscm_other"] == .notAsked)
    #expect(response["submitted_on"] == .answered(Answer.date(Moment.start.date)))
    #expect(response.answers.states["welcome"] == nil)
    #expect(response.answers.states.count == Sample.form.columns().count)
  }

  @Test("What the tool knows is in the response: when it was opened and sent, and hidden values")
  func metadata() throws {
    let response = try complete().response()
    #expect(response["opened"] == .answered(.text("2018-11-08T16:42:00Z")))
    #expect(response["closed"] == .answered(.text("2018-11-09T10:14:33Z")))
    #expect(response["form_kind"] == .answered(.text("review")))
  }
}
