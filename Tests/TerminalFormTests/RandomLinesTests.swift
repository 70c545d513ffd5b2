import SampleForms
import Survey
import TerminalForm
import Testing

@Suite("Forms filled at random")
struct RandomLinesTests {
  static let seeds = 0..<300 as Range<UInt64>

  static func acts(_ seed: UInt64) -> [ScriptedTerminal.Act] {
    var random = Script(seed: seed)
    let words = [
      "", "", "1", "2", "3", "1 3", "-1", "2-3", "..", "..", "4", "8", "9", "10", "11", "6", "x", "puebla",
      "other",
      "2018-11-09", "16:30", "+", "+", "2.5", ".", " .", "a text", "\u{1b}[31m", "中文 text", "..", "2", "4",
      "yes", "51",
    ]
    return (0..<random.number(below: 120)).map { _ in
      switch random.number(below: 60) {
      case 0: return .init("^C")
      case 1: return .init("^BAD")
      case 2: return .typing([words[random.number(below: words.count)]], .interrupted)
      case 3, 4, 5:
        let word = words[random.number(below: words.count)]
        return .typing(["a", "a b", word], .line(words[random.number(below: words.count)]))
      default: return .init(words[random.number(below: words.count)])
      }
    }
  }

  @Test(
    "Whatever is typed, the journal is the form, no escape is written, and the form ends", arguments: seeds)
  func property(seed: UInt64) throws {
    let filled = FormSession(Sample.form).filled(by: Self.acts(seed))
    #expect(!filled.transcript.utf8.contains(0x1b))
    let again = try filled.replayed()
    #expect(again.entries == filled.session.entries)
    #expect(again.repeatCounts == filled.session.repeatCounts)
    #expect(again.outline.walk == filled.session.outline.walk)
    // What was recorded last of each question is what the form has, unless it was taken back.
    let hasRemoved = filled.desk.events.contains { if case .remove = $0 { true } else { false } }
    if !filled.desk.events.contains(.undo), !hasRemoved {
      for (address, answer) in filled.desk.events.lastAnswers {
        #expect(filled.session.entries[address]?.answer == answer, "\(address)")
      }
    }
    switch filled.outcome {
    case .submitted: #expect(filled.desk.responses.count == 1)
    case .left, .goesOver:
      #expect(filled.desk.responses.isEmpty)
      #expect(filled.transcript.hasSuffix("Saved, not submitted.\nTo go on: iscm fill sample --resume\n"))
    case .notSubmitted, .ended: Issue.record("\(filled.outcome)")
    }
  }

  @Test(
    "The end of input, or a signal, at any prompt of a form leaves every answer saved",
    arguments: [
      ("^D", FormOutcome.left), ("^TERM", .ended(bySignal: 15)), ("^HUP", .ended(bySignal: 1)),
    ])
  func anywhere(how: String, outcome: FormOutcome) throws {
    for count in 0..<TranscriptTests.whole.count {
      let acts = TranscriptTests.whole.prefix(count) + [.init(how)]
      let filled = FormSession(Sample.form).filled(by: Array(acts))
      #expect(filled.outcome == outcome, "after \(count) lines")
      #expect(try filled.replayed().entries == filled.session.entries)
      let end = "\nSaved, not submitted.\nTo go on: iscm fill sample --resume\n"
      #expect(filled.transcript.hasSuffix(end) == (how != "^HUP"), "after \(count) lines")
    }
  }

  @Test("A desk that fails at random loses nothing that it said was saved", arguments: seeds)
  func failing(seed: UInt64) throws {
    let desk = TestDesk()
    var random = Script(seed: seed)
    desk.refuses = { _ in random.number(below: 3) == 0 }
    desk.failures = 1
    let filled = FormSession(Sample.form).filled(by: Self.acts(seed), desk: desk)
    #expect(try filled.replayed().entries == filled.session.entries)
    #expect(!filled.transcript.utf8.contains(0x1b))
  }
}

extension [FormEvent] {
  /// The answer that each question was given last; nothing where something else came after it.
  var lastAnswers: [Address: Answer?] {
    var last: [Address: Answer?] = [:]
    for event in self {
      switch event {
      case .answer(let address, let answer): last[address] = .some(answer)
      case .typing(let address, let text): last[address] = .some(text.isEmpty ? nil : .text(text))
      case .clear(let address), .notApplicable(let address), .unknown(let address): last[address] = .some(nil)
      case .repeats, .remove, .stand, .list, .review, .undo, .redo: break
      }
    }
    return last
  }
}
