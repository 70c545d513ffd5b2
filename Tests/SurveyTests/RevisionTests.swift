import SampleForms
import Survey
import Testing

@Suite("Corrections of a response")
struct RevisionTests {
  func first() throws -> Response {
    var session = FormSession.sample()
    try session.fill([
      "iscm": "puebla", "submitted_by": "A. Chair", "position": "yes", "themes": "rights", "event_count": "1",
      "event[1]/event_title": "Launch", "event[1]/event_public": "yes",
    ])
    try session.apply(.notApplicable("budget"))
    try session.apply(.repeats(RepeatPath("guest", in: RepeatPath("event").step(1)), 2))
    try session.enter("Ana", at: "event[1]/guest[2]/guest_name")
    return try session.response()
  }

  @Test("A correction begins with the answers of the response that it supersedes, repeats and all")
  func takenOver() throws {
    let earlier = try first()
    let session = FormSession(Sample.form, id: "uuid:2", startedAt: Moment.end, correcting: earlier)
    #expect(session.supersedes == "uuid:1")
    let later = try session.response()
    #expect(later.supersedes == "uuid:1")
    #expect(later.id == "uuid:2")
    for question in Sample.form.columns() where question.name != "opened" {
      #expect(later[question.name] == earlier[question.name], "\(question.name)")
    }
    #expect(later.answers.repeats == earlier.answers.repeats)
    var again = session
    #expect(try again.apply(.undo) == nil)
  }

  @Test("What the questionnaire no longer has, or has elsewhere or of another kind, is not taken over")
  func otherForm() throws {
    let form = Sample.questionnaire([
      Sample.ask("iscm", .selectOne("register.csv")), Sample.ask("position", .text),
      Sample.ask("event_title", .text), Sample.ask("form_kind", .hidden, start: "'new'"),
    ])
    let session = FormSession(form, id: "uuid:2", startedAt: Moment.end, correcting: try first())
    #expect(session.entries == ["iscm": .answered(.one("puebla")), "form_kind": .answered(.text("review"))])
  }

  @Test("A respondent who corrects what a transcriber entered finds the unknown answers empty")
  func unknown() throws {
    var transcriber = FormSession.sample(.transcriber)
    try transcriber.enter("puebla", at: "iscm")
    try transcriber.apply(.clear("chair_name"))
    let earlier = try transcriber.response()
    let respondent = FormSession(Sample.form, id: "uuid:2", startedAt: Moment.end, correcting: earlier)
    #expect(respondent.entries == ["iscm": .answered(.one("puebla"))])
    let again = FormSession(
      Sample.form, id: "uuid:2", mode: .transcriber, startedAt: Moment.end, correcting: earlier)
    #expect(again.entries["chair_name"] == .blank)
    #expect(again.entries["chair_country"] == .unknown)
  }
}
