import SampleForms

import ResponseFiles
import Survey
import TemporaryFolders
import Testing

@Suite("Appending")
struct AppendingTests {
  let temporary: TemporaryFolder
  let folder: ResponseFolder

  init() throws {
    temporary = try TemporaryFolder()
    folder = ResponseFolder(path: temporary("visits"), questionnaire: .visits)
  }

  @Test("The files are what the format says: metadata first, all cells quoted, lines ended by CR LF")
  func bytesOfFiles() throws {
    try folder.append(
      [.visit("a", events: 2, title: "Say \"yes\",\nor no", supersedes: "z")],
      provenance: [
        Provenance(
          response: "a",
          question: Address(
            "event_title", in: [.init(group: "region", number: 2), .init(group: "event", number: 1)]),
          evidence: .mail, source: "<1@example.org>", part: "1.2", place: "table 3, row 2", grade: "exact")
      ])
    #expect(
      text(of: folder.file())
        == """
        "instance_id","form_id","form_version","source","started_at","submitted_at","submitted_by","supersedes",\
        "not_asked","not_applicable","unknown","title","position","themes","day","count"\r
        "a","visits","1","line","","2018-11-09T10:14:33Z","","z","","count","submitted_by",\
        "Say ""yes"",
        or no","yes","yes perhaps","",""\r

        """)
    #expect(
      text(of: folder.file(of: "region"))
        == """
        "parent_key","key","not_asked","not_applicable","unknown","region_name"\r
        "a","a/region[1]","","","","Région 1"\r
        "a","a/region[2]","","","","Région 2"\r

        """)
    #expect(
      text(of: folder.file(of: "event"))
        == """
        "parent_key","key","not_asked","not_applicable","unknown","event_title"\r
        "a/region[1]","a/region[1]/event[1]","","","","№ 1"\r
        "a/region[2]","a/region[2]/event[1]","","","","№ 1"\r
        "a/region[2]","a/region[2]/event[2]","","","","№ 2"\r

        """)
    #expect(
      text(of: folder.provenanceFile)
        == """
        "instance_id","question","evidence","source","part","place","grade"\r
        "a","region[2]/event[1]/event_title","mail","<1@example.org>","1.2","table 3, row 2","exact"\r

        """)
    #expect(
      names(in: folder.path)
        == [
          "asked.csv", "provenance.csv", "responses-event.csv", "responses-region.csv", "responses.csv",
          "responses.csv.lock",
        ])
  }

  @Test("A question with the name of a metadata column has a heading of its own, but for submitted_by")
  func clashes() {
    let names: [Question.Name] = ["source", "submitted_by", "key", "unknown"]
    let layout = ResponseLayout(
      of: .visits(
        version: "1", extra: names.filter { $0 != "submitted_by" }.map { Question(name: $0, kind: .text) }))
    #expect(layout.main.headings.suffix(3) == ["question/source", "key", "question/unknown"])
    #expect(layout.main.headings.count { $0 == "submitted_by" } == 1)
    #expect(
      names.map { layout.main.heading(of: $0) } == [
        "question/source", "submitted_by", "key", "question/unknown",
      ])
  }

  @Test("A file with its columns in another order, and with columns of its own, is written by its header")
  func otherOrder() throws {
    try folder.create()
    let headings =
      "note,unknown,submitted_by,title,position,themes,day,count,not_asked,not_applicable,source,submitted_at,form_version,form_id,instance_id,started_at,supersedes"
    try write("\u{FEFF}\(headings)\nmine,,,,,,,,,,line,,1,visits,old,,", to: folder.file())
    try folder.append([.visit("a", events: 1, title: "T")])
    #expect(
      text(of: folder.file())
        == """
        \u{FEFF}\(headings)
        mine,,,,,,,,,,line,,1,visits,old,,\r
        "","submitted_by","","T","yes","yes perhaps","","","","count","line","2018-11-09T10:14:33Z","1",\
        "visits","a","",""\r

        """)
    let (responses, findings) = try folder.responses()
    #expect(responses.last?.response == .visit("a", events: 1, title: "T"))
    #expect(responses.first?.otherCells.mapValues(\.text) == ["note": "mine"])
    #expect(findings.count == 1)
  }

  @Test("A file that lacks a column of the form is left as it is: the next volume has it")
  func missingColumns() throws {
    let newer = ResponseFolder(
      path: folder.path,
      questionnaire: .visits(
        version: "2", extra: [Question(name: "venue", kind: .text), Question(name: "guests", kind: .integer)])
    )
    try folder.append([.visit("a")])
    let before = bytes(of: folder.file())
    func response(_ id: Response.ID, venue: AnswerState, guests: AnswerState) -> Response {
      var answers = Response.visit("b").answers
      answers.states["venue"] = venue
      answers.states["guests"] = guests
      return Response(
        id: id, formID: "visits", formVersion: "2", source: .line, startedAt: nil, submittedAt: nil,
        submittedBy: "", supersedes: nil, answers: answers)
    }
    let told = response("b", venue: .answered(.text("Rabat")), guests: .unknown)
    try newer.append([told])
    #expect(bytes(of: folder.file()) == before)
    #expect(try newer.responses().responses.last?.response == told)
    #expect(try newer.responses().responses.last?.file == newer.file(volume: 2))
  }

  @Test("What is sent again is stored once; other answers under the same id are refused")
  func resubmitted() throws {
    let first = Response.visit("a", events: 2)
    #expect(try folder.append([first]) == AppendReport(stored: ["a"], alreadyStored: []))
    #expect(try folder.append([first, .visit("b")]) == AppendReport(stored: ["b"], alreadyStored: ["a"]))
    #expect(
      try folder.append([.visit("c"), .visit("c")]) == AppendReport(stored: ["c"], alreadyStored: ["c"]))
    let before = bytes(of: folder.file())
    var changed = first.answers
    changed.states["title"] = .answered(.text("Another"))
    changed.repeats["region"]?[1].repeats["event"]?[0].states["event_title"] = .unknown
    let other = Response(
      id: "a", formID: "visits", formVersion: "1", source: .line, startedAt: nil, submittedAt: nil,
      submittedBy: "", supersedes: nil, answers: changed)
    #expect(
      refusal { try folder.append([.visit("d"), other]) }
        == """
        \(folder.path)/responses.csv:2 instance_id: the response a is stored already, with other answers: \
        found a difference in 'title', 'region[2]/event[1]/event_title', expected none; submit it as a \
        correction (fill --revise \(Receipt(for: "a")))
        """)
    #expect(bytes(of: folder.file()) == before)
  }

  @Test("A response that would not come back as it is, is refused")
  func notStorable() throws {
    func refusal(_ change: (inout Response.Answers) -> Void, by submitter: String = "") -> String {
      var answers = Response.visit("a", events: 1).answers
      change(&answers)
      let response = Response(
        id: "a", formID: "visits", formVersion: "1", source: .line, startedAt: nil, submittedAt: nil,
        submittedBy: submitter, supersedes: nil, answers: answers)
      return ResponseFilesTests.refusal { try folder.append([response]) }
    }
    let start =
      "\(folder.path)/responses.csv: the response a would not be read back as it is: found a difference in "
    let end = ", expected none; give these questions answers of their own kind"
    #expect(
      refusal { $0.states["title"] = .answered(.text("a\0b")) }
        == "\(folder.path)/responses.csv: cannot be written: record 1, column 12: cell that is no text: found the character U+0000, expected text; remove it"
    )
    #expect(refusal { $0.states["colour"] = .blank } == "\(start)'colour'\(end)")
    #expect(refusal { $0.repeats["tour"] = [Response.Answers()] } == "\(start)'tour'\(end)")
    #expect(refusal({ _ in }, by: "Ana") == "\(start)'submitted_by'\(end)")
    #expect(names(in: folder.path) == ["responses.csv.lock"])
    #expect(try folder.responses().responses == [])
    let stray = Response(
      id: "x", formID: "other", formVersion: "1", source: .line, startedAt: nil, submittedAt: nil,
      submittedBy: "", supersedes: nil, answers: Response.Answers())
    #expect(
      ResponseFilesTests.refusal { try folder.append([stray]) }
        == "\(folder.path): the response x answers another questionnaire: found 'other', expected 'visits'; store it in that questionnaire's folder"
    )
  }

  @Test("Nothing is appended behind what is no CSV")
  func brokenFile() throws {
    try folder.append([.visit("a")])
    let whole = try #require(bytes(of: folder.file()))
    try write(whole + Array("\"b\",\"unfinished".utf8), to: folder.file())
    let message = refusal { try folder.append([.visit("c")]) }
    #expect(
      message.hasPrefix("\(folder.path)/responses.csv: line 4, column 2: quotation mark that is never closed")
    )
    #expect(bytes(of: folder.file()) == whole + Array("\"b\",\"unfinished".utf8))
  }

  @Test("Provenance is kept by response, rows that tell of no question are reported")
  func provenance() throws {
    try folder.append([.visit("a"), .visit("b")])
    let rows = [
      Provenance(response: "b", question: Address("day"), evidence: "guess", source: "x", place: "p. 1\n2"),
      Provenance(response: "a", question: Address("title"), evidence: .stated, source: ""),
      Provenance(response: "b", question: Address("title"), evidence: .derived, source: "y"),
    ]
    try folder.append([], provenance: rows)
    #expect(try folder.provenance().rows == ["a": [rows[1]], "b": [rows[0], rows[2]]])
    try write(
      (text(of: folder.provenanceFile) ?? "") + "a,colour,stated,,,,\na,title\n", to: folder.provenanceFile)
    let (read, findings) = try folder.provenance()
    #expect(read.values.map(\.count).sorted() == [1, 2])
    #expect(
      findings.map(\.description) == [
        "\(folder.path)/provenance.csv:7: found 2 cells, expected 7 as in the header; the row is not read; add the missing ones",
        "\(folder.path)/provenance.csv:6 question: 'colour' is no question of the form; the row is kept but not read; mend the name",
      ])
  }

  @Test("A file of provenance without grades is read, and goes on with the header that it has")
  func provenanceOfEarlierVersions() throws {
    let old = "instance_id,question,evidence,source,part,place\na,title,stated,x,,p. 1\n"
    try folder.append([.visit("a"), .visit("b")])
    try write(old, to: folder.provenanceFile)
    #expect(try folder.provenance().findings == [], "nothing was imported")
    let known = Provenance(
      response: "a", question: Address("title"), evidence: .stated, source: "x", place: "p. 1")
    let row = { (grade: String) in
      Provenance(
        response: "b", question: Address("day"), evidence: .mail, source: "m", part: "1", place: "line 2",
        grade: grade
      )
    }
    try folder.append([], provenance: [row("exact")])
    #expect(text(of: folder.provenanceFile) == old + "\"b\",\"day\",\"mail\",\"m\",\"1\",\"line 2\"\r\n")
    let (rows, findings) = try folder.provenance()
    #expect(rows == ["a": [known], "b": [row("")]])
    #expect(
      findings.map(\.description) == [
        """
        \(folder.provenanceFile):1 grade: found no such column, expected one: an earlier version of the program began \
        the file, and the grades of its 1 imported answer are not kept in it; 'iscm review' shows them; to keep those \
        of answers to come, add the column to the header and an empty cell to each row
        """
      ])
    try write(
      "instance_id,question,evidence,source,part,place,grade\na,title,stated,x,,p. 1,\n",
      to: folder.provenanceFile)
    try folder.append([], provenance: [row("exact")])
    #expect(try folder.provenance().rows == ["a": [known], "b": [row("exact")]])
  }

  @Test("Any other column of provenance that a file lacks stops what needs it")
  func provenanceWithoutPlace() throws {
    try folder.create()
    try write("instance_id,question,evidence,source,part,grade\n", to: folder.provenanceFile)
    #expect(throws: ResponseFileError.columnsMissing(path: folder.provenanceFile, headings: ["place"])) {
      try folder.append(
        [.visit("a")],
        provenance: [Provenance(response: "a", question: Address("day"), evidence: .mail, source: "m")])
    }
    #expect(names(in: folder.path) == ["provenance.csv", "responses.csv.lock"])
  }

  @Test("A response is found by its id and by its receipt, with all that it corrects and that corrects it")
  func history() throws {
    try folder.append([
      .visit("a"), .visit("b"), .visit("c", supersedes: "e"), .visit("d", supersedes: "a"),
      .visit("e", supersedes: "d"),
    ])
    #expect(try folder.responses(called: "d").map(\.response.id) == ["d"])
    #expect(
      try folder.responses(called: Receipt(for: "d").description.lowercased()).map(\.response.id) == ["d"])
    #expect(try folder.responses(called: "nobody") == [])
    for id in ["a", "d", "e", "c"] as [Response.ID] {
      #expect(try folder.history(of: id).map(\.response.id) == ["a", "d", "e", "c"])
    }
    #expect(try folder.history(of: "b").map(\.response.id) == ["b"])
    #expect(try folder.history(of: "z") == [])
    #expect(try folder.contains("e"))
    #expect(try !folder.contains("z"))
  }

  @Test("A file with another name has its repeats and its lock beside it")
  func otherName() throws {
    let other = ResponseFolder(file: temporary("round-2.csv"), questionnaire: .visits)
    try other.append([.visit("a", events: 1)])
    #expect(
      names(in: temporary.path)
        == [
          "round-2-event.csv", "round-2-region.csv", "round-2.asked.csv", "round-2.csv", "round-2.csv.lock",
        ])
    #expect(try other.responses().responses.count == 1)
    #expect(ResponseFolder(file: "x.csv", questionnaire: .visits).file() == "x.csv")
  }

  @Test("A folder that is not there has no responses")
  func absent() throws {
    #expect(try folder.responses().responses == [])
    #expect(try folder.responses().findings == [])
    #expect(try folder.snapshot().volumes.first?.main == nil)
    #expect(try folder.drafts.list().drafts.isEmpty)
    #expect(names(in: temporary.path) == [])
  }
}
