import Analysis
import CSV
import Calendar
import Coding
import ResponseFiles
import Survey
import Testing
import XLSForm

/// The project's own questionnaires, plans and responses.
@Suite("The project's own data")
struct ProjectTests {
  /// The folder of the project.
  private static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }

  static let names = [
    "gcm-review-2018", "gcm-review-2018-interview", "gcm-regional-review-2020", "iscm-highlights-2020",
    "webinar-2020-attendance",
  ]

  private func form(_ name: String) throws -> Questionnaire {
    try XLSForm.load(
      path: "\(Self.root)/Questionnaires/\(name)/questionnaire.csv",
      listFolders: ["\(Self.root)/Questionnaires/lists"]
    ).questionnaire
  }

  private func plan(_ name: String) throws -> FigurePlan {
    let reader = try CSVReader(path: "\(Self.root)/Questionnaires/\(name)/figures.csv")
    let interview = try form("gcm-review-2018-interview")
    let review = try form("gcm-review-2018")
    let lists = "\(Self.root)/Questionnaires/lists"
    let memberships = MembershipList(
      try CSVReader(path: "\(lists)/membership.csv"), file: "membership.csv",
      countries: try CSVReader(path: "\(lists)/countries.csv"), countryFile: "countries.csv")
    #expect(memberships.problems == [])
    let codebook = try codebook()
    return FigurePlan(
      reader, file: "figures.csv", home: try form(name), memberships: memberships,
      form: { id in [review, interview].first { $0.id == id } }, codebook: { _ in codebook })
  }

  private func codebook() throws -> Codebook {
    let forms = try [form("gcm-review-2018"), form("gcm-review-2018-interview")]
    let (codebook, problems) = Codebook.reading(
      try CSVReader(path: "\(Self.root)/Questionnaires/gcm-review-2018/codebook.csv"), file: "codebook.csv",
      language: Language(name: "English", code: "en")
    ) { id in forms.first { $0.id == id } }
    #expect(problems == [])
    return codebook
  }

  private func codings() throws -> [Questionnaire.ID: Codings] {
    var codings: [Questionnaire.ID: Codings] = [:]
    for name in ["gcm-review-2018", "gcm-review-2018-interview"] {
      let folder = ResponseFolder(path: "\(Self.root)/Responses/\(name)", questionnaire: try form(name))
      let (rows, findings) = try folder.codings()
      #expect(findings == [])
      codings[Questionnaire.ID(name)] = Codings(rows)
    }
    return codings
  }

  private func file(_ name: String) -> ResponseFile {
    let path = "\(Self.root)/Responses/\(name)/responses.csv"
    return ResponseFile(
      form: Questionnaire.ID(name), name: "Responses/\(name)/responses.csv", content: .path(path, length: nil)
    )
  }

  private func figures(_ name: String, _ names: [String]) throws -> [Figure] {
    let (figures, problems) = try plan(name).figures(for: TallyRequest(questions: names, showsWho: true))
    #expect(problems == [])
    let tally = try Tally(
      of: figures, from: ["gcm-review-2018", "gcm-review-2018-interview", name].map(file),
      codings: try codings(), now: someDay)
    #expect(tally.findings.listed == [])
    return tally.figures
  }

  @Test("Every plan can be counted", arguments: names)
  func plans(_ name: String) throws {
    let plan = try plan(name)
    #expect(plan.problems == [])
    #expect(!plan.figures.isEmpty)
  }

  @Test("The review of 2018 gives the published figures")
  func review() throws {
    let figures = try figures("gcm-review-2018", [])
    let byID = Dictionary(uniqueKeysWithValues: figures.map { ($0.id, $0) })
    let position = try #require(byID["figure-2"])
    #expect(position.chain == [30, 11, 10, 8, 8, 0])
    #expect(
      position.short == [
        "yes 5/8: arcp igad_rcp rcm sacm rabat", "no 3/8: eap_panel cmc igc", "in_process 0/8",
      ])
    #expect(position.rows.first?.label.languages.count == 3)
    for name in ["figure-3-themes", "figure-3-principles", "figure-3-objectives"] {
      let figure = try #require(byID[Figure.ID(name)])
      #expect(figure.short == ["[unknown] 5: arcp igad_rcp rcm sacm rabat"])
      #expect(figure.chain == [30, 11, 10, 5, 0, 5])
    }
    let plan = try #require(byID["figure-5"])
    #expect(plan.rows.compactMap(\.count) == [0, 0, 2, 6])
    let partners = try #require(byID["figure-8"])
    #expect(partners.short.prefix(2) == ["yes 1/8: sacm", "no 0/8"])
    #expect(partners.rows.last?.state == .unknown)
    #expect(partners.rows.last?.count == 7)
    let roles = try #require(byID["figure-6"])
    #expect(roles.chain == [30, 11, 10, 10, 5, 5])
    #expect(roles.bases.coded == 5)
    #expect(
      roles.short == [
        "platform 3/10 (2 1): eap_panel sacm pafom", "build_capacity 4/10 (0 4): rcm sacm cmc pafom",
        "[unknown] 5/10 (0 0): arcp igad_rcp rabat add igc",
      ])
    let impacts = try #require(byID["question-14"])
    #expect(impacts.chain == [30, 11, 10, 8, 7, 1])
    #expect(impacts.rows.compactMap(\.count) == [2, 2, 1, 1, 1, 1])
    #expect(impacts.rows[0].quotations.map(\.text) == [nil, nil])
    #expect(impacts.rows[0].quotations.map(\.source) == ["list of impacts", "list of impacts"])
  }

  @Test("Twenty mechanisms stood for by participants were present at the webinars")
  func attendance() throws {
    let figure = try #require(try figures("webinar-2020-attendance", ["mechanisms-present"]).first)
    #expect(figure.total == 20)
    #expect(figure.n == 33)
    #expect(figure.rows.count == 20)
  }

  @Test("How many States are members: 160 of the respondents, as published; 191 and 194 of the others")
  func memberships() throws {
    let names = [
      "figure-1", "figure-1-un-members", "figure-1-rcp", "figure-1-irf", "figure-1-respondents",
    ]
    let found = try figures("gcm-review-2018", names)
    #expect(found.map(\.total) == [213, 193, 191, 194, 160])
    #expect(found.map(\.n) == [30, 30, 15, 13, 10])
    let first = try #require(found.first)
    let most = try #require(first.rows.max { $0.count ?? 0 < $1.count ?? 0 })
    #expect(most.code == "ESP")
    #expect(most.count == 14)
    #expect(first.rows.first { $0.code == "PRT" }?.count == 13)
  }

  @Test(
    "What the publications say and the data does not",
    arguments: [
      (
        "gcm-review-2018",
        [
          "respondents-figure-2 9 8...8", "participants 11 10...10", "figure-2-no 4 3...3",
          "influence-silent 2 0...1",
          "figure-1-rcp 186 191...191", "figure-1-irf 178 194...194",
        ]
      ), ("webinar-2020-attendance", ["webinar-text 22 20...20", "webinar-page 19 20...20"]),
    ])
  func audit(_ name: String, _ expected: [String]) throws {
    let plan = try plan(name)
    let list = ClaimList(
      try CSVReader(path: "\(Self.root)/Questionnaires/\(name)/claims.csv"), file: "claims.csv", plan: plan)
    #expect(list.problems == [])
    let audit = try Audit(
      of: list.claims, plan: plan, codings: try codings(),
      from: ["gcm-review-2018", "gcm-review-2018-interview", name].map(file), now: someDay)
    let found = audit.findings.filter { $0.verdict == .disagrees }
    #expect(
      found.map { "\($0.claim.id) \($0.claim.value) \($0.found.map { "\($0)" } ?? "")" } == expected)
    let several = found.first?.evidence.first { $0.part == .severalReturns }
    if name == "gcm-review-2018" { #expect(several?.units.map(\.code) == ["sacm"]) }
  }

  @Test("Who has answered in 2018: ten of thirty, by region and by type")
  func status() throws {
    let forms = try [form("gcm-review-2018"), form("gcm-review-2018-interview")]
    let report = try StatusReport(
      by: "iscm", forms: forms, from: [file("gcm-review-2018"), file("gcm-review-2018-interview")])
    #expect(report.registered == 30)
    #expect(report.returned == 11)
    #expect(report.distinct == 10)
    #expect(report.register.filter(\.hasAnswered).count == 10)
    #expect(report.others == [])
    #expect(report.types.map(\.registered).reduce(0, +) == 30)
    let sacm = try #require(report.register.first { $0.code == "sacm" })
    #expect(sacm.submissions.map(\.trace.form) == ["gcm-review-2018", "gcm-review-2018-interview"])
    #expect(sacm.submissions.map(\.standing) == [.counted, .counted])
  }
}
