import Analysis
import CSV
import Survey
import Testing

@Suite("Which States belong to which mechanisms")
struct MembershipTests {
  let home: Questionnaire

  init() throws {
    let attributes: [String: [String: String]] = [
      "a": ["type": "rcp", "frame": "yes", "short_name": "A"], "b": ["type": "irf", "frame": "yes"],
      "c": ["type": "rcp", "frame": "yes"], "late": ["type": "rcp"], "other": ["frame": "yes"],
    ]
    home = form(
      "paper",
      [
        try question("unit", .selectOne("units"), choiceFilter: "frame = 'yes'"),
        try question("why", .text),
      ], lists: [list("units", ["a", "b", "c", "late", "other"], attributes: attributes)])
  }

  private static let countries = """
    code,name,kind
    AAA,Aland,un_member
    BBB,Bland,un_member
    ISL,Island,territory
    SEE,See,non_member
    ZZZ,Zedland,un_member
    """

  private static let lines = """
    iscm_id,country,status,as_of
    a,BBB,member,2018
    a,AAA,member,2018
    a,SEE,member,
    a,ZZZ,observer,2018
    b,AAA,member,2018
    b,ISL,member,2018
    late,ZZZ,member,2020
    """

  private func memberships(_ lines: String = lines, countries: String = countries) -> MembershipList {
    MembershipList(
      CSVReader(lines), file: "membership.csv", countries: CSVReader(countries), countryFile: "countries.csv")
  }

  private func plan(_ rest: String, list: MembershipList? = nil) -> FigurePlan {
    FigurePlan(
      CSVReader("figure,question,unit,statistic,base,filter,attribution\nstates,\(rest)"),
      file: "figures.csv",
      home: home, memberships: list)
  }

  private func figure(_ base: String = "", filter: String = "") throws -> Figure {
    let plan = plan("unit,unit,memberships,\(base),\(filter),", list: memberships())
    return try tally(plan, [responses(home, [Line("1", ["unit": "b"])])]).figure()
  }

  @Test("A country is named in the languages of the form, by whichever heading the list has for them")
  func names() throws {
    let french = Language(name: "French", code: "fr")
    let spanish = Language(name: "Spanish", code: "es")
    let russian = Language(name: "Russian", code: "ru")
    let countries = """
      code,name,name_fr,name::Spanish (es),kind
      AAA,Aland,Terre A,Tierra A,un_member
      BBB,Bland,,Tierra B,un_member
      """
    let list = MembershipList(
      CSVReader("iscm_id,country,status"), file: "membership.csv", countries: CSVReader(countries),
      countryFile: "countries.csv", languages: [french, spanish, russian])
    #expect(list.problems.isEmpty)
    let names = [french, spanish, russian].map { language in
      list.countries.map { $0.label.text(in: language, fallback: .unnamed).text }
    }
    #expect(names == [["Terre A", "Bland"], ["Tierra A", "Tierra B"], ["Aland", "Bland"]])
  }

  @Test("Each country has a row with the mechanisms of the register that it is a member of")
  func registered() throws {
    let figure = try figure()
    #expect(figure.short == ["AAA 2/3: a b", "BBB 1/3: a", "ISL 1/3: b", "SEE 1/3: a"])
    #expect(figure.total == 4)
    #expect(figure.chain == [3, 1, 1, 0, 0, 0])
    #expect(!figure.bases.isOfAnswers)
    #expect(
      figure.notes.map(\.description) == [
        "counted beside Member States of the United Nations: ISL, SEE",
        "1 memberships of observers and partners are not counted", "nobody has listed the members of c",
      ])
  }

  @Test("Only the mechanisms that returned something, or that meet a condition on memberships and register")
  func narrowed() throws {
    #expect(try figure("distinct").short == ["AAA 1/1: b", "ISL 1/1: b"])
    #expect(try figure(filter: "type = 'rcp'").short == ["AAA 1/1: a", "BBB 1/1: a", "SEE 1/1: a"])
    #expect(try figure(filter: "kind = 'un_member'").total == 2)
    #expect(try figure(filter: "as_of = ''").short == ["SEE 1/1: a"])
  }

  @Test(
    "What cannot be counted is said",
    arguments: [
      ("unit,unit,memberships,,,", "statistic: there is no list of memberships"),
      ("unit,unit,memberships,answered,,", "base: 'answered' is about answers"),
      ("unit,,memberships,distinct,,", "unit: memberships are of 'unit'"),
      ("unit,unit,memberships,,kin = 'territory',", "filter: "),
      ("unit,unit,memberships,,,anonymous", "statistic: memberships are public"),
      ("why,why,memberships,,,", "question: 'memberships' cannot count 'why'"),
    ])
  func refused(_ rest: String, _ expected: String) {
    let list = expected.hasPrefix("statistic: there") ? nil : memberships()
    let problems = plan(rest, list: list).problems.map(\.description)
    #expect(problems.contains { $0.hasPrefix("figures.csv:2 \(expected)") }, "\(problems)")
  }

  @Test("Every problem of the list is told, each with its place")
  func problems() {
    let list = memberships(
      "iscm_id,country,status\na,AAA,members\na,XXX,member\na,BBB,member",
      countries: "code,name,kind\nAAA,Aland,state\nBBB,Bland,un_member")
    #expect(
      list.problems.map(\.description) == [
        "countries.csv:2 kind: 'state' is none of un_member, non_member, territory; use one of them",
        "membership.csv:2 country: 'AAA' is no country of countries.csv; mend the code, or add the country",
        "membership.csv:2 status: 'members' is none of member, observer, partner; did you mean 'member'?",
        "membership.csv:3 country: 'XXX' is no country of countries.csv; mend the code, or add the country",
      ])
    #expect(
      memberships("iscm_id,country\na").problems.map(\.description) == [
        "membership.csv:1 status: there is no column 'status'; add it to the first line",
        "membership.csv:2 iscm_id: the line has 1 cells, but the first line has 2; a text with a comma needs quotes",
      ])
  }

  @Test(
    "A mechanism that is not on the register is told, with whatever else is wrong with the list and the plan")
  func unknownMechanisms() {
    let list = memberships(
      "iscm_id,country,status\na,AAA,member\nlaet,XXX,member\n,AAA,member\nb\nmars,AAA,member")
    let found = [
      "membership.csv:3 iscm_id: 'laet' is not on the register of mechanisms; did you mean 'late'?",
      "membership.csv:3 country: 'XXX' is no country of countries.csv; mend the code, or add the country",
      "membership.csv:4 iscm_id: the cell is empty; write the name of a mechanism, as the register has it",
      "membership.csv:5 iscm_id: the line has 1 cells, but the first line has 3; a text with a comma needs quotes",
      "membership.csv:6 iscm_id: 'mars' is not on the register of mechanisms; mend the name, or add the mechanism to "
        + "the register",
    ]
    #expect(plan("unit,unit,memberships,,,", list: list).problems.map(\.description) == found)
    let refused = plan("unit,unit,memberships,answered,,", list: list).problems.map(\.description)
    #expect(refused.dropLast() == found[...])
    #expect(refused.count == found.count + 1)
  }

  @Test(
    "A filter asks for values that stand in the list, or that may",
    arguments: [
      (
        "type = 'rpc'", "character 8: nothing in the list has 'rpc' in the column 'type'; did you mean 'rcp'?"
      ),
      (
        "'un_membr' = kind",
        "character 1: nothing in the list has 'un_membr' in the column 'kind'; did you mean 'un_member'?"
      ),
      (
        "not(as_of != '2019')",
        "character 14: nothing in the list has '2019' in the column 'as_of'; did you mean '2018'?"
      ),
      (
        "selected(type, 'all')",
        "character 16: nothing in the list has 'all' in the column 'type'; its values are rcp, irf"
      ),
      (
        "status = 'partner' or short_name = '' or country = 'BBB' or iscm_id = 'c' or kind = 'territory'", nil
      ),
      ("as_of = 2019 or type > 'x'", nil),
    ] as [(String, String?)])
  func values(_ filter: String, _ expected: String?) {
    let problems = plan("unit,unit,memberships,,\"\(filter)\",", list: memberships()).problems
    #expect(problems.map(\.description) == (expected.map { ["figures.csv:2 filter: \($0)"] } ?? []))
  }

  @Test("What a publication says of it is held against it, with the countries that make the difference")
  func claims() throws {
    let plan = plan("unit,unit,memberships,,,", list: memberships())
    let list = ClaimList(
      CSVReader(
        """
        id,measure,question,code,value,source
        x,total,states,,3,
        y,most,states,,2,
        z,total,nations,,2,
        """), file: "claims.csv", plan: plan)
    #expect(
      list.problems.map(\.description) == [
        "claims.csv:4 question: 'nations' is no figure of the plan; write the name of one"
      ])
    let audit = try Audit(of: list.claims, plan: plan, from: [responses(home, [])], now: someDay)
    #expect(audit.findings.map(\.verdict) == [.disagrees, .agrees])
    func named(_ country: Participant) -> String {
      country.isListedByLabel ? country.label.text(in: .unnamed, fallback: .unnamed).text : country.code
    }
    #expect(audit.findings.map(\.found) == [4...4, 2...2])
    #expect(
      audit.findings.map { $0.evidence.map { "\($0.part.rawValue) \($0.units.map(named))" } } == [
        ["territories [\"Island\"]", "non_members [\"See\"]"], ["counted [\"Aland\"]"],
      ])
  }
}
