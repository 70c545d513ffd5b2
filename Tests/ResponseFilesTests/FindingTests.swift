import ResponseFiles
import Survey
import TemporaryFolders
import Testing

/// A response file that somebody else has written, and what is said of it.
struct ForeignFile: CustomTestStringConvertible {
  let testDescription: String
  let rows: String
  /// The files of repeat groups, by group.
  var repeats: [String: String] = [:]
  /// What is found, each without the path of the folder.
  let findings: [String]
  /// The responses that are read: the id, and the states of some questions.
  let responses: [String]

  static let all: [ForeignFile] = [
    ForeignFile(
      testDescription: "Columns in another order, and columns that the form does not have",
      rows: #"""
        remark,position,instance_id,form_id,form_version,source,started_at,submitted_at,supersedes,not_asked,\#
        not_applicable,unknown,title,themes,day,submitted_by,count,
        "kept, ""as is""",yes,a,visits,1,mail,,2018-11-09T13:14:33+03:00,,,,,T,perhaps yes,2018-11-09,Ana,-4,x

        """#,
      findings: [
        "responses.csv:1 remark: the form has no such column; its cells are kept but not read; nothing to do if that is meant",
        "responses.csv:1 column 18: the form has no such column; its cells are kept but not read; nothing to do if that is meant",
      ],
      responses: [
        "a mail 2018-11-09T10:14:33Z by Ana: title=T position=yes themes=yes perhaps day=2018-11-09 count=-4 submitted_by=Ana"
      ]),
    ForeignFile(
      testDescription: "An earlier version of the form",
      rows: """
        instance_id,form_id,form_version,source,started_at,submitted_at,submitted_by,supersedes,not_asked,\
        not_applicable,unknown,title,positon,themes,day
        a,visits,0,form,,,,,positon day,,count,T,yes,,
        b,visits,0,form,,,,b,,,,T,,,2018-11-09
        c,visits,1,form,,,,a,,,,T,,,

        """,
      findings: [
        "responses.csv:1 position: found no column for this question, expected one; all rows count as not asked; nothing to do if the file was begun by an earlier version of the form",
        "responses.csv:1 count: found no column for this question, expected one; all rows count as not asked; nothing to do if the file was begun by an earlier version of the form",
        "responses.csv:1 positon: the form has no such column; its cells are kept but not read; did you mean 'position'?",
        "responses.csv:2 form_version: found the version '0' in 2 rows, expected '1'; read by the headings; look whether the questions still mean the same",
      ],
      responses: [
        "a form: title=T position:notAsked themes:blank day:notAsked count:unknown submitted_by:blank",
        "b form: title=T position:notAsked themes:blank day=2018-11-09 count:notAsked submitted_by:blank",
        "c form: title=T position:notAsked themes:blank day:blank count:notAsked submitted_by:blank",
      ]),
    ForeignFile(
      testDescription: "A file of another tool, with questions alone",
      rows: """
        title,position,themes,day,count,submitted_by
        T,yes,no,2018-11-09,4,Ana
        U,,,,,

        """,
      findings: [
        "responses.csv:1 instance_id: found no such column, expected one; the number of each record serves instead; add the column before rows are sorted or taken out"
      ]
        + [
          "form_id", "form_version", "source", "started_at", "submitted_at", "supersedes", "not_asked",
          "not_applicable", "unknown",
        ].map {
          "responses.csv:1 \($0): found no such column, expected one; it is empty for all rows; add it if its values are known"
        },
      responses: [
        "2 table by Ana: title=T position=yes themes=no day=2018-11-09 count=4 submitted_by=Ana",
        "3 table: title=U position:blank themes:blank day:blank count:blank submitted_by:blank",
      ]),
    ForeignFile(
      testDescription: "Cells that are no answers",
      rows: """
        instance_id,form_id,form_version,source,started_at,submitted_at,submitted_by,supersedes,not_asked,\
        not_applicable,unknown,title,position,themes,day,count
        a,other,1,fax,yesterday,2018-11-09,,z,,,,T,perhap,yes,2018-02-30,four
        ,visits,1,form,,,,,,,," ",yes no,no  maybe yes no,11/09/2018,4.0
        a,visits,1,form,,,,,,,,"two
        lines",perhaps nothing,yes,,

        """,
      findings: [
        "responses.csv:2 position: 'perhap' is no choice of the list 'status'; did you mean 'perhaps'?",
        "responses.csv:2 day: the calendar has no '2018-02-30'; write year-month-day, such as 2018-11-09",
        "responses.csv:2 count: 'four' is no whole number; write digits alone, such as 12",
        "responses.csv:2 form_id: 'other' is another form, expected 'visits'; move the row to that form's folder",
        "responses.csv:2 source: 'fax' is no source; it counts as 'table'; write one of form, line, answers, mail, interview, table",
        "responses.csv:2 started_at: 'yesterday' is no point in time; it counts as not known; write one such as 2018-11-09T10:14:33Z",
        "responses.csv:2 submitted_at: '2018-11-09' is no point in time; it counts as not known; write one such as 2018-11-09T10:14:33Z",
        "responses.csv:3 position: 'yes no' are several choices, expected one; leave one of them",
        "responses.csv:3 themes: 'maybe' is no choice of the list 'status'; use one of the names in it",
        "responses.csv:3 day: '11/09/2018' is no date; write year-month-day, such as 2018-11-09",
        "responses.csv:3 count: '4.0' is no whole number; write digits alone, such as 12",
        "responses.csv:3 instance_id: found an empty cell, expected an id; the number of the record serves instead; write one, such as uuid:…",
        "responses.csv:4 position: 'perhaps nothing' is no choice of the list 'status'; use one of the names in it",
        "responses.csv:4 instance_id: found 'a' again, expected it once; the first is on line 2; both rows are read; take one out, or give it an id of its own and the other's in 'supersedes'",
        "responses.csv:2 supersedes: 'z' is the id of no response in this file; put the row back that it corrects, or mend the id",
      ],
      responses: [
        "a table: title=T position=perhap themes=yes day=2018-02-30 count=four submitted_by:blank",
        "3 form: title:blank position=yes no themes=no maybe yes day=11/09/2018 count=4.0 submitted_by:blank",
        "a form: title=two\nlines position=perhaps nothing themes=yes day:blank count:blank submitted_by:blank",
      ]),
    ForeignFile(
      testDescription: "Lists that contradict the cells, each other, or the form",
      rows: """
        instance_id,form_id,form_version,source,started_at,submitted_at,submitted_by,supersedes,not_asked,\
        not_applicable,unknown,title,position,themes,day,count
        a,visits,1,form,,,,,title title,position,position day,T,,,,
        b,visits,1,form,,,,,dya region_name,,zzz,T, ,,,

        """,
      findings: [
        "responses.csv:2 unknown: found 'position' in 'not_applicable' and in 'unknown', expected it in one of them; 'not_applicable' counts; take it out of the other",
        "responses.csv:2 title: found the answer 'T' and the question's name in 'not_asked', expected one of the two; the answer counts; take the name out or empty the cell",
        "responses.csv:3 not_asked: 'dya' is no question of this file; did you mean 'day'?",
        "responses.csv:3 not_asked: 'region_name' is no question of this file; use the names in the header, separated by spaces",
        "responses.csv:3 unknown: 'zzz' is no question of this file; use the names in the header, separated by spaces",
      ],
      responses: [
        "a form: title=T position:notApplicable themes:blank day:unknown count:blank submitted_by:blank",
        "b form: title=T position:blank themes:blank day:blank count:blank submitted_by:blank",
      ]),
    ForeignFile(
      testDescription: "Rows with too few or too many cells",
      rows: """
        instance_id,form_id,form_version,source,started_at,submitted_at,submitted_by,supersedes,not_asked,\
        not_applicable,unknown,title,position,themes,day,count
        a,visits,1,form,,,,,,,,Almaty, Budapest,yes,,,
        b,visits,1,form,,,,,,,,T,yes,,,
        c,visits,1

        """,
      findings: [
        "responses.csv:2: found 17 cells, expected 16 as in the header; the row is not read; quote a cell that holds a comma, or take the rest out",
        "responses.csv:4: found 3 cells, expected 16 as in the header; the row is not read; add the missing ones",
      ],
      responses: ["b form: title=T position=yes themes:blank day:blank count:blank submitted_by:blank"]),
    ForeignFile(
      testDescription: "Repeats that were sorted by hand, belong nowhere, or have no keys",
      rows: """
        instance_id,form_id,form_version,source,started_at,submitted_at,submitted_by,supersedes,not_asked,\
        not_applicable,unknown,title,position,themes,day,count
        a,visits,1,form,,,,,,,,T,yes,,,
        b,visits,1,form,,,,,,,,U,yes,,,

        """,
      repeats: [
        "region": """
        parent_key,key,not_asked,not_applicable,unknown,region_name
        b,b/region[2],,,,second
        a,a/region[1],,,,only
        b,b/region[1],,,,first
        gone,gone/region[1],,,,lost
        b,b/regoin[3],,,,third
        b,b/region[2],,,,again

        """,
        "event": """
        key,parent_key,event_title,note
        b/region[1]/event[1],b/region[1],opening,n
        b/region[7]/event[1],b/region[7],nowhere,
        a/region[1]/event[1],a/region[1],,

        """,
      ],
      findings: [
        "responses-region.csv:6 key: 'b/regoin[3]' is no key of a repeat here, expected one like 'b/region[1]'; its place in the file counts",
        "responses-event.csv:1 not_asked: found no such column, expected one; it is empty for all rows; add it if its values are known",
        "responses-event.csv:1 not_applicable: found no such column, expected one; it is empty for all rows; add it if its values are known",
        "responses-event.csv:1 unknown: found no such column, expected one; it is empty for all rows; add it if its values are known",
        "responses-event.csv:1 note: the form has no such column; its cells are kept but not read; nothing to do if that is meant",
        "responses-region.csv:7 key: found 'b/region[2]' again, expected it once; both repeats are read; number them apart",
        "responses-event.csv:3 parent_key: 'b/region[7]' is the key of no row that was read; the repeat is not read; mend the key, or put the row back",
        "responses-region.csv:5 parent_key: 'gone' is the key of no row that was read; the repeat is not read; mend the key, or put the row back",
      ],
      responses: [
        "a form: title=T position=yes themes:blank day:blank count:blank submitted_by:blank [only [:blank]]",
        "b form: title=U position=yes themes:blank day:blank count:blank submitted_by:blank [first [opening]] [third] [second] [again]",
      ]),
  ]
}

@Suite("Files that others have written or changed")
struct FindingTests {
  @Test("All that can be read is read, and the rest is reported with its place", arguments: ForeignFile.all)
  func findings(foreign: ForeignFile) throws {
    let temporary = try TemporaryFolder()
    let folder = ResponseFolder(path: temporary.path, questionnaire: .visits)
    try write(foreign.rows, to: folder.file())
    let empty = "parent_key,key,not_asked,not_applicable,unknown,"
    try write(foreign.repeats["region"] ?? empty + "region_name\n", to: folder.file(of: "region"))
    try write(foreign.repeats["event"] ?? empty + "event_title\n", to: folder.file(of: "event"))
    let before = bytes(of: folder.file())
    let (responses, findings) = try folder.responses()
    #expect(findings.map { $0.description.replacing(temporary.path + "/", with: "") } == foreign.findings)
    #expect(responses.map(\.told) == foreign.responses)
    #expect(bytes(of: folder.file()) == before)
  }

  @Test("What stands in other columns goes with its response")
  func otherCells() throws {
    let temporary = try TemporaryFolder()
    let folder = ResponseFolder(path: temporary.path, questionnaire: .visits)
    try write(ForeignFile.all[0].rows, to: folder.file())
    let (responses, findings) = try folder.responses()
    #expect(responses.map { $0.otherCells.mapValues(\.text) } == [["remark": "kept, \"as is\"", "": "x"]])
    #expect(responses.map(\.line) == [2])
    #expect(responses.map(\.record) == [2])
    #expect(
      findings.last?.description
        == "\(temporary.path)/responses-event.csv: found no such file, expected the repeats of 'event'; none is counted; put the file back if it was left behind; "
        + "nothing to do if the form did not ask for them when its volume was begun"
    )
  }

  @Test("A heading that stands twice, and a file that is no CSV, are refused")
  func refused() throws {
    let temporary = try TemporaryFolder()
    let folder = ResponseFolder(path: temporary.path, questionnaire: .visits)
    try write("instance_id,title,day,title\n", to: folder.file())
    #expect(
      refusal { _ = try folder.responses() }
        == "\(temporary.path)/responses.csv:1 title: found this heading in the columns 2, 4, expected it once; rename or delete one of the columns"
    )
    try write("instance_id,title\na,\"T\nb,U\n", to: folder.file())
    #expect(
      refusal { _ = try folder.responses() }
        == "\(temporary.path)/responses.csv: line 2, column 2: quotation mark that is never closed: found the end of the file, expected another '\"' for the one at byte 20; close the cell with a quotation mark"
    )
  }

  @Test("What is no answer is written again as it was read")
  func keptAsItIs() throws {
    let temporary = try TemporaryFolder()
    let folder = ResponseFolder(path: temporary("a"), questionnaire: .visits)
    try folder.create()
    try write(ForeignFile.all[3].rows.replacing("other,1", with: "visits,1"), to: folder.file())
    let read = try folder.responses().responses.map(\.response).dropLast()
    let copy = ResponseFolder(path: temporary("b"), questionnaire: .visits)
    try copy.append(Array(read))
    #expect(try copy.responses().responses.map(\.response) == Array(read))
  }
}

extension StoredResponse {
  /// The response in one line.
  var told: String {
    let submitted = (response.submittedAt.map { " \($0)" } ?? "")
    let by = response.submittedBy.isEmpty ? "" : " by \(response.submittedBy)"
    let names: [Question.Name] = ["title", "position", "themes", "day", "count", "submitted_by"]
    let states = names.map { name in
      response[name].answer.map { "\(name)=\($0.cell)" } ?? "\(name):\(response[name])"
    }
    let regions = (response.answers.repeats["region"] ?? []).map { region in
      let events = (region.repeats["event"] ?? []).map {
        " [\($0["event_title"].answer?.cell ?? ":\($0["event_title"])")]"
      }
      return " [\(region["region_name"].answer?.cell ?? "")\(events.joined())]"
    }
    return
      "\(response.id) \(response.source)\(submitted)\(by): \(states.joined(separator: " "))\(regions.joined())"
  }
}
