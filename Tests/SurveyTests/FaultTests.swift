import SampleForms
import Survey
import Testing

/// A form whose question `a` makes an expression fail where it is `(`, no text of a pattern.
struct FaultCase: CustomTestStringConvertible {
  let name: String
  let items: [Item]
  let faults: [String]

  /// An expression that fails where `a` is `(`, and holds where it is `x`.
  static let matches = "regex('x', ${a})"
  static let unreadable = "'(' cannot be read as a regular expression"

  init(_ name: String, _ items: [Item], _ faults: [String]) {
    self.name = name
    self.items = items
    self.faults = faults
  }

  var testDescription: String { name }

  static func question(
    _ kind: Question.Kind = .text, shuffle: Question.Shuffle? = nil, readOnlyWhen: String? = nil
  ) -> Item {
    .question(
      Question(
        name: "q", kind: kind, wording: Wording(label: Sample.text("Q")), shuffle: shuffle,
        readOnlyWhen: readOnlyWhen.map(Sample.rule)))
  }

  static let row = Item.group(Sample.group("row", repeated: .free, [Sample.ask("n", .integer)]))

  static let all = [
    FaultCase(
      "relevant", [Sample.ask("q", .text, relevant: matches)], ["q: relevant of 'q': \(unreadable)"]),
    FaultCase(
      "relevant of a group",
      [.group(Sample.group("g", relevant: matches, [Sample.ask("q", .text), Sample.ask("r", .text)]))],
      ["q: relevant of 'g': \(unreadable)"]),
    FaultCase(
      "required", [Sample.ask("q", .text, required: .when(Sample.rule(matches)))],
      ["q: required of 'q': \(unreadable)"]),
    FaultCase(
      "calculation",
      [
        Sample.ask("q", .calculate, calculation: "date(${a})"),
        Sample.ask("leans", .text, relevant: "${q} = ''"),
      ], ["q: calculation of 'q': '(' is no date; write it as 2018-11-09 or 2018-11-09T10:14:33"]),
    FaultCase(
      "choice_filter", [Sample.ask("q", .selectOne("yes_no"), filter: "regex(name, ${a})")],
      ["q: choice_filter of 'q': \(unreadable)"]),
    FaultCase(
      "repeat_count",
      [
        .group(
          Sample.group("g", repeated: .counted(Sample.rule("number(\(matches))")), [Sample.ask("q", .text)]))
      ], ["g[1]/q: repeat_count of 'g': \(unreadable)"]),
    FaultCase(
      "readonly", [question(readOnlyWhen: matches)], ["q: readonly of 'q': \(unreadable)"]),
    FaultCase(
      "seed", [row, question(.selectOne("yes_no"), shuffle: Question.Shuffle(seed: Sample.rule("${n}")))],
      [
        "q: parameters of 'q': 'n' is there 2 times, and one value is needed; "
          + "say which with indexed-repeat(), or use sum(), join(), max() or count()"
      ]),
    FaultCase(
      "label", [row, Sample.ask("q", .text, Sample.text("Of ${n}"))],
      [
        "q: label of 'q': 'n' is there 2 times, and one value is needed; "
          + "say which with indexed-repeat(), or use sum(), join(), max() or count()"
      ]),
    FaultCase(
      "label of a group that is called as a question in it",
      [
        row,
        .group(
          Group(
            name: "q", wording: Wording(label: Sample.text("Of ${n}")), items: [Sample.ask("q", .text)])),
      ],
      [
        "q: label of 'q': 'n' is there 2 times, and one value is needed; "
          + "say which with indexed-repeat(), or use sum(), join(), max() or count()"
      ]),
    FaultCase(
      "label of a group",
      [
        row,
        .group(
          Group(
            name: "g", wording: Wording(label: Sample.text("Of ${n}")), items: [Sample.ask("q", .text)])),
      ],
      [
        "q: label of 'g': 'n' is there 2 times, and one value is needed; "
          + "say which with indexed-repeat(), or use sum(), join(), max() or count()"
      ]),
  ]
}

@Suite("What could not be evaluated")
struct FaultTests {
  static let constraint = Question.Constraint(expression: Sample.rule("regex(., ${a})"))

  private func session(_ items: [Item]) throws -> FormSession {
    var session = FormSession([Sample.ask("a", .text)] + items)
    try session.enter("(", at: "a")
    return session
  }

  @Test("The review tells of it, column by column, and nothing stands in the way", arguments: FaultCase.all)
  func columns(example: FaultCase) throws {
    var session = try session(example.items)
    let hasRows = session.questionnaire.group("row") != nil
    if hasRows { try session.apply(.repeats(RepeatPath("row"), 2)) }
    #expect(session.faults == example.faults)
    #expect(session.workedOutAnew.faults == example.faults)
    #expect(session.review.blocking.isEmpty)
    _ = try session.response()
    // Once it is mended, nobody speaks of it.
    if hasRows { try session.apply(.repeats(RepeatPath("row"), 1)) }
    try session.enter("2018-11-09", at: "a")
    #expect(session.faults == [])
  }

  @Test("An answer that cannot be checked is told of, stays and is sent; one that is not there is not")
  func constraint() throws {
    var session = try session([Sample.ask("q", .text, constraint: Self.constraint)])
    #expect(session.faults == [])
    try session.enter("x", at: "q")
    #expect(session.faults == ["q: constraint of 'q': \(FaultCase.unreadable)"])
    #expect(session.review.pleaseLook.isEmpty)
    #expect(try session.response()["q"] == .answered(.text("x")))
    try session.enter("y", at: "a")
    #expect(session.faults == [])
    #expect(session.review.pleaseLook.map(\.issue) == [.brokenRule(.error)])
  }

  @Test("What is not asked is not told of")
  func hidden() throws {
    let session = try session([
      Sample.ask("never", .text, relevant: "${a} = 'no'", filter: FaultCase.matches),
      .group(
        Sample.group(
          "g", relevant: "${a} = 'no'", [Sample.ask("inner", .text, relevant: FaultCase.matches)])),
    ])
    #expect(session.faults == [])
  }

  @Test("In repeats it is told of where it happens; what is the same in all of them is told once")
  func repeats() throws {
    var session = try session([
      .group(
        Sample.group(
          "g", repeated: .free,
          [
            Sample.ask("same", .text, relevant: FaultCase.matches),
            Sample.ask("own", .text, constraint: Self.constraint),
            Sample.ask("b", .text), Sample.ask("c", .text, relevant: "regex(${b}, ${a})"),
          ]))
    ])
    try session.apply(.repeats(RepeatPath("g"), 2))
    try session.enter("x", at: "g[2]/own")
    let expected = [
      "g[1]/same: relevant of 'same': \(FaultCase.unreadable)",
      "g[1]/c: relevant of 'c': \(FaultCase.unreadable)",
      "g[2]/own: constraint of 'own': \(FaultCase.unreadable)",
      "g[2]/c: relevant of 'c': \(FaultCase.unreadable)",
    ]
    #expect(session.faults == expected)
    #expect(session.workedOutAnew.faults == expected)
  }

  @Test("To a transcriber too, where what is looked at is known")
  func transcriber() throws {
    var session = FormSession(
      Sample.questionnaire([
        Sample.ask("a", .text), Sample.ask("q", .text, relevant: FaultCase.matches),
        Sample.ask("c", .calculate, calculation: "date(${a})"),
      ]), id: "uuid:1", mode: .transcriber, startedAt: Moment.start)
    #expect(session.faults == [])
    try session.enter("(", at: "a")
    #expect(session.faults.map { $0.prefix(14) } == ["q: relevant of", "c: calculation"])
    #expect(session.asked == ["a", "q"])
  }

  @Test("A default that cannot be evaluated leaves the question empty, until somebody answers it")
  func defaultValue() throws {
    var session = FormSession([Sample.ask("q", .text, start: "format-date('soon', '%Y')")])
    let fault = "q: default of 'q': 'soon' is no date; write it as 2018-11-09 or 2018-11-09T10:14:33"
    #expect(session.faults == [fault])
    try session.enter("x", at: "q")
    #expect(session.faults == [])
    try session.apply(.undo)
    #expect(session.faults == [fault])
    try session.apply(.redo)
    #expect(session.faults == [])
  }

  @Test("What a trigger cannot set stays as it is, which is told until it is set; undo knows both")
  func trigger() throws {
    let pattern = "if(\(FaultCase.matches), 'set', 'other')"
    var session = FormSession([
      Sample.ask("a", .text), Sample.ask("go", .integer),
      TriggerTests.set("q", .text, by: ["go"], pattern),
    ])
    try session.fill(["q": "mine", "a": "(", "go": "1"])
    let fault = "q: trigger of 'q': \(FaultCase.unreadable)"
    #expect(session.cell("q") == "mine")
    #expect(session.faults == [fault])
    // It was not set, even if it could be now.
    try session.enter("x", at: "a")
    #expect(session.faults == [fault])
    try session.enter("2", at: "go")
    #expect(session.cell("q") == "set")
    #expect(session.faults == [])
    try session.apply(.undo)
    #expect(session.cell("q") == "mine")
    #expect(session.faults == [fault])
  }

  @Test("Where a repeat is taken out, what could not be set moves with its repeat")
  func removal() throws {
    var session = FormSession([
      .group(
        Sample.group(
          "g", repeated: .free,
          [Sample.ask("a", .text), TriggerTests.set("q", .text, by: ["a"], FaultCase.matches)]))
    ])
    try session.apply(.repeats(RepeatPath("g"), 2))
    try session.enter("(", at: "g[2]/a")
    #expect(session.faults == ["g[2]/q: trigger of 'q': \(FaultCase.unreadable)"])
    try session.apply(.remove(RepeatPath("g"), 1))
    #expect(session.faults == ["g[1]/q: trigger of 'q': \(FaultCase.unreadable)"])
    try session.apply(.remove(RepeatPath("g"), 1))
    #expect(session.faults == [])
    try session.apply(.undo)
    try session.apply(.undo)
    #expect(session.faults == ["g[2]/q: trigger of 'q': \(FaultCase.unreadable)"])
  }
}

extension FormSession {
  /// What the review says could not be evaluated, and where.
  fileprivate var faults: [String] { review.faults.map { "\($0.address): \($0.fault)" } }
}
