import Chance
import SampleForms
import Survey
import Testing

@Suite("Repeats that are taken out")
struct RemovalTests {
  /// Events with guests, both added by hand; a guest has a day by default.
  static let items: [Item] = [
    .group(
      Sample.group(
        "event", Sample.text("Event"), repeated: .free,
        [
          Sample.ask("title", .text), Sample.ask("number", .integer),
          .group(
            Sample.group(
              "guest", Sample.text("Guest"), repeated: .free,
              [Sample.ask("name", .text), Sample.ask("role", .text, start: "'speaker'")])),
        ]))
  ]
  static let event = RepeatPath("event" as Group.Name)

  static func guests(of number: Int) -> RepeatPath { RepeatPath("guest", in: event.step(number)) }

  /// Three events, the second with two guests.
  static func three(_ mode: FormSession.Mode = .respondent) throws -> FormSession {
    var session = FormSession(items, mode: mode)
    try session.apply(.repeats(event, 3))
    for (number, title) in ["Launch", "Forum", "Close"].enumerated() {
      try session.enter(title, at: "event[\(number + 1)]/title")
    }
    try session.apply(.repeats(guests(of: 2), 2))
    try session.enter("Ana", at: "event[2]/guest[1]/name")
    try session.enter("Ben", at: "event[2]/guest[2]/name")
    try session.apply(.typing("event[3]/number", "12th"))
    return session
  }

  @Test("Those behind it move up, with what was typed in them; undo brings it back whole")
  func middle() throws {
    var session = try Self.three()
    try session.apply(.typing("event[2]/number", "3rd"))
    let before = Snapshot(session)
    #expect(try session.apply(.remove(Self.event, 2)) == .repeats(Self.event))
    #expect(session.cell("event[2]/title") == "Close")
    #expect(session.unfinished == ["event[2]/number": "12th"])
    #expect(session.repeatCounts == [Self.event: 2])
    #expect(session.entries.keys.allSatisfy { $0.repeats.count == 1 && $0.repeats[0].number <= 2 })
    let after = Snapshot(session)
    #expect(try session.apply(.undo) == .repeats(Self.event))
    #expect(Snapshot(session) == before)
    #expect(try session.apply(.redo) == .repeats(Self.event))
    #expect(Snapshot(session) == after)
  }

  @Test("What is nested moves with the repeat that it is in, and its own repeats can be taken out")
  func nested() throws {
    var session = try Self.three()
    try session.apply(.remove(Self.event, 1))
    #expect(session.repeatCounts == [Self.event: 2, Self.guests(of: 1): 2])
    try session.apply(.remove(Self.guests(of: 1), 1))
    #expect(session.cell("event[1]/guest[1]/name") == "Ben")
    #expect(
      session.asked.filter { $0.contains("guest") } == ["event[1]/guest[1]/name", "event[1]/guest[1]/role"])
    try session.apply(.undo)
    try session.apply(.undo)
    #expect(session.cell("event[2]/guest[1]/name") == "Ana")
  }

  @Test("A default that was taken away does not come again because its repeat has moved")
  func defaults() throws {
    var session = try Self.three()
    #expect(session.cell("event[2]/guest[1]/role") == "speaker")
    try session.apply(.clear("event[2]/guest[1]/role"))
    try session.apply(.remove(Self.event, 1))
    #expect(session.cell("event[1]/guest[1]/role") == nil)
    #expect(session.cell("event[1]/guest[2]/role") == "speaker")
    try session.apply(.repeats(Self.guests(of: 1), 3))
    #expect(session.cell("event[1]/guest[3]/role") == "speaker")
  }

  @Test("What a smaller number has set aside moves up too, and comes back with a larger one")
  func setAside() throws {
    var session = try Self.three()
    try session.apply(.repeats(Self.event, 2))
    try session.apply(.remove(Self.event, 1))
    #expect(session.asked.contains("event[1]/title") && !session.asked.contains("event[2]/title"))
    #expect(session.review.setAside.map(\.address.description) == ["event[2]/title"])
    try session.apply(.repeats(Self.event, 2))
    #expect(session.cell("event[2]/title") == "Close")
  }

  @Test("What was typed into a repeat after it came back goes with it when it is taken out again")
  func typedBetween() throws {
    var session = try Self.three()
    try session.apply(.remove(Self.event, 2))
    try session.apply(.undo)
    try session.apply(.typing("event[2]/number", "2nd"))
    try session.apply(.redo)
    #expect(session.unfinished == ["event[2]/number": "12th"])
    try session.apply(.undo)
    #expect(session.unfinished == ["event[2]/number": "2nd", "event[3]/number": "12th"])
  }

  @Test("Who stands in a repeat that is taken out stands before the list; others move with theirs")
  func position() throws {
    var session = try Self.three()
    try session.apply(.stand("event[3]/title"))
    try session.apply(.remove(Self.event, 1))
    #expect(session.position == "event[2]/title")
    try session.apply(.remove(Self.event, 2))
    #expect(session.position == .repeats(Self.event))
    try session.apply(.list(Self.guests(of: 1)))
    #expect(session.position == .repeats(Self.guests(of: 1)))
    try session.apply(.remove(Self.event, 1))
    #expect(session.position == .repeats(Self.event))
  }

  @Test("Of which a transcriber never said how many there are stays unknown; none left is a number")
  func transcribed() throws {
    var session = FormSession(Self.items, mode: .transcriber)
    try session.apply(.list(Self.event))
    #expect(session.repeatCounts[Self.event] == nil)
    try session.apply(.repeats(Self.event, 1))
    try session.apply(.remove(Self.event, 1))
    #expect(session.repeatCounts[Self.event] == 0)
    try session.apply(.undo)
    try session.apply(.undo)
    #expect(session.repeatCounts[Self.event] == nil)
  }

  @Test("What is not there is not taken out, nor what the form counts")
  func refused() throws {
    var session = FormSession.sample()
    try session.enter("2", at: "event_count")
    try session.apply(.repeats(RepeatPath("region"), 1))
    func refusal(_ event: FormEvent) -> String {
      do {
        try session.apply(event)
        return ""
      } catch { return "\(error)" }
    }
    #expect(
      refusal(.remove(RepeatPath("event"), 1))
        == "the form itself works out how often 'event' is repeated; answer the question that it counts by")
    #expect(refusal(.remove(RepeatPath("region"), 2)) == "'region' has no repeat 2 to take out: it has 1")
    #expect(refusal(.remove(RepeatPath("region"), 0)) == "'region' has no repeat 0 to take out: it has 1")
    #expect(refusal(.remove(RepeatPath("guest"), 1)) == "the questionnaire has no repeat group 'guest' there")
    #expect(refusal(.list(RepeatPath("event"))).hasPrefix("the form itself"))
    #expect(session.outline.counting(RepeatPath("event")) == ["event_count"])
    #expect(session.outline.counting(RepeatPath("region")) == nil)
  }

  // MARK: - At random

  /// A form as a tree, taken apart in another way than the engine does.
  private struct Branch: Equatable {
    var entries: [Question.Name: Entry] = [:]
    var unfinished: [Question.Name: String] = [:]
    var counts: [Group.Name: Int] = [:]
    var repeats: [Group.Name: [Int: Branch]] = [:]

    init() {}

    init(_ session: FormSession) {
      for (address, entry) in session.entries {
        self[address.repeats[...]].entries[address.question] = entry
      }
      for (address, text) in session.unfinished {
        self[address.repeats[...]].unfinished[address.question] = text
      }
      for (path, count) in session.repeatCounts { self[path.repeats[...]].counts[path.group] = count }
    }

    subscript(way: ArraySlice<Address.Repeat>) -> Branch {
      get { way.first.map { repeats[$0.group]?[$0.number]?[way.dropFirst()] ?? Branch() } ?? self }
      set {
        guard let step = way.first else { return self = newValue }
        repeats[step.group, default: [:]][step.number, default: Branch()][way.dropFirst()] = newValue
      }
    }

    mutating func remove(_ number: Int, of group: Group.Name) {
      counts[group, default: 0] -= 1
      let others = (repeats[group] ?? [:]).filter { $0.key != number }
      repeats[group] = Dictionary(
        uniqueKeysWithValues: others.map { ($0.key > number ? $0.key - 1 : $0.key, $0.value) })
      if others.isEmpty { repeats[group] = nil }
    }
  }

  @Test(
    "Of any form any repeat is taken out as from a list, in its order; undo and redo are exact",
    arguments: RandomEventTests.seeds)
  func property(seed: UInt64) throws {
    var session = RandomEventTests().played(seed).session
    var random = SeededRandom(seed: seed)
    for (path, count) in session.repeatCounts.sorted(by: { $0.key.description < $1.key.description })
    where count > 0 {
      let number = Int.random(in: 1...count, using: &random)
      // An earlier one may have taken the path away.
      guard let there = session.repeatCounts[path], there >= number else { continue }
      let before = Snapshot(session)
      var expected = Branch(session)
      expected[path.repeats[...]].remove(number, of: path.group)
      try session.apply(.remove(path, number))
      #expect(Branch(session) == expected, "\(path) \(number)")
      let after = Snapshot(session)
      try session.apply(.undo)
      #expect(Snapshot(session).entries == before.entries)
      #expect(Snapshot(session).unfinished == before.unfinished)
      #expect(Snapshot(session).repeatCounts == before.repeatCounts)
      #expect(Snapshot(session).walk == before.walk)
      try session.apply(.redo)
      #expect(Snapshot(session) == after)
    }
  }
}
