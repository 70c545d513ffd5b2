import Analysis
import Survey
import Testing

@Suite("Choices that no list has, and are none the less answers")
struct ChoicesOfAnswersTests {
  @Test("What answers of repeats made to choose from is a choice like any other", arguments: [true, false])
  func chosen(severally: Bool) throws {
    let names = ChoiceList.Name(ofAnswersTo: "who")
    let members = Group(name: "member", repetition: .free, items: [.question(try question("who", .text))])
    let form = Questionnaire(
      id: "form", version: "1", title: LocalizedText(), languages: [.unnamed], defaultLanguage: .unnamed,
      items: [
        .group(members),
        .question(try question("head", severally ? .selectMultiple(names) : .selectOne(names))),
      ],
      lists: [])
    let lines = [
      Line("1", ["head": severally ? "Ben Ann" : "Ben"]), Line("2", ["head": "Ben"]), Line("3", [:]),
    ]
    let plan = FigurePlan(without: form).figures(for: TallyRequest(questions: ["head"]))
    let tally = try Tally(of: plan.figures, from: [responses(form, lines)], now: someDay)
    let figure = try #require(tally.figures.first)
    let rows = figure.rows.filter { $0.count ?? 0 > 0 }
    #expect(rows.map { $0.code ?? "" } == (severally ? ["Ben", "Ann", ""] : ["Ben", ""]))
    #expect(rows.map(\.count) == (severally ? [2, 1, 1] : [2, 1]))
    #expect(!figure.rows.contains { $0.state == .unlisted })
    #expect(!figure.notes.contains { if case .unlisted = $0 { true } else { false } })
    #expect(tally.findings.count == 0)
  }

  @Test("A choice that was given up is no finding, in an order neither")
  func retired() throws {
    let kinds: [Question.Kind] = [.selectOne("l"), .selectMultiple("l"), .rank("l")]
    for kind in kinds {
      let form = Questionnaire(
        id: "form", version: "2", title: LocalizedText(), languages: [.unnamed], defaultLanguage: .unnamed,
        items: [.question(try question("q", kind))], lists: [list("l", ["a", "b"])],
        history: FormHistory(retiredChoices: ["l": ["c"]]))
      let lines = zip(1..., ["c", "a", "d"]).map { Line("\($0)", ["q": $1], version: "2") }
      let plan = FigurePlan(without: form).figures(for: TallyRequest(questions: ["q"]))
      let tally = try Tally(of: plan.figures, from: [responses(form, lines)], now: someDay)
      #expect(tally.findings.listed.map(\.line) == [4], "\(kind): only what no version offered")
      #expect(tally.findings.count == 1, "all that is counted is listed")
    }
  }
}
