import Calendar
import Expressions
import Survey
import Testing
import XLSForm

@Suite("The blocks of KoboToolbox's form builder")
struct KoboBlockTests {
  @Test("A rating is a group of questions with one list, required as the rating is")
  func score() throws {
    let form = try load(
      """
      | survey |
      | | type | name | label | required | relevant | kobo--score-choices |
      | | text | who | Who? | | | |
      | | begin_score | rated | How good was it? | true | ${who} != '' | scale |
      | | score__row | food | Food | | | |
      | | score__row | water | Water | | ${food} = '1' | |
      | | end_score | | | | | |
      | choices |
      | | list_name | name | label |
      | | scale | 1 | Bad |
      | | scale | 2 | Good |
      """)
    let questionnaire = form.questionnaire
    #expect(questionnaire.placed.map(\.question.name.text) == ["who", "food", "water"])
    let group = try #require(questionnaire.group("rated"))
    #expect(text(group.wording.label, questionnaire) == "How good was it?")
    #expect(group.relevant?.source == "${who} != ''")
    let water = try #require(questionnaire.question("water"))
    #expect(water.kind == .selectOne("scale"))
    #expect(water.requirement.isAlways)
    #expect(water.relevant?.source == "${food} = '1'")
    #expect(
      form.warnings.map(\.description) == [
        "form.md:4 survey.type: 'begin_score' is of KoboToolbox's form builder: it runs here too, and ODK's programs "
          + "do not know it"
      ])
  }

  @Test("A ranking asks for every place and takes no choice twice, with the message of the ranking")
  func rank() throws {
    let form = try load(
      """
      | survey |
      | | type | name | label | kobo--rank-items | kobo--rank-constraint-message |
      | | begin_rank | needs | What is needed most? | needs | Each need once |
      | | rank__level | first | First | | |
      | | rank__level | second | Second | | |
      | | rank__level | third | Third | | |
      | | end_rank | | | | |
      | choices |
      | | list_name | name | label |
      | | needs | food | Food |
      | | needs | water | Water |
      | | needs | shelter | Shelter |
      """)
    let questionnaire = form.questionnaire
    let third = try #require(questionnaire.question("third"))
    #expect(third.requirement.isAlways)
    #expect(third.constraint?.rule == ". != ${first} and . != ${second}")
    #expect(third.constraint.map { text($0.message, questionnaire) } == "Each need once")
    #expect(questionnaire.question("first")?.constraint == nil)
    var session = FormSession(questionnaire, id: "", startedAt: .init(secondsSinceEpoch: 0))
    for (name, choice) in [("first", "food"), ("second", "water"), ("third", "food")] {
      let question = try #require(questionnaire.question(Question.Name(name)))
      let answer = try #require(try question.answer(from: choice, in: questionnaire.choices(of: question)))
      try session.apply(.answer(Address(Question.Name(name)), answer))
    }
    #expect(session.review.blocking.map(\.address) == [Address(Question.Name("third"))])
  }

  @Test("A matrix asks its questions for each row, under the names of KoboToolbox's columns")
  func matrix() throws {
    let form = try load(
      """
      | survey |
      | | type | name | label::English (en) | label::Français (fr) | required | relevant | kobo--matrix_list |
      | | begin_kobomatrix | owned | What is owned | Ce que l’on a | | | assets |
      | | select_one yn | has | Is there one? | Y en a-t-il ? | yes | | |
      | | integer | many | How many? | Combien ? | | ${has} = 'y' | |
      | | end_kobomatrix | | | | | | |
      | choices |
      | | list_name | name | label::English (en) | label::Français (fr) |
      | | assets | car | Car | Voiture |
      | | assets | tv | Television | Télévision |
      | | yn | y | Yes | Oui |
      | | yn | n | No | Non |
      """)
    let questionnaire = form.questionnaire
    #expect(
      questionnaire.placed.map(\.question.name.text) == [
        "owned_car_has", "owned_car_many", "owned_tv_has", "owned_tv_many",
      ])
    #expect(questionnaire.question("owned_tv_many")?.relevant?.source == "${owned_tv_has} = 'y'")
    #expect(questionnaire.question("owned_tv_has")?.requirement.isAlways == true)
    let french = try #require(questionnaire.language("fr"))
    let label = questionnaire.group("owned_tv")?.wording.label.text(in: french, fallback: french).text
    #expect(label == "Télévision")
    #expect(
      questionnaire.group("owned")?.wording.label.text(in: french, fallback: french).text == "Ce que l’on a")
  }

  @Test("What is wrong with blocks is told all at once, with what to do")
  func problemsOfBlocks() {
    let said = problems(
      """
      | survey |
      | | type | name | label | kobo--score-choices | kobo--rank-items | kobo--matrix_list |
      | | begin_score | a | A | | | |
      | | score__row | a1 | A1 | | | |
      | | text | a2 | A2 | | | |
      | | end_score | | | | | |
      | | rank__level | b1 | B1 | | | |
      | | begin_rank | c | C | | need | |
      | | rank__level | c1 | C1 | | | |
      | | end_rank | | | | | |
      | | begin_kobomatrix | d | D | | | needs |
      | | begin_group | d1 | D1 | | | |
      | | text | d2 | D2 | | | |
      | | end_group | | | | | |
      | | end_kobomatrix | | | | | |
      | | end_score | | | | | |
      | | begin score | e | E | needs | | |
      | | score__row | e1 | E1 | | | |
      | choices |
      | | list_name | name | label |
      | | needs | food | Food |
      """
    ).filter { !$0.contains("form builder") }
    #expect(
      said == [
        "form.md:3 survey.kobo--score-choices: 'begin_score' needs a list; write its name into the column "
          + "'kobo--score-choices'",
        "form.md:5 survey.type: 'text' cannot stand in 'begin_score'; write 'score__row', or end the block above",
        "form.md:7 survey.type: 'rank__level' stands in no 'begin_rank'; add that row above",
        "form.md:8 survey.kobo--rank-items: there is no list 'need'; did you mean 'needs'?",
        "form.md:12 survey.type: 'begin_group' cannot stand in 'begin_kobomatrix'; write questions alone, or end the "
          + "block above",
        "form.md:14 survey.type: 'end_group' cannot stand in 'begin_kobomatrix'; write questions alone, or end the "
          + "block above",
        "form.md:16 survey.type: nothing is open that 'end_score' could end; delete the row, or add its begin above",
        "form.md:17 survey.type: 'e' is never ended; add a row of type 'end_score'",
      ])
  }

  private func text(_ localized: LocalizedText, _ questionnaire: Questionnaire) -> String {
    let language = questionnaire.defaultLanguage
    return localized.text(in: language, fallback: language).text
  }
}

extension Question.Requirement {
  fileprivate var isAlways: Bool {
    if case .always = self { true } else { false }
  }
}
