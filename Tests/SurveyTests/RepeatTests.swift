import Chance
import SampleForms
import Survey
import Testing

@Suite("Repeat groups")
struct RepeatTests {
  @Test("A counted group is asked as often as its count says, and a nested one inside each of its repeats")
  func counted() throws {
    var session = FormSession.sample()
    try session.enter("2", at: "event_count")
    #expect(
      session.asked.filter { $0.hasPrefix("event[") } == [
        "event[1]/event_title", "event[1]/event_public", "event[2]/event_title", "event[2]/event_public",
      ])
    try session.enter("yes", at: "event[2]/event_public")
    try session.apply(.repeats(RepeatPath("guest", in: RepeatPath("event").step(2)), 1))
    try session.enter("Ana", at: "event[2]/guest[1]/guest_name")
    #expect(session.asked.contains("event[2]/guest[1]/guest_name"))
    try session.fill(["event[1]/event_title": "Launch", "event[2]/event_title": "Close"])
    try session.fill(["iscm": "puebla", "submitted_by": "A. Chair"])
    let events = try #require(try session.response().answers.repeats["event"])
    #expect(events.count == 2)
    #expect(events[0]["event_name"] == .answered(.text("1. Launch")))
    #expect(events[1]["event_title"] == .answered(.text("Close")))
    #expect(events[0].repeats["guest"] == nil)
    #expect(events[1].repeats["guest"]?.first?["guest_name"] == .answered(.text("Ana")))
    try session.enter("1", at: "event_count")
    #expect(
      session.review.setAside.map { "\($0.address) \($0.because)" } == [
        "event[2]/event_title [event_count]", "event[2]/event_public [event_count]",
        "event[2]/guest[1]/guest_name [event_count]",
      ])
    #expect(try session.response().answers.repeats["event"]?.count == 1)
    #expect(session.outline.standing(of: "event[2]/event_title") == .notAsked)
  }

  @Test("Repeats of which a transcriber says nothing may be there or not; nobody knows")
  func unknownToTranscribers() throws {
    let form = Sample.questionnaire([
      .group(
        Sample.group(
          "g", repeated: .free,
          [Sample.ask("q", .text), .group(Sample.group("h", repeated: .free, [Sample.ask("r", .text)]))]))
    ])
    func open(_ mode: FormSession.Mode, correcting earlier: Response? = nil) -> FormSession {
      FormSession(form, id: "uuid:1", mode: mode, startedAt: Moment.start, correcting: earlier)
    }
    func answers(_ session: FormSession) throws -> Response.Answers { try session.response().answers }
    #expect(try answers(open(.respondent)).unknownRepeats == [])
    var session = open(.transcriber)
    let unknown = try session.response()
    #expect(unknown.answers.unknownRepeats == ["g"])
    try session.apply(.repeats(RepeatPath("g"), 1))
    #expect(try answers(session).unknownRepeats == [])
    #expect(try answers(session).repeats["g"]?.map(\.unknownRepeats) == [["h"]])
    try session.apply(.repeats(RepeatPath("g"), 0))
    let none = try session.response()
    #expect(none.answers.unknownRepeats == [])
    try session.apply(.undo)
    try session.apply(.undo)
    #expect(try session.response() == unknown)
    // A correction knows what the response before it knew; to a respondent it is a list to fill.
    #expect(try answers(open(.transcriber, correcting: unknown)).unknownRepeats == ["g"])
    #expect(try answers(open(.transcriber, correcting: none)).unknownRepeats == [])
    #expect(try answers(open(.respondent, correcting: unknown)).unknownRepeats == [])
  }

  @Test("A count that is no number, negative, or without end repeats nothing, or no more than the most")
  func counts() throws {
    let items = [
      Sample.ask("n", .decimal),
      .group(
        Sample.group(
          "g", Sample.text("G"), repeated: .counted(Sample.rule("${n} div 1")),
          [
            Sample.ask("q", .text)
          ])),
    ]
    for (entry, count) in [("", 0), ("-3", 0), ("0.9", 0), ("2.9", 2), ("99999999999999999999", 10_000)] {
      var session = FormSession(items)
      try session.enter(entry, at: "n")
      #expect(session.outline.count(of: RepeatPath("g")) == count, "\(entry)")
    }
  }

  @Test("Counted groups inside each other share the bound, so that a form always opens")
  func countsInside() throws {
    func inside(_ names: ArraySlice<String>) -> Item {
      guard let name = names.first else { return Sample.ask("q", .text) }
      return .group(
        Sample.group(
          name, Sample.text(name), repeated: .counted(Sample.rule("${n}")),
          [inside(names.dropFirst())]))
    }
    var session = FormSession([Sample.ask("n", .integer), inside(["a", "b", "c"])])
    for (entry, counts) in [("3", [3, 3, 3]), ("50", [50, 50, 4]), ("1000", [1000, 10, 1])] {
      try session.enter(entry, at: "n")
      let inner = RepeatPath("b", in: RepeatPath("a").step(1))
      #expect(session.outline.count(of: RepeatPath("a")) == counts[0])
      #expect(session.outline.count(of: inner) == counts[1])
      #expect(session.outline.count(of: RepeatPath("c", in: inner.step(2))) == counts[2])
    }
  }

  @Test("The walk is in the order of the form, repeats inside repeats")
  func order() throws {
    var session = FormSession([
      .group(
        Sample.group(
          "region", Sample.text("R"), repeated: .free,
          [
            Sample.ask("first", .text),
            .group(Sample.group("event", Sample.text("E"), repeated: .free, [Sample.ask("title", .text)])),
            Sample.ask("last", .text),
          ]))
    ])
    try session.apply(.repeats(RepeatPath("region"), 2))
    for number in 1...2 {
      try session.apply(.repeats(RepeatPath("event", in: RepeatPath("region").step(number)), 2))
    }
    #expect(
      session.asked == [
        "region[1]/first", "region[1]/event[1]/title", "region[1]/event[2]/title", "region[1]/last",
        "region[2]/first", "region[2]/event[1]/title", "region[2]/event[2]/title", "region[2]/last",
      ])
    var random = SeededRandom(seed: 1)
    for _ in 0..<50 {
      let mixed = session.outline.asked.shuffled(using: &random)
      #expect(session.inFormOrder(mixed) == session.outline.asked)
    }
  }

  @Test("Expressions see the repeat they stand in, and all repeats from outside")
  func scope() throws {
    var session = FormSession.sample()
    try session.apply(.repeats(RepeatPath("region"), 3))
    try session.fill(["region[1]/region_states": "3", "region[3]/region_states": "4"])
    #expect(session.outline.workedOut("all_states") == "7")
  }

  @Test("A count of nothing, of 0 or below it makes no repeat", arguments: ["", "0", "-1"])
  func countedNone(count: String) throws {
    var session = FormSession([
      Sample.ask("n", .integer),
      .group(
        Sample.group(
          "g", Sample.text("G"), repeated: .counted(Sample.rule("${n}")), [Sample.ask("q", .integer)])),
      Sample.ask("repeats", .calculate, calculation: "count(${g})"),
    ])
    try session.enter(count, at: "n")
    #expect(session.asked == ["n"])
    #expect(session.outline.workedOut("repeats") == "0")
  }

  @Test("A default stands in every new repeat, goes with it, and does not come back over an answer")
  func defaults() throws {
    var session = FormSession([
      Sample.ask("n", .integer, start: "1"),
      .group(
        Sample.group(
          "g", Sample.text("G"), repeated: .counted(Sample.rule("${n}")),
          [
            Sample.ask("q", .selectOne("yes_no"), start: "'no'")
          ])),
      .group(
        Sample.group(
          "f", Sample.text("F"), repeated: .free,
          [
            Sample.ask("place", .integer, start: "position(..)")
          ])),
    ])
    #expect(session.cell("g[1]/q") == "no")
    let start = session.entries
    try session.enter("3", at: "n")
    #expect(session.cell("g[3]/q") == "no")
    try session.enter("yes", at: "g[3]/q")
    try session.enter("2", at: "n")
    try session.enter("3", at: "n")
    #expect(session.cell("g[3]/q") == "yes")
    try session.apply(.repeats(RepeatPath("f"), 2))
    #expect(session.cell("f[2]/place") == "2")
    while try session.apply(.undo) != nil {}
    #expect(session.entries == start)
    while try session.apply(.redo) != nil {}
    #expect(session.cell("g[3]/q") == "yes")
    #expect(session.cell("f[1]/place") == "1")
  }
}
