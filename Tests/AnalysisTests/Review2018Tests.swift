import Analysis
import Survey
import Testing

/// What the review of 2018 published, typed in small: eight questionnaires and three interviews.
@Suite("The review of 2018")
struct Review2018Tests {
  static let register = [
    "almaty", "eap_panel", "prague", "arcp", "igad_rcp", "midcom", "midcas", "midsa", "midwa", "colombo",
    "pidc",
    "rcm", "sacm", "cmc", "ocam", "five_plus_five", "khartoum", "rabat", "acp_eu", "fibemyd", "eu_celac",
    "riam",
    "asem", "budapest", "add", "igc", "bali", "pafom", "gfmd", "idm",
  ]

  static let later = ["au_hoai", "midiocc", "nairobi", "commit", "quito"]

  let review: Questionnaire
  let interview: Questionnaire
  let files: [ResponseFile]

  init() throws {
    var attributes: [String: [String: String]] = ["other": ["frame_2018": "yes"]]
    for name in Self.register { attributes[name] = ["frame_2018": "yes", "short_name": name.uppercased()] }
    let lists = [
      list("register", Self.register + Self.later + ["other"], attributes: attributes),
      list("position_status", ["yes", "no", "in_process"]),
      list("plan_status", ["yes", "no", "done", "not_known"]),
      list("agenda_status", ["yes", "no", "planned", "not_known"]),
      list("theme", ["theme_1", "theme_2"]),
    ]
    let unit = try question("iscm", .selectOne("register"), choiceFilter: "frame_2018 = 'yes'")
    review = form(
      "gcm-review-2018",
      [
        unit, try question("position", .selectOne("position_status")),
        try question("themes", .selectMultiple("theme")), try question("agenda", .selectOne("agenda_status")),
        try question("action_plan", .selectOne("plan_status")), try question("partners_iscm", .text),
        try question("partners_igo", .text),
      ], lists: lists)
    interview = form("gcm-review-2018-interview", [unit, try question("value_added", .text)], lists: lists)
    let rest = "agenda partners_iscm partners_igo"
    func line(_ unit: String, _ position: String, _ plan: String) -> Line {
      let asksThemes = position == "yes"
      return Line(
        "r-\(unit)", ["iscm": unit, "position": position, "action_plan": plan],
        notAsked: asksThemes ? "" : "themes", unknown: asksThemes ? "themes \(rest)" : rest)
    }
    var sacm = line("sacm", "yes", "not_known")
    sacm.answers["partners_igo"] = "Organizations"
    sacm.unknown = "themes agenda partners_iscm"
    files = [
      try responses(
        review,
        [
          line("eap_panel", "no", "not_known"), line("arcp", "yes", "not_known"),
          line("igad_rcp", "yes", "not_known"),
          line("rcm", "yes", "done"), sacm, line("cmc", "no", "done"), line("rabat", "yes", "not_known"),
          line("igc", "no", "not_known"),
        ]),
      try responses(
        interview,
        ["sacm", "add", "pafom"].map { Line("i-\($0)", ["iscm": $0], unknown: "value_added") }),
    ]
  }

  private func figure(_ line: String) throws -> Figure {
    let text = """
      figure,sources,unit,question,statistic,base,filter,by,who
      f,gcm-review-2018 gcm-review-2018-interview,iscm,\(line),yes

      """
    return try tally(plan(review, text, others: [interview]), files).figure()
  }

  @Test("Figure 2: five have a position and three have none, of eight asked")
  func position() throws {
    let figure = try figure("position,count,asked,,")
    #expect(figure.n == 8)
    #expect(figure.chain == [30, 11, 10, 8, 8, 0])
    #expect(
      figure.short == [
        "yes 5/8: arcp igad_rcp rcm sacm rabat", "no 3/8: eap_panel cmc igc", "in_process 0/8",
      ])
    #expect(figure.rows[0].share == 0.625)
    let arcp = try #require(figure.rows[0].who.first)
    #expect(arcp.shortName == "ARCP")
    #expect(
      arcp.responses == [
        Trace(
          form: "gcm-review-2018", response: "r-arcp", file: "gcm-review-2018.csv", record: 3, line: 3)
      ])
  }

  @Test("Figure 3: what all positions have in common is unknown, of all five")
  func themes() throws {
    let figure = try figure("themes,all,answered,${position} = 'yes',")
    #expect(figure.n == 0)
    #expect(figure.chain == [30, 11, 10, 5, 0, 5])
    #expect(figure.short == ["[unknown] 5: arcp igad_rcp rcm sacm rabat"])
    #expect(figure.notes == [.nobodyAnswered(asked: 5, unknown: 5)])
  }

  @Test("Figure 4: the agenda by position is unknown of all, and says so in both columns")
  func agenda() throws {
    let figure = try figure("agenda,count,asked,,position")
    #expect(figure.chain == [30, 11, 10, 8, 0, 8])
    #expect(figure.columns.map(\.code) == ["yes", "no", "in_process"])
    #expect(figure.columns.map(\.n) == [5, 3, 0])
    #expect(
      figure.short == [
        "yes 0/8 (0 0 0)", "no 0/8 (0 0 0)", "planned 0/8 (0 0 0)", "not_known 0/8 (0 0 0)",
        "[unknown] 8/8 (5 3 0): eap_panel arcp igad_rcp rcm sacm cmc rabat igc",
      ])
  }

  @Test("Figure 5: two have an action plan, of six it is not known yet")
  func actionPlan() throws {
    let figure = try figure("action_plan,count,asked,,")
    #expect(
      figure.short == [
        "yes 0/8", "no 0/8", "done 2/8: rcm cmc",
        "not_known 6/8: eap_panel arcp igad_rcp sacm rabat igc",
      ])
  }

  @Test("Figure 8: one has partnerships, of seven it is unknown, and nobody is counted as a no")
  func partners() throws {
    let figure = try figure("partners_*,any,asked,,")
    #expect(figure.questions.map(\.name) == ["partners_iscm", "partners_igo"])
    #expect(figure.chain == [30, 11, 10, 8, 1, 7])
    #expect(
      figure.short == [
        "yes 1/8: sacm", "no 0/8", "[unknown] 7/8: eap_panel arcp igad_rcp rcm cmc rabat igc",
      ])
  }

  @Test("Figure 8 by category: each question has its own row, and its unknown beside it")
  func categories() throws {
    let figure = try figure("partners_*,answered,asked,,")
    #expect(figure.columns.map(\.state) == [nil, .notApplicable, .blank, .unknown, .notAsked])
    #expect(
      figure.short == ["partners_iscm 0/8 (0 0 0 8 2)", "partners_igo 1/8 (1 0 0 7 2): sacm"])
  }

  @Test("A question alone is drawn from the sources of the plan")
  func plainTally() throws {
    let text = """
      figure,sources,unit,question,statistic
      figure-2,gcm-review-2018 gcm-review-2018-interview,iscm,position,count

      """
    let plan = plan(review, text, others: [interview])
    let (figures, problems) = plan.figures(for: TallyRequest(questions: ["position"], showsWho: true))
    #expect(problems == [])
    let figure = try Tally(of: figures, from: files, now: someDay).figure()
    #expect(figure.id == "position")
    #expect(figure.chain == [30, 11, 10, 8, 8, 0])
    #expect(figure.rows.first?.who.map(\.code) == ["arcp", "igad_rcp", "rcm", "sacm", "rabat"])
  }
}
