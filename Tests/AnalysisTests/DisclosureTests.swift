import Analysis
import Survey
import Testing

@Suite("What figures give away of each other")
struct DisclosureTests {
  private let form: Questionnaire

  init() throws {
    form = AnalysisTests.form(
      "f",
      [
        try question("unit", .text), try question("pos", .selectOne("yn")),
        try question("t", .selectOne("yn")),
      ], lists: [list("yn", ["yes", "no"])])
  }

  private func warnings(_ lines: [String], for request: TallyRequest? = nil) -> [String] {
    let text =
      (["figure,unit,question,statistic,filter,by,attribution"] + lines).joined(separator: "\n") + "\n"
    let plan = AnalysisTests.plan(form, text)
    #expect(plan.problems == [])
    return plan.disclosures(by: request.map { plan.figures(for: $0).figures } ?? plan.figures)
      .map(\.description)
  }

  @Test("A question that one figure suppresses and another counts, divides by or filters by is told of")
  func planned() {
    #expect(
      warnings([
        "f-pos,unit,pos,count,,,suppressed", "f-named,unit,pos,count,,,named",
        "f-by,unit,t,count,,pos,anonymous",
        "f-where,unit,t,count,${pos} = 'no',,suppressed",
      ]) == [
        "figures.csv:3 question: 'pos' is named here, but f-pos suppresses it: what that withholds can be read here; suppress this figure too, or take one of the two out",
        "figures.csv:4 by: the rows are divided by 'pos', which f-pos suppresses: the bases of the parts can give away what that withholds; divide by another question, or take one of the two out",
        "figures.csv:4 question: 't' is anonymous here, but f-where suppresses it: what that withholds can be read here; suppress this figure too, or take one of the two out",
        "figures.csv:5 filter: the filter asks for 'pos', which f-pos suppresses: the base can give away what that withholds; filter by another question, or take one of the two out",
      ])
  }

  @Test("Two figures that suppress one question of different units are told of once")
  func differently() {
    #expect(
      warnings(["f-all,unit,pos,count,,,suppressed", "f-t,unit,pos,count,${t} = 'yes',,suppressed"]) == [
        "figures.csv:3 filter: f-all suppresses 'pos' as well, but of other units: the difference between the two can give away what both withhold; give both the same filter and the same sources, or take one of the two out"
      ])
  }

  @Test("Figures that keep to themselves are not told of")
  func apart() {
    #expect(warnings(["f-pos,unit,pos,count,,,suppressed", "f-t,unit,t,count,,,named"]) == [])
    #expect(warnings(["f-pos,unit,pos,count,,,suppressed", "f-same,unit,pos,count,,,suppressed"]) == [])
  }

  @Test("A request that goes round a suppressed figure is told of by its argument")
  func requested() {
    let lines = ["f-pos,unit,pos,count,,,suppressed"]
    #expect(warnings(lines, for: TallyRequest(questions: ["pos"])) == [])
    #expect(warnings(lines, for: TallyRequest(questions: ["f-pos"])) == [])
    #expect(
      warnings(lines, for: TallyRequest(questions: ["t"], by: "pos")).map { $0.prefix(44) } == [
        "--by: the rows are divided by 'pos', which f"
      ])
    #expect(
      warnings(lines, for: TallyRequest(questions: ["pos"], filter: "${t} = 'yes'")).map { $0.prefix(38) }
        == [
          "--where: f-pos suppresses 'pos' as wel"
        ])
  }
}
