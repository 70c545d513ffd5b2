import Expressions
import SampleForms
import Survey
import Testing

@Suite("The walk through a form")
struct WalkTests {
  @Test("A new form asks what hangs on no answer, in its order, and shows notes on the way")
  func start() {
    let session = FormSession.sample()
    #expect(
      session.asked
        == [
          "iscm", "chair_country", "chair_name", "secretariat_name", "position", "position_refine", "members",
          "why_many", "budget", "opens", "met_at", "agrees", "event_count", "submitted_by", "submitted_on",
        ])
    #expect(session.outline.walk.first == Address("welcome"))
    #expect(session.position == nil)
  }

  @Test("Position yes asks 5 to 12; in process sets 5 to 7 aside; no sets 9 to 12 aside too; 8 always stays")
  func positions() throws {
    var session = FormSession.sample()
    let fromFive = [
      "position_link", "position_date", "position_meeting", "position_revised", "position_refine", "themes",
      "main_theme", "objectives", "pursuit",
    ]
    func asked() -> [String] { session.asked.filter(fromFive.contains) }
    #expect(asked() == ["position_refine"])
    try session.enter("yes", at: "position")
    #expect(asked() == fromFive)
    try session.fill([
      "position_link": "https://example.org", "position_date": "2018-09-30", "position_revised": "no",
      "position_refine": "yes", "themes": "rights governance", "main_theme": "rights",
      "objectives": "objective_3",
      "pursuit": "By and by.\nIn two steps.",
    ])
    try session.enter("in_process", at: "position")
    #expect(asked() == ["position_refine", "themes", "main_theme", "objectives", "pursuit"])
    try session.enter("no", at: "position")
    #expect(asked() == ["position_refine"])
    #expect(
      session.review.setAside.map(\.address.description)
        == fromFive.filter {
          $0 != "position_refine" && $0 != "position_meeting"
        })
    #expect(session.review.setAside.allSatisfy { $0.because == ["position"] })
    #expect(session.cell("position_refine") == "yes")
    // Asked again, they are as they were.
    try session.enter("yes", at: "position")
    #expect(asked() == fromFive)
    #expect(session.cell("themes") == "rights governance")
    #expect(session.cell("pursuit") == "By and by.\nIn two steps.")
    #expect(session.review.setAside.isEmpty)
  }

  @Test("A question that was said not to apply is set aside like an answer")
  func notApplicableAside() throws {
    var session = FormSession.sample()
    try session.enter("yes", at: "position")
    try session.apply(.notApplicable("position_link"))
    try session.enter("no", at: "position")
    #expect(session.review.setAside.map(\.address) == ["position_link"])
    #expect(session.answered(among: ["position_link"]) == ["position_link"])
  }

  @Test("A skip names the answers behind it: through calculations, and through questions that are hidden too")
  func reasons() throws {
    var session = FormSession([
      Sample.ask("age", .integer), Sample.ask("adult", .calculate, calculation: "${age} >= 18"),
      Sample.ask("votes", .selectOne("yes_no"), relevant: "${adult} = 'true'"),
      Sample.ask("party", .text, relevant: "${votes} = 'yes' and ${adult} = 'true'"),
    ])
    #expect(session.outline.reasons(for: "votes") == ["age"])
    #expect(session.outline.reasons(for: "party") == ["age"])
    try session.enter("20", at: "age")
    #expect(session.outline.reasons(for: "party") == ["votes", "age"])
    #expect(session.outline.reasons(for: "votes") == [])
  }

  @Test("What cannot be evaluated hides nothing, requires nothing and breaks no rule")
  func broken() throws {
    let several = "${name} = 'x'"
    var session = FormSession([
      .group(Sample.group("person", Sample.text("P"), repeated: .free, [Sample.ask("name", .text)])),
      Sample.ask("hidden", .text, relevant: several),
      Sample.ask("needed", .text, required: .when(Sample.rule(several))),
      Sample.ask("ruled", .text, constraint: Question.Constraint(expression: Sample.rule(several))),
    ])
    try session.apply(.repeats(RepeatPath("person"), 2))
    try session.fill(["person[1]/name": "x", "person[2]/name": "y", "ruled": "z"])
    #expect(session.asked.contains("hidden"))
    #expect(!session.isRequired("needed"))
    #expect(session.review.pleaseLook.isEmpty)
  }

  @Test("Choices are offered as the filter says, by the columns of the list")
  func filters() throws {
    var session = FormSession.sample()
    #expect(session.choices(at: "iscm").map(\.name) == ["almaty", "prague", "puebla", "other"])
    try session.enter("yes", at: "position")
    #expect(session.choices(at: "main_theme").isEmpty)
    try session.enter("rights governance", at: "themes")
    #expect(session.choices(at: "main_theme").map(\.name) == ["rights", "governance"])
    #expect(session.choices(at: "position_link").isEmpty)
    #expect(throws: AnswerProblem.choiceNotOffered(found: "closed")) {
      _ = try session.answer(from: "closed", at: "iscm")
    }
    #expect(throws: AnswerProblem.notAsked) { _ = try session.answer(from: "x", at: "nothing") }
  }
}
