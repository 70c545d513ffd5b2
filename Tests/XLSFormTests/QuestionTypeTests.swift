import Calendar
import Expressions
import Survey
import Testing
import XLSForm

@Suite("Question types")
struct QuestionTypeTests {
  @Test("Orders, scales, triggers, shuffles and read-only rules are read from their columns")
  func columns() throws {
    let form = try load(
      """
      | survey |
      | | type | name | label | parameters | calculation | trigger | read_only |
      | | rank l | r | R | randomize=true, seed=42 | | | |
      | | range | whole | W | | | | |
      | | range | part | P | start=0 end=1 step=0.25 tick_labelset=ticks | | | |
      | | text | set | S | | concat(${r}, '') | ${r}, ${whole} | |
      | | calculate | hidden | | | ${whole} + 1 | ${whole} | |
      | | text | locked | L | | | | ${whole} > 3 |
      | | percentage | pct | % | | | | |
      | | number of days in last year | days | Days | | | | |
      | choices |
      | | list_name | name | label |
      | | l | a | A |
      | | l | b | B |
      | | ticks | 0 | None |
      | | ticks | 1.0 | All |
      """)
    #expect(form.warnings.isEmpty, "\(form.warnings)")
    let questionnaire = form.questionnaire
    #expect(questionnaire.question("r")?.kind == .rank("l"))
    #expect(questionnaire.question("r")?.shuffle?.seed?.source == "42")
    let whole = try #require(questionnaire.question("whole"))
    #expect(whole.kind == .integer)
    #expect(whole.scale?.end.description == "10")
    let part = try #require(questionnaire.question("part"))
    #expect(part.kind == .decimal)
    #expect(part.scale?.labels == "ticks")
    let set = try #require(questionnaire.question("set"))
    #expect(set.trigger?.questions == ["r", "whole"])
    #expect(set.calculation == nil && set.isAsked)
    #expect(questionnaire.question("hidden")?.isAsked == false)
    #expect(questionnaire.question("locked")?.readOnlyWhen?.source == "${whole} > 3")
    #expect(questionnaire.question("pct")?.constraint?.rule == "0 <= . and . <= 100")
    let language = questionnaire.defaultLanguage
    #expect(
      questionnaire.question("days")?.wording.hint.text(in: language, fallback: language).text
        == "Enter a number 0-365.")
  }

  @Test("Choices from answers, of the sheet external_choices, and files for expressions")
  func lists() throws {
    let folder = try TemporaryFolder(["places.csv": "code,town\na,Aton\nb,Beton\n"])
    let form = try load(
      """
      | survey |
      | | type | name | label | choice_filter | calculation |
      | | csv-external | places | | | |
      | | begin_repeat | person | P | | |
      | | text | who | Who? | | |
      | | end_repeat | | | | |
      | | select_one ${who} | best | Best | | |
      | | select_one_external town | town | Town | state=${best} | |
      | | calculate | home | | | instance('places')/root/item[code='b']/town |
      | external_choices |
      | | list_name | name | state |
      | | town | x | Ben |
      | | town | y | Ana |
      """, named: "\(folder.path)/form.md")
    #expect(form.warnings.map(\.description).filter { !$0.contains("label") } == [])
    var session = FormSession(form.questionnaire, id: "", startedAt: .init(secondsSinceEpoch: 0))
    #expect(session.outline.workedOut(Address(Question.Name("home"))) == "Beton")
    try session.apply(.repeats(RepeatPath("person"), 1))
    try session.apply(.answer(#require(Address("person[1]/who" as String)), .text("Ana")))
    try session.apply(.answer(Address(Question.Name("best")), .one("Ana")))
    #expect(session.choices(at: Address(Question.Name("town"))).map(\.name) == ["y"])
  }
}
