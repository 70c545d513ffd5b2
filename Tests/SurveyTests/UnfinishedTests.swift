import SampleForms
import Survey
import Testing

@Suite("What was typed and is no answer yet")
struct UnfinishedTests {
  @Test(
    "Half a date, a number or a time is kept beside the entry, and is no answer",
    arguments: [
      ("position_date", "2018-1"), ("members", "1"), ("budget", "2,"), ("opens", "16:"),
      ("met_at", "2018-11-09T"), ("region[1]/region_states", "1 2"),
    ] as [(Address, String)])
  func kept(address: Address, typed: String) throws {
    var session = FormSession.sample()
    #expect(try session.apply(.typing(address, String(typed.prefix(1)))) == nil)
    #expect(try session.apply(.typing(address, typed)) == nil)
    #expect(session.unfinished == [address: typed])
    #expect(session.entries[address] == nil)
    #expect(session.answered(among: [address]) == [])
    #expect(try session.apply(.undo) == nil)
    #expect(session.unfinished == [address: typed])
  }

  @Test("A text is the answer so far, as before")
  func text() throws {
    var session = FormSession.sample()
    try session.apply(.typing("chair_country", "Ug"))
    #expect(session.cell("chair_country") == "Ug")
    #expect(session.unfinished == [:])
  }

  @Test(
    "It goes with a blank text, an answer, and whatever else is said of its question",
    arguments: [
      .typing("members", ""), .typing("members", " \t"), .answer("members", .integer(12)),
      .answer("members", .integer(7)), .clear("members"), .notApplicable("members"), .unknown("members"),
    ] as [FormEvent])
  func taken(event: FormEvent) throws {
    var session = FormSession.sample(.transcriber)
    try session.enter("7", at: "members")
    try session.apply(.typing("members", "1"))
    try session.apply(.typing("budget", "2,"))
    #expect(session.cell("members") == "7")
    try session.apply(event)
    #expect(session.unfinished == ["budget": "2,"])
  }

  @Test("It goes with an undo and a redo of its question, and with no other")
  func takenBack() throws {
    var session = FormSession.sample()
    try session.enter("7", at: "members")
    try session.enter("no", at: "position")
    try session.apply(.typing("members", "1"))
    try session.apply(.undo)
    #expect(session.unfinished == ["members": "1"])
    try session.apply(.undo)
    #expect(session.unfinished == [:])
    try session.apply(.typing("members", "2"))
    #expect(try session.apply(.redo) == .entry("members"))
    #expect(session.unfinished == [:])
    #expect(session.cell("members") == "7")
    try session.apply(.typing("members", "3"))
    #expect(try session.apply(.redo) == .entry("position"))
    #expect(session.unfinished == ["members": "3"])
  }

  @Test("A text that is typed elsewhere has come to its end")
  func endsTyping() throws {
    var session = FormSession.sample()
    try session.apply(.typing("chair_country", "Ug"))
    try session.apply(.typing("members", "1"))
    try session.apply(.typing("chair_country", "Kenya"))
    try session.apply(.undo)
    #expect(session.cell("chair_country") == "Ug")
  }

  @Test("It stands in the way of a submission, before what else is wrong with its question")
  func blocking() throws {
    var session = FormSession.sample()
    try session.fill(["iscm": "puebla", "submitted_by": "A. Chair", "members": "201", "why_many": "So."])
    try session.fill(["position": "yes", "position_date": "2019-01-01"])
    try session.apply(.typing("members", "20"))
    try session.apply(.typing("position_date", "2018-1"))
    #expect(
      session.review.pleaseLook.map { "\($0.address): \($0.issue)" } == [
        "position_date: notTaken(\"2018-1\")", "position_date: brokenRule(Survey.Question.Severity.error)",
        "members: notTaken(\"20\")", "members: brokenRule(Survey.Question.Severity.warning)",
      ])
    #expect(
      session.review.blocking.map(\.issue) == [.notTaken("2018-1"), .brokenRule(.error), .notTaken("20")])
    #expect(session.review.answered.contains("members"))
    try session.apply(.clear("position_date"))
    let refusal = #expect(throws: SubmissionRefusal.self) { _ = try session.response() }
    #expect(refusal?.blocking.map(\.address) == ["members"])
    try session.apply(.typing("members", ""))
    #expect(try session.response()["members"] == .answered(.integer(201)))
  }

  @Test("Where an answer is needed, what was typed is said, not that nothing was")
  func needed() throws {
    var session = FormSession([Sample.ask("day", .date, required: .always)])
    #expect(session.issues(at: "day") == [.missing])
    try session.apply(.typing("day", "2018"))
    #expect(session.issues(at: "day") == [.notTaken("2018")])
    #expect(session.review.notAnswered == ["day"])
  }

  @Test("What was typed into a question that is hidden since is kept, and is in nobody's way")
  func hidden() throws {
    var session = FormSession.sample()
    try session.fill(["iscm": "puebla", "submitted_by": "A. Chair", "position": "yes"])
    try session.apply(.typing("position_date", "2018-1"))
    try session.enter("no", at: "position")
    #expect(session.issues(at: "position_date") == [])
    #expect(try session.response()["position_date"] == .notAsked)
    try session.enter("yes", at: "position")
    #expect(session.issues(at: "position_date") == [.notTaken("2018-1")])
  }
}
