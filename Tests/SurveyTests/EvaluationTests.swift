import SampleForms
import Survey
import Testing

@Suite("How much is evaluated after an answer")
struct EvaluationTests {
  /// Two chains that have nothing to do with each other, and a section that hangs on one of them.
  static let chains: [Item] = [
    Sample.ask("a", .integer), Sample.ask("b", .integer),
    Sample.ask("a1", .calculate, calculation: "${a} + 1"),
    Sample.ask("a2", .calculate, calculation: "${a1} + 1"),
    Sample.ask("b1", .calculate, calculation: "${b} + 1"),
    Sample.ask("b2", .calculate, calculation: "${b1} + 1"),
    .group(
      Sample.group(
        "grown", relevant: "${a2} > 18",
        [
          Sample.ask("work", .text), Sample.ask("why", .text, relevant: "${work} = 'no'"),
          Sample.ask("pay", .integer, relevant: "${b2} > 0"),
        ])),
  ]

  @Test("Only what hangs on an answer is evaluated, and only as far as something is different")
  func chain() throws {
    var session = FormSession(Self.chains)
    _ = session.outline.workedOut("b2")
    try session.apply(.answer("a", .integer(20)))
    // a1, a2, the section; its two conditions for the first time, and b's chain for one of them.
    #expect(session.asked == ["a", "b", "work"])
    try session.apply(.answer("a", .integer(21)))
    #expect(session.outline.evaluations == 3)
    try session.apply(.answer("b", .integer(1)))
    #expect(session.outline.evaluations == 3)
    #expect(session.asked == ["a", "b", "work", "pay"])
    try session.apply(.answer("work", .text("yes")))
    #expect(session.outline.evaluations == 1)
    try session.apply(.answer("why", .text("x")))
    #expect(session.outline.evaluations == 0)
    try session.apply(.stand("b"))
    try session.apply(.undo)
    #expect(session.outline.evaluations == 0)
  }

  @Test("Where a value comes out the same, what leans on it is not evaluated")
  func cutOff() throws {
    var session = FormSession([
      Sample.ask("age", .integer),
      Sample.ask("band", .calculate, calculation: "if(${age} > 17, 'adult', 'minor')"),
      Sample.ask("work", .text, relevant: "${band} = 'adult'"),
      Sample.ask("pay", .text, relevant: "${band} = 'adult'"),
    ])
    try session.apply(.answer("age", .integer(20)))
    try session.apply(.answer("age", .integer(30)))
    #expect(session.outline.evaluations == 1)
    try session.apply(.answer("age", .integer(10)))
    #expect(session.outline.evaluations == 3)
    #expect(session.asked == ["age"])
  }

  @Test("In a thousand repeats, an answer in one evaluates what is in that one, and the sum of all")
  func repeats() throws {
    var session = FormSession([
      .group(
        Sample.group(
          "row", repeated: .free,
          [
            Sample.ask("amount", .integer), Sample.ask("more", .text, relevant: "${amount} > 100"),
            Sample.ask("double", .calculate, calculation: "../amount * 2"),
          ])),
      Sample.ask("total", .calculate, calculation: "sum(${double})"),
      Sample.ask("why", .text, relevant: "${total} > 1000"),
    ])
    try session.apply(.repeats(RepeatPath("row"), 1_000))
    // `more` is the same in all, as long as nothing is entered; `double` says by its path where it stands.
    #expect(session.outline.evaluations == 1 + 1_000 + 1)
    let address = try Address.required("row[500]/amount")
    try session.apply(.answer(address, .integer(600)))
    #expect(session.outline.evaluations == 4)
    #expect(session.asked.filter { !$0.hasSuffix("amount") } == ["row[500]/more", "why"])
    // A repeat that comes is evaluated, and those that are there are not.
    try session.apply(.repeats(RepeatPath("row"), 1_001))
    #expect(session.outline.evaluations == 2)
  }

  @Test(
    "What looks at its repeat by names alone is evaluated once for all repeats in which nothing is entered")
  func blankRepeats() throws {
    var session = FormSession([
      Sample.ask("least", .integer),
      .group(
        Sample.group(
          "row", repeated: .free,
          [
            Sample.ask("amount", .integer), Sample.ask("more", .text, relevant: "${amount} > ${least}"),
            Sample.ask("none", .text, relevant: "${double} = ''"),
            Sample.ask("double", .calculate, calculation: "if(${amount} = '', '', ${amount} * 2)"),
            Sample.ask("second", .text, relevant: "position(..) = 2"),
          ])),
    ])
    try session.apply(.repeats(RepeatPath("row"), 100))
    // `double`, `more` and `none` once, `second` in each.
    #expect(session.outline.evaluations == 3 + 100)
    #expect(session.asked.count == 1 + 100 * 2 + 1)
    try session.apply(.answer("least", .integer(5)))
    #expect(session.outline.evaluations == 1)
    try session.apply(.answer(try Address.required("row[7]/amount"), .integer(6)))
    // `double`, `more` and `none`, in the seventh alone.
    #expect(session.outline.evaluations == 3)
    #expect(session.asked.contains("row[7]/more"))
    #expect(!session.asked.contains("row[7]/none"))
    #expect(session.asked.contains("row[8]/none"))
    // The blank ones, and the seventh.
    try session.apply(.answer("least", .integer(-1)))
    #expect(session.outline.evaluations == 2)
    #expect(session.asked.filter { $0.hasSuffix("more") } == ["row[7]/more"])
    try session.apply(.clear(try Address.required("row[7]/amount")))
    #expect(session.outline.evaluations == 3)
    #expect(session.asked.contains("row[7]/none"))
    #expect(!session.asked.contains("row[7]/more"))
    // What was entered in a repeat that was not there counts when it comes.
    try session.apply(.answer(try Address.required("row[101]/amount"), .integer(1)))
    try session.apply(.repeats(RepeatPath("row"), 102))
    #expect(session.asked.filter { $0.hasSuffix("more") } == ["row[101]/more"])
    #expect(session.asked.contains("row[102]/none"))
  }

  @Test("A condition that looks at nothing in its repeat is evaluated once for all repeats")
  func outsideOfRepeats() throws {
    var session = FormSession([
      Sample.ask("wanted", .text),
      .group(
        Sample.group(
          "region", repeated: .free,
          [
            Sample.ask("size", .integer), Sample.ask("all", .text, relevant: "${wanted} = 'yes'"),
            .group(
              Sample.group(
                "office", repeated: .free, relevant: "${wanted} != 'no'",
                [
                  Sample.ask("large", .text, relevant: "${size} > 100 and today() > date('2018-11-01')"),
                  Sample.ask("number", .text, relevant: "${wanted} = 'yes' and position(..) = 2"),
                ])),
          ])),
    ])
    try session.apply(.repeats(RepeatPath("region"), 100))
    for region in 1...100 {
      let path = RepeatPath("office", in: [Address.Repeat(group: "region", number: region)])
      try session.apply(.repeats(path, 2))
      // `large` once for both offices, `number` in each; `all` and `office` are known.
      #expect(session.outline.evaluations == 1 + 2)
    }
    try session.apply(.answer("wanted", .text("yes")))
    #expect(session.outline.evaluations == 2 + 200)
    #expect(session.asked.count == 1 + 100 * 3)
    try session.apply(.answer(try Address.required("region[50]/size"), .integer(101)))
    #expect(session.outline.evaluations == 1)
    #expect(session.asked.count == 1 + 100 * 3 + 2)
    try session.apply(.answer("wanted", .text("no")))
    #expect(session.asked.count == 1 + 100)
    try session.apply(.undo)
    #expect(session.asked.count == 1 + 100 * 3 + 2)
  }

  @Test("The sum of all repeats, asked for in each of them, is worked out once")
  func sumInEach() throws {
    var session = FormSession([
      .group(
        Sample.group(
          "region", repeated: .free,
          [
            .group(Sample.group("office", repeated: .free, [Sample.ask("amount", .integer)])),
            Sample.ask("subtotal", .calculate, calculation: "sum(${amount})"),
            Sample.ask("total", .calculate, calculation: "sum(${region}[subtotal > 0]/subtotal)"),
            Sample.ask("large", .text, relevant: "${subtotal} * 2 > ${total}"),
          ]))
    ])
    try session.apply(.repeats(RepeatPath("region"), 1_000))
    // A subtotal and a condition in each, and one sum.
    #expect(session.outline.evaluations == 2_001)
    try session.apply(.repeats(RepeatPath("office", in: RepeatPath("region").step(7)), 1))
    try session.apply(.answer(try Address.required("region[7]/office[1]/amount"), .integer(3)))
    #expect(session.outline.workedOut(try Address.required("region[900]/total")) == "3")
    #expect(session.asked.filter { $0.hasSuffix("large") } == ["region[7]/large"])
    #expect(session.outline.evaluations == 1 + 1 + 1_000)
  }

  @Test(
    "Rules, requirements and filters are evaluated once they are asked for, and again where they may differ")
  func review() throws {
    var session = FormSession(
      [
        Sample.ask("frame_wanted", .selectOne("yes_no")), Sample.ask("other", .text),
        Sample.ask("mechanism", .selectOne("register.csv"), filter: "frame = ${frame_wanted}"),
        Sample.ask(
          "members", .integer, required: .when(Sample.rule("${other} != ''")),
          constraint: Question.Constraint(expression: Sample.rule(". > 0"))),
      ])
    try session.fill(["frame_wanted": "no", "members": "3"])
    try session.apply(.answer("mechanism", .one("closed")))
    _ = session.review
    let evaluated = session.outline.evaluations
    _ = session.review
    #expect(session.outline.evaluations == evaluated)
    try session.apply(.answer("other", .text("x")))
    _ = session.review
    #expect(session.outline.evaluations == 0)
    try session.apply(.answer("frame_wanted", .one("yes")))
    #expect(session.outline.evaluations == 0)
    #expect(session.review.pleaseLook.map(\.issue) == [.choiceNotOffered("closed")])
    #expect(session.outline.evaluations == 1)
    try session.apply(.answer("members", .integer(-1)))
    #expect(session.review.pleaseLook.count == 2)
    #expect(session.outline.evaluations == 1)
  }

  @Test(
    "A chain of 20,000 calculations needs no deep stack, forwards or backwards", arguments: [false, true])
  func longChain(isReversed: Bool) throws {
    var items = [Sample.ask("start", .integer)]
    let links = (1...20_000).map { link in
      Sample.ask("c\(link)", .calculate, calculation: "${\(link == 1 ? "start" : "c\(link - 1)")} + 1")
    }
    items += isReversed ? links.reversed() : links
    var session = FormSession(items)
    #expect(session.outline.workedOut("c20000") == "")
    try session.apply(.answer("start", .integer(0)))
    #expect(session.outline.workedOut("c20000") == "20000")
    #expect(session.outline.evaluations == 20_000)
  }
}
