import Calendar
import ResponseFiles
import SampleForms
import Survey
import TemporaryFolders
import Testing

@Suite("Paradata: how a form was filled")
struct ParadataTests {
  let temporary: TemporaryFolder
  let folder: ResponseFolder
  var drafts: DraftFolder { folder.drafts }

  init() throws {
    temporary = try TemporaryFolder()
    folder = ResponseFolder(path: temporary("visits"), questionnaire: .visits)
  }

  /// A step of a session: an event so many seconds after 1970, or the end of the session.
  enum Step: Sendable {
    case at(Int, FormEvent)
    case submit(Int)
    case leave
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let steps: [Step]
    let expected: [String]
  }

  static let title = Address("title" as Question.Name)
  static let day = Address("day" as Question.Name)
  static let event = Address(
    "event_title", in: [.init(group: "region", number: 1), .init(group: "event", number: 2)])
  static func stand(_ second: Int, _ address: Address) -> Step { .at(second, .stand(address)) }
  static func answer(_ second: Int, _ text: String) -> Step { .at(second, .answer(title, .text(text))) }

  static let cases = [
    Case(testDescription: "A form that was only opened", steps: [], expected: ["0 start"]),
    Case(
      testDescription: "From question to question, to the last event",
      steps: [
        stand(5, title), answer(9, "a"), stand(10, day), .at(20, .clear(day)), stand(31, event),
        .at(40, .notApplicable(event)),
      ],
      expected: [
        "0 start", "5-10 title: 1", "10-31 day: 1", "31-40 region[1]/event[2]/event_title: 1",
      ]),
    Case(
      testDescription: "Back and forth is a visit each time",
      steps: [stand(0, title), stand(4, day), stand(6, title), answer(9, "a"), answer(11, "b"), .submit(20)],
      expected: ["0 start", "0-4 title: 0", "4-6 day: 0", "6-20 title: 2"]),
    Case(
      testDescription: "Who is asked the same question again has not left it",
      steps: [stand(0, title), answer(2, "a"), stand(3, title), answer(5, "b"), stand(9, day)],
      expected: ["0 start", "0-9 title: 2", "9-9 day: 0"]),
    Case(
      testDescription: "The review is a place of its own, and ends at the submission",
      steps: [
        stand(0, title), answer(2, "a"), .at(7, .review), stand(20, title), .at(30, .review),
        .at(35, .review), .submit(40),
      ],
      expected: ["0 start", "0-7 title: 1", "7-20 review", "20-30 title: 0", "30-40 review"]),
    Case(
      testDescription: "A submission that failed ends nothing",
      steps: [stand(0, title), .submit(5), answer(9, "a"), .submit(12)],
      expected: ["0 start", "0-12 title: 1"]),
    Case(
      testDescription: "What passed until a draft was gone on with was not spent at the form",
      steps: [
        stand(0, title), answer(9, "a"), .leave, stand(1_000, title), answer(1_010, "b"), .leave,
        stand(2_000, day), .submit(2_005),
      ],
      expected: [
        "0 start", "0-9 title: 1", "1000 resume", "1000-1010 title: 1", "2000 resume", "2000-2005 day: 0",
      ]),
    Case(
      testDescription: "Who only looks in is not there",
      steps: [stand(0, title), answer(9, "a"), .leave, .leave, stand(50, title), .leave, .leave],
      expected: ["0 start", "0-9 title: 1", "50 resume", "50-50 title: 0"]),
    Case(
      testDescription: "What happens before a person stands anywhere belongs to no question",
      steps: [answer(2, "a"), .leave, answer(7, "b"), .at(8, .undo), stand(9, day), .at(11, .redo)],
      expected: ["0 start", "7 resume", "9-11 day: 0"]),
    Case(
      testDescription: "What is typed at one go, up to the answer that it becomes, is one change",
      steps: [
        stand(0, title), .at(1, .typing(title, "a")), .at(2, .typing(title, "ab")), answer(3, "ab"),
        .at(4, .typing(title, "x")), .at(5, .undo), .at(6, .typing(title, "y")), .at(7, .clear(title)),
        answer(8, "z"), stand(9, day), .at(10, .typing(day, "2018")), .at(11, .typing(day, "2018-1")),
        .at(12, .unknown(day)),
      ],
      expected: ["0 start", "0-9 title: 5", "9-12 day: 2"]),
    Case(
      testDescription: "An answer to another question is not counted here, nor is a number of repeats",
      steps: [
        stand(0, day), answer(1, "a"), .at(2, .typing(title, "b")), .at(3, .repeats(RepeatPath("region"), 2)),
        .at(4, .answer(event, .text("x"))),
      ],
      expected: ["0 start", "0-4 day: 0"]),
    Case(
      testDescription: "A clock that was put back makes no time shorter than none",
      steps: [stand(100, title), answer(120, "a"), stand(60, day), .submit(70)],
      expected: ["0 start", "100-100 title: 1", "60-70 day: 0"]),
  ]

  /// Plays the steps into the journal of a draft.
  private func play(_ steps: [Step]) throws {
    var journal: DraftJournal? = try drafts.begin(.visit("b"))
    for step in steps {
      if journal == nil { journal = try drafts.resume("b").journal }
      switch step {
      case .at(let second, let event): try journal?.append(event, at: Instant(secondsSinceEpoch: second))
      case .submit(let second): try submit(journal, at: second)
      case .leave: journal = nil
      }
    }
  }

  /// Submits what the folder refuses, so that the journal stays.
  private func submit(_ journal: DraftJournal?, at second: Int) throws {
    let stray = Response(
      id: "b", formID: "other", formVersion: "1", source: .line, startedAt: nil, submittedAt: nil,
      submittedBy: "", supersedes: nil, answers: Response.Answers())
    let journal = try #require(journal)
    let message = refusal {
      try folder.submit(stray, closing: journal, at: Instant(secondsSinceEpoch: second))
    }
    #expect(message.contains("answers another questionnaire"))
  }

  @Test("The visits are what the journal tells", arguments: cases)
  func visits(example: Case) throws {
    try play(example.steps)
    let draft = try #require(try drafts.draft(of: "b"))
    #expect(draft.findings == [])
    #expect(draft.paradata.events.map(\.told) == example.expected)
  }

  @Test("A place that the form does not have any more ends a visit, and is none")
  func otherVersion() throws {
    let venue = Address(Question.Name("venue"))
    let older = DraftFolder(
      path: drafts.path, questionnaire: .visits(version: "0", extra: [Question(name: "venue", kind: .text)]))
    let journal = try older.begin(.visit("b", version: "0"))
    let events: [FormEvent] = [
      .stand(Self.title), .stand(venue), .typing(venue, "Rabat"), .answer(venue, .text("Rabat")),
      .stand(Self.day), .typing(venue, "x"),
    ]
    for (second, event) in events.enumerated() {
      try journal.append(event, at: Instant(secondsSinceEpoch: 10 * second))
    }
    let draft = try #require(try drafts.draft(of: "b"))
    #expect(draft.paradata.events.map(\.told) == ["0 start", "0-10 title: 0", "40-50 day: 0"])
  }

  @Test("Visits follow one another, within the time that the journal tells of", arguments: UInt64(0)..<25)
  func property(seed: UInt64) throws {
    var random = Random(seed: seed)
    let questionnaire = random.questionnaire()
    let drafts = DraftFolder(path: temporary("random"), questionnaire: questionnaire)
    let opening = random.opening(of: questionnaire)
    let records = random.records(of: questionnaire, from: opening.openedAt)
    var journal: DraftJournal? = try drafts.begin(opening)
    var sittings = 1
    for record in records {
      if random.chance(10) { journal = nil }
      if journal == nil {
        journal = try drafts.resume(opening.instanceID).journal
        sittings += 1
      }
      try journal?.append(record.event, at: record.time)
    }
    let draft = try #require(try drafts.draft(of: opening.instanceID))
    let paradata = draft.paradata
    #expect(paradata.sittings == sittings)
    var time = opening.openedAt
    for event in paradata.events {
      #expect(time <= event.start && event.start <= event.end)
      time = event.end
    }
    #expect(time <= draft.lastTime)
    let changes = records.count { record in
      switch record.event {
      case .answer, .typing, .clear, .notApplicable, .unknown: true
      case .repeats, .remove, .stand, .list, .review, .undo, .redo: false
      }
    }
    #expect(paradata.stays.values.reduce(0) { $0 + $1.changes } <= changes)
    let visited = Set(records.compactMap { if case .stand(let address) = $0.event { address } else { nil } })
    #expect(Set(paradata.stays.keys) == visited)
  }

  // MARK: - The file

  @Test("A submission stores them beside the response: times and counts, and nothing that was typed")
  func submission() throws {
    do {
      let journal = try drafts.begin(.visit("b"))
      try journal.append(.stand(Self.title), at: Instant(secondsSinceEpoch: 1))
      try journal.append(.typing(Self.title, "secret"), at: Instant(secondsSinceEpoch: 2))
      try journal.append(.stand(Self.day), at: Instant(secondsSinceEpoch: 3))
      try journal.append(.typing(Self.day, "secret"), at: Instant(secondsSinceEpoch: 4))
    }
    let (journal, draft) = try drafts.resume("b")
    #expect(draft.paradata.events.count == 3)
    try journal.append(.stand(Self.event), at: Instant(secondsSinceEpoch: 100))
    try journal.append(.review, at: Instant(secondsSinceEpoch: 105))
    try folder.submit(.visit("b"), closing: journal, at: Instant(secondsSinceEpoch: 110))
    #expect(
      text(of: folder.paradataFile)?.replacing("\r\n", with: "\n").replacing("1970-01-01T00:", with: "")
        == """
        "instance_id","event","node","start","end","changes"
        "b","form start","","00:00Z","",""
        "b","question","title","00:01Z","00:03Z","1"
        "b","question","day","00:03Z","00:04Z","1"
        "b","form resume","","01:40Z","",""
        "b","question","region[1]/event[2]/event_title","01:40Z","01:45Z","0"
        "b","end screen","","01:45Z","01:50Z",""

        """)
    let (read, findings) = try folder.paradata()
    #expect(findings == [])
    #expect(
      read["b"]?.events.map(\.told) == [
        "0 start", "1-3 title: 1", "3-4 day: 1", "100 resume", "100-105 region[1]/event[2]/event_title: 0",
        "105-110 review",
      ])
    #expect(try folder.responses().responses.map(\.response) == [.visit("b")])
    #expect(try folder.responses().findings == [])
  }

  @Test("A response that was stored already gets no second times")
  func again() throws {
    let journal = try drafts.begin(.visit("b"))
    try journal.append(.stand(Self.title), at: .epoch)
    try folder.append([.visit("b")])
    #expect(try folder.submit(.visit("b"), closing: journal, at: .epoch).alreadyStored == ["b"])
    #expect(bytes(of: folder.paradataFile) == nil)
    #expect(names(in: drafts.path) == [])
  }

  @Test(
    "Where they cannot be stored, nothing is: the response waits in its draft",
    arguments: [
      (
        "instance_id,event,node,start,end,changes\n\"b",
        "line 2, column 1: quotation mark that is never closed"
      ),
      ("instance_id,event,node,start\n", "found no column 'end', 'changes'"),
    ])
  func refused(before: String, reason: String) throws {
    try folder.create()
    try write(before, to: folder.paradataFile)
    let journal = try drafts.begin(.visit("b"))
    try journal.append(.stand(Self.title), at: .epoch)
    let message = refusal { try folder.submit(.visit("b"), closing: journal, at: .epoch) }
    #expect(message.hasPrefix(folder.paradataFile) && message.contains(reason), "\(message)")
    #expect(text(of: folder.paradataFile) == before)
    #expect(try folder.responses().responses == [])
    #expect(try folder.unfinished().drafts.map(\.events) == [[.stand(Self.title)]])
  }

  @Test("Rows that others have written are read, or reported with their place")
  func findings() throws {
    try folder.create()
    try write(
      """
      changes,note,node,instance_id,event,start,end
      2,mine,title,b,question,1970-01-01T00:00:01Z,1970-01-01T01:00:03+01:00
      0,,venue,b,question,1970-01-01T00:00:03Z,1970-01-01T00:00:04Z
      0,,title,b,question,yesterday,1970-01-01T00:00:04Z
      0,,title,b,question,1970-01-01T00:00:04Z,
      0,,title,b,question,1970-01-01T00:00:04Z,1970-01-01T00:00:03Z
      -1,,title,b,question,1970-01-01T00:00:04Z,1970-01-01T00:00:05Z
      0,,,b,question,1970-01-01T00:00:04Z,1970-01-01T00:00:05Z
      ,,,b,form exit,1970-01-01T00:00:04Z,
      0,,venue,c,question,1970-01-01T00:00:05Z,1970-01-01T00:00:06Z
      ,,,c,form start,1970-01-01T00:00:07Z
      ,,,c,form start,1970-01-01T00:00:07Z,

      """, to: folder.paradataFile)
    let (read, findings) = try folder.paradata()
    #expect(read.mapValues { $0.events.map(\.told) } == ["b": ["1-3 title: 2"], "c": ["7 start"]])
    let time = "expected a time such as 2018-11-09T10:14:33Z"
    let kept = "the row is kept but not read; mend the cell"
    #expect(
      findings.map { $0.description.replacing(folder.paradataFile, with: "") } == [
        ":3 node: 'venue' is no question of the form, found in 2 rows; kept but not read; nothing to do if an earlier version asked it",
        ":4 start: found 'yesterday', \(time); \(kept)", ":5 end: found '', \(time); \(kept)",
        ":6 end: found '1970-01-01T00:00:03Z', expected a time that is not before 1970-01-01T00:00:04Z; \(kept)",
        ":7 changes: found '-1', expected a whole number, 0 or more; \(kept)",
        ":8 node: found '', expected a question such as 'position'; \(kept)",
        ":9 event: found 'form exit', expected one of 'form start', 'form resume', 'question', 'end screen'; \(kept)",
        ":11: found 6 cells, expected 7 as in the header; the row is not read; add the missing ones",
      ])
  }

  @Test("A file without its columns tells nothing, and is reported once")
  func noColumns() throws {
    try folder.create()
    try write("instance_id,event,node,start,changes\nb,question,title,,0\n", to: folder.paradataFile)
    let (read, findings) = try folder.paradata()
    #expect(read == [:])
    #expect(
      findings.map(\.description) == [
        "\(folder.paradataFile):1 end: found no such column, expected one; it is empty for all rows; add it if its values are known"
      ])
  }

  @Test("A response file with another name has its own")
  func otherName() throws {
    let other = ResponseFolder(file: temporary("round-2.csv"), questionnaire: .visits)
    try other.append([.visit("a")], paradata: ["a": Paradata([.init(.start, at: .epoch)])])
    #expect(other.paradataFile == temporary("round-2.paradata.csv"))
    #expect(try other.paradata().responses["a"]?.sittings == 1)
    #expect(ResponseFolder(path: "x", questionnaire: .visits).paradataFile == "x/paradata.csv")
  }

  // MARK: - Sums

  private func paradata(_ visits: (Address, Int, Int)..., review: Int? = nil) -> Paradata {
    var events = [Paradata.Event(.start, at: .epoch)]
    for (address, seconds, changes) in visits {
      events.append(
        Paradata.Event(
          .question(address), from: .epoch, to: Instant(secondsSinceEpoch: seconds), changes: changes))
    }
    if let review {
      events.append(Paradata.Event(.review, from: .epoch, to: Instant(secondsSinceEpoch: review)))
    }
    return Paradata(events)
  }

  @Test("Visits to one question are added up")
  func stays() {
    let sum = paradata((Self.title, 5, 1), (Self.day, 7, 0), (Self.title, 2, 2), review: 30)
    #expect(sum.stays.keys.sorted { "\($0)" < "\($1)" } == [Self.day, Self.title])
    let title = sum.stays[Self.title]
    #expect(title?.visits == 2 && title?.seconds == 7 && title?.changes == 3)
    #expect(sum.review.visits == 1 && sum.review.seconds == 30)
    #expect(sum.seconds == 44)
    #expect(sum.sittings == 1)
  }

  @Test("Over all responses the median counts, of each response's own sum")
  func summary() {
    let other = Address(
      "event_title", in: [.init(group: "region", number: 1), .init(group: "event", number: 3)])
    let summary = ParadataSummary(
      of: [
        paradata((Self.title, 5, 1), (Self.title, 5, 1), (Self.event, 3, 0), (other, 4, 2), review: 20),
        paradata((Self.day, 9, 0), (Self.title, 100, 1)), paradata((Self.title, 1, 0), (Self.day, 6, 0)),
        paradata(review: 30),
      ], in: .visits)
    #expect(
      summary.questions.map { "\($0.question): \($0.responses), \($0.median) s, \($0.changes)" } == [
        "title: 3, 10 s, 3", "day: 2, 8 s, 0", "event_title: 1, 7 s, 2",
      ])
    #expect(summary.responses == 4)
    #expect(summary.median == 34)
    #expect(summary.review?.responses == 2 && summary.review?.median == 25)
    let none = ParadataSummary(of: [], in: .visits)
    #expect(none.questions.isEmpty && none.median == nil && none.review == nil)
  }
}

extension Paradata.Event {
  /// The event in one line, its times in seconds after 1970.
  var told: String {
    switch kind {
    case .start: "\(start.secondsSinceEpoch) start"
    case .resume: "\(start.secondsSinceEpoch) resume"
    case .review: "\(start.secondsSinceEpoch)-\(end.secondsSinceEpoch) review"
    case .question(let address):
      "\(start.secondsSinceEpoch)-\(end.secondsSinceEpoch) \(address): \(changes)"
    }
  }
}
