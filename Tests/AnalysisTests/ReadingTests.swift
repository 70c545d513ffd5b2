import Analysis
import CSV
import Survey
import Testing

@Suite("Reading response files")
struct ReadingTests {
  let garden: Garden

  init() throws { garden = try Garden() }

  private func tallyColours(_ file: ResponseFile, statistic: String = "colour,count") throws -> Tally {
    let text = "figure,unit,question,statistic,who\nf,unit,\(statistic),yes\n"
    return try tally(plan(garden.form, text), [file])
  }

  @Test("An empty file, a header alone and no file at all are no responses")
  func nothing() throws {
    let contents: [ResponseFile.Content] = [.bytes([]), .missing]
    for content in contents {
      let tally = try tallyColours(ResponseFile(form: "garden", name: "garden.csv", content: content))
      #expect(try tally.figure().chain == [6, 0, 0, 0, 0, 0])
      #expect(tally.findings.count == 0)
    }
    #expect(try tallyColours(responses(garden.form, [])).figure().chain == [6, 0, 0, 0, 0, 0])
  }

  @Test("Rows of another version or form are counted, and reported")
  func versions() throws {
    let tally = try tallyColours(
      responses(
        garden.form,
        [
          Line("a", ["unit": "u1", "colour": "red"], version: "0"),
          Line("b", ["unit": "u2", "colour": "red"], version: "0"),
          Line("c", ["unit": "u3", "colour": "red"], form: "desert"),
        ]))
    #expect(try tally.figure().short.first == "red 3/3: u1 u2 u3")
    #expect(
      tally.findings.listed.map(\.description) == [
        "garden.csv:4 form_id: 'desert' is another form, expected 'garden'; move the row to that form's folder",
        "garden.csv:2 form_version: found the version '0' in 2 rows, expected '1'; read by the headings; "
          + "look whether the questions still mean the same",
      ])
  }

  @Test("A text is blank where it holds nothing but white space, of whatever script")
  func whiteSpace() throws {
    let form = form("notes", [try question("note", .text)])
    let ranges: [ClosedRange<UInt32>] = [1...0xFF, 0x1670...0x1690, 0x1FF0...0x2070, 0x2FF0...0x3010]
    let scalars = ranges.flatMap { $0.compactMap(Unicode.Scalar.init) }
    let cells = scalars.flatMap { ["\($0)", "\($0)  ", "\($0)\u{3000}x"] }
    let file = try responses(
      form, cells.enumerated().map { Line("\($0)", ["note": $1]) })
    let planned = plan(form, "figure,question,statistic\nf,note,answered\n")
    var effort = ReadingEffort(threads: 2, largeFile: 0)
    effort.grain.blockSize = 512
    for effort in [.plain, effort] {
      let counted = try Tally(of: planned.figures, from: [file], now: someDay, effort: effort)
      let answers = cells.filter { !$0.unicodeScalars.allSatisfy(\.properties.isWhitespace) }
      #expect(counted.figures.first?.bases.answered == answers.count)
    }
  }

  @Test("A question without a column counts as not asked, and is reported")
  func missingColumn() throws {
    let file = try responses(
      garden.form,
      [Line("a", ["unit": "u1", "colour": "red"]), Line("b", ["unit": "u2"], unknown: "colour")],
      without: ["colour"], extra: ["color"])
    let tally = try tallyColours(file)
    #expect(try tally.figure().chain == [6, 2, 2, 1, 0, 1])
    #expect(
      tally.findings.listed.map(\.description) == [
        "garden.csv:1 colour: found no column for this question, expected one; all rows count as not asked; "
          + "nothing to do if the file was begun by an earlier version of the form",
        "garden.csv:1 color: the form has no such column; its cells are kept but not read; did you mean 'colour'?",
      ])
  }

  @Test("Columns are found by their names, wherever they stand")
  func order() throws {
    let text = """
      colour,unknown,unit,instance_id,not_asked,form_id,supersedes,form_version,not_applicable,submitted_at,source
      red,,u1,a,,garden,,1,,,form
      ,colour,u2,b,,garden,,1,,,line

      """
    let file = ResponseFile(form: "garden", name: "garden.csv", content: .bytes(Array(text.utf8)))
    let figure = try tallyColours(file).figure()
    #expect(figure.short == ["red 1/2: u1", "green 0/2", "blue 0/2", "[unknown] 1/2: u2"])
  }

  @Test("A row that is too short is not read, and reported; the others are")
  func ragged() throws {
    let text = """
      instance_id,form_id,form_version,source,submitted_at,supersedes,not_asked,not_applicable,unknown,unit,unit_other,colour
      a,garden,1,form,,,,,,u1,
      b,garden,1,form,,,,,,u2,,red

      """
    let tally = try tallyColours(
      ResponseFile(form: "garden", name: "garden.csv", content: .bytes(Array(text.utf8))))
    #expect(try tally.figure().chain == [6, 1, 1, 1, 1, 0])
    #expect(
      tally.findings.listed.map(\.description) == [
        "garden.csv:2: found 11 cells, expected 12 as in the header; the row is not read; add the missing ones"
      ])
  }

  @Test("Lists of states are checked: strangers, doubles, and answers all the same")
  func lists() throws {
    let tally = try tallyColours(
      responses(
        garden.form,
        [
          Line("a", ["unit": "u1", "colour": "red"], notAsked: "colour"),
          Line("b", ["unit": "u2"], notAsked: "colour", unknown: "colour"),
          Line("c", ["unit": "u3"], notApplicable: "colour size", unknown: "colur note_a"),
        ]))
    let figure = try tally.figure()
    #expect(figure.chain == [6, 3, 3, 2, 1, 0])
    #expect(figure.short == ["red 1/2: u1", "green 0/2", "blue 0/2", "[not_applicable] 1/2: u3"])
    #expect(
      tally.findings.listed.map(\.description) == [
        "garden.csv:2 colour: found the answer 'red' and the question's name in 'not_asked', expected one of the two; "
          + "the answer counts; take the name out or empty the cell",
        "garden.csv:3 unknown: found 'colour' in 'not_asked' and in 'unknown', expected it in one of them; "
          + "'not_asked' counts; take it out of the other",
        "garden.csv:4 unknown: 'colur' is no question of this file; did you mean 'colour'?",
      ])
  }

  @Test("A choice that is on no list is counted by its name, and reported with what may be meant")
  func unlisted() throws {
    let tally = try tallyColours(
      responses(
        garden.form,
        [
          Line("a", ["unit": "u1", "colour": "gren"]), Line("b", ["unit": "u2", "colour": "red blue"]),
          Line("c", ["unit": "u3", "colour": " red "]),
        ]))
    #expect(
      try tally.figure().short == [
        "red 1/3: u3", "green 0/3", "blue 0/3", "gren [unlisted] 1/3: u1", "red blue [unlisted] 1/3: u2",
      ])
    #expect(
      tally.findings.listed.map(\.description) == [
        "garden.csv:2 colour: 'gren' is no choice of the list 'colours'; did you mean 'green'?",
        "garden.csv:3 colour: 'red blue' are several choices, expected one; leave one of them",
      ])
  }

  @Test("Thousands of findings of a kind are counted, and twenty of them listed")
  func bounded() throws {
    let lines = (1...3000).map {
      Line("r\($0)", ["unit": "u1", "colour": "c\($0)"], supersedes: $0 > 1 ? "r\($0 - 1)" : "")
    }
    let tally = try tallyColours(responses(garden.form, lines))
    #expect(tally.findings.count == 3000)
    #expect(tally.findings.listed.count == 20)
    #expect(tally.findings.unlisted == 2980)
    #expect(try tally.figure().chain == [6, 1, 1, 1, 1, 0])
  }

  @Test("What is no CSV cannot be counted: the error says where and why")
  func broken() throws {
    let text = """
      instance_id,form_id,form_version,source,submitted_at,supersedes,not_asked,not_applicable,unknown,unit,colour
      a,garden,1,form,,,,,,u1,re"d

      """
    let file = ResponseFile(form: "garden", name: "garden.csv", content: .bytes(Array(text.utf8)))
    let error = #expect(throws: AnalysisError.self) { try tallyColours(file) }
    #expect(
      error?.description == """
        garden.csv: line 2, column 11: quotation mark in an unquoted cell: found '"' at byte 135, expected none; \
        put the whole cell between quotation marks and double each one inside of it
        """)
  }

  @Test("Ids are given back as they are written, whatever they look like")
  func ids() throws {
    let ids = [
      "uuid:533e00f7-f3c6-46d4-bac5-5a494710ce58", "uuid:533E00F7-F3C6-46D4-BAC5-5A494710CE58",
      "uuid:ffffffff-ffff-ffff-ffff-ffffffffffff", "uuid:533e00f7-f3c6-46d4-bac5-5a494710ce5", "1",
      "uuid:00000000-0000-4000-8000-000000000001",
    ]
    let lines = ids.enumerated().map { Line($1, ["unit": "u\($0 + 1)", "colour": "red"]) }
    let figure = try tallyColours(responses(garden.form, lines)).figure()
    #expect(figure.rows[0].who.flatMap(\.responses).map(\.response.text) == ids)
  }

  @Test("An id that stands twice is reported; both rows are read")
  func repeatedIDs() throws {
    let lines = [
      Line("a", ["unit": "u1", "colour": "red"]), Line("b", ["unit": "u2"]),
      Line("a", ["unit": "u3", "colour": "red"]),
    ]
    let tally = try tallyColours(responses(garden.form, lines))
    #expect(try tally.figure().bases.returned == 3)
    #expect(
      tally.findings.listed.map(\.description) == [
        "garden.csv:4 instance_id: found 'a' again, expected it once; the first is on line 2; both rows are read; "
          + "take one out, or give it an id of its own and the other's in 'supersedes'"
      ])
  }

  @Test("A list of more than 64 choices keeps all of them, and a text of several lines its place")
  func wide() throws {
    let names = (1...150).map { "c\($0)" }
    let form = form("wide", [try question("many", .selectMultiple("all"))], lists: [list("all", names)])
    let lines = [Line("a", ["many": "c150 c1 c65 c64"]), Line("b", ["many": names.joined(separator: " ")])]
    let text = "figure,question,statistic,who\nf,many,count_multiple,yes\n"
    let figure = try tally(plan(form, text), [responses(form, lines)]).figure()
    let both = figure.rows.filter { $0.count == 2 }.compactMap(\.code)
    #expect(both == ["c1", "c64", "c65", "c150"])
    #expect(figure.rows.count { $0.count == 1 } == 146)
  }

  @Test("More spellings than are remembered are still read right")
  func spellings() throws {
    let form = form(
      "long", [try question("q", .selectOne("l")), try question("n", .integer)], lists: [list("l", ["x"])])
    let lines = (0..<17_000).map { index in
      let isAsked = index.isMultiple(of: 2)
      // Each number has a spelling of its own: one or two spaces for each of its bits.
      let list = (0..<15).map { "q" + (index >> $0 & 1 == 0 ? " " : "  ") }.joined()
      return Line(
        "\(index)", ["q": isAsked ? "odd\(index)" : "", "n": "\(index)"],
        notAsked: isAsked ? "" : list)
    }
    let text = "figure,question,statistic,filter\nf,q,count,\ng,q,count,${n} >= 16998\n"
    let tally = try tally(plan(form, text), [responses(form, lines)])
    let rows = tally.figures[0].rows
    #expect(tally.figures[0].n == 8500)
    // Each of the first thousand has a row; the others share the last.
    #expect(rows.count == 1002)
    #expect(rows[1].short == "odd0 [unlisted] 1/8500")
    #expect(rows[1001].short == "… [unlisted] 7500/8500")
    #expect(tally.figures[1].short.filter { !$0.contains(" 0/") } == ["… [unlisted] 1/1"])
    #expect(tally.figures[1].bases.asked == 1)
    #expect(tally.findings.count == 8500)
  }

  @Test("A file of many segments is counted whole")
  func segments() throws {
    let form = form("long", [try question("q", .selectOne("l"))], lists: [list("l", ["x", "y"])])
    let lines = (0..<70_000).map {
      Line("\($0)", ["q": $0.isMultiple(of: 7) ? "x" : $0 == 65_536 ? "" : "y"])
    }
    let text = "figure,question,statistic\nf,q,count\n"
    let figure = try tally(plan(form, text), [responses(form, lines)]).figure()
    #expect(figure.short == ["x 10000/70000", "y 59999/70000", "[blank] 1/70000"])
  }
}
