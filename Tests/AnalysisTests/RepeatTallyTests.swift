import Analysis
import CSV
import Chance
import Expressions
import Survey
import Testing

@Suite("Questions in repeat groups")
struct RepeatTallyTests {
  /// Regions with events: who, whether there were any, and of each event whether it was public, what it was about, and
  /// of a public one whether it was noted.
  static func regions() throws -> Questionnaire {
    let event = Group(
      name: "event", repetition: .free,
      items: [
        .question(try question("public", .selectOne("yn"))),
        .question(try question("topics", .selectMultiple("xyz"))),
        .group(
          Group(
            name: "publicity", relevant: try Expression(parsing: "${public} = 'yes'"),
            items: [.question(try question("noted", .selectOne("yn")))])),
      ])
    let region = Group(
      name: "region", repetition: .free, relevant: try Expression(parsing: "${any} = 'yes'"),
      items: [.question(try question("kind", .selectOne("xyz"))), .group(event)])
    return Questionnaire(
      id: "regions", version: "1", title: LocalizedText(), languages: [.unnamed], defaultLanguage: .unnamed,
      items: [
        .question(try question("unit", .selectOne("units"))),
        .question(try question("any", .selectOne("yn"))),
        .group(region),
      ],
      lists: [
        list("units", ["u1", "u2", "u3", "u4", "u5", "u6"]), list("yn", ["yes", "no"]),
        list("xyz", ["x", "y", "z"]),
      ])
  }

  /// An event, `1.2 public yes topics x`, by its numbers.
  struct Told {
    var response: String
    var region: Int
    var number: Int
    /// The cell of each question with its state: `a`, `n`, `b`, `u` or `-`.
    var cells: [String: (state: Character, text: String)]
  }

  /// The files of responses and of their events, with the names that the groups had when they were answered.
  static func file(
    _ form: Questionnaire, _ lines: [Line], _ events: [Told], of region: String = "region",
    _ event: String = "event"
  ) throws -> ResponseFile {
    let main = try responses(form, lines)
    var writer = CSVWriter()
    try writer.append(record: [
      "parent_key", "key", "not_asked", "not_applicable", "unknown", "public", "topics", "noted",
    ])
    for told in events {
      let names = { (state: Character) in
        told.cells.filter { $0.value.state == state }.map(\.key).sorted().joined(separator: " ")
      }
      let parent = "\(told.response)/\(region)[\(told.region)]"
      try writer.append(record: [
        parent, "\(parent)/\(event)[\(told.number)]", names("-"), names("n"), names("u"),
        told.cells["public"]?.text ?? "", told.cells["topics"]?.text ?? "",
        told.cells["noted"]?.text ?? "",
      ])
    }
    return ResponseFile(
      form: form.id, name: main.name, content: main.content,
      repeats: [
        "event": ResponseFile(form: form.id, name: "responses-event.csv", content: .bytes(writer.takeBytes()))
      ])
  }

  private static func tally(
    _ form: Questionnaire, _ file: ResponseFile, _ request: TallyRequest
  ) throws -> [Figure] {
    let (figures, problems) = FigurePlan(without: form).figures(for: request)
    #expect(problems == [])
    return try Tally(of: figures, from: [file], now: someDay).figures
  }

  /// Four mechanisms with events, one that has none, one that was not asked for any.
  static func sample() throws -> (form: Questionnaire, file: ResponseFile) {
    let form = try regions()
    return (form, try file(form, lines, events))
  }

  private static let lines = (1...6).map {
    Line("r\($0)", ["unit": "u\($0)", "any": $0 == 6 ? "no" : "yes"])
  }

  private static let events = [
    told(2, 1, 2, "no"), told(1, 1, 1, "yes"), told(1, 2, 1, "yes"), told(1, 2, 2, "no"),
    told(2, 1, 1, "", "u"), told(3, 1, 1, "", "b"), told(4, 1, 1, "yes"), told(4, 1, 2, "yes"),
  ]

  private static func told(
    _ response: Int, _ region: Int, _ number: Int, _ answer: String, _ state: Character = "a"
  ) -> Told {
    Told(
      response: "r\(response)", region: region, number: number,
      cells: [
        "public": (state, answer), "topics": ("b", ""), "noted": answer == "yes" ? ("a", "yes") : ("-", ""),
      ])
  }

  @Test("Both bases are counted: mechanisms with at least one, and the repeats themselves")
  func both() throws {
    let (form, file) = try Self.sample()
    let figures = try Self.tally(
      form, file, TallyRequest(questions: ["public"], unit: "unit", showsWho: true))
    #expect(figures.map(\.id.text) == ["public", "public-repeats"])
    let told = figures.map { figure in
      figure.rows.map { "\($0.code ?? $0.state?.rawValue ?? "") \($0.count ?? -1)/\($0.n ?? 0)" }
    }
    #expect(told[0] == ["yes 2/5", "no 2/5", "blank 1/5", "no_repeats 1/5"])
    #expect(told[1] == ["yes 4/8", "no 2/8", "blank 1/8", "unknown 1/8"])
    let bases = RepeatBases(
      group: "event", units: 5, without: 1, repeats: 8, asked: 8, answered: 6, unknown: 1)
    #expect(figures.map(\.repeats) == [bases, bases])
    #expect(figures[0].bases.distinct == 6 && figures[0].bases.asked == 5 && figures[0].bases.answered == 3)
    let who = figures[1].rows[0].who
    #expect(who.map(\.code) == ["u1", "u4"])
    #expect(who.map(\.repeats) == [["1.1", "2.1"], ["1.1", "1.2"]])
    #expect(
      who[0].responses.map { "\($0.file):\($0.line) \($0.response)" } == [
        "responses-event.csv:3 r1", "responses-event.csv:4 r1",
      ])
    #expect(figures[0].rows[3].who.map(\.code) == ["u5"])
  }

  @Test("A question that only some repeats are asked is asked of who has such a repeat, and of nobody else")
  func conditional() throws {
    let (form, file) = try Self.sample()
    let figures = try Self.tally(form, file, TallyRequest(questions: ["noted"], unit: "unit"))
    let told = figures.map { figure in
      figure.rows.map { "\($0.code ?? $0.state?.rawValue ?? "") \($0.count ?? -1)/\($0.n ?? 0)" }
    }
    #expect(told == [["yes 2/2", "no 0/2"], ["yes 4/4", "no 0/4"]])
    let bases = RepeatBases(
      group: "event", units: 5, without: 1, repeats: 8, asked: 4, answered: 4, unknown: 0)
    #expect(
      figures.map(\.repeats) == [bases, bases], "who was asked for repeats does not hang on the question")
    #expect(figures[0].bases.asked == 2)
    let all = try Self.tally(form, file, TallyRequest(questions: ["noted"], unit: "unit", base: .distinct))
    #expect(all[0].rows.first { $0.state == .notAsked }?.count == 4)
    #expect(!all[0].rows.contains { $0.state == .noRepeats })
    let text = "figure,unit,question,statistic\nf,unit,public noted,answered\n"
    let several = try Tally(of: plan(form, text).figures, from: [file], now: someDay).figures
    #expect(several[0].rows.map(\.n) == [5, 2])
    #expect(several[0].bases.asked == 5)
  }

  @Test("The base can be chosen, and what cannot be counted so is refused in words")
  func refused() throws {
    let (form, file) = try Self.sample()
    let answered = try Self.tally(
      form, file, TallyRequest(questions: ["public"], unit: "unit", base: .answered))
    #expect(answered.map(\.n) == [3])
    func problems(_ request: TallyRequest) -> [String] {
      FigurePlan(without: form).figures(for: request).problems.map(\.description)
    }
    #expect(
      problems(TallyRequest(questions: ["any"], base: .repeats)) == [
        "--base: 'repeats' is the base of a question in a repeat group; use another base"
      ])
    #expect(
      problems(TallyRequest(questions: ["public"], by: "any")).first
        == "--by: 'public' is in the repeat group 'event', whose answers are not divided; leave it empty, or use a filter"
    )
    #expect(!problems(TallyRequest(questions: ["any"], filter: "${public} = 'yes'")).isEmpty)
  }

  @Test("A repeat whose key names no response is told of and not counted")
  func stray() throws {
    let form = try Self.regions()
    let stray = Told(response: "r9", region: 1, number: 1, cells: ["public": ("a", "yes")])
    let file = try Self.file(form, [Line("r1", ["unit": "u1", "any": "yes"])], [stray])
    let figures = FigurePlan(without: form).figures(for: TallyRequest(questions: ["public"])).figures
    let tally = try Tally(of: figures, from: [file], now: someDay)
    #expect(tally.figures.map { $0.repeats?.repeats } == [0, 0])
    #expect(
      tally.findings.listed.map(\.description).contains { $0.contains("is the key of no row that was read") })
  }

  @Test("Repeats that were answered when their groups had other names are counted with the others")
  func renamed() throws {
    let (form, file) = try Self.sample()
    let now = form.with(FormHistory(groups: ["area": "region", "activity": "event", "occasion": "event"]))
    let asked = TallyRequest(questions: ["public", "noted"], unit: "unit", showsWho: true)
    for (region, event) in [("area", "event"), ("region", "activity"), ("area", "occasion")] {
      let earlier = try Self.file(form, Self.lines, Self.events, of: region, event)
      let figures = try Self.tally(now, earlier, asked)
      let expected = try Self.tally(form, file, asked)
      #expect(figures.map(\.rows) == expected.map(\.rows))
      #expect(figures.map(\.bases) == expected.map(\.bases))
      #expect(figures.map(\.repeats) == expected.map(\.repeats))
    }
  }

  @Test("Who was asked for repeats inside of others hangs on what the others say")
  func inward() throws {
    let people = Group(
      name: "people", repetition: .free, items: [.question(try question("speaks", .selectOne("yn")))])
    let held = Group(
      name: "held", relevant: try Expression(parsing: "${took_place} = 'yes' and ${any} = 'yes'"),
      items: [.group(people)])
    let form = Questionnaire(
      id: "events", version: "1", title: LocalizedText(), languages: [.unnamed], defaultLanguage: .unnamed,
      items: [
        .question(try question("any", .selectOne("yn"))),
        .group(
          Group(
            name: "event", repetition: .free,
            items: [.question(try question("took_place", .selectOne("yn"))), .group(held)])),
      ], lists: [list("yn", ["yes", "no"])])
    // Of each response, what its events say; of the first event of the first one, a person.
    let told = [["yes", "no"], ["no", "yes"], ["no"], [], ["no", "?"], ["yes"]]
    let lines = told.indices.map { Line("r\($0)", ["any": $0 == 5 ? "no" : "yes"]) }
    let main = try responses(form, lines)
    var events = CSVWriter()
    try events.append(record: ["parent_key", "key", "not_asked", "not_applicable", "unknown", "took_place"])
    for (response, told) in told.enumerated() {
      for (event, answer) in told.enumerated() {
        let isKnown = answer != "?"
        try events.append(record: [
          "r\(response)", "r\(response)/event[\(event + 1)]", "", "", isKnown ? "" : "took_place",
          isKnown ? answer : "",
        ])
      }
    }
    var persons = CSVWriter()
    try persons.append(record: ["parent_key", "key", "not_asked", "not_applicable", "unknown", "speaks"])
    try persons.append(record: ["r0/event[1]", "r0/event[1]/people[1]", "", "", "", "yes"])
    let file = ResponseFile(
      form: form.id, name: main.name, content: main.content,
      repeats: [
        "event": ResponseFile(form: form.id, name: "e.csv", content: .bytes(events.takeBytes())),
        "people": ResponseFile(form: form.id, name: "p.csv", content: .bytes(persons.takeBytes())),
      ])
    let figure = try Self.tally(form, file, TallyRequest(questions: ["speaks"], base: .distinct))[0]
    let rows = figure.rows.map { "\($0.code ?? $0.state?.rawValue ?? "") \($0.count ?? -1)" }
    // Of the sixth the condition does not hold, since it also asks for an answer outside of the events.
    #expect(rows == ["yes 1", "no 0", "unknown 1", "not_asked 3", "no_repeats 1"])
    #expect(figure.bases.asked == 3 && figure.bases.unknown == 1)
    #expect(figure.repeats?.units == 3 && figure.repeats?.without == 1)
  }

  // MARK: - At random

  @Test("Whatever is told, it is counted as by hand", arguments: 0..<60 as Range<UInt64>)
  func property(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let form = try Self.regions()
    var lines: [Line] = []
    var events: [Told] = []
    for unit in 1...6 where Int.random(in: 0..<5, using: &random) > 0 {
      let isAsked = Int.random(in: 0..<4, using: &random) > 0
      lines.append(Line("r\(unit)", ["unit": "u\(unit)", "any": isAsked ? "yes" : "no"]))
      if !isAsked { continue }
      for region in 0..<Int.random(in: 0...3, using: &random) {
        for number in 0..<Int.random(in: 0...3, using: &random) {
          var cells: [String: (state: Character, text: String)] = [:]
          for name in ["public", "topics"] {
            let state = "aaaanbu-".randomElement(using: &random) ?? "b"
            let texts = name == "public" ? ["yes", "no"] : ["x", "y z", "z", "x y z"]
            cells[name] = (state, state == "a" ? texts.randomElement(using: &random) ?? "" : "")
          }
          cells["noted"] = cells["public"]?.text == "yes" ? ("a", "no") : ("-", "")
          events.append(Told(response: "r\(unit)", region: region + 1, number: number + 1, cells: cells))
        }
      }
    }
    let file = try Self.file(form, lines, events.shuffled(using: &random))
    for name in ["public", "topics", "noted"] {
      let figures = try Self.tally(form, file, TallyRequest(questions: [name], unit: "unit"))
      let asked = lines.filter { line in
        let own = events.filter { $0.response == line.id }
        let isOfEach = name != "noted"
        return line.answers["any"] == "yes"
          && (own.isEmpty ? isOfEach : own.contains { $0.cells[name]?.state != "-" })
      }
      let answered = events.filter { $0.cells[name]?.state == "a" }
      for (place, figure) in figures.enumerated() {
        for row in figure.rows where row.state == nil {
          let choice = row.code ?? ""
          let having = answered.filter {
            $0.cells[name]?.text.split(separator: " ").contains(choice[...]) == true
          }
          let expected = place == 0 ? Set(having.map(\.response)).count : having.count
          #expect(row.count == expected, "\(figure.id) \(choice)")
        }
      }
      let bases = try #require(figures[0].repeats)
      let invited = lines.filter { $0.answers["any"] == "yes" }
      let without = invited.filter { line in !events.contains { $0.response == line.id } }
      #expect(bases.units == invited.count && bases.without == without.count)
      #expect(bases.repeats == events.count)
      #expect(bases.asked == events.count { $0.cells[name]?.state != "-" })
      #expect(bases.answered == answered.count)
      #expect(bases.unknown == events.count { $0.cells[name]?.state == "u" })
      #expect(figures[0].bases.answered == Set(answered.map(\.response)).count)
      #expect(figures[0].bases.asked == asked.count)
      let base = name == "topics" ? figures[0].bases.answered : asked.count
      #expect(figures[0].n == base)
      #expect(figures[1].n == bases.asked)
    }
  }
}
