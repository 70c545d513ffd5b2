import Analysis
import CSV
import Expressions
import Survey
import Testing

/// Two askings of one survey: in the second a question, its choices and who is asked are other.
struct Survey2 {
  let old: Questionnaire
  let new: Questionnaire

  init(oldRelevant: String? = nil, newRelevant: String? = nil, newUnits: [String] = ["u1", "u2", "u3", "u4"])
    throws
  {
    old = form(
      "old",
      [
        try question("unit", .selectOne("units")), try question("position", .selectOne("status")),
        try asked("themes", .selectMultiple("themes"), where: oldRelevant), try question("note", .text),
      ],
      lists: [
        list("units", ["u1", "u2", "u3"]), list("status", ["yes", "no", "pending"]),
        list("themes", ["border", "work", "back"]),
      ])
    new = form(
      "new",
      [
        try question("unit", .selectOne("units")), try question("stance", .selectOne("status")),
        try asked("topics", .selectMultiple("themes"), where: newRelevant),
        try question("note", .selectOne("status")), try question("size", .integer),
      ],
      lists: [
        list("units", newUnits), list("status", ["has", "no", "draft", "talks"]),
        list("themes", ["border", "work", "air"]),
      ])
  }

  static let map = """
    wave,form,question,choice,harmonised_question,harmonised_choice,label
    one,old,position,,position,,
    two,new,stance,,position,,
    two,new,stance,has,position,yes,
    two,new,stance,draft,position,pending,Not yet
    two,new,stance,talks,position,pending,
    one,old,themes,,themes,,
    two,new,topics,,themes,,
    two,new,topics,,themes,back,
    one,old,themes,,themes,air,

    """

  func plan(_ line: String, map: String = Survey2.map, others: [Questionnaire] = []) -> FigurePlan {
    let forms = [old, new] + others
    return FigurePlan(
      CSVReader(
        "figure,sources,unit,question,statistic,base,filter,by,who,attribution,wave_map,chart\n\(line)\n"),
      file: "figures.csv", home: new, form: { id in forms.first { $0.id == id } },
      waveMap: { name in
        WaveMap(CSVReader(map), name: name, file: name) { id in forms.first { $0.id == id } }
      })
  }

  func problems(_ line: String, map: String = Survey2.map) -> [String] {
    plan(line, map: map).problems.map(\.description)
  }

  func figure(_ line: String, _ lines: [[Line]], map: String = Survey2.map, threshold: Int = 5) throws
    -> Figure
  {
    try tally(
      plan(line, map: map), [try responses(old, lines[0]), try responses(new, lines[1])], threshold: threshold
    ).figure()
  }

  static let lines = [
    [
      Line("1", ["unit": "u1", "position": "yes", "themes": "border work"]),
      Line("2", ["unit": "u2", "position": "pending", "themes": "back"]),
      Line("3", ["unit": "u3"], unknown: "position themes"),
    ],
    [
      Line("4", ["unit": "u1", "stance": "has", "topics": "air"]),
      Line("5", ["unit": "u2", "stance": "draft", "topics": "air border"]),
      Line("6", ["unit": "u2", "stance": "talks", "topics": "border"], supersedes: "5"),
      Line("7", ["unit": "u4", "stance": "odd"], notAsked: "topics"),
    ],
  ]
}

private func asked(_ name: String, _ kind: Question.Kind, where relevant: String?) throws -> Question {
  Question(
    name: Question.Name(name), kind: kind, wording: Wording(label: LocalizedText(unlocalized: name + "?")),
    relevant: try relevant.map { try Expression(parsing: $0) })
}

@Suite("Waves")
struct WaveTests {
  let survey: Survey2

  init() throws { survey = try Survey2() }

  @Test(
    "Each wave has its own column, base and units; what was renamed counts as one, and not offered is no zero"
  )
  func compared() throws {
    let figure = try survey.figure("f,,unit,position,count,asked,,,yes,,waves.csv,", Survey2.lines)
    #expect(figure.columns.map(\.code) == ["one", "two"])
    #expect(figure.columns.map(\.n) == [3, 3])
    #expect(
      figure.short == [
        "yes – (1 1)", "no – (0 0)", "pending – (1 1)", "odd [unlisted] – (0 1)", "[unknown] – (1 0)",
      ])
    #expect(figure.rows.map { $0.cells.map { $0.who.map(\.code) } }[2] == [["u2"], ["u2"]])
    #expect(figure.rows[2].label == LocalizedText(unlocalized: "Not yet"))
    #expect(figure.rows.flatMap(\.cells).map(\.isOffered).allSatisfy { $0 })
    #expect(figure.waves.map(\.bases.returned) == [3, 3])
    #expect(figure.waves.map(\.bases.answered) == [2, 3])
    #expect(figure.waves.map(\.bases.registered) == [3, 4])
    #expect(figure.waves.map { $0.questions.map(\.name) } == [["position"], ["stance"]])
    #expect(figure.waves.map(\.sources) == [["old"], ["new"]])
    #expect(
      figure.notes.map(\.description) == [
        "two: counted as what all waves call it: has → yes, draft → pending, talks → pending",
        "two: 'stance' has answers that its list does not have: odd",
      ])
    let themes = try survey.figure("f,,unit,themes,count_multiple,distinct,,,,,waves.csv,", Survey2.lines)
    #expect(
      themes.short == [
        "border – (1 1)", "work – (1 0)", "back – (1 –)", "air – (– 1)", "[unknown] – (1 0)",
        "[not_asked] – (0 1)",
      ])
    #expect(themes.rows[2].cells.map(\.isOffered) == [true, false])
    #expect(themes.rows[5].cells.map(\.share) == [0, 1.0 / 3])
  }

  @Test("A unit that chose two choices which count as one counts once")
  func merged() throws {
    let map = Survey2.map.replacing("two,new,topics,,themes,back,", with: "two,new,topics,air,themes,back,")
      .replacing(
        "one,old,themes,,themes,air,\n",
        with: "two,new,topics,work,themes,border,\ntwo,new,topics,,themes,work,\n")
    let lines = [[], [Line("1", ["unit": "u1", "topics": "border work"])]]
    let figure = try survey.figure("f,,unit,themes,count_multiple,,,,,,waves.csv,", lines, map: map)
    #expect(figure.short == ["border – (0 1)", "work – (0 –)", "back – (0 0)"])
  }

  @Test("A filter speaks the names that all waves share")
  func filter() throws {
    let line = "f,,unit,themes,count_multiple,answered,${position} = 'pending',,yes,,waves.csv,"
    let figure = try survey.figure(line, Survey2.lines)
    #expect(figure.waves.map(\.n) == [1, 1])
    #expect(figure.short == ["border – (0 1)", "work – (0 0)", "back – (1 –)", "air – (– 0)"])
    // Whether u3 had a position is unknown.
    #expect(figure.notes == [.ofWave("one", .filterUnknown(count: 1, who: ["u3"]))])
    #expect(
      survey.problems("f,,unit,themes,count_multiple,answered,${position} = 'draft',,,,waves.csv,").count == 1
    )
  }

  @Test("A suppressed wave is withheld by the rules of one figure, and no other wave gives it away")
  func suppressed() throws {
    let few = (1...3).map { Line("o\($0)", ["unit": "u\($0)", "position": $0 == 1 ? "yes" : "no"]) }
    let figure = try survey.figure(
      "f,,unit,position,count,asked,,,yes,suppressed,waves.csv,",
      [
        few,
        few.map { line in
          var line = line
          line.answers = ["unit": line.answers["unit"] ?? "", "stance": "has"]
          return line
        },
      ])
    #expect(figure.short == ["yes – (– –)", "no – (– –)", "pending – (– –)"])
    #expect(figure.notes.filter { $0.description.contains("withheld") }.count == 2)
    #expect(!figure.showsWho)
    // The plain count of the same question keeps what the waves may not show.
    let plan = survey.plan("f,,unit,position,count,asked,,,yes,suppressed,waves.csv,")
    #expect(
      plan.figures(for: TallyRequest(questions: ["stance"])).figures.map(\.attribution) == [.suppressed])
  }

  @Test("What counts the plan's units does not add up its waves")
  func units() {
    let plan = survey.plan("f,,unit,position,count,asked,,,,,waves.csv,")
    #expect(plan.forms(ofUnit: "unit").map(\.id) == ["new"])
    #expect(
      plan.figures(for: TallyRequest(questions: ["position"])).problems.map(\.description) == [
        "QUESTION: 'position' is no question of new; write the name of one, as its survey sheet has it"
      ])
  }

  struct Refusal: CustomTestStringConvertible {
    let line: String
    var map = Survey2.map
    let problems: [String]
    var testDescription: String { line }
  }

  @Test(
    "What cannot be compared is refused with the place and what to do",
    arguments: [
      Refusal(
        line: "f,,unit,positon,count,,,,,,waves.csv,",
        problems: [
          "figures.csv:2 question: 'positon' has no line in waves.csv, and the waves do not ask it alike; did you mean 'position'?"
        ]),
      Refusal(
        line: "f,,unit,position,distinct,,,unit,,,waves.csv,matrix",
        problems: [
          "figures.csv:2 statistic: 'distinct' cannot be compared across waves; count with count, count_multiple or any",
          "figures.csv:2 by: waves divide the rows already; leave the cell empty, or make a figure of each wave",
          "figures.csv:2 chart: waves are drawn as bars, not as matrix; write bars",
        ]),
      Refusal(
        line: "f,new,unit,position,count,,,,,,waves.csv,",
        problems: [
          "figures.csv:2 sources: the sources are new, but the map has old, new; write those, or leave the cell empty"
        ]),
      Refusal(
        line: "f,,unit,themes,count,,,,,,waves.csv,",
        problems: [
          "figures.csv:2 question: wave one: 'count' cannot count 'themes', which is a select_multiple; use count_multiple",
          "figures.csv:2 question: wave two: 'count' cannot count 'topics', which is a select_multiple; use count_multiple",
        ]),
      Refusal(
        line: "f,,unit,position,count,,${size} > 3,,,,waves.csv,",
        problems: [
          "figures.csv:2 filter: 'size' has no line in waves.csv, and the waves do not ask it alike; map it there in each wave"
        ]),
      Refusal(
        line: "f,,unit,position,count,,,,,,waves.csv,",
        map: Survey2.map.replacing("two,new,stance,draft,position,pending,Not yet\n", with: ""),
        problems: [
          "figures.csv:2 wave_map: waves.csv:3 harmonised_choice: 'draft' of 'stance' in wave two counts as 'draft', which wave one does not have; map a choice of it to 'draft', or write a line for wave one with 'draft' and no choice, to say that it did not offer it"
        ]),
      Refusal(
        line: "f,,unit,position,count,,,,,,waves.csv,",
        map: """
          wave,form,question,choice,harmonised_question,harmonised_choice
          one,older,position,,position,
          one,old,positon,,position,
          one,old,position,yess,position,yes
          one,old,note,a,note,b
          two,new,stance,has,position,yes
          two,new,stance,has,position,no
          two,new,topics,,position,
          two,old,position,,position,
          ,new,stance,,,

          """,
        problems: [
          "waves.csv:2 form: there is no questionnaire 'older'; write the form_id of one",
          "waves.csv:3 question: 'positon' is no question of old; did you mean 'position'?",
          "waves.csv:4 choice: 'yess' is no choice of 'position'; did you mean 'yes'?",
          "waves.csv:5 choice: 'note' is a text and has no choices; leave both cells of choices empty",
          "waves.csv:7 harmonised_choice: 'has' counts as 'yes' on line 6 already; take one of the lines out",
          "waves.csv:8 question: 'position' is 'stance' on line 6 already; one question of a wave can count as it",
          "waves.csv:9 form: old is of wave one already; write another form, or the same wave",
          "waves.csv:10 wave: the cell is empty; write the name of the wave, such as 2018",
          "waves.csv:10 harmonised_question: the cell is empty; write the name that all waves share",
        ]),
      Refusal(
        line: "f,,unit,position,count,,,,,,waves.csv,",
        map: """
          wave,form,question,choice,harmonised_question,harmonised_choice
          one,old,position,,position,
          two,new,topics,,position,
          one,old,note,,note,
          two,new,note,,note,
          one,old,themes,,themes,
          one,old,position,,position,yes
          one,old,position,,position,never

          """,
        problems: [
          "waves.csv:5 question: 'note' is a select_one in wave two, but a text in wave one; answers of different kinds cannot be compared",
          "waves.csv:3 question: 'topics' is a select_multiple in wave two, but a select_one in wave one; answers of different kinds cannot be compared",
          "waves.csv:7 harmonised_choice: 'yes' of this wave counts as 'yes'; take this line out, or map the choice to another",
          "waves.csv:8 harmonised_choice: no wave has a choice that counts as 'never'; take the line out",
          "waves.csv: 'themes' has no line in wave two; add one, or map it in another file without that wave",
        ]),
      Refusal(
        line: "f,,unit,position,count,,,,,,waves.csv,",
        map: "wave,from,question,harmonised_question\n",
        problems: [
          "waves.csv:1 from: 'from' is no column of a map of waves; did you mean 'form'?",
          "waves.csv:1 form: there is no column 'form'; add it to the first line",
        ]),
      Refusal(
        line: "f,,unit,position,count,,,,,,waves.csv,",
        map: "wave,form,question,harmonised_question\none,old,position,position\n",
        problems: ["waves.csv: there are fewer than two waves; write lines for each wave that is compared"]),
    ])
  func refused(_ refusal: Refusal) {
    #expect(Set(survey.problems(refusal.line, map: refusal.map)) == Set(refusal.problems))
  }

  @Test("Other units in another wave are refused, a register that grew is not")
  func unitsOfWaves() throws {
    let line = "f,,unit,position,count,,,,,,waves.csv,"
    #expect(survey.problems(line) == [])
    #expect(
      try Survey2(newUnits: ["s1", "s2"]).problems(line) == [
        "figures.csv:2 unit: 'unit' names other units in wave two than in wave one: no unit is on both lists; name a question by which both waves know the same units"
      ])
  }

  struct Bases: CustomTestStringConvertible {
    var old: String?
    var new: String?
    var filter = ""
    let base: Base
    var problem: String?
    var testDescription: String { "\(base) \(old ?? "-") \(new ?? "-") \(filter)" }
  }

  @Test(
    "Shares of those asked or answered compare where all waves asked the same units, or the filter makes them the same",
    arguments: [
      Bases(base: .asked),
      Bases(old: "${position} = 'yes'", new: "${stance} = 'has'", base: .answered),
      Bases(old: "${position} != 'no'", new: "not(${stance} = 'no')", base: .asked),
      Bases(
        new: "${stance} = 'has'", base: .answered,
        problem: "where 'position' is empty, old asks it and new does not"),
      Bases(new: "${stance} = 'has'", base: .distinct),
      Bases(new: "${stance} = 'has'", base: .registered),
      Bases(new: "${stance} = 'has'", filter: "${position} = 'yes'", base: .answered),
      Bases(
        new: "${stance} = 'has'", filter: "${position} != 'no'", base: .asked,
        problem: "where 'position' is empty, old asks it and new does not"),
      // Two choices of the new wave count as one, and only one of them is asked.
      Bases(
        old: "${position} = 'yes' or ${position} = 'pending'",
        new: "${stance} = 'has' or ${stance} = 'draft'",
        base: .asked, problem: "where 'position' is 'pending', old, new asks it and new does not"),
      // The same words, but the names in them mean different things.
      Bases(
        old: "${note} = 'yes'", new: "${note} = 'yes'", base: .asked,
        problem: "hangs on \"${note} = 'yes'\""),
      Bases(
        new: "${size} > 3", base: .asked,
        problem: "hangs on \"${size} > 3\", which not only depends on choices"),
      Bases(new: "${size} > 3", base: .distinct),
    ])
  func bases(_ bases: Bases) throws {
    let survey = try Survey2(oldRelevant: bases.old, newRelevant: bases.new)
    let line = "f,,unit,themes,count_multiple,\(bases.base.rawValue),\(bases.filter),,,,waves.csv,"
    let found = survey.problems(line)
    guard let problem = bases.problem else {
      #expect(found == [])
      let figure = try survey.figure(line, [[], []])
      let isOther = bases.old != bases.new && (bases.base == .distinct || bases.base == .registered)
      #expect(figure.notes.contains(.askedDifferently) == isOther)
      return
    }
    #expect(found.count == 1)
    #expect(
      found.first?.hasPrefix("figures.csv:2 base: '\(bases.base.rawValue)' cannot be compared for 'themes': ")
        == true)
    #expect(found.first?.contains(problem) == true, "\(found)")
  }
}
