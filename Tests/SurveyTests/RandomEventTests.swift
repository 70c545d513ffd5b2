import Chance
import SampleForms
import Survey
import Testing

@Suite("Sessions at random")
struct RandomEventTests {
  static let seeds = 0..<400 as Range<UInt64>

  /// A session after random events, and those that it took.
  func played(_ seed: UInt64) -> (session: FormSession, events: [FormEvent]) {
    var random = SeededRandom(seed: seed)
    var session = FormSession.sample(seed % 4 == 0 ? .transcriber : .respondent)
    var events: [FormEvent] = []
    for _ in 0..<Int.random(in: 1...40, using: &random) {
      let event = random.event(for: session)
      let before = Snapshot(session)
      do {
        try session.apply(event)
        events.append(event)
      } catch {
        #expect(Snapshot(session) == before, "\(event) was refused (\(error)) and changed something")
      }
    }
    return (session, events)
  }

  @Test("The same events give the same form and the same response", arguments: seeds)
  func replay(seed: UInt64) throws {
    let (session, events) = played(seed)
    var again = FormSession.sample(session.mode)
    for event in events { try again.apply(event) }
    #expect(Snapshot(again) == Snapshot(session))
    #expect((try? again.response()) == (try? session.response()))
  }

  @Test("Undo of everything gives the form as it was opened; redo gives it back", arguments: seeds)
  func undoAll(seed: UInt64) throws {
    var (session, _) = played(seed)
    while try session.apply(.redo) != nil {}
    // What is no answer yet is no step of undo.
    for address in session.unfinished.keys { try session.apply(.typing(address, "")) }
    let end = Snapshot(session)
    while try session.apply(.undo) != nil {}
    var start = FormSession.sample(session.mode)
    switch session.position {
    case .question(let address): try start.apply(.stand(address))
    case .repeats(let path): try start.apply(.list(path))
    case nil: break
    }
    #expect(Snapshot(session) == Snapshot(start))
    while try session.apply(.redo) != nil {}
    #expect(Snapshot(session) == end)
  }

  @Test("Answered, not answered and unknown questions are those that are asked", arguments: seeds)
  func review(seed: UInt64) {
    let session = played(seed).session
    let review = session.review
    let parts = [review.answered, review.notAnswered, review.unknown]
    #expect(parts.reduce(0) { $0 + $1.count } == session.outline.asked.count)
    #expect(session.inFormOrder(parts.joined()) == session.outline.asked)
    #expect(session.inFormOrder(session.outline.walk.reversed()) == session.outline.walk)
    for item in review.setAside { #expect(!session.outline.isAsked(item.address)) }
  }

  @Test("A response has the answers of what is asked, all of them, and no others", arguments: seeds)
  func response(seed: UInt64) throws {
    var session = played(seed).session
    try session.mend()
    let response = try session.response()
    var sent: [Address: Answer] = [:]
    response.answers.collect(into: &sent, in: [])
    for (address, answer) in sent where session.questionnaire.question(address.question)?.isAsked == true {
      #expect(session.outline.isAsked(address))
      #expect(session.entries[address] == .answered(answer))
    }
    for address in session.outline.asked {
      #expect(sent[address] == session.entries[address]?.answer)
    }
    for (address, answer) in sent {
      let question = try #require(session.questionnaire.question(address.question))
      let list = session.questionnaire.choices(of: question)
      #expect(try question.answer(from: answer.cell, in: list) == answer, "\(address)")
    }
  }

  @Test(
    "What was typed and is no answer is kept until its question is answered, and stands in the way",
    arguments: seeds)
  func unfinished(seed: UInt64) throws {
    var session = FormSession.sample(seed % 4 == 0 ? .transcriber : .respondent)
    var random = SeededRandom(seed: seed)
    var typed: [Address: String] = [:]
    for _ in 0..<60 {
      let event = random.event(for: session)
      // Where repeats move, so does what was typed in them: see `RemovalTests`.
      if case .remove = event { continue }
      let before = session
      let change: FormSession.Change?
      do { change = try session.apply(event) } catch { continue }
      if case .typing(let address, let text) = event, change == nil {
        #expect(session.entries == before.entries)
        #expect(session.questionnaire.question(address.question)?.kind != .text)
        typed[address] = text.contains { !$0.isWhitespace } ? text : nil
      }
      if case .entry(let address) = change { typed[address] = nil }
      #expect(session.unfinished == typed, "\(event)")
    }
    let review = session.review
    let said = review.blocking.filter { if case .notTaken = $0.issue { true } else { false } }
    #expect(said.map(\.issue) == said.map { .notTaken(typed[$0.address] ?? "") })
    #expect(said.map(\.address) == session.outline.asked.filter { typed[$0] != nil })
    let order = review.pleaseLook.map(\.address)
    #expect(order == session.inFormOrder(order))
    if !said.isEmpty { #expect(throws: SubmissionRefusal.self) { _ = try session.response() } }
  }

  @Test("No answer is lost by a skip: each event changes the entry it names, and no other", arguments: seeds)
  func kept(seed: UInt64) throws {
    var session = FormSession.sample()
    var random = SeededRandom(seed: seed)
    for _ in 0..<30 {
      let event = random.event(for: session)
      if case .remove = event { continue }
      let before = session.entries
      guard let change = try? session.apply(event) else { continue }
      for (address, entry) in before where change != .entry(address) {
        #expect(session.entries[address] == entry, "\(event) changed \(address)")
      }
    }
  }
}

extension FormSession {
  /// Takes away what stands in the way of a submission, and fills what is required.
  fileprivate mutating func mend() throws {
    for _ in 0..<20 {
      let blocking = review.blocking
      if blocking.isEmpty { return }
      for (address, issue) in blocking {
        guard issue == .missing else {
          try apply(mode == .transcriber ? .unknown(address) : .clear(address))
          continue
        }
        let choice = choices(at: address).first.map { Answer.one($0.name) }
        try apply(.answer(address, choice ?? .text("x")))
      }
    }
  }
}

extension Response.Answers {
  fileprivate func collect(into answers: inout [Address: Answer], in repeats: [Address.Repeat]) {
    for (name, state) in states { answers[Address(name, in: repeats)] = state.answer }
    for (group, each) in self.repeats {
      for (index, inner) in each.enumerated() {
        inner.collect(into: &answers, in: RepeatPath(group, in: repeats).step(index + 1))
      }
    }
  }
}

extension SeededRandom {
  /// An event that mostly can happen.
  fileprivate mutating func event(for session: FormSession) -> FormEvent {
    let address = address(for: session)
    switch Int.random(in: 0..<20, using: &self) {
    case 0: return .undo
    case 1: return .redo
    case 2: return .clear(address)
    case 3: return .notApplicable(address)
    case 4: return .unknown(address)
    case 5: return .stand(address)
    case 6: return [.stand(address), .review, .list(path())][Int.random(in: 0..<3, using: &self)]
    case 7, 8: return .typing(address, text(upTo: 5))
    case 9, 10: return .repeats(path(), Int.random(in: -1...4, using: &self))
    case 18: return .remove(path(), Int.random(in: 0...4, using: &self))
    case 11: return .answer(address, .text(text(upTo: 5)))
    default: return .answer(address, answer(for: address, in: session))
    }
  }

  /// A repeat group that the form mostly has.
  private mutating func path() -> RepeatPath {
    let event = RepeatPath("event").step(Int.random(in: 0...4, using: &self))
    return switch Int.random(in: 0..<4, using: &self) {
    case 0: RepeatPath("region" as Group.Name)
    case 1: RepeatPath("event" as Group.Name)
    case 2: RepeatPath("guest" as Group.Name)
    default: RepeatPath("guest", in: event)
    }
  }

  /// An address that the form mostly has; one in ten it has not.
  private mutating func address(for session: FormSession) -> Address {
    if Int.random(in: 0..<10, using: &self) == 0 {
      return Address("event_title", in: Bool.random(using: &self) ? [] : RepeatPath("region").step(1))
    }
    if Bool.random(using: &self), let asked = session.outline.asked.randomElement(using: &self) {
      return asked
    }
    let placed = session.questionnaire.placed.randomElement(using: &self) ?? session.questionnaire.placed[0]
    return Address(
      placed.question.name,
      in: placed.repeats.map { Address.Repeat(group: $0, number: Int.random(in: 1...3, using: &self)) })
  }

  private mutating func answer(for address: Address, in session: FormSession) -> Answer {
    guard let question = session.questionnaire.question(address.question) else { return .acknowledged }
    let list = session.questionnaire.choices(of: question)
    switch question.kind {
    case .selectOne: return .one(list?.choices.randomElement(using: &self)?.name ?? "none")
    case .selectMultiple:
      return .several(
        (list?.choices ?? []).map(\.name).filter { _ in Int.random(in: 0..<3, using: &self) == 0 })
    case .integer: return .integer(Int.random(in: -1...60, using: &self))
    default:
      let entry = wellFormedEntry(question.kind)
      return (try? question.answer(from: entry, in: list)).flatMap { $0 } ?? .acknowledged
    }
  }
}
