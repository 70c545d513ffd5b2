import Calendar
import ResponseFiles
import SampleForms
import Survey
import TemporaryFolders
import Testing

@Suite("Drafts")
struct DraftTests {
  let temporary: TemporaryFolder

  init() throws { temporary = try TemporaryFolder() }

  @Test("A draft holds the events that were recorded, in order, whatever they are", arguments: UInt64(0)..<25)
  func roundTrip(seed: UInt64) throws {
    var random = Random(seed: seed)
    let questionnaire = random.questionnaire()
    let drafts = DraftFolder(path: temporary("drafts"), questionnaire: questionnaire)
    let opening = random.opening(of: questionnaire)
    let journal = try drafts.begin(opening)
    let records = random.records(of: questionnaire, from: opening.openedAt)
    for record in records { try journal.append(record.event, at: record.time) }
    let draft = try #require(try drafts.draft(of: opening.instanceID))
    #expect(draft.opening == opening)
    #expect(draft.records == records)
    #expect(draft.findings == [])
    #expect(draft.isHeld)
    #expect(draft.lastTime == records.last?.time ?? opening.openedAt)
  }

  @Test("The journal of a form that was only looked at is removed, any other stays as it is")
  func untouched() throws {
    let questionnaire = Questionnaire.visits(version: "1")
    let drafts = DraftFolder(path: temporary("drafts"), questionnaire: questionnaire)
    let time = Instant(secondsSinceEpoch: 1_541_758_473)
    let opening = DraftOpening(
      formID: questionnaire.id, formVersion: questionnaire.version, instanceID: "uuid:a", mode: .respondent,
      source: .form, correcting: "uuid:b", openedAt: time)
    let path = drafts.file(of: opening.instanceID)
    let (title, day) = (Address("title" as Question.Name), Address("day" as Question.Name))
    let given = FormEvent.answer(title, .text("Prague"))
    func isRemoved(after events: [FormEvent]) throws -> Bool {
      let journal = try drafts.begin(opening)
      for event in events { try journal.append(event, at: time) }
      let before = bytes(of: path)
      let isRemoved = try journal.removeIfUntouched(openedWith: [given])
      #expect(bytes(of: path) == (isRemoved ? nil : before))
      try? journal.seal()
      return isRemoved
    }
    #expect(try isRemoved(after: []))
    #expect(try isRemoved(after: [given, .stand(title), .stand(day), .review]))
    let said: [FormEvent] = [
      .answer(title, .text("Prag")), .answer(day, .text("Prague")), .typing(title, "P"), .typing(day, ""),
      .clear(title), .notApplicable(title), .unknown(title), .undo, .redo, .repeats(RepeatPath("region"), 1),
    ]
    for event in said { #expect(try !isRemoved(after: [given, .stand(day), event]), "\(event)") }
    #expect(try !isRemoved(after: [.answer(title, .text("P")), .undo]))
    // Resumed, and what another program has written into it.
    _ = try drafts.begin(opening)
    do {
      let journal = try drafts.resume(opening.instanceID).journal
      try journal.append(.review, at: time)
      #expect(try journal.removeIfUntouched())
    }
    _ = try drafts.begin(opening)
    for foreign in ["2018-11-09T10:14:33Z,shout,title,x\n", "x\n", "\"2018"] {
      let whole = try #require(bytes(of: path))
      let journal = try drafts.resume(opening.instanceID).journal
      try write(whole + Array(foreign.utf8), to: path)
      #expect(try !journal.removeIfUntouched(), "\(foreign)")
      try write(whole, to: path)
    }
  }

  @Test("A journal that was cut at any byte opens, with the events before, and goes on", arguments: [3, 5])
  func cutAnywhere(seed: UInt64) throws {
    var random = Random(seed: seed)
    let questionnaire = random.questionnaire()
    let drafts = DraftFolder(path: temporary("drafts"), questionnaire: questionnaire)
    let opening = random.opening(of: questionnaire)
    let path = drafts.file(of: opening.instanceID)
    var records = Array(random.records(of: questionnaire, from: opening.openedAt).prefix(8))
    let typed = try #require(
      questionnaire.placed.first {
        $0.question.isAsked && $0.question.kind.isTyped && $0.question.kind != .text
      })
    let place = Address(typed.question.name, in: random.repeats(typed.repeats))
    for event in [.typing(place, "2018-1\n\"é"), .undo] as [FormEvent] {
      records.append(Draft.Record(time: opening.openedAt, event: event))
    }
    var ends: [Int] = []
    do {
      let journal = try drafts.begin(opening)
      ends.append(try #require(bytes(of: path)).count)
      for record in records {
        try journal.append(record.event, at: record.time)
        ends.append(try #require(bytes(of: path)).count)
      }
    }
    let whole = try #require(bytes(of: path))
    for length in 0...whole.count {
      try write(Array(whole[..<length]), to: path)
      guard length >= ends[0] - 1 else {
        // Nothing was answered yet: the form is begun anew.
        _ = try drafts.begin(opening)
        #expect(bytes(of: path) == Array(whole[..<ends[0]]), "\(length)")
        continue
      }
      // The carriage return ends a row; the line feed is only missed.
      let count = ends.count { $0 <= length || $0 - 1 == length } - 1
      let isTorn = !ends.contains(length) && !ends.contains(length + 1)
      let (journal, draft) = try drafts.resume(opening.instanceID)
      #expect(draft.records == Array(records[..<count]), "\(length)")
      #expect(draft.findings.isEmpty == !isTorn, "\(length)")
      try journal.append(.redo, at: opening.openedAt)
      let resumed = try #require(try drafts.draft(of: opening.instanceID))
      #expect(resumed.records.map(\.event) == records[..<count].map(\.event) + [.redo], "\(length)")
      #expect(resumed.findings == [], "\(length)")
    }
  }
}

extension Random {
  mutating func opening(of questionnaire: Questionnaire) -> DraftOpening {
    DraftOpening(
      formID: questionnaire.id, formVersion: questionnaire.version, instanceID: id(),
      mode: chance(50) ? .respondent : .transcriber, source: one(of: Response.Source.allCases),
      correcting: chance(50) ? id() : nil, openedAt: instant())
  }

  mutating func records(of questionnaire: Questionnaire, from start: Instant) -> [Draft.Record] {
    (0..<number(0...60)).map { second in
      Draft.Record(
        time: Instant(secondsSinceEpoch: start.secondsSinceEpoch + second), event: event(of: questionnaire))
    }
  }

  private mutating func event(of questionnaire: Questionnaire) -> FormEvent {
    let placed = questionnaire.placed.filter(\.question.isAsked)
    let paths = questionnaire.repeatGroups.map { group in
      RepeatPath(group.name, in: repeats(questionnaire.repeatsAround(group.name)))
    }
    if placed.isEmpty { return chance(50) ? .undo : .redo }
    let meant = one(of: placed)
    let address = Address(meant.question.name, in: repeats(meant.repeats))
    switch number(0...9) {
    case 0 where meant.question.kind.isTyped: return .typing(address, text())
    case 1: return .clear(address)
    case 2: return .notApplicable(address)
    case 3: return .unknown(address)
    case 4: return chance(70) ? .stand(address) : .review
    case 5: return chance(50) ? .undo : .redo
    case 6 where !paths.isEmpty:
      return [
        .repeats(one(of: paths), number(0...9)), .remove(one(of: paths), number(1...9)),
        .list(one(of: paths)),
      ][
        number(0...2)]
    default: return .answer(address, answer(to: meant.question, in: questionnaire))
    }
  }

  fileprivate mutating func repeats(_ groups: [Group.Name]) -> [Address.Repeat] {
    groups.map { Address.Repeat(group: $0, number: number(1...12)) }
  }
}
