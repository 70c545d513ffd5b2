import Calendar
import SampleForms
import Survey
import Testing

@Suite("What once() keeps, and what comes out by chance")
struct KeptValueTests {
  private static func session(
    _ items: [Item], id: String = "a", correcting earlier: Response? = nil, at hour: Int = 10
  ) -> FormSession {
    FormSession(
      Sample.questionnaire(items), id: .init(id),
      startedAt: Instant(secondsSinceEpoch: 1_542_240_000 + hour * 3600),
      correcting: earlier)
  }

  private static func response(_ session: FormSession) throws -> Response {
    try session.response(source: .form, submittedAt: nil, submittedBy: "")
  }

  static let named = [
    Sample.ask("name", .text), Sample.ask("code", .calculate, calculation: "once(concat('C-', ${name}))"),
    Sample.ask("next", .text),
  ]

  @Test("once() keeps what it gave first, whatever its answers become")
  func first() throws {
    var session = Self.session([
      Sample.ask("a", .integer), Sample.ask("sum", .calculate, calculation: "once(${a} + 1)"),
    ])
    #expect(session.outline.workedOut("sum") == "")
    try session.apply(.answer("a", .integer(4)))
    #expect(session.outline.workedOut("sum") == "5")
    try session.apply(.answer("a", .integer(7)))
    #expect(session.outline.workedOut("sum") == "5")
    #expect(try Self.response(session).answers.states["sum"] == .answered(.text("5")))
  }

  @Test("Nothing is kept of a text that is still typed")
  func typing() throws {
    var session = Self.session(Self.named)
    for text in ["A", "An", "Ana"] { try session.apply(.typing("name", text)) }
    try session.apply(.answer("name", .text("Anaïs")))
    #expect(session.outline.workedOut("code") == "C-")
    var later = Self.session([
      Sample.ask("name", .text), Sample.ask("code", .calculate, calculation: "once(${name})"),
      Sample.ask("next", .text),
    ])
    for text in ["A", "An", "Ana"] { try later.apply(.typing("name", text)) }
    try later.apply(.stand("next"))
    try later.apply(.answer("name", .text("Ben")))
    #expect(later.outline.workedOut("code") == "Ana")
  }

  @Test("Undo takes back what was kept with the answer, and redo brings it again")
  func undo() throws {
    var session = Self.session([
      Sample.ask("a", .integer), Sample.ask("kept", .calculate, calculation: "once(${a})"),
    ])
    try session.apply(.answer("a", .integer(4)))
    try session.apply(.undo)
    #expect(session.outline.workedOut("kept") == "")
    try session.apply(.redo)
    #expect(session.outline.workedOut("kept") == "4")
    try session.apply(.undo)
    try session.apply(.answer("a", .integer(9)))
    #expect(session.outline.workedOut("kept") == "9")
  }

  @Test("In repeats each keeps its own, and goes with its repeat")
  func repeats() throws {
    var session = Self.session([
      .group(
        Sample.group(
          "person", repeated: .free,
          [Sample.ask("age", .integer), Sample.ask("first", .calculate, calculation: "once(${age})")]))
    ])
    try session.apply(.repeats(RepeatPath("person"), 2))
    for (number, age) in [(1, 40), (2, 7)] {
      let repeats = [Address.Repeat(group: "person", number: number)]
      try session.apply(.answer(Address("age", in: repeats), .integer(age)))
      try session.apply(.answer(Address("age", in: repeats), .integer(99)))
    }
    try session.apply(.remove(RepeatPath("person"), 1))
    let first = Address("first", in: [Address.Repeat(group: "person", number: 1)])
    #expect(session.outline.workedOut(first) == "7")
  }

  @Test("A moment, a number and a boolean that are kept are still what they were to other expressions")
  func kinds() throws {
    let session = Self.session([
      Sample.ask("at", .calculate, calculation: "once(now())"),
      Sample.ask("hour", .calculate, calculation: "format-date-time(${at}, '%H:%M')"),
      Sample.ask("later", .calculate, calculation: "(now() - ${at}) * 2"),
      Sample.ask("no", .calculate, calculation: "once(1 > 2)"),
      Sample.ask("shown", .text, relevant: "${no}"),
    ])
    #expect(session.outline.workedOut("hour") == "10:00")
    #expect(session.outline.workedOut("later") == "0")
    #expect(session.outline.workedOut("no") == "false")
    #expect(!session.outline.isAsked("shown"))
  }

  @Test("A correction keeps what once() gave, and when the answers were first given")
  func correction() throws {
    let items = [
      Sample.ask("at", .calculate, calculation: "once(now())"),
      Sample.ask("draw", .calculate, calculation: "once(random())"),
      Sample.ask("start", .metadata(.start)), Sample.ask("today", .metadata(.today)),
      Sample.ask("age", .calculate, calculation: "${start}"), Sample.ask("a", .text),
    ]
    let earlier = try Self.response(Self.session(items))
    var session = Self.session(items, id: "b", correcting: earlier, at: 200)
    try session.apply(.answer("a", .text("x")))
    let later = try Self.response(session)
    for name: Question.Name in ["at", "draw", "start", "today", "age"] {
      #expect(later.answers.states[name] == earlier.answers.states[name], "\(name)")
    }
    #expect(earlier.answers.states["at"] == .answered(.text("2018-11-15T10:00:00.000+00:00")))
  }

  @Test("random() and uuid() are there, differ by response and place, and stay while the form is filled")
  func chance() throws {
    let items = [
      Sample.ask("x", .calculate, calculation: "random()"),
      Sample.ask("y", .calculate, calculation: "random()"),
      Sample.ask("two", .calculate, calculation: "random() = random()"),
      Sample.ask("u", .calculate, calculation: "uuid()"), Sample.ask("a", .text),
    ]
    var session = Self.session(items)
    let x = try #require(session.outline.workedOut("x").flatMap(Double.init))
    #expect(x > 0 && x < 1)
    #expect(session.outline.workedOut("y") != session.outline.workedOut("x"))
    #expect(session.outline.workedOut("two") == "false")
    let uuid = try #require(session.outline.workedOut("u"))
    #expect(uuid.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil)
    try session.apply(.answer("a", .text("x")))
    #expect(session.outline.workedOut("u") == uuid)
    #expect(Self.session(items, id: "b").outline.workedOut("u") != uuid)
  }

  @Test("A declared rename draws no other lot, in repeats neither")
  func renamed() throws {
    func values(_ draw: String, _ group: String, _ history: FormHistory) throws -> [String?] {
      let ask = Sample.ask("a", .text)
      let inside = Sample.ask("inside", .calculate, calculation: "random()")
      let form = Sample.questionnaire([
        Sample.ask(draw, .calculate, calculation: "once(random())"), ask,
        .group(Sample.group(group, Sample.text("Group"), repeated: .free, [inside, Sample.ask("b", .text)])),
      ]).with(history)
      var session = FormSession(form, id: "uuid:1", startedAt: Instant(secondsSinceEpoch: 1_540_000_000))
      try session.apply(.repeats(RepeatPath(Group.Name(group), in: []), 2))
      let second = [Address.Repeat(group: Group.Name(group), number: 2)]
      return [
        session.outline.workedOut(Address(Question.Name(draw))),
        session.outline.workedOut(Address("inside", in: second)),
      ]
    }
    let before = try values("draw", "event", .none)
    let history = FormHistory(
      questions: ["draw": "lot", "drawn": "lot"], groups: ["event": "meeting"],
      firstQuestions: ["lot": "draw"], firstGroups: ["meeting": "event"])
    #expect(try values("lot", "meeting", history) == before)
    #expect(try values("lot", "meeting", .none) != before)
    #expect(Set(before).count == 2 && !before.contains(nil))
  }

  @Test(
    "A calculation is stored in all its digits, and a moment with its time",
    arguments: [
      ("250000000 * 12", "3000000000"), ("9876543 * 1000000 + 7", "9876543000007"), ("3.0000000001", "3"),
      ("12345678.5 * 1", "12345678.5"), ("0.00001 * 1", "0.00001"), ("1 div 3", "0.3333333333333333"),
      ("-0.0 * 1", "0"), ("now()", "2018-11-15T10:00:00.000+00:00"), ("today()", "2018-11-15"),
      ("date('2018-05-06')", "2018-05-06"),
      ("date-time('2018-05-06T10:11:12Z')", "2018-05-06T10:11:12.000+00:00"),
      ("concat(now())", "2018-11-15"), ("1 div 0", "Infinity"),
    ])
  func cells(calculation: String, cell: String) {
    let session = Self.session([Sample.ask("c", .calculate, calculation: calculation)])
    #expect(session.outline.workedOut("c") == cell)
  }

  @Test("A label shows all digits of a number, and a moment by its day")
  func labels() {
    let session = Self.session([
      Sample.ask("sum", .calculate, calculation: "250000000 * 12"),
      Sample.ask("at", .calculate, calculation: "now()"),
    ])
    #expect(session.outline.filled("${sum} on ${at}", in: []) == "3000000000 on 2018-11-15")
  }
}
