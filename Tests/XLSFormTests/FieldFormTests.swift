import Calendar
import Expressions
import Survey
import Testing
import XLSForm

@Suite("What forms of other tools bring along")
struct FieldFormTests {
  @Test("What cannot be asked here, and what an earlier response said, is empty")
  func leftOut() throws {
    let form = try load(
      """
      | survey |
      | | type | name | label | calculation | relevant |
      | | geopoint | place | Where? | | |
      | | calculate | seen | | concat('[', ${place}, ${last-saved#a}, ']') | |
      | | text | a | A ${place}. | | ${place} = '' |
      """)
    let session = FormSession(form.questionnaire, id: "", startedAt: .init(secondsSinceEpoch: 0))
    #expect(session.outline.workedOut(Address(Question.Name("seen"))) == "[]")
    #expect(session.outline.filled("A ${place}.", in: []) == "A .")
    #expect(form.questionnaire.question("place") == nil)
  }

  @Test("A filter of choices from a repeat means the instance whose answer it looks at")
  func filterOfAnswers() throws {
    let form = try load(
      """
      | survey |
      | | type | name | label | choice_filter |
      | | begin_repeat | person | P | |
      | | text | who | Who? | |
      | | begin_group | more | More | |
      | | integer | age | Age | |
      | | end_group | | | |
      | | end_repeat | | | |
      | | integer | least | Least | |
      | | select_one ${who} | head | Head | ${age} >= ${least} |
      """)
    #expect(form.warnings.isEmpty, "\(form.warnings)")
    var session = FormSession(form.questionnaire, id: "", startedAt: .init(secondsSinceEpoch: 0))
    try session.apply(.repeats(RepeatPath("person"), 2))
    func give(_ address: String, _ text: String) throws {
      let address = try #require(Address(address))
      let question = try #require(form.questionnaire.question(address.question))
      try session.apply(.answer(address, #require(try question.answer(from: text, in: nil))))
    }
    try give("person[1]/who", "Ana")
    try give("person[1]/age", "40")
    try give("person[2]/who", "Ben")
    try give("person[2]/age", "7")
    try give("least", "18")
    #expect(session.choices(at: Address(Question.Name("head"))).map(\.name) == ["Ana"])
  }

  @Test(
    "A loop is a group for each choice of its list but none, with the name and the label of the choice in it")
  func loop() throws {
    let form = try load(
      """
      | survey |
      | | type | name | label::en | label::fr | relevant |
      | | begin loop over yn | l | L | L | |
      | | integer | n | How many %(label)s? | Combien de %(label)s ? | |
      | | begin loop over ab | m | M | M | |
      | | text | t | %(name)s | %(name)s | |
      | | end loop | | | | |
      | | end loop | | | | |
      | choices |
      | | list_name | name | label::en | label::fr |
      | | yn | yes | Yes | Oui |
      | | yn | no | No | Non |
      | | yn | none | None | Aucun |
      | | ab | a | A | A |
      """)
    let questionnaire = form.questionnaire
    #expect(
      questionnaire.placed.map(\.question.name.text) == [
        "l/yes/n", "l/yes/m/a/t", "l/no/n", "l/no/m/a/t",
      ])
    let language = try #require(questionnaire.language("fr"))
    let label = questionnaire.question("l/no/n")?.wording.label.text(in: language, fallback: language).text
    #expect(label == "Combien de Non ?")
    #expect(questionnaire.group("no")?.wording.label.text(in: language, fallback: language).text == "Non")
  }

  @Test("Loops in loops that make more rows than anybody answers are refused")
  func manyRows() {
    let rows = (1...6).map { "| | begin loop over l | g\($0) | G |\n" }.joined()
    let ends = String(repeating: "| | end loop | | |\n", count: 6)
    let choices = (1...12).map { "| | l | c\($0) | C |\n" }.joined()
    let said = problems(
      "| survey |\n| | type | name | label |\n\(rows)| | text | a | A |\n\(ends)"
        + "| choices |\n| | list_name | name | label |\n\(choices)")
    #expect(
      said.contains { $0.contains("loops and matrices make more than 50000 rows; ask about fewer choices") })
  }

  @Test("A choice none excludes the others where the settings say so")
  func noneOption() throws {
    let form = try load(
      """
      | survey |
      | | type | name | label | constraint |
      | | select_multiple yn | a | A | |
      | | select_multiple yn | b | B | . != 'yes' |
      | | select_one yn | c | C | |
      | choices |
      | | list_name | name | label |
      | | yn | yes | Yes |
      | | yn | none | None |
      | settings |
      | | add_none_option |
      | | yes |
      """)
    let rule = "(.='none' or not(selected(., 'none')))"
    #expect(form.questionnaire.question("a")?.constraint?.rule == rule)
    #expect(form.questionnaire.question("b")?.constraint?.rule == ". != 'yes' and \(rule)")
    #expect(form.questionnaire.question("c")?.constraint == nil)
  }

  @Test("A group that is read only locks all that is in it")
  func readOnlyGroups() throws {
    let form = try load(
      """
      | survey |
      | | type | name | label | read_only |
      | | text | a | A | |
      | | begin_group | g | G | ${a} = 'x' |
      | | text | b | B | ${a} = 'y' |
      | | begin_group | h | H | yes |
      | | text | c | C | |
      | | end_group | | | |
      | | end_group | | | |
      """)
    #expect(form.questionnaire.question("b")?.readOnlyWhen?.source == "(${a} = 'x') or (${a} = 'y')")
    #expect(form.questionnaire.question("b")?.isReadOnly == false)
    #expect(form.questionnaire.question("c")?.isAsked == false)
  }

  @Test("A choice that may stand twice is offered twice, and counted once")
  func duplicates() throws {
    let form = try load(
      """
      | survey |
      | | type | name | label | choice_filter |
      | | select_one state | s | S | |
      | | select_one county | c | C | state = ${s} |
      | choices |
      | | list_name | name | label | state |
      | | state | tx | Texas | |
      | | state | wa | Washington | |
      | | county | king | King | tx |
      | | county | king | King | wa |
      | settings |
      | | allow_choice_duplicates |
      | | yes |
      """)
    var session = FormSession(form.questionnaire, id: "", startedAt: .init(secondsSinceEpoch: 0))
    try session.apply(.answer(Address(Question.Name("s")), .one("wa")))
    let offered = session.choices(at: Address(Question.Name("c")))
    #expect(offered.map(\.name) == ["king"])
    #expect(offered.first?.attributes["state"] == "wa")
    #expect(form.questionnaire.lists["county"]?.distinct.map(\.name) == ["king"])
  }
}
