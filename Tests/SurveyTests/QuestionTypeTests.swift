import SampleForms
import Survey
import Testing

@Suite("Orders, scales, and choices that answers make")
struct QuestionTypeTests {
  static func ask(
    _ name: Question.Name, _ kind: Question.Kind, scale: Scale? = nil, filter: String? = nil,
    readOnly: String? = nil
  ) -> Item {
    .question(
      Question(
        name: name, kind: kind, wording: Wording(label: Sample.text(name.text)),
        choiceFilter: filter.map(Sample.rule), scale: scale, readOnlyWhen: readOnly.map(Sample.rule)))
  }

  @Test("An order keeps its places; it is whole when every choice has one")
  func order() throws {
    var session = FormSession([Self.ask("r", .rank("theme")), Sample.ask("first", .text, start: "''")])
    let list = try #require(session.questionnaire.lists["theme"])
    let names = list.choices.map(\.name.text)
    try session.enter("\(names[1]) \(names[0])", at: "r")
    #expect(session.entries["r"]?.answer?.cell == "\(names[1]) \(names[0])")
    #expect(session.review.blocking.map(\.issue) == [.notRanked(names.count - 2)])
    #expect(throws: SubmissionRefusal.self) { try session.response() }
    let whole = names.reversed().joined(separator: " ")
    try session.enter(whole, at: "r")
    #expect(session.review.blocking.isEmpty)
    #expect(try session.response()["r"].answer?.cell == whole)
    #expect(throws: AnswerProblem.rankedTwice(found: names[0])) {
      try session.answer(from: "\(names[0]) \(names[1]) \(names[0])", at: "r")
    }
    #expect(throws: AnswerProblem.self) { try session.answer(from: "\(names[0]) nobody", at: "r") }
  }

  @Test(
    "A scale has the numbers that its steps meet, and its ends",
    arguments: [
      ("1", "10", "1", ["1", "10", "5", "5.0"], ["0", "11", "5.5", "-1"]),
      ("0", "1", "0.25", ["0", "0.25", "0.750", "1"], ["0.3", "1.25", "-0.25"]),
      ("10", "1", "3", ["10", "7", "4", "1"], ["9", "13", "0"]),
      ("-2", "2", "0.1", ["-2", "-0.1", "0", "1.9"], ["2.05", "-2.1"]),
      ("1", "6", "2", ["1", "3", "5", "6"], ["2", "4"]),
      ("0", "100", "1", ["50"], ["99999999999999999999", "50.00000000000000000001"]),
    ] as [(String, String, String, [String], [String])])
  func scale(start: String, end: String, step: String, on: [String], off: [String]) throws {
    let scale = Scale(
      from: try #require(DecimalNumber(start)), to: try #require(DecimalNumber(end)),
      by: try #require(DecimalNumber(step)))
    for text in on { #expect(scale.contains(try #require(DecimalNumber(text))), "\(text)") }
    for text in off { #expect(!scale.contains(try #require(DecimalNumber(text))), "\(text)") }
    let session = FormSession([Self.ask("q", .decimal, scale: scale)])
    for text in on { #expect(try session.answer(from: text, at: "q")?.cell == text) }
    for text in off {
      #expect(throws: AnswerProblem.notOnScale(found: text, scale)) {
        try session.answer(from: text, at: "q")
      }
    }
  }

  @Test("The answers of a repeat are the choices of a question outside of it and inside")
  func answersAsChoices() throws {
    let list = ChoiceList.Name(ofAnswersTo: "name")
    var session = FormSession(
      [
        .group(
          Sample.group(
            "person", Sample.text("Person"), repeated: .free,
            [
              Sample.ask("name", .text), Sample.ask("age", .integer),
              Self.ask("friends", .selectMultiple(list), filter: "name != current()/../name"),
            ])),
        Self.ask("best", .selectOne(list)), Self.ask("eldest", .selectOne(list), filter: "age > 17"),
      ], lists: [ChoiceList(name: list, choices: [])])
    #expect(session.choices(at: "best").isEmpty)
    try session.apply(.repeats(RepeatPath("person"), 4))
    for (number, (name, age)) in zip(1..., [("Ana", "30"), ("Ben", "12"), ("", "50"), ("Ana", "9")]) {
      let here = "person[\(number)]"
      if !name.isEmpty { try session.enter(name, at: "\(here)/name") }
      try session.enter(age, at: "\(here)/age")
    }
    #expect(session.choices(at: "best").map(\.name) == ["Ana", "Ben"])
    #expect(session.choices(at: "eldest").map(\.name) == ["Ana"])
    #expect(session.choices(at: "person[1]/friends").map(\.name) == ["Ben"])
    #expect(throws: AnswerProblem.choiceNotOffered(found: "Cho")) {
      try session.answer(from: "Cho", at: "best")
    }
    try session.enter("Ben", at: "best")
    try session.enter("Bernard", at: "person[2]/name")
    #expect(session.review.blocking.map(\.issue) == [.choiceNotOffered("Ben")])
  }

  @Test("What is read only now is kept from people, and given back to them when it no longer is")
  func readOnly() throws {
    var session = FormSession([Sample.ask("a", .integer), Self.ask("b", .text, readOnly: "${a} > 5")])
    try session.enter("mine", at: "b")
    try session.enter("6", at: "a")
    #expect(session.isReadOnly("b"))
    #expect(throws: FormRefusal.readOnly("b")) { try session.apply(.answer("b", .text("other"))) }
    #expect(try session.response()["b"] == .answered(.text("mine")))
    try session.enter("5", at: "a")
    try session.enter("other", at: "b")
    #expect(session.cells(["b"]) == ["other"])
  }
}

@Suite("Choices in an order that chance gives")
struct ShuffleTests {
  static func form(seed: String?) -> FormSession {
    let question = Question(
      name: "q", kind: .selectOne("letters"), wording: Wording(label: Sample.text("Q")),
      shuffle: Question.Shuffle(seed: seed.map(Sample.rule)))
    let letters = ["a", "b", "c", "d", "e", "f", "g"].map {
      Choice(name: Choice.Name($0), label: Sample.text($0))
    }
    return FormSession(
      [
        Sample.ask("n", .integer), .question(question),
        Sample.ask(
          "order", .calculate, calculation: "join(' ', randomize(instance('letters')/root/item/name, ${n}))"),
      ], lists: [ChoiceList(name: "letters", choices: letters)])
  }

  @Test(
    "A seed gives the order that randomize() gives", arguments: [0, 1, 42, -3, 2_147_483_647, 9_999_999_999])
  func seeded(seed: Int) throws {
    var session = Self.form(seed: "${n}")
    #expect(session.choices(at: "q").map(\.name.text).joined() == "abcdefg")
    try session.enter(String(seed), at: "n")
    let order = session.choices(at: "q").map(\.name.text)
    #expect(order.joined(separator: " ") == session.outline.workedOut("order"))
    #expect(order.sorted() == ["a", "b", "c", "d", "e", "f", "g"])
  }

  @Test("Without a seed each response has an order of its own, the same each time")
  func ofResponse() {
    let questionnaire = Self.form(seed: nil).questionnaire
    func order(_ id: Response.ID) -> String {
      FormSession(questionnaire, id: id, startedAt: Moment.start).choices(at: "q").map(\.name.text).joined()
    }
    let orders = Set((0..<50).map { order(Response.ID("uuid:\($0)")) })
    #expect(orders.count > 40)
    #expect(order("uuid:7") == order("uuid:7"))
  }
}
