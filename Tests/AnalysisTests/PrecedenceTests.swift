import Analysis
import CSV
import Survey
import Testing

@Suite("Sources, revisions and duplicates")
struct PrecedenceTests {
  /// What a source says of a question.
  enum Said: String, CaseIterable {
    case answered, notApplicable, blank, unknown, notAsked, noResponse, noQuestion

    /// A source that knows nothing of it counts as not asked; the others in the order of `allCases`.
    var rank: Int { min(Self.allCases.firstIndex(of: self) ?? 0, 4) }
  }

  private func source(_ id: String, _ said: Said, answer: String) throws -> (Questionnaire, ResponseFile) {
    var questions = [try question("unit", .selectOne("units"))]
    if said != .noQuestion { questions.append(try question("colour", .selectOne("colours"))) }
    let form = form(id, questions, lists: [list("units", ["u1", "u2"]), list("colours", ["red", "green"])])
    var line = Line("\(id)-1", ["unit": "u1"])
    switch said {
    case .answered: line.answers["colour"] = answer
    case .notApplicable: line.notApplicable = "colour"
    case .blank, .noQuestion, .noResponse: break
    case .unknown: line.unknown = "colour"
    case .notAsked: line.notAsked = "colour"
    }
    return (form, try responses(form, said == .noResponse ? [] : [line]))
  }

  @Test(
    "Of two sources the first that answers counts; then not applicable, blank, unknown, not asked",
    arguments: Said.allCases.flatMap { first in Said.allCases.map { (first, $0) } })
  func precedence(_ first: Said, _ second: Said) throws {
    let (one, oneFile) = try source("one", first, answer: "red")
    let (two, twoFile) = try source("two", second, answer: "green")
    if first == .noQuestion && second == .noQuestion { return }
    let text = "figure,sources,unit,question,statistic,base,who\nf,one two,unit,colour,count,distinct,yes\n"
    let figure = try tally(plan(one, text, others: [two]), [oneFile, twoFile]).figure()
    let counted = figure.rows.filter { ($0.count ?? 0) > 0 }
    if first == .noResponse && second == .noResponse {
      #expect(counted.isEmpty)
      return
    }
    let best = first.rank <= second.rank ? first : second
    let expected = ["", "not_applicable", "blank", "unknown", "not_asked"][best.rank]
    #expect(counted.count == 1)
    #expect(counted.first?.state?.rawValue ?? "" == expected)
    if best == .answered { #expect(counted.first?.code == (first == .answered ? "red" : "green")) }
    #expect(figure.bases.distinct == 1)
    #expect(figure.bases.returned == [first, second].count { $0 != .noResponse })
    let origins = counted.first?.who.first?.responses.map(\.form) ?? []
    if best.rank < 4, first.rank != second.rank { #expect(origins == [best == first ? "one" : "two"]) }
  }

  @Test("A choice that only a later source has stands behind those of the first")
  func choices() throws {
    let unit = try question("unit", .selectOne("units"))
    let colour = try question("colour", .selectOne("colours"))
    let one = form("one", [unit, colour], lists: [list("units", ["u1", "u2"]), list("colours", ["red"])])
    let two = form(
      "two", [unit, colour], lists: [list("units", ["u2", "u3"]), list("colours", ["blue", "red"])])
    let text = "figure,sources,unit,question,statistic,who\nf,one two,unit,colour,count,yes\n"
    let figure = try tally(
      plan(one, text, others: [two]),
      [
        responses(one, [Line("1", ["unit": "u1", "colour": "red"])]),
        responses(
          two, [Line("2", ["unit": "u3", "colour": "blue"]), Line("3", ["unit": "u2", "colour": "red"])]),
      ]
    ).figure()
    #expect(figure.short == ["red 2/3: u1 u2", "blue 1/3: u3"])
    #expect(figure.chain == [3, 3, 3, 3, 3, 0])
  }

  private func colours(_ lines: [Line], unit: String = "unit") throws -> Tally {
    let garden = try Garden()
    let text = "figure,unit,question,statistic,who\nf,\(unit),colour,count,yes\n"
    return try tally(plan(garden.form, text), [responses(garden.form, lines)])
  }

  @Test("A revision takes the place of what it supersedes, and a revision of it in turn")
  func revisions() throws {
    let tally = try colours([
      Line("a", ["unit": "u1", "colour": "red"]), Line("b", ["unit": "u2", "colour": "red"]),
      Line("a2", ["unit": "u1", "colour": "green"], supersedes: "a"),
      Line("a3", ["unit": "u1", "colour": "blue"], supersedes: "a2"),
    ])
    let figure = try tally.figure()
    #expect(figure.short == ["red 1/2: u2", "green 0/2", "blue 1/2: u1"])
    #expect(figure.chain == [6, 2, 2, 2, 2, 0])
    #expect(figure.rows[2].who.first?.responses.map(\.response) == ["a3"])
    #expect(tally.findings.listed == [])
  }

  @Test("A revision may say that the response was about another unit")
  func otherUnit() throws {
    let figure = try colours([
      Line("a", ["unit": "u1", "colour": "red"]),
      Line("b", ["unit": "u2", "colour": "blue"], supersedes: "a"),
    ]).figure()
    #expect(figure.short == ["red 0/1", "green 0/1", "blue 1/1: u2"])
  }

  @Test("Of two responses that do not supersede each other the newest counts, and both are listed")
  func duplicates() throws {
    let tally = try colours([
      Line("new", ["unit": "u1", "colour": "red"], submittedAt: "2018-11-09T10:00:00Z"),
      Line("old", ["unit": "u1", "colour": "green"], submittedAt: "2018-11-09T12:00:00+03:00"),
      Line("none", ["unit": "u1", "colour": "blue"]),
    ])
    let figure = try tally.figure()
    #expect(figure.short == ["red 1/1: u1", "green 0/1", "blue 0/1"])
    #expect(figure.chain == [6, 3, 1, 1, 1, 0])
    #expect(tally.findings.hasSameUnit)
    #expect(
      tally.findings.listed.map(\.description) == [
        "garden.csv:2 unit: found 'u1' 3 times, expected revisions that supersede each other; "
          + "the newest counts, 'new' on line 2; not counted: 'old' on line 3, 'none' on line 4; "
          + "submit a revision that supersedes them"
      ])
  }

  @Test(
    "Of two responses of one time, or of none, the later row counts", arguments: ["", "2018-11-09T10:00:00Z"])
  func ties(_ time: String) throws {
    let figure = try colours([
      Line("a", ["unit": "u1", "colour": "red"], submittedAt: time),
      Line("b", ["unit": "u1", "colour": "green"], submittedAt: time),
    ]).figure()
    #expect(figure.short == ["red 0/1", "green 1/1: u1", "blue 0/1"])
  }

  @Test("What two figures find in one file is one finding")
  func oneFinding() throws {
    let (one, two) = try (Garden("one"), Garden("two"))
    let text =
      "figure,sources,unit,question,statistic\na,one,unit,colour,count\nb,one two,unit,colour,count\n"
    let lines = [Line("x", ["unit": "u1"]), Line("y", ["unit": "u1"])]
    let tally = try tally(
      plan(one.form, text, others: [two.form]), [responses(one.form, lines), responses(two.form, [])])
    #expect(tally.figures.map(\.bases.returned) == [2, 2])
    #expect(tally.findings.count == 1)
  }

  @Test("Two revisions of one response are two responses of one unit")
  func twoRevisions() throws {
    let tally = try colours([
      Line("a", ["unit": "u1", "colour": "red"], submittedAt: "2018-11-01T00:00:00Z"),
      Line("b", ["unit": "u1", "colour": "green"], submittedAt: "2018-11-03T00:00:00Z", supersedes: "a"),
      Line("c", ["unit": "u1", "colour": "blue"], submittedAt: "2018-11-02T00:00:00Z", supersedes: "a"),
    ])
    #expect(try tally.figure().short == ["red 0/1", "green 1/1: u1", "blue 0/1"])
    #expect(tally.findings.hasSameUnit)
  }

  @Test("A revision of what is not there, or stands below, takes no place; nothing is lost in a circle")
  func strayRevisions() throws {
    let tally = try colours([
      Line("a", ["unit": "u1", "colour": "red"], supersedes: "b"),
      Line("b", ["unit": "u2", "colour": "green"], supersedes: "a"),
      Line("c", ["unit": "u3", "colour": "blue"], supersedes: "c"),
      Line("d", ["unit": "u4", "colour": "blue"], supersedes: "x"),
    ])
    // b stands below a and says that it corrects it; a cannot correct b.
    #expect(try tally.figure().short == ["red 0/3", "green 1/3: u2", "blue 2/3: u3 u4"])
    #expect(
      tally.findings.listed.map(\.description) == [
        "garden.csv:2 supersedes: found 'b', which stands below, expected a response above; both are counted; mend the id",
        "garden.csv:4 supersedes: found 'c', which stands below, expected a response above; both are counted; mend the id",
        "garden.csv:5 supersedes: 'x' is the id of no response in this file; put the row back that it corrects, or mend the id",
      ])
  }

  @Test("A unit that is not on the register is told by the name it gives itself, else by its response")
  func others() throws {
    let tally = try colours([
      Line("a", ["unit": "other", "unit_other": "Mars", "colour": "red"]),
      Line(
        "b", ["unit": "other", "unit_other": " Mars ", "colour": "green"], submittedAt: "2018-11-09T10:00:00Z"
      ),
      Line("c", ["unit": "other", "unit_other": "Ceres", "colour": "green"]),
      Line("d", ["unit": "other", "colour": "blue"]), Line("e", ["unit": "other", "colour": "blue"]),
      Line("f", ["colour": "blue"]), Line("g", ["unit": "u9", "colour": "red"]),
    ])
    let figure = try tally.figure()
    #expect(figure.short == ["red 1/6: u9", "green 2/6: Ceres Mars", "blue 3/6: other other other"])
    #expect(figure.chain == [6, 7, 6, 6, 6, 0])
    #expect(
      tally.findings.listed.map { "\($0.file):\($0.line) \($0.column ?? "")" } == [
        "garden.csv:8 unit", "garden.csv:3 unit", "garden.csv:7 unit",
      ])
  }

  @Test("Where each response is a unit, nothing is put together")
  func responsesAsUnits() throws {
    let garden = try Garden()
    let text = "figure,unit,question,statistic,who\nf,,colour,count,yes\n"
    let lines = [
      Line("a", ["unit": "u1", "colour": "red"]), Line("b", ["unit": "u1", "colour": "red"]),
      Line("c", ["unit": "u1", "colour": "blue"], supersedes: "a"),
    ]
    let tally = try tally(plan(garden.form, text), [responses(garden.form, lines)])
    #expect(try tally.figure().short == ["red 1/2: b", "green 0/2", "blue 1/2: c"])
    #expect(try tally.figure().chain == [nil, 2, 2, 2, 2, 0])
    #expect(tally.findings.listed == [])
  }
}
