import Analysis
import CSV
import Expressions
import Survey
import Testing

@Suite("Analysis plans")
struct PlanTests {
  let garden: Garden

  init() throws { garden = try Garden() }

  private func problems(_ text: String) -> [String] { plan(garden.form, text).problems.map(\.description) }

  @Test("A plan is read with its titles in all languages, and what is left out is the usual")
  func whole() throws {
    let text = """
      figure,title,title::French (fr),sources,unit,question,statistic,base,filter,by,who,attribution,codebook,wave_map,chart
      f-1,Colours,Couleurs,,unit,colour,count,,,,,,,,
      f-2,,,garden,,note_a  note_b,any,distinct,${colour} = 'red',size,yes,anonymous,,,stacked

      """
    let plan = plan(garden.form, text)
    #expect(plan.problems == [])
    let first = try #require(plan.figures.first)
    #expect(first.id == "f-1")
    #expect(first.title[Language(name: "French", code: "fr")] == "Couleurs")
    #expect(first.title[.unnamed] == "Colours")
    #expect(first.sources == ["garden"])
    #expect(first.unit == "unit")
    #expect(first.base == .asked)
    #expect(!first.showsWho)
    #expect(first.attribution == .named)
    #expect(first.chart == .bars)
    let second = try #require(plan.figures.last)
    #expect(second.title.isEmpty)
    #expect(second.unit == nil)
    #expect(second.questions == ["note_a", "note_b"])
    #expect(second.statistic == .any)
    #expect(second.base == .distinct)
    #expect(second.filter?.source == "${colour} = 'red'")
    #expect(second.by == "size")
    #expect(second.showsWho)
    #expect(second.attribution == .anonymous)
    #expect(second.chart == .stacked)
  }

  @Test("All problems of a plan come at once, each with its line and what to do")
  func all() {
    let text = """
      figure,sources,unit,question,statistic,base,filter,by,who,attribution,codebook,wave_map,chart
      a,,unit,color,count,,,,,,,,
      a,,unit,colour,count,,,,,,,,
      b c,,unit,colour,count,,,,,,,,
      ,,unit,colour,count,,,,,,,,
      d,desert,unit,colour,count,,,,,,,,
      e,,unti,colour,count,,,,,,,,
      f,,fruits,colour,count,,,,,,,,
      g,,unit,,count,,,,,,,,
      h,,unit,nothing_*,any,,,,,,,,
      i,,unit,colour size,count,,,,,,,,
      j,,unit,fruits,count,,,,,,,,
      k,,unit,note_a,count,,,,,,,,
      l,,unit,colour,count_multiple,,,,,,,,
      m,,unit,colour,coded,,,,,,themes,,
      n,,unit,colour,memberships,,,,,,,,
      o,,unit,colour,cuont,bases,,,maybe,secret,,2017,pie
      p,,unit,colour,,,,,,,,,
      q,,,colour,count,registered,,,,,,,
      r,,unit,colour,count,registered,${size} = 'small',,,,,,
      s,,unit,note_a,answered,answered,,colour,,,,,
      t,,unit,colour,count,,,colour,,,,,
      u,,unit,colour,count,,,note_a,,,,,stacked
      v,,unit,colour,count,,,,,,,,stacked
      w,,unit,colour,count,,${size} = ,,,,,,
      x,,unit,colour,count,,${sise} = 'small' and ${colour} = 'pink',,,,,,
      y,,unit,colour,count

      """
    #expect(
      problems(text) == [
        "figures.csv:2 question: 'color' is no question of garden; did you mean 'colour'?",
        "figures.csv:3 figure: 'a' stands on line 2 already; give it another name",
        "figures.csv:4 figure: 'b c' cannot name a figure and its files; use letters, digits, '-' and '_'",
        "figures.csv:5 figure: the cell is empty; write the name of the figure",
        "figures.csv:6 sources: there is no questionnaire 'desert'; write the form_id of one",
        "figures.csv:7 unit: 'unti' is no question of garden; did you mean 'unit'?",
        "figures.csv:8 unit: 'fruits' is a select_multiple, but a unit is a select_one, a text or an integer",
        "figures.csv:9 question: the cell is empty; write the name of a question",
        "figures.csv:10 question: no question of garden matches 'nothing_*'; write names, or another pattern",
        "figures.csv:11 question: 'count' counts one question, but 2 are named; make a figure of each, "
          + "or count with 'any' or 'answered'",
        "figures.csv:12 question: 'count' cannot count 'fruits', which is a select_multiple; use count_multiple",
        "figures.csv:13 question: 'count' cannot count 'note_a', which is a text; use answered",
        "figures.csv:14 question: 'count_multiple' cannot count 'colour', which is a select_one; use count",
        "figures.csv:15 codebook: there is no codebook 'themes' beside the plan; write the name of its file, "
          + "such as codebook.csv",
        "figures.csv:15 question: 'coded' cannot count 'colour', which is a select_one; use count",
        "figures.csv:16 statistic: there is no list of memberships; write membership.csv and countries.csv beside the form or "
          + "among the lists",
        "figures.csv:16 unit: memberships are of 'colour', so it is the unit too; write it in both columns",
        "figures.csv:17 statistic: 'cuont' is none of count, count_multiple, any, answered, all, distinct, memberships, coded; "
          + "did you mean 'count'?",
        "figures.csv:17 who: 'maybe' is none of yes, no; use one of them",
        "figures.csv:17 attribution: 'secret' is none of named, anonymous, suppressed; use one of them",
        "figures.csv:17 chart: 'pie' is none of bars, ranking, stacked, dots, matrix; use one of them",
        "figures.csv:17 base: 'bases' is none of registered, distinct, asked, answered, coded, repeats; use one of them",
        "figures.csv:17 wave_map: there is no file '2017' beside the plan; write the name of a map of waves, such as waves.csv",
        "figures.csv:18 statistic: the cell is empty; write count, count_multiple, any …",
        "figures.csv:19 base: 'registered' needs a unit, whose list is the register; write it in the column 'unit', "
          + "or use another base",
        "figures.csv:20 base: 'registered' cannot be filtered: of those that returned nothing nobody knows the answers; "
          + "use distinct, asked or answered",
        "figures.csv:21 by: 'answered' cannot be divided; count with count, count_multiple or any, or leave the cell empty",
        "figures.csv:21 base: of those that answered, all answered, so 'answered' would say nothing; "
          + "use asked, distinct or registered",
        "figures.csv:22 by: 'colour' would be divided by itself; name another question",
        "figures.csv:23 by: 'note_a' is a text, but rows are divided by a select; name one",
        "figures.csv:24 chart: 'stacked' needs a question to divide by; write it in the column 'by', or use bars",
        "figures.csv:25 filter: character 11: the expression ends here, but a value "
          + "(a question, a number, a text in quotes or a function) is expected",
        "figures.csv:26 filter: character 1: there is no question 'sise'; did you mean 'size'?",
        "figures.csv:26 filter: character 35: 'colour' has no choice 'pink'; its choices are red, green, blue",
        "figures.csv:27 figure: the line has 5 cells, but the first line has 13; a text with a comma needs quotes",
      ])
  }

  @Test("A figure never has the name of files that the report itself has, in whatever case")
  func namesOfReport() {
    let remedy =
      "names files of the report itself, such as audit.csv and report.pdf; give the figure another name"
    #expect(
      problems("figure,question,statistic\naudit,colour,count\nReport,colour,count\nreports,colour,count\n")
        == [
          "figures.csv:2 figure: 'audit' \(remedy)", "figures.csv:3 figure: 'Report' \(remedy)",
        ])
  }

  @Test("What is wrong in one cell hides nothing that is wrong in another")
  func nothingHidden() {
    let text = """
      figure,sources,unit,question,statistic,by,note
      a b,,unti,colour,count,,
      b,desert,,color,count,,
      c,desert,,cactus,count,,
      d,,unit,color,cuont,siez,
      e,,unit,colour,count

      """
    #expect(
      problems(text) == [
        "figures.csv:1 note: 'note' is no column of a plan; take it out",
        "figures.csv:2 figure: 'a b' cannot name a figure and its files; use letters, digits, '-' and '_'",
        "figures.csv:2 unit: 'unti' is no question of garden; did you mean 'unit'?",
        "figures.csv:3 sources: there is no questionnaire 'desert'; write the form_id of one",
        "figures.csv:3 question: 'color' is no question of garden; did you mean 'colour'?",
        "figures.csv:4 sources: there is no questionnaire 'desert'; write the form_id of one",
        "figures.csv:5 statistic: 'cuont' is none of count, count_multiple, any, answered, all, distinct, memberships, coded; "
          + "did you mean 'count'?",
        "figures.csv:5 question: 'color' is no question of garden; did you mean 'colour'?",
        "figures.csv:5 by: 'siez' is no question of garden; did you mean 'size'?",
        "figures.csv:6 figure: the line has 5 cells, but the first line has 7; a text with a comma needs quotes",
      ])
  }

  @Test("Titles in a language that the form has not are warned of")
  func titles() throws {
    let french = Language(name: "French", code: "fr")
    let home = Questionnaire(
      id: "garden", version: "1", title: LocalizedText(unlocalized: "garden"),
      languages: [Language(name: "English", code: "en"), french],
      defaultLanguage: Language(name: "English", code: "en"), items: garden.form.items,
      lists: Array(garden.form.lists.values))
    let text = """
      figure,title,title::French (fr),title::Frnch (fr),title::Tok Pisin,question,statistic
      a,A,A,A,A,colour,count

      """
    let plan = plan(home, text)
    #expect(plan.problems == [])
    #expect(plan.figures.count == 1)
    #expect(
      plan.warnings.map(\.description) == [
        "figures.csv:1 title::Frnch (fr): the form has no language 'Frnch (fr)', so nobody will read these titles; "
          + "did you mean 'French (fr)'?",
        "figures.csv:1 title::Tok Pisin: the form has no language 'Tok Pisin', so nobody will read these titles; "
          + "it has English (en), French (fr); name one, or take the column out",
      ])
  }

  @Test("A matrix shows who gave which answer, and so needs somebody whom it may name")
  func matrix() {
    let text = """
      figure,sources,unit,question,statistic,base,filter,by,who,attribution,codebook,wave_map,chart
      a,,unit,fruits,count_multiple,,,,yes,named,,,matrix
      b,,,fruits,count_multiple,,,,yes,named,,,matrix
      c,,unit,fruits,count_multiple,,,,yes,anonymous,,,matrix

      """
    let remedy =
      "'matrix' shows who gave which answer; write a question in 'unit' and 'named' in 'attribution', or use ranking"
    #expect(problems(text) == ["figures.csv:3 chart: \(remedy)", "figures.csv:4 chart: \(remedy)"])
  }

  @Test("The columns of a plan are checked before anything else")
  func columns() {
    #expect(
      problems("figure,qestion,statistic\nf,colour,count\n") == [
        "figures.csv:1 qestion: 'qestion' is no column of a plan; did you mean 'question'?",
        "figures.csv:1 question: there is no column 'question'; add it to the first line",
      ])
    #expect(
      problems("") == [
        "figures.csv: no header: found no record, expected a first line that names the columns; write one"
      ])
  }

  @Test("A figure that names nobody counts nothing that names the units")
  func names() {
    let text = """
      figure,unit,question,statistic,filter,by,attribution
      a,unit,unit,count,,,anonymous
      b,unit,colour,count,,unit,suppressed
      c,unit,colour,count,${unit} = 'u1',,anonymous
      d,unit,unit,count,,,named

      """
    #expect(
      problems(text) == [
        "figures.csv:2 question: 'unit' names the units, but the figure is anonymous; use another question, or name them",
        "figures.csv:3 question: 'unit' names the units, but the figure is suppressed; use another question, or name them",
        "figures.csv:4 filter: 'unit' names the units, but the figure is anonymous; use another question, or name them",
      ])
  }

  @Test("Figures without a problem can be counted beside one that has one")
  func besides() {
    let plan = plan(garden.form, "figure,question,statistic\na,colour,count\nb,color,count\n")
    #expect(plan.figures.map(\.id) == ["a"])
    #expect(plan.problems.count == 1)
  }

  @Test("A question must be of one kind in all sources, and each of them must ask the unit")
  func sources() throws {
    let other = form(
      "other", [try question("colour", .text), try question("size", .selectOne("sizes"))],
      lists: [list("sizes", ["small"])])
    let text =
      "figure,sources,unit,question,statistic\na,garden other,unit,colour,count\nb,other garden,,size,count\n"
    let plan = plan(garden.form, text, others: [other])
    #expect(
      plan.problems.map(\.description) == [
        "figures.csv:2 question: 'colour' is a select_one in the first form, but a text in other; leave one of the forms out",
        "figures.csv:2 unit: other does not ask 'unit', so nobody can tell whose answers it has; leave that form out, "
          + "or name a question that all forms ask",
      ])
    #expect(plan.figures.map(\.sources) == [["other", "garden"]])
  }

  @Test("A question in a repeat group, a note and a metadatum of the form are told apart")
  func places() throws {
    let inner = Group(
      name: "event", repetition: .free, items: [.question(try question("kind", .selectOne("l")))])
    let form = Questionnaire(
      id: "f", version: "1", title: LocalizedText(), languages: [], defaultLanguage: .unnamed,
      items: [.question(try question("hint", .note)), .group(inner)], lists: [list("l", ["x"])])
    let text = "figure,question,statistic,filter\na,kind,any,\nb,hint,answered,\n"
    #expect(
      plan(form, text).problems.map(\.description) == [
        "figures.csv:2 statistic: 'any' cannot count 'kind', which is in the repeat group 'event'; "
          + "count with count, count_multiple or answered",
        "figures.csv:3 question: nobody is asked 'hint'; name a question that takes an answer",
      ])
  }

  @Test(
    "A pattern means the questions that match it, in the order of the form",
    arguments: [
      ("note_*", ["note_a", "note_b"]), ("*_b", ["note_b"]), ("n*e_*", ["note_a", "note_b"]),
      ("*i*e*", ["unit_other", "size", "picked"]), ("s*e size", ["size"]),
    ])
  func patterns(_ pattern: String, _ names: [String]) {
    let plan = plan(garden.form, "figure,question,statistic\na,\(pattern),any\n")
    #expect(plan.figures.first?.questions.map(\.text) == names)
  }
}

@Suite("Requests for tallies")
struct TallyRequestTests {
  let garden: Garden
  let plan: FigurePlan

  init() throws {
    garden = try Garden()
    let text = """
      figure,title,unit,question,statistic,base,filter,by,who,attribution,chart
      f-1,Colours,unit,colour,count,,,,yes,anonymous,ranking
      f-2,Notes,unit,note_*,any,distinct,${colour} = 'red',,yes,,

      """
    plan = AnalysisTests.plan(garden.form, text)
  }

  @Test(
    "Each kind of question has its statistic",
    arguments: [
      ("colour", Statistic.count, Base.asked), ("fruits", .countMultiple, .answered),
      ("note_a", .answered, .asked),
      ("weight", .answered, .asked), ("picked", .answered, .asked),
    ])
  func kinds(_ name: String, _ statistic: Statistic, _ base: Base) throws {
    let (figures, problems) = plan.figures(for: TallyRequest(questions: [name]))
    #expect(problems == [])
    let figure = try #require(figures.first)
    #expect(figures.count == 1)
    #expect(figure.id.text == name)
    #expect(figure.statistic == statistic)
    #expect(figure.base == base)
    #expect(figure.unit == "unit")
    #expect(!figure.showsWho)
  }

  @Test("A request may name a question by its number, a pattern or a figure, and change how it is counted")
  func names() throws {
    let request = TallyRequest(
      questions: ["3", "note_*", "f-2"], by: "size", base: .distinct, showsWho: true)
    let (figures, problems) = plan.figures(for: request)
    #expect(
      problems.map(\.description) == [
        "--by: 'answered' cannot be divided; count with count, count_multiple or any, or leave the cell empty"
      ])
    #expect(figures.map(\.id) == ["colour", "f-2"])
    #expect(figures.map(\.by) == ["size", "size"])
    #expect(figures.map(\.base) == [.distinct, .distinct])
    #expect(figures.allSatisfy { $0.showsWho })
    // What the plan says of anonymity holds for the question alone too.
    #expect(figures.map(\.attribution) == [.anonymous, .named])
  }

  @Test("Without a question it is the plan; without a plan every question that is asked")
  func nothing() {
    #expect(plan.figures(for: TallyRequest()).figures.map(\.id) == ["f-1", "f-2"])
    let figures = FigurePlan(without: garden.form).figures(for: TallyRequest()).figures
    #expect(
      figures.map(\.id) == [
        "unit", "unit_other", "colour", "size", "fruits", "note_a", "note_b", "weight", "picked",
      ])
    #expect(figures.allSatisfy { $0.unit == nil })
  }

  @Test("What cannot be meant is said once, with what may be")
  func unknown() {
    let request = TallyRequest(
      questions: ["color", "f-3", "size"], by: "sise", filter: "${colour} =", base: .registered)
    #expect(
      plan.figures(for: request).problems.map(\.description) == [
        "QUESTION: 'color' is no question of garden; did you mean 'colour'?",
        "QUESTION: 'f-3' is no question of garden; did you mean 'f-1'?",
        "--by: 'sise' is no question of garden; did you mean 'size'?",
        "--where: character 12: the expression ends here, but a value "
          + "(a question, a number, a text in quotes or a function) is expected",
        "--base: 'registered' cannot be filtered: of those that returned nothing nobody knows the answers; "
          + "use distinct, asked or answered",
      ])
  }
}
