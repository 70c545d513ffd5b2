import SampleForms
import Survey
import Testing

@Suite("Events that cannot happen")
struct EventTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let event: FormEvent
    let message: String
    var testDescription: String { message }
    init(_ event: FormEvent, _ message: String) { (self.event, self.message) = (event, message) }
  }

  static let guestOfNoEvent: RepeatPath = RepeatPath(Group.Name("guest"))

  @Test(
    "An event that cannot happen is refused in whole words, and changes nothing",
    arguments: [
      Case(
        .answer("positon", .one("yes")),
        "the questionnaire has no question 'positon'; did you mean 'position'?"),
      Case(
        .answer("xyz", .one("yes")),
        "the questionnaire has no question 'xyz'; use a name of its survey sheet"),
      Case(
        .typing("event_title", "x"),
        "the questionnaire has no question 'event_title'; did you mean 'event_title'?"),
      Case(
        .clear(Address("position", in: RepeatPath("event").step(1))),
        "the questionnaire has no question 'event[1]/position'; did you mean 'position'?"),
      Case(
        .answer("twice", .text("4")), "nobody is asked 'twice': the form itself works it out; leave it out"),
      Case(.clear("welcome"), "nobody is asked 'welcome': the form itself works it out; leave it out"),
      Case(
        .notApplicable("opened"), "nobody is asked 'opened': the form itself works it out; leave it out"),
      Case(
        .answer("position", .text("yes")),
        "'yes' is no answer of the kind that 'position' takes; answer it anew"),
      Case(
        .answer("members", .decimal(DecimalNumber("2.5") ?? .zero)),
        "'2.5' is no answer of the kind that 'members' takes; answer it anew"),
      Case(
        .answer("themes", .several([])), "'' is no answer of the kind that 'themes' takes; answer it anew"),
      Case(
        .answer("chair_name", .text(" ")),
        "' ' is no answer of the kind that 'chair_name' takes; answer it anew"),
      Case(
        .typing("position", "ye"), "'ye' is no answer of the kind that 'position' takes; answer it anew"),
      Case(
        .typing("members", "4\u{0}"),
        "'4\u{0}' is no answer of the kind that 'members' takes; answer it anew"),
      Case(.typing("twice", "4"), "nobody is asked 'twice': the form itself works it out; leave it out"),
      Case(
        .unknown("position"),
        "'position' cannot be unknown: only a transcriber says so; answer it or leave it empty"),
      Case(
        .repeats(RepeatPath("event"), 2),
        "the form itself works out how often 'event' is repeated; answer the question that it counts by"),
      Case(.repeats(RepeatPath("chair"), 2), "the questionnaire has no repeat group 'chair' there"),
      Case(.repeats(RepeatPath("nothing"), 2), "the questionnaire has no repeat group 'nothing' there"),
      Case(.repeats(guestOfNoEvent, 2), "the questionnaire has no repeat group 'guest' there"),
      Case(
        .repeats(RepeatPath("region"), -1),
        "'region' cannot have repeat -1: repeats are counted from 1 to 10000"),
      Case(
        .repeats(RepeatPath("region"), .max),
        "'region' cannot have repeat 9223372036854775807: repeats are counted from 1 to 10000"),
      Case(
        .answer(Address("region_name", in: RepeatPath("region").step(0)), .text("x")),
        "'region' cannot have repeat 0: repeats are counted from 1 to 10000"),
      Case(
        .stand(Address("region_name", in: RepeatPath("region").step(10_001))),
        "'region' cannot have repeat 10001: repeats are counted from 1 to 10000"),
      Case(.stand("nothing"), "the questionnaire has no question 'nothing'; use a name of its survey sheet"),
    ])
  func refused(_ example: Case) throws {
    var session = FormSession.sample()
    try session.enter("yes", at: "position")
    let before = Snapshot(session)
    #expect {
      try session.apply(example.event)
    } throws: { "\($0)" == example.message }
    #expect(Snapshot(session) == before)
    #expect(try session.apply(.undo) == .entry("position"))
  }

  @Test("Choices are put into the order of the list, each once")
  func ordered() throws {
    var session = FormSession.sample()
    try session.apply(.answer("themes", .several(["governance", "lost", "rights", "governance"])))
    #expect(session.cell("themes") == "rights governance lost")
  }
}

extension DecimalNumber {
  static var zero: DecimalNumber {
    guard let zero = DecimalNumber("0") else { preconditionFailure("0 is a number") }
    return zero
  }
}

/// All of a session that people and programs can see.
struct Snapshot: Equatable {
  let position: Outline.Stop?
  let entries: [Address: Entry]
  let unfinished: [Address: String]
  let repeatCounts: [RepeatPath: Int]
  let walk: [Address]
  let blocking: [Address]

  init(_ session: FormSession) {
    position = session.position
    entries = session.entries
    unfinished = session.unfinished
    repeatCounts = session.repeatCounts
    walk = session.outline.walk
    blocking = session.review.blocking.map(\.address)
  }
}
