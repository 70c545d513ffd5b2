import Documents
import Messages
import SampleForms
import Survey
import Testing

@Suite("What stands in a blank form")
struct BlankFormTests {
  @Test("It says where to go on, by the answer, where answers lead to different questions")
  func jumps() throws {
    let form = try BlankForms.form()
    #expect(
      try form.line("position").jumps == [
        "If “Yes”: go to question 5.", "If “No” or “In process, not final yet”: go to question 8.",
      ])
    #expect(
      try form.line("iscm").jumps == [
        "If “Other (please name it)”: go to question 1a.", "Otherwise: go to question 2.",
      ])
    #expect(
      try form.line("expansion").jumps == [
        "If “Yes” or “Existing”: go to question 28.",
        "If “No” or “Not known yet”: go to “Who submits these answers?”.",
      ])
    let without = ["agenda", "position_refine", "themes", "position_link"]
    #expect(try without.allSatisfy { try form.line($0).jumps.isEmpty })
  }

  @Test("It says when a question is to be answered, in the language of the form")
  func conditions() throws {
    #expect(
      try BlankForms.form().line("themes").remarks == [
        "Answer only if your answer to question 4 is “Yes” or “In process, not final yet”."
      ])
    #expect(
      try BlankForms.form("gcm-review-2018", .french).line("position_link").remarks == [
        "À remplir seulement si votre réponse à la question 4 est «\u{a0}Oui\u{a0}»."
      ])
    let groups = try BlankForms.form("gcm-review-2018", .spanish).rows.compactMap { row -> [String]? in
      if case .group("6", _, let notes) = row { notes } else { nil }
    }
    #expect(groups == [["Responda solo si su respuesta a la pregunta 4 es «Sí»."]])
  }

  @Test("A rule that no sentence can say names the questions that decide")
  func otherRules() throws {
    let items = [
      Sample.ask("age", .integer, no: "1"), Sample.ask("status", .selectOne("position_status"), no: "2"),
      Sample.ask("adult", .text, no: "3", relevant: "${age} > 17 and ${status} = 'yes'"),
      Sample.ask("either", .text, no: "4", relevant: "${status} = 'yes' or ${age} = '3'"),
      Sample.ask("picked", .text, no: "5", relevant: "selected(${status}, 'no') or 'yes' = ${status}"),
    ]
    let form = BlankForm(of: Sample.questionnaire(items), in: Sample.english, say: Interface(.english))
    #expect(
      form.lines.map { $0.remarks.first ?? "" } == [
        "A whole number.", "Choose one.",
        "Answer only if other answers call for it: question 1, question 2.",
        "Answer only if other answers call for it: question 2, question 1.",
        "Answer only if your answer to question 2 is “No” or “Yes”.",
      ])
  }

  @Test("Of a form for one mechanism, who it is is given, and what is asked of others is left out")
  func forOne() throws {
    let form = try BlankForms.form(for: "rabat")
    #expect(form.mechanism == "Euro-African Dialogue on Migration and Development")
    #expect(
      try form.line("iscm").space == .given("Euro-African Dialogue on Migration and Development"))
    #expect(!form.lines.contains { $0.address == Address("iscm_other") })
    #expect(try BlankForms.form(for: "other").line("iscm_other").remarks == ["An answer is needed."])
    #expect(try BlankForms.form().mechanism == nil)
  }

  @Test("The register offers those that its filter lets through before anything is answered")
  func register() throws {
    let space = try BlankForms.form().line("iscm").space
    var options: [BlankForm.Option] = []
    if case .boxes(let all, isSingle: true) = space { options = all }
    #expect(options.count == 31)
    #expect(!options.contains { $0.name == "quito" })
  }

  @Test("A repeat group stands there three times, each place with a mark of its own")
  func repeats() {
    let inner = Sample.group(
      "event", Sample.text("Event"), no: "3", repeated: .free, [Sample.ask("title", .text, no: "3a")])
    let form = BlankForm(
      of: Sample.questionnaire([.group(inner)]), in: Sample.english, say: Interface(.english))
    #expect(form.lines.map(\.address.description) == ["event[1]/title", "event[2]/title", "event[3]/title"])
    #expect(form.lines.map(\.code.visible) == ["[Q03a_1]", "[Q03a_2]", "[Q03a_3]"])
    #expect(
      form.rows.first
        == .group(
          number: "3", title: "Event (1)", notes: ["Room is given 3 times; leave empty what you do not need."]
        ))
  }
}

@Suite("Marks of a form")
struct FormMarkTests {
  @Test("Every question has a mark of its own, which leads back to it", arguments: BlankForms.names)
  func roundTrip(name: String) throws {
    let questionnaire = try BlankForms.questionnaire(name)
    let codes = QuestionCodes(of: questionnaire)
    let form = try BlankForms.form(name)
    #expect(Set(form.lines.map { $0.code.text.lowercased() }).count == form.lines.count)
    for line in form.lines {
      #expect(codes.address(of: line.code.text.uppercased()) == line.address, "\(line.code.visible)")
      guard case .boxes(let options, _) = line.space,
        let list = questionnaire.question(line.address.question).flatMap(questionnaire.choices)
      else { continue }
      for option in options {
        #expect(codes.choice(of: option.mark, in: list)?.text == option.name)
        #expect(line.code.tag(choice: option.mark).utf8.count <= 64, "Word takes no longer tag")
      }
    }
  }

  @Test("Numbers that two questions share, and names that a bookmark cannot have, give way")
  func awkward() {
    let long = "a_name_that_goes_on_and_on_and_on"
    let items = [
      Sample.ask("one", .text, no: "7"), Sample.ask("two", .text, no: "7"), Sample.ask("x12", .text),
      Sample.ask(long, .text), Sample.ask("with-hyphen", .text), Sample.ask("Same", .text),
      Sample.ask("same", .text), Sample.ask("odd", .text, no: "3.1"),
    ]
    let codes = QuestionCodes(of: Sample.questionnaire(items))
    let names = ["one", "two", "x12", long, "with-hyphen", "Same", "same", "odd"]
    let texts = names.map { codes.code(of: Address(Question.Name($0)))?.text ?? "" }
    #expect(texts == ["one", "two", "n3", "n4", "n5", "n6", "n7", "odd"])
    #expect(texts.map { codes.address(of: $0)?.question.text ?? "" } == names)
    #expect(codes.address(of: "7") == nil)
    #expect(codes.code(of: "nobody") == nil)
  }

  @Test("A choice whose name is too long for a tag is marked by its place")
  func choices() throws {
    let long = String(repeating: "x", count: 30)
    let list = SampleLists.list("l", [("a", "A", ""), (long, "B", ""), ("c-d", "C", "")])
    let codes = QuestionCodes(of: Sample.questionnaire([]))
    #expect(list.choices.map { codes.mark(of: $0.name, in: list) } == ["a", "#2", "#3"])
    #expect(
      ["a", "#2", "#3", "#4", "#0", "b"].map { codes.choice(of: $0, in: list)?.text } == [
        "a", long, "c-d", nil, nil, nil,
      ])
  }
}
