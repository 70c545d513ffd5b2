import Calendar
import ResponseFiles
import SampleForms
import Survey
import TemporaryFolders
import Testing

@Suite("Versions of a form")
struct VersionTests {
  let temporary: TemporaryFolder
  let folder: ResponseFolder

  init() throws {
    temporary = try TemporaryFolder()
    folder = ResponseFolder(path: temporary("visits"), questionnaire: .visits)
  }

  private func next(
    _ items: [Item]? = nil, choices: [String] = ["yes", "no", "perhaps"], history: FormHistory = .none,
    version: String = "2"
  ) -> ResponseFolder {
    let list = ChoiceList(
      name: "status", choices: choices.map { Choice(name: Choice.Name($0), label: LocalizedText()) })
    return ResponseFolder(
      path: folder.path,
      questionnaire: Questionnaire(
        id: "visits", version: version, title: LocalizedText(), languages: [.unnamed],
        defaultLanguage: .unnamed,
        items: items ?? Questionnaire.visits.items, lists: [list], history: history))
  }

  private func response(_ id: Response.ID, _ states: [Question.Name: AnswerState]) -> Response {
    Response(
      id: id, formID: "visits", formVersion: "2", source: .line, startedAt: nil, submittedAt: nil,
      submittedBy: "", supersedes: nil, answers: Response.Answers(states: states))
  }

  @Test("A form that was changed under its own version is told from one whose version was raised")
  func unraised() throws {
    try folder.append([.visit("a", events: 1)])
    #expect(try folder.differences().isEmpty)
    let choices = ["maybe", "yes", "no", "perhaps"]
    let same = try next(choices: choices, version: Questionnaire.visits.version).differences()
    #expect(same.map(\.isOfNow) == [true])
    #expect(
      same.map(\.description)
        == ["version '1', 1 response: choices added since: position (maybe), themes (maybe)"])
    #expect(try next(choices: choices).differences().map(\.isOfNow) == [false])
  }

  @Test("Labels, order and choices that are added change no file; only what was asked is kept once more")
  func sameColumns() throws {
    try folder.append([.visit("a", events: 1)])
    let later = next(Questionnaire.visits.items.reversed(), choices: ["maybe", "yes", "no", "perhaps"])
    try later.append([response("b", ["position": .answered(.one("maybe"))])])
    #expect(
      names(in: folder.path)
        == [
          "asked.csv", "responses-event.csv", "responses-region.csv", "responses.csv", "responses.csv.lock",
        ])
    let (responses, findings) = try later.responses()
    #expect(findings == [])
    #expect(responses.map(\.response.id) == ["a", "b"])
    let differences = try later.differences()
    #expect(
      differences.map(\.description)
        == ["version '1', 1 response: choices added since: position (maybe), themes (maybe)"])
    #expect(
      text(of: folder.path + "/asked.csv")?.split(whereSeparator: \.isNewline).filter {
        $0.contains("position")
      }
        == [
          "\"1\",\"position\",\"\",\"select_one\",\"yes no perhaps\"",
          "\"2\",\"position\",\"\",\"select_one\",\"maybe yes no perhaps\"",
        ])
  }

  @Test("A question that is added begins a volume; who was not asked it was not asked it in that version")
  func addedQuestion() throws {
    try folder.append([.visit("a", events: 1)])
    let before = bytes(of: folder.file())
    let venue = Question(name: "venue", kind: .text)
    let later = next(Questionnaire.visits.items + [.question(venue)])
    try later.append([response("b", ["venue": .blank, "title": .answered(.text("T"))])])
    try later.append([response("c", ["venue": .answered(.text("Rome"))])])
    #expect(bytes(of: folder.file()) == before)
    let (responses, findings) = try later.responses()
    #expect(findings == [])
    #expect(responses.map { $0.response["venue"] } == [.notAsked, .blank, .answered(.text("Rome"))])
    #expect(responses.map(\.questionsAddedSince) == [["venue"], [], []])
    #expect(responses.map(\.file) == [folder.file(), folder.file(volume: 2), folder.file(volume: 2)])
    #expect(responses.map(\.line) == [2, 2, 3])
    #expect(try later.contains("b"))
    // Somebody with the form of before would lose the new answers.
    #expect(try folder.conflicts().map(\.name) == ["venue"])
    #expect(throws: ResponseFileError.self) { try folder.append([.visit("d")]) }
  }

  @Test("The form of before goes on in a volume of its own while nobody has answered what it does not ask")
  func backAndForth() throws {
    try folder.append([.visit("a")])
    let later = next(Questionnaire.visits.items + [.question(Question(name: "venue", kind: .text))])
    #expect(folder.newestFile() == folder.file())
    try later.append([response("b", ["venue": .blank])])
    #expect(folder.newestFile() == folder.file(volume: 2))
    try folder.append([.visit("d", supersedes: "b")])
    try later.append([response("e", ["venue": .answered(.text("Rome"))])])
    let (responses, findings) = try later.responses()
    #expect(findings == [])
    #expect(responses.map(\.response["venue"]) == [.notAsked, .blank, .notAsked, .answered(.text("Rome"))])
    #expect(try later.history(of: "b").map(\.response.id) == ["b", "d"])
  }

  @Test("A response that is in an earlier volume is not stored again, and not under other answers")
  func storedBefore() throws {
    try folder.append([.visit("a")])
    let later = next(Questionnaire.visits.items + [.question(Question(name: "venue", kind: .text))])
    try later.append([response("b", [:])])
    let stored = try later.responses().responses[0].response
    #expect(try later.append([stored]).alreadyStored == ["a"])
    #expect(throws: ResponseFileError.self) { try later.append([response("a", ["venue": .blank])]) }
  }

  @Test("What is given up is kept, read beside the answers, and asked again for an export")
  func retired() throws {
    try folder.append([.visit("a", title: "T")])
    let items = Array(Questionnaire.visits.items.dropFirst())
    let later = next(items, history: FormHistory(retiredQuestions: ["title"]))
    #expect(try later.conflicts() == [])
    try later.append([response("b", ["position": .answered(.one("yes"))])])
    let (responses, findings) = try later.responses()
    #expect(findings == [])
    #expect(responses.map { $0.otherCells.mapValues(\.text) } == [["title": "T"], [:]])
    let all = try later.withRetiredQuestions().responses()
    #expect(all.findings == [])
    #expect(all.responses.map { $0.response["title"] } == [.answered(.text("T")), .notAsked])
  }

  @Test("What is taken away without a word is told all at once, and nothing is stored")
  func refused() throws {
    try folder.append([.visit("a", events: 1, title: "T"), .visit("b", title: "U")])
    let items: [Item] = [
      .question(Question(name: "heading", kind: .text)),
      .question(Question(name: "position", kind: .selectOne("status"))),
      .question(Question(name: "themes", kind: .integer)), .question(Question(name: "day", kind: .integer)),
      .question(Question(name: "region_name", kind: .text)),
      .question(Question(name: "submitted_by", kind: .text)),
    ]
    let later = next(items, choices: ["no", "sure"])
    let file = folder.file()
    let region = folder.file(of: "region")
    let event = folder.file(of: "event")
    let expected = [
      "\(event):2 event: found repeats in 1 row, and the form has no such repeat group any more; put it back, say in versions.csv what it is called now (renamed,group), or retire its questions one by one",
      "\(region):2 region: found repeats in 1 row, and the form has no such repeat group any more; put it back, say in versions.csv what it is called now (renamed,group), or retire its questions one by one",
      "\(file):2 position: found the choice 'yes' in 2 rows of the version '1', which the list 'status' does not have any more; put it back, or retire it in versions.csv (retired,choice,status)",
      "\(file):2 themes: found answers in 2 rows of the version '1' that were 'select_multiple' and are no 'integer'; ask what has another type under a name of its own, and retire 'themes' in versions.csv",
      "\(file):2 title: found answers in 2 rows of the version '1', and the form does not ask 'title' any more; they are kept and not counted; if it is called 'heading' now, say so in versions.csv (renamed,question); else put it back, or retire it in versions.csv (retired,question)",
    ]
    #expect(try later.conflicts().map(\.description) == expected)
    let before = names(in: folder.path).map { bytes(of: "\(folder.path)/\($0)") }
    #expect(throws: ResponseFileError.answersDoNotFit(path: file, try later.conflicts())) {
      try later.append([response("c", [:])])
    }
    #expect(names(in: folder.path).map { bytes(of: "\(folder.path)/\($0)") } == before)
    // Rows of the ledger and the like are none of the form's answers.
    try later.append([], beside: [SideRows(file: "notes.csv", columns: ["a"], rows: [["a": "1"]])])
  }

  @Test(
    "Without a record of what was asked, the rows of another version tell it; those of this one are let be")
  func withoutRecord() throws {
    try folder.append([.visit("a", title: "T")])
    try write("", to: folder.path + "/asked.csv")
    let items = Array(Questionnaire.visits.items.dropFirst())
    #expect(try next(items).conflicts().map(\.name) == ["title"])
    let sameVersion = ResponseFolder(
      path: folder.path,
      questionnaire: Questionnaire(
        id: "visits", version: "1", title: LocalizedText(), languages: [.unnamed], defaultLanguage: .unnamed,
        items: items, lists: [ChoiceList(name: "status", choices: [])]))
    #expect(try sameVersion.conflicts() == [])
  }

  @Test("A choice that the list has given up is an answer without a finding")
  func retiredChoice() throws {
    try folder.append([.visit("a")])
    let history = FormHistory(retiredChoices: ["status": ["yes"]])
    let later = next(choices: ["no", "perhaps"], history: history)
    #expect(try later.conflicts() == [])
    let (responses, findings) = try later.responses()
    #expect(findings == [])
    #expect(responses[0].response["position"] == .answered(.one("yes")))
    #expect(responses[0].response["themes"] == .answered(.several(["yes", "perhaps"])))
  }

  @Test("A choice may not be renamed to one that was offered beside it: their answers would be mixed")
  func mergedChoices() throws {
    try folder.append([.visit("a")])
    let history = FormHistory(choices: ["status": ["yes": "no"]])
    let merged = next(choices: ["no", "perhaps"], history: history)
    let told = try merged.conflicts()
    #expect(told.map(\.name) == ["position", "themes"])
    #expect(
      told.first?.description
        == "\(folder.file()):2 position: found the choice 'no' in 1 row of the version '1', which offered two that are called so now; what was answered apart cannot be told apart any more: give the list 'status' a choice of its own for each, or retire the one that is given up in versions.csv (retired,choice,status)"
    )
    #expect(throws: ResponseFileError.self) { try merged.append([response("b", [:])]) }
    let apart = next(
      choices: ["agreed", "no", "perhaps"], history: FormHistory(choices: ["status": ["yes": "agreed"]]))
    #expect(try apart.conflicts() == [])
  }

  @Test("What a repeat answered is told of with its own file and line")
  func conflictInRepeat() throws {
    let items: [Item] = [
      .group(
        Group(
          name: "region", repetition: .free,
          items: [.question(Question(name: "kind", kind: .selectOne("status")))]))
    ]
    let first = next(items, choices: ["yes", "no"])
    let repeats = ["yes", "no", "yes"].map {
      Response.Answers(states: ["kind": .answered(.one(Choice.Name($0)))])
    }
    try first.append([
      Response(
        id: "a", formID: "visits", formVersion: "2", source: .answers, startedAt: nil, submittedAt: nil,
        submittedBy: "", supersedes: nil, answers: .init(repeats: ["region": repeats]))
    ])
    let later = next(items, choices: ["no"])
    let told = try later.conflicts()
    #expect(
      told.map { "\($0.first.file):\($0.first.line) \($0.name) \($0.rows)" } == [
        "\(first.file(of: "region")):2 kind 2"
      ])
    let place = Item.question(Question(name: "place", kind: .text))
    let without = next([.group(Group(name: "region", repetition: .free, items: [place]))])
    #expect(
      try without.conflicts().map { "\($0.first.file):\($0.first.line) \($0.name) \($0.rows)" } == [
        "\(first.file(of: "region")):2 kind 3"
      ])
  }

  @Test("A draft, its provenance and its paradata go on under the names of now; what has no place is told")
  func drafts() throws {
    let opening = DraftOpening.visit("d")
    let journal = try folder.drafts.begin(opening)
    let place = Address("region_name", in: [.init(group: "region", number: 1)])
    let events: [FormEvent] = [
      .stand(Address("position")), .answer(Address("position"), .one("yes")),
      .repeats(RepeatPath("region"), 1),
      .typing(place, "Ro"), .answer(place, .text("Rome")), .answer(Address("title"), .text("T")),
    ]
    for event in events { try journal.append(event, at: .epoch) }
    try journal.append(.undo, at: .epoch)
    try journal.append(.redo, at: .epoch)
    let items: [Item] = [
      .question(Question(name: "stance", kind: .selectOne("status"))),
      .group(
        Group(name: "area", repetition: .free, items: [.question(Question(name: "area_name", kind: .text))])),
    ]
    let later = next(
      items, choices: ["agreed", "no", "perhaps"],
      history: FormHistory(
        questions: ["position": "stance", "region_name": "area_name"], groups: ["region": "area"],
        choices: ["status": ["yes": "agreed"]], retiredQuestions: ["title"]))
    let draft = try #require(try later.drafts.draft(of: "d"))
    let newPlace = Address("area_name", in: [.init(group: "area", number: 1)])
    #expect(
      draft.events == [
        .stand(Address("stance")), .answer(Address("stance"), .one("agreed")),
        .repeats(RepeatPath("area"), 1),
        .typing(newPlace, "Ro"), .answer(newPlace, .text("Rome")),
      ])
    #expect(
      draft.findings.map(\.problem) == [
        .otherVersion(found: "1", expected: "2"),
        .noSuchPlace(event: "answer", subject: "title", value: "T"),
      ])
    #expect(draft.paradata.stays.keys.map(\.description) == ["stance"])
    _ = journal
  }

  @Test("What was done to the repeats of a group is done to them under its name of now")
  func repeatsOfDrafts() throws {
    let inside = [Address.Repeat(group: "region", number: 2)]
    let journal = try folder.drafts.begin(.visit("d"))
    let events: [FormEvent] = [
      .repeats(RepeatPath("region"), 3), .list(RepeatPath("region")),
      .repeats(RepeatPath("event", in: inside), 2), .remove(RepeatPath("event", in: inside), 1),
      .remove(RepeatPath("region"), 1), .undo, .redo,
    ]
    for event in events { try journal.append(event, at: .epoch) }
    let event = Group(
      name: "occasion", repetition: .free, items: [.question(Question(name: "event_title", kind: .text))])
    let later = next(
      [.group(Group(name: "area", repetition: .free, items: [.group(event)]))],
      history: FormHistory(groups: ["region": "area", "event": "occasion"]))
    let draft = try #require(try later.drafts.draft(of: "d"))
    #expect(draft.findings.map(\.problem) == [.otherVersion(found: "1", expected: "2")])
    let now = [Address.Repeat(group: "area", number: 2)]
    #expect(
      draft.events == [
        .repeats(RepeatPath("area"), 3), .list(RepeatPath("area")),
        .repeats(RepeatPath("occasion", in: now), 2), .remove(RepeatPath("occasion", in: now), 1),
        .remove(RepeatPath("area"), 1), .undo, .redo,
      ])
    _ = journal
  }

  @Test("Where answers came from is read under the names of now")
  func provenance() throws {
    let place = Address("region_name", in: [.init(group: "region", number: 2)])
    try folder.append(
      [.visit("a", events: 2)],
      provenance: [Provenance(response: "a", question: place, evidence: .stated, source: "a letter")])
    let items: [Item] = [
      .group(
        Group(
          name: "area", repetition: .free,
          items: [
            .question(Question(name: "area_name", kind: .text)),
            .group(
              Group(
                name: "event", repetition: .free,
                items: [.question(Question(name: "event_title", kind: .text))])),
          ]))
    ]
    let later = next(
      items,
      history: FormHistory(questions: ["region_name": "area_name"], groups: ["region": "area"]))
    #expect(try later.provenance().rows["a"]?.map(\.question.description) == ["area[2]/area_name"])
    let read = try later.responses().responses[0].response
    #expect(
      read.answers.repeats["area"]?.map { $0["area_name"] } == [
        .answered(.text("Région 1")), .answered(.text("Région 2")),
      ])
    #expect(read.answers.repeats["area"]?[1].repeats["event"]?.count == 2)
  }

  @Test(
    "Cut short at any step, a commit that begins a volume holds whole or not at all",
    arguments: [1, 64, 65_536])
  func cutShort(chunk: Int) throws {
    try folder.append([.visit("a", events: 1)])
    let before = bytes(of: folder.file())
    let questionnaire = Questionnaire.visits(version: "2", extra: [Question(name: "venue", kind: .text)])
    let later = ResponseFolder(path: folder.path, questionnaire: questionnaire)
    let new = response("b", ["venue": .answered(.text("Rome"))])
    var states: [FolderState] = []
    let probe = CommitProbe(chunk: chunk) { states.append(FolderState(of: folder.path, at: $0)) }
    _ = try later.append([new], provenance: [], paradata: [:], patience: .zero, probe: probe)
    #expect(states.count > 6)
    for (number, state) in states.enumerated() where number % (chunk == 1 ? 50 : 1) == 0 {
      let path = temporary("cut-\(chunk)-\(number)")
      try state.restore(to: path)
      let found = ResponseFolder(path: path, questionnaire: questionnaire)
      let ids = try found.responses().responses.map(\.response.id)
      #expect(ids == ["a"] || ids == ["a", "b"], "\(state.step)")
      try found.append([new])
      let (responses, findings) = try found.responses()
      #expect(responses.map(\.response.id) == ["a", "b"], "\(state.step)")
      #expect(responses.last?.response["venue"] == .answered(.text("Rome")))
      #expect(findings == [], "\(state.step)")
      #expect(bytes(of: found.file()) == before)
      #expect(names(in: path).filter { $0.hasPrefix("responses") }.count == 7, "\(names(in: path))")
    }
  }
}
