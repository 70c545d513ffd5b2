import SampleForms

import Calendar
import Glibc
import ResponseFiles
import Survey
import TemporaryFolders
import Testing

@Suite("Drafts over time")
struct DraftSessionTests {
  let temporary: TemporaryFolder
  let folder: ResponseFolder
  var drafts: DraftFolder { folder.drafts }

  init() throws {
    temporary = try TemporaryFolder()
    folder = ResponseFolder(path: temporary("visits"), questionnaire: .visits)
  }

  func at(_ second: Int) -> Instant { Instant(secondsSinceEpoch: second) }

  func title(_ text: String) -> FormEvent { .answer(Address("title"), .text(text)) }

  @Test("A journal is a CSV file that says of what it is the draft, then what happened when")
  func bytesOfJournal() throws {
    let event = Address(
      "event_title", in: [.init(group: "region", number: 1), .init(group: "event", number: 2)])
    let journal = try drafts.begin(.visit("b", version: "1, final", correcting: "a"))
    let events: [FormEvent] = [
      .stand(Address("title")), .typing(Address("title"), "Say \"ye"), title("Say \"yes\"\n"),
      .answer(Address("themes"), .several(["yes", "no"])), .repeats(RepeatPath("region"), 2),
      .repeats(RepeatPath("event", in: [.init(group: "region", number: 1)]), 1), .answer(event, .text("x")),
      .clear(event), .notApplicable(Address("day")), .unknown(Address("count")), .undo, .redo,
      .typing(Address("day"), "2018-1"), .review, .list(RepeatPath("region")),
      .remove(RepeatPath("event", in: [.init(group: "region", number: 1)]), 2),
    ]
    for (second, event) in events.enumerated() { try journal.append(event, at: at(second)) }
    #expect(
      text(of: drafts.file(of: "b"))?.replacing("\r\n", with: "\n").replacing("1970-01-01T00:00:", with: "")
        == """
        "time","event","subject","value"
        "00Z","open","visits","1, final"
        "00Z","instance","b",""
        "00Z","correcting","a",""
        "00Z","mode","","respondent"
        "00Z","source","","line"
        "00Z","stand","title",""
        "01Z","typing","title","Say ""ye"
        "02Z","answer","title","Say ""yes""
        "
        "03Z","answer","themes","yes no"
        "04Z","repeats","region","2"
        "05Z","repeats","region[1]/event","1"
        "06Z","answer","region[1]/event[2]/event_title","x"
        "07Z","clear","region[1]/event[2]/event_title",""
        "08Z","not_applicable","day",""
        "09Z","unknown","count",""
        "10Z","undo","",""
        "11Z","redo","",""
        "12Z","unfinished","day","2018-1"
        "13Z","review","",""
        "14Z","list","region",""
        "15Z","remove","region[1]/event","2"

        """)
  }

  @Test("A draft that was let go is free, though a child that is being started still has its file open")
  func inherited() throws {
    var kept: Int32 = -1
    defer { close(kept) }
    do {
      let journal = try drafts.begin(.visit("b"))
      let own = (0..<1024 as Range<Int32>).first { descriptor in
        var name = [UInt8](repeating: 0, count: 4096)
        let count = readlink("/proc/self/fd/\(descriptor)", &name, name.count)
        return count > 0 && String(decoding: name[..<count], as: UTF8.self) == journal.path
      }
      kept = dup(try #require(own))
      withExtendedLifetime(journal) {}
    }
    _ = try drafts.resume("b")
  }

  @Test("Each session that goes on with a draft is marked in the journal, with its first event")
  func sittings() throws {
    try drafts.begin(.visit("b")).append(title("one"), at: at(1))
    let path = drafts.file(of: "b")
    let first = try #require(text(of: path))
    do { _ = try drafts.resume("b") }
    #expect(text(of: path) == first)
    do {
      let (journal, _) = try drafts.resume("b")
      try journal.append(title("two"), at: at(20))
      try journal.append(.undo, at: at(21))
    }
    try drafts.resume("b").journal.append(.redo, at: at(30))
    let rest = try #require(text(of: path)).dropFirst(first.count)
    #expect(
      rest.replacing("\r\n", with: "\n").replacing("1970-01-01T00:00:", with: "") == """
        "20Z","resume","visits","1"
        "20Z","answer","title","two"
        "21Z","undo","",""
        "30Z","resume","visits","1"
        "30Z","redo","",""

        """)
    let draft = try #require(try drafts.draft(of: "b"))
    #expect(draft.events == [title("one"), title("two"), .undo, .redo])
    #expect(draft.findings == [])
  }

  @Test("What takes back an event that no longer fits is left out, though the draft was resumed in between")
  func newVersionAfterResumption() throws {
    let venue = Address(Question.Name("venue"))
    let older = DraftFolder(
      path: drafts.path, questionnaire: .visits(version: "0", extra: [Question(name: "venue", kind: .text)]))
    do {
      let journal = try older.begin(.visit("b", version: "0"))
      try journal.append(title("one"), at: at(1))
      try journal.append(.answer(venue, .text("Rabat")), at: at(2))
    }
    try older.resume("b").journal.append(.undo, at: at(20))
    #expect(try drafts.draft(of: "b")?.events == [title("one")])
    // A text that is typed in two goes is two steps.
    do {
      let (journal, _) = try older.resume("b")
      for event in [.typing(venue, "G"), .stand(Address("title")), .typing(venue, "Gen"), .undo, .undo]
        as [FormEvent]
      {
        try journal.append(event, at: at(30))
      }
    }
    #expect(try drafts.draft(of: "b")?.events == [title("one"), .stand(Address("title"))])
  }

  @Test("A second session is told who fills a draft; it may look, and take over without losing an event")
  func takingOver() throws {
    let first = try drafts.begin(.visit("b"))
    try first.append(title("one"), at: at(1))
    let program = (text(of: "/proc/self/comm") ?? "").filter { !$0.isNewline }
    #expect(
      refusal { _ = try drafts.resume("b") }
        == "\(drafts.path)/id_b.csv: process \(getpid()) (\(program)) fills this draft; look at it only, or take it over"
    )
    #expect(try drafts.draft(of: "b")?.isHeld == true)
    let (second, draft) = try drafts.resume("b", takingOver: true)
    #expect(draft.events == [title("one")])
    let takenOver = "\(drafts.path)/id_b.csv: another session has taken this draft over; go on there"
    #expect(refusal { try first.append(title("lost?"), at: at(2)) } == takenOver)
    #expect(refusal { try first.seal() } == takenOver)
    #expect(refusal { try folder.submit(.visit("b"), closing: first, at: at(2)) } == takenOver)
    #expect(try !folder.contains("b"))
    try second.append(title("two"), at: at(3))
    #expect(try drafts.draft(of: "b")?.events == [title("one"), title("two")])
    #expect(try drafts.draft(of: "b")?.isHeld == true)
    #expect(refusal { _ = try drafts.resume("b") }.contains("fills this draft"))
    #expect(names(in: drafts.path) == ["id_b.csv"])
  }

  @Test("When the session that fills a draft ends, or is killed, the next one goes on")
  func goingOn() async throws {
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.path as String] in
      let drafts = ResponseFolder(path: path, questionnaire: .visits).drafts
      let journal = try drafts.begin(.visit("b"))
      try journal.append(.answer(Address("title"), .text("one")), at: Instant(secondsSinceEpoch: 1))
      kill(getpid(), SIGKILL)
    }
    let (journal, draft) = try drafts.resume("b")
    #expect(draft.events == [title("one")])
    try journal.append(title("two"), at: at(2))
    #expect(try drafts.draft(of: "b")?.events == [title("one"), title("two")])
  }

  @Test("Only drafts of the form are listed, the latest first; what cannot be read is named")
  func listing() throws {
    let other = DraftFolder(
      path: drafts.path,
      questionnaire: Questionnaire(
        id: "other", version: "", title: LocalizedText(), languages: [], defaultLanguage: .unnamed, items: [],
        lists: []))
    for (id, second) in [("a", 5), ("b", 9), ("c", 7)] as [(Response.ID, Int)] {
      try drafts.begin(.visit(id)).append(.undo, at: at(second))
    }
    _ = try other.begin(
      DraftOpening(
        formID: "other", formVersion: "", instanceID: "x", mode: .transcriber, source: .answers,
        openedAt: at(0)))
    try write("hello\n", to: "\(drafts.path)/stray.csv")
    try write("", to: "\(drafts.path)/id_empty.csv")
    try write("", to: "\(drafts.path)/notes.txt")
    let (listed, findings) = try drafts.list()
    #expect(listed.map(\.opening.instanceID) == ["b", "c", "a"])
    #expect(listed.map(\.lastTime) == [at(9), at(7), at(5)])
    #expect(listed.map(\.isHeld) == [false, false, false])
    let rest = """
      found no form that this is a draft of, expected the rows 'open' and 'instance' at its start; delete the \
      file if nothing in it is wanted
      """
    #expect(
      findings.map(\.description) == [
        "\(drafts.path)/id_empty.csv: \(rest)", "\(drafts.path)/stray.csv: \(rest)",
      ])
    #expect(
      refusal { _ = try drafts.resume("x") }
        == "\(drafts.path)/id_x.csv: found a draft of 'other', expected one of 'visits'; fill that questionnaire"
    )
    #expect(
      refusal { _ = try drafts.resume("z") }
        == "\(drafts.path)/id_z.csv: found no draft of this id, expected one; list the drafts")
    #expect(
      refusal { _ = try drafts.begin(.visit("a")) }
        == "\(drafts.path)/id_a.csv: there is a draft of this id already; resume it")
    #expect(try drafts.draft(of: "z") == nil)
  }

  @Test("A place that is no journal is not passed over in silence, and what stands behind it is kept")
  func damaged() throws {
    do {
      let journal = try drafts.begin(.visit("b"))
      for number in 1...4 { try journal.append(title("answer \(number)"), at: at(number)) }
    }
    let path = drafts.file(of: "b")
    let whole = try #require(text(of: path))
    let broken = whole.replacing("\"answer 2\"", with: "\"answer 2")
    try write(broken, to: path)
    let tail = 3 * "'1970-01-01T00:00:01Z','answer','title','answer 1'\r\n".utf8.count - 1
    let expected = """
      \(path): the last \(tail) bytes cannot be read; all before is there; the file is kept as it was beside \
      the draft when the draft is resumed
      """
    #expect(try drafts.draft(of: "b")?.findings.map(\.description) == [expected])
    let (journal, draft) = try drafts.resume("b")
    #expect(draft.events == [title("answer 1")])
    #expect(draft.findings.map(\.description) == [expected])
    #expect(text(of: path + ".damaged-1") == broken)
    try journal.append(title("again"), at: at(9))
    let (after, findings) = try drafts.list()
    #expect(after.map(\.events) == [[title("answer 1"), title("again")]])
    #expect(after.flatMap(\.findings) == [])
    #expect(findings == [])
  }

  @Test("Zeros that a power cut left behind the last row are taken out")
  func zeros() throws {
    try drafts.begin(.visit("b")).append(title("one"), at: at(1))
    let path = drafts.file(of: "b")
    let whole = try #require(bytes(of: path))
    try write(whole + [UInt8](repeating: 0, count: 300), to: path)
    let (_, draft) = try drafts.resume("b")
    #expect(draft.events == [title("one")])
    #expect(
      draft.findings.map(\.description) == [
        "\(path): the last 300 bytes were cut off while they were written; all before is there; look whether the last answer is"
      ])
    #expect(bytes(of: path) == whole)
  }

  @Test("What no longer fits a new version of the form is reported, and takes nothing else back")
  func newVersion() throws {
    let venue = Address(Question.Name("venue"))
    let older = DraftFolder(
      path: drafts.path, questionnaire: .visits(version: "0", extra: [Question(name: "venue", kind: .text)]))
    do {
      let journal = try older.begin(.visit("b", version: "0"))
      let events: [FormEvent] = [
        title("one"), .answer(venue, .text("Rabat")), .undo, .redo, .undo, .typing(venue, "G"),
        .typing(venue, "Gen"), .answer(venue, .text("Geneva")), .undo,
        .answer(Address("position"), .one("no")),
      ]
      for (second, event) in events.enumerated() { try journal.append(event, at: at(second)) }
    }
    try write(
      (text(of: drafts.file(of: "b")) ?? "").replacing("\"position\",\"no\"", with: "\"position\",\"maybe\""),
      to: drafts.file(of: "b"))
    let path = drafts.file(of: "b")
    let unfit = { (line: Int, event: String, value: String) in
      "\(path):\(line): \(event) 'venue' = '\(value)': the form has no such question now; kept in the journal, not in the form; answer again where it belongs"
    }
    let expected = [
      "\(path): begun with the version '0' of the form, which is now '1'; look the answers through before submitting",
      unfit(7, "answer", "Rabat"), unfit(11, "typing", "G"), unfit(12, "typing", "Gen"),
      unfit(13, "answer", "Geneva"),
      "\(path):15: answer 'position': 'maybe' is no choice of the list 'status'; use one of the names in it; kept in the journal, not in the form; answer again",
    ]
    do {
      let (journal, draft) = try drafts.resume("b")
      #expect(draft.findings.map(\.description) == expected)
      #expect(draft.events == [title("one")])
      // Here there is nothing left to take back but the title, whatever the journal holds.
      try journal.append(title("two"), at: at(20))
      try journal.append(.undo, at: at(21))
      try journal.append(.undo, at: at(22))
    }
    let draft = try #require(try drafts.draft(of: "b"))
    #expect(draft.events == [title("one"), title("two"), .undo, .undo])
    #expect(draft.findings.map(\.description) == expected)
  }

  @Test("What was typed and is no answer is no step of undo, whatever its question takes in a new version")
  func unfinishedOfOtherVersion() throws {
    let venue = Address(Question.Name("venue"))
    func drafts(_ version: String, _ kind: Question.Kind?) -> DraftFolder {
      let extra = kind.map { [Question(name: "venue", kind: $0)] } ?? []
      return DraftFolder(path: self.drafts.path, questionnaire: .visits(version: version, extra: extra))
    }
    let path = self.drafts.file(of: "b")
    let other = { (line: Int, event: String, value: String, what: String) in
      "\(path):\(line): \(event) 'venue' = '\(value)': \(what)"
    }
    let kind =
      "the question takes another kind of answer now; kept in the journal, not in the form; answer again"
    let place =
      "the form has no such question now; kept in the journal, not in the form; answer again where it belongs"
    do {
      let journal = try drafts("0", .integer).begin(.visit("b", version: "0"))
      let events = [title("one"), .typing(venue, "1"), .undo, title("two"), .typing(venue, "12")]
      for (second, event) in events.enumerated() { try journal.append(event, at: at(second)) }
    }
    let left = [title("one"), .undo, title("two")]
    for kinds in [nil, .text, .selectOne("status")] as [Question.Kind?] {
      let draft = try #require(try drafts("1", kinds).draft(of: "b"))
      #expect(draft.events == left)
      let what = kinds == nil ? place : kind
      #expect(
        draft.findings.dropFirst().map(\.description) == [
          other(7, "unfinished", "1", what), other(10, "unfinished", "12", what),
        ])
    }
    let same = try #require(try drafts("1", .date).draft(of: "b"))
    #expect(same.events == [title("one"), .typing(venue, "1"), .undo, title("two"), .typing(venue, "12")])
    // A text that was typed is a step of undo, and cannot be of a question that takes a date now.
    try write(try #require(text(of: path)).replacing("\"unfinished\"", with: "\"typing\""), to: path)
    let typed = try #require(try drafts("1", .date).draft(of: "b"))
    #expect(typed.events == [title("one"), title("two")])
    #expect(
      typed.findings.dropFirst().map(\.description) == [
        other(7, "typing", "1", kind), other(10, "typing", "12", kind),
      ])
  }

  @Test("A draft is removed when its response is stored, and not before")
  func submitting() throws {
    let journal = try drafts.begin(.visit("b"))
    try journal.append(title("one"), at: at(1))
    try folder.create()
    try write("instance_id,title,instance_id\n", to: folder.file())
    #expect(refusal { try folder.submit(.visit("b"), closing: journal, at: at(2)) }.contains("instance_id"))
    #expect(try folder.drafts.list().drafts.map(\.events) == [[title("one")]])
    unlink(folder.file())
    #expect(try folder.submit(.visit("b"), closing: journal, at: at(3)).stored == ["b"])
    #expect(try folder.drafts.list().drafts.isEmpty)
    #expect(names(in: drafts.path) == [])
    #expect(try folder.responses().responses.map(\.response) == [.visit("b")])
  }

  @Test("A draft that a submission left behind is known by its response, and removed")
  func leftBehind() async throws {
    await #expect(processExitsWith: .signal(SIGKILL)) { [path = folder.path as String] in
      let folder = ResponseFolder(path: path, questionnaire: .visits)
      let journal = try folder.drafts.begin(.visit("b"))
      try journal.append(.answer(Address("title"), .text("one")), at: .epoch)
      try folder.drafts.begin(.visit("c")).append(.undo, at: .epoch)
      try folder.append([.visit("b")])
      kill(getpid(), SIGKILL)
    }
    // As long as it does not say that it was submitted as it is, it may hold answers that were given since.
    #expect(try folder.unfinished().drafts.count == 2)
    let path = drafts.file(of: "b")
    try write((text(of: path) ?? "") + "\"1970-01-01T00:00:09Z\",\"submit\",\"\",\"\"\r\n", to: path)
    let (left, submitted, findings) = try folder.unfinished()
    #expect(left.map(\.opening.instanceID) == ["c"])
    #expect(submitted == ["b"])
    #expect(findings == [])
    #expect(names(in: drafts.path) == ["id_c.csv"])
  }

  @Test("Ids become names of files that every system takes, and no two the same")
  func fileNames() {
    let names: [(Response.ID, String)] = [
      ("uuid:0f0e0d0c-1111-4222-8333-444455556666", "0f0e0d0c-1111-4222-8333-444455556666.csv"),
      ("0f0e0d0c-1111-4222-8333-444455556666", "id_0f0e0d0c-1111-4222-8333-444455556666.csv"),
      ("uuid:0F0E0D0C-1111-4222-8333-444455556666", "id_uuid_3a0F0E0D0C-1111-4222-8333-444455556666.csv"),
      ("../x y", "id__2e_2e_2fx_20y.csv"), ("é_", "id__c3_a9_5f.csv"), ("", "id_.csv"),
    ]
    for (id, name) in names { #expect(drafts.file(of: id) == "\(drafts.path)/\(name)") }
  }
}
