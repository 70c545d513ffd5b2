import Calendar
import SampleForms
import Survey
import Testing

@Suite("Calculations and defaults")
struct CalculationTests {
  @Test("Calculations that lean on each other are worked out in any order")
  func leaning() throws {
    var session = FormSession([
      Sample.ask("c", .calculate, calculation: "${b} + 1"),
      Sample.ask("b", .calculate, calculation: "${a} * 2"),
      Sample.ask("a", .integer),
    ])
    #expect(session.outline.workedOut("c") == "")
    try session.enter("20", at: "a")
    #expect(session.outline.workedOut("c") == "41")
    #expect(session.outline.workedOut("a") == nil)
  }

  @Test("The present is that of the clock of who fills the form")
  func localClock() throws {
    // 23:30 in New York, when it is the next day in UTC.
    let start = try #require(Instant("2018-11-09T23:30:00-05:00"))
    let session = FormSession(
      Sample.questionnaire([
        Sample.ask("day", .metadata(.today)), Sample.ask("begun", .metadata(.start)),
        Sample.ask("today", .calculate, calculation: "today()"),
        Sample.ask("now", .dateTime, calculation: "now()"),
        Sample.ask("same", .calculate, calculation: "today() = ${day} and now() = ${begun}"),
        Sample.ask("later", .calculate, calculation: "${today} < date('2018-11-10')"),
        Sample.ask(
          "read", .calculate, calculation: "format-date-time('2018-11-09T10:00:00+03:00', '%d %H:%M')"),
        Sample.ask("days", .calculate, calculation: "decimal-date-time(${day})"),
        Sample.ask("part", .calculate, calculation: "decimal-time(${begun})"),
      ]), id: "uuid:1", startedAt: start, localOffset: -5 * 3600)
    #expect(session.outline.workedOut("today") == "2018-11-09")
    #expect(session.outline.workedOut("now") == "2018-11-09T23:30:00.000-05:00")
    #expect(session.outline.workedOut("same") == "true")
    #expect(session.outline.workedOut("later") == "true")
    #expect(session.outline.workedOut("read") == "09 02:00")
    #expect(session.outline.workedOut("days") == "17844.208333333332")
    #expect(session.outline.workedOut("part") == "0.9791666666678793")
    let response = try session.response()
    #expect(response["day"].answer?.cell == "2018-11-09")
    #expect(response["begun"].answer?.cell == "2018-11-10T04:30:00Z")
  }

  @Test("The identity of the response can be named")
  func instanceID() throws {
    let session = FormSession([
      Sample.ask("a", .calculate, calculation: "concat(${instanceID}, ' ', /data/meta/instanceID)"),
      Sample.ask("b", .note),
    ])
    #expect(session.outline.workedOut("a") == "uuid:1 uuid:1")
    #expect(session.outline.filled("No. ${instanceID}", in: []) == "No. uuid:1")
    // A question of this name is the question.
    let other = FormSession([
      Sample.ask("instanceID", .calculate, calculation: "1 + 1"),
      Sample.ask("a", .calculate, calculation: "${instanceID}"),
    ])
    #expect(other.outline.workedOut("a") == "2")
  }

  @Test("A calculation of a question that is not asked counts as no answer, and is not sent")
  func irrelevant() throws {
    var session = FormSession([
      Sample.ask("a", .integer), Sample.ask("b", .calculate, relevant: "${a} > 5", calculation: "${a} * 2"),
      Sample.ask("c", .calculate, calculation: "concat('<', ${b}, '>')"),
    ])
    try session.enter("5", at: "a")
    #expect(session.outline.workedOut("c") == "<>")
    #expect(try session.response()["b"] == .notAsked)
    try session.enter("6", at: "a")
    #expect(try session.response()["c"] == .answered(.text("<12>")))
  }

  @Test(
    "A worked-out value is an answer of the question's own kind, so that a response file gives it back",
    arguments: [
      (.integer, "7 div 2", "3"), (.integer, "-7 div 2", "-3"), (.integer, "1 div 0", nil),
      (.integer, "'x' * 2", nil), (.decimal, "5 div 2", "2.5"), (.decimal, "3", "3"),
      (.decimal, "10000000 * 10000000", "100000000000000"), (.decimal, "1 div 80000", "0.0000125"),
      (.date, "today()", "2018-11-08"), (.dateTime, "now()", "2018-11-08T16:42:00.000+00:00"),
      (.calculate, "now()", "2018-11-08T16:42:00.000+00:00"), (.calculate, "number('x')", nil),
      (.calculate, "''", nil),
      (.selectOne("yes_no"), "if(1 = 1, 'yes', 'no')", "yes"), (.selectOne("yes_no"), "'perhaps'", nil),
      (.selectMultiple("theme"), "'governance rights'", "rights governance"),
      (.text, "concat('a', 'b')", "ab"), (.time, "now()", "16:42:00"),
    ] as [(Question.Kind, String, String?)])
  func kinds(kind: Question.Kind, calculation: String, cell: String?) throws {
    let session = FormSession([Sample.ask("q", kind, calculation: calculation)])
    let state = try session.response()["q"]
    #expect(state.answer?.cell == cell)
    let question = try #require(session.questionnaire.question("q"))
    let list = session.questionnaire.choices(of: question)
    #expect(try question.answer(from: state.answer?.cell ?? "", in: list) == state.answer)
  }

  @Test("Defaults are entered in the order of the form, and may lean on those before")
  func defaults() throws {
    let session = FormSession([
      Sample.ask("a", .integer, start: "2"), Sample.ask("b", .integer, start: "${a} * 3"),
      Sample.ask("when", .dateTime, start: "now()"), Sample.ask("wrong", .date, start: "'soon'"),
      Sample.ask("fixed", .text, start: "'read only'", readOnly: true),
      Sample.ask("c", .calculate, calculation: "concat(${fixed}, ${b})"),
    ])
    #expect(session.cell("b") == "6")
    #expect(session.cell("when") == "2018-11-08T16:42:00.000+00:00")
    #expect(session.cell("wrong") == nil)
    #expect(session.asked == ["a", "b", "when", "wrong"])
    let response = try session.response()
    #expect(response["fixed"] == .answered(.text("read only")))
    #expect(response["c"] == .answered(.text("read only6")))
  }

  @Test(
    "A calculation is to other expressions what it is, not the text of its cell",
    arguments: [
      ("${n} > 300", "if(${c}, 'yes', 'no')", "no"), ("${n} > 3", "${c} + 1", "2"),
      ("${n} * 1000000000", "${c} div 2", "21000000000"),
      ("date('2018-11-09')", "${c} + 1", "17845"), ("number('x')", "coalesce(${c}, 'none')", "none"),
    ])
  func types(first: String, second: String, cell: String) throws {
    var session = FormSession([
      Sample.ask("n", .integer), Sample.ask("c", .calculate, calculation: first),
      Sample.ask("d", .calculate, calculation: second),
    ])
    try session.enter("42", at: "n")
    #expect(session.outline.workedOut("d") == cell)
  }

  @Test("A circle of calculations ends")
  func circle() {
    let session = FormSession([
      Sample.ask("a", .calculate, calculation: "${b} + 1"),
      Sample.ask("b", .calculate, calculation: "${a} + 1"),
      Sample.ask("c", .text, relevant: "${d} = ''"), Sample.ask("d", .text, relevant: "${c} = ''"),
    ])
    #expect(session.outline.workedOut("a") != nil)
    #expect(FormSession([Sample.ask("a", .calculate, calculation: "${a}")], mode: .transcriber).asked == [])
  }
}
