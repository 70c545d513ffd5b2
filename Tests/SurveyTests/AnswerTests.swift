import Calendar
import Chance
import SampleForms
import Survey
import Testing

@Suite("Answers from cells")
struct AnswerTests {
  static let list = SampleLists.list(
    "l", [("a", "A", ""), ("b", "B", ""), ("c", "C", ""), ("long_name", "D", "")])

  struct Case: Sendable, CustomTestStringConvertible {
    let kind: Question.Kind
    let entry: String
    let cell: String?
    var testDescription: String { "\(kind) from '\(entry)'" }
    init(_ kind: Question.Kind, _ entry: String, _ cell: String?) {
      (self.kind, self.entry, self.cell) = (kind, entry, cell)
    }
  }

  static func read(_ entry: String, _ kind: Question.Kind) throws(AnswerProblem) -> Answer? {
    try Question(name: "q", kind: kind).answer(from: entry, in: list)
  }

  @Test(
    "An entry becomes an answer of the question's kind",
    arguments: [
      Case(.text, "A text", "A text"), Case(.text, " two\nlines ", " two\nlines "), Case(.text, "", nil),
      Case(.text, "  \t\n", nil), Case(.text, "\u{A0}", nil), Case(.integer, " 12 ", "12"),
      Case(.integer, "-3", "-3"), Case(.integer, "007", "7"), Case(.integer, " ", nil),
      Case(.decimal, "2.50", "2.50"), Case(.decimal, "-.5", "-.5"), Case(.decimal, "12", "12"),
      Case(.date, "2018-11-09", "2018-11-09"), Case(.date, " 2016-02-29", "2016-02-29"),
      Case(.time, "16:30", "16:30:00"), Case(.time, "16:30:07", "16:30:07"),
      Case(.time, "16:30:07.250", "16:30:07"), Case(.time, "16:30:07.250+03:00", "16:30:07"),
      Case(.time, "16:30:07Z", "16:30:07"),
      Case(.dateTime, "2018-11-09T16:30:00.000+03:00", "2018-11-09T16:30:00.000+03:00"),
      Case(.dateTime, "2018-11-09T16:30Z", "2018-11-09T16:30Z"), Case(.selectOne("l"), " b ", "b"),
      Case(.selectMultiple("l"), "c  a\tc", "a c"), Case(.selectMultiple("l"), "\n", nil),
      Case(.acknowledge, "OK", "OK"), Case(.calculate, " ", " "), Case(.hidden, "x", "x"),
      Case(.metadata(.start), "2018-11-09T16:30:00Z", "2018-11-09T16:30:00Z"), Case(.note, "", nil),
    ])
  func taken(_ example: Case) throws {
    let answer = try Self.read(example.entry, example.kind)
    #expect(answer?.cell == example.cell)
    if let answer { #expect(try Self.read(answer.cell, example.kind) == answer) }
  }

  @Test(
    "A date and time without a zone is of the clock of who fills the form",
    arguments: [
      (0, "2018-11-09 16:30", "2018-11-09T16:30Z"),
      (10_800, "2018-11-09 16:30:07", "2018-11-09T16:30:07+03:00"),
      (-12_600, " 2018-11-09T16:30 ", "2018-11-09T16:30-03:30"),
      (3600, "2018-11-09T16:30Z", "2018-11-09T16:30Z"),
      (3600, "2018-11-09T16:30:00.000-05:00", "2018-11-09T16:30:00.000-05:00"),
    ])
  func clocks(offset: Int, entry: String, cell: String) throws {
    let session = FormSession(
      Sample.questionnaire([Sample.ask("q", .dateTime)]), id: "", startedAt: Instant(secondsSinceEpoch: 0),
      localOffset: offset)
    #expect(try session.answer(from: entry, at: "q")?.cell == cell)
    #expect(throws: AnswerProblem.self) { try session.answer(from: "2018-11-09 25:30", at: "q") }
  }

  @Test(
    "Where a month or a year is asked, its first day is kept; a day is taken as it is",
    arguments: [
      ("month-year", "2018-11", "2018-11-01"), ("month-year", " 2018-02 ", "2018-02-01"),
      ("month-year", "2018-11-09", "2018-11-09"), ("w1 year", "2018", "2018-01-01"),
      ("year", "2018-11-09", "2018-11-09"),
    ])
  func parts(appearance: String, entry: String, cell: String) throws {
    let question = Question(
      name: "q", kind: .date, appearance: Set(appearance.split(separator: " ").map(String.init)))
    #expect(try question.answer(from: entry)?.cell == cell)
  }

  @Test(
    "What is no month and no year is refused, and neither is taken for a day",
    arguments: [
      ("month-year", "2018-13", "'2018-13' is no month; write year-month, such as 2018-11"),
      ("month-year", "2018", "'2018' is no month; write year-month, such as 2018-11"),
      ("month-year", "2018-11-31", "'2018-11-31' is no month; write year-month, such as 2018-11"),
      ("year", "18", "'18' is no year; write four digits, such as 2018"),
      ("year", "2018-11", "'2018-11' is no year; write four digits, such as 2018"),
      ("", "2018-11", "'2018-11' is no date; write year-month-day, such as 2018-11-09"),
    ])
  func noParts(appearance: String, entry: String, message: String) {
    #expect {
      _ = try Question(name: "q", kind: .date, appearance: [appearance]).answer(from: entry)
    } throws: {
      "\($0)" == message
    }
  }

  @Test(
    "What is no answer is refused in whole words",
    arguments: [
      (.integer, "12.5", "'12.5' is no whole number; write digits alone, such as 12"),
      (.integer, "4.0", "'4.0' is no whole number; write digits alone, such as 12"),
      (.integer, "1 000", "'1 000' is no whole number; write digits alone, such as 12"),
      (.decimal, "2,5", "'2,5' is no number; write digits, with a point for decimals, such as 2.5"),
      (.decimal, "1e3", "'1e3' is no number; write digits, with a point for decimals, such as 2.5"),
      (.decimal, ".", "'.' is no number; write digits, with a point for decimals, such as 2.5"),
      (.decimal, "1.2.3", "'1.2.3' is no number; write digits, with a point for decimals, such as 2.5"),
      (.date, "2018-02-29", "the calendar has no '2018-02-29'; write year-month-day, such as 2018-11-09"),
      (.date, "9 Nov 2018", "'9 Nov 2018' is no date; write year-month-day, such as 2018-11-09"),
      (.date, "2024-02-30", "the calendar has no '2024-02-30'; write year-month-day, such as 2018-11-09"),
      (
        .integer, "12345678901234567890",
        "'12345678901234567890' is too large; write a number between -9223372036854775808 and 9223372036854775807"
      ),
      (.time, "25:00", "'25:00' is no time; write hours:minutes, such as 16:30"),
      (.time, "16:30.half", "'16:30.half' is no time; write hours:minutes, such as 16:30"),
      (.time, "16:30:00.", "'16:30:00.' is no time; write hours:minutes, such as 16:30"),
      (
        .dateTime, "2018-11-09 16:30",
        "'2018-11-09 16:30' is no date and time; write them with a zone, such as 2018-11-09T16:30:00Z"
      ),
      (
        .dateTime, "2018-11-09T16:30:00.quarterZ",
        "'2018-11-09T16:30:00.quarterZ' is no date and time; write them with a zone, such as 2018-11-09T16:30:00Z"
      ),
      (
        .dateTime, "2018-11-09T16:30Z03:00",
        "'2018-11-09T16:30Z03:00' is no date and time; write them with a zone, such as 2018-11-09T16:30:00Z"
      ),
      (
        .selectOne("l"), "long_nam",
        "'long_nam' is no choice of the list 'l'; did you mean 'long_name'?"
      ),
      (.selectOne("l"), "a b", "'a b' is no choice of the list 'l'; use one of the names in it"),
      (.selectMultiple("l"), "a zzz", "'zzz' is no choice of the list 'l'; use one of the names in it"),
      (.acknowledge, "yes", "'yes' is no tick; write OK, or leave it empty"),
      (.note, "x", "nobody is asked this question, so it takes no answer; leave it out"),
      (.text, "a\0b", "the text has a NUL character, which no CSV file can hold; take it out"),
    ] as [(Question.Kind, String, String)])
  func refused(kind: Question.Kind, entry: String, message: String) {
    #expect {
      _ = try Self.read(entry, kind)
    } throws: { "\($0)" == message }
  }

  @Test("A cell that an answer writes is read back as that answer", arguments: 0..<400 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for kind in Self.kinds {
      let entry = random.entry(kind)
      let answer: Answer?
      do { answer = try Self.read(entry, kind) } catch { continue }
      guard let answer else { continue }
      #expect(try Self.read(answer.cell, kind) == answer, "\(kind) '\(entry)'")
    }
  }

  @Test("What is written at random as an answer is one", arguments: 0..<200 as Range<UInt64>)
  func wellFormed(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for kind in Self.kinds {
      let entry = random.wellFormedEntry(kind)
      #expect(try Self.read(entry, kind) != nil, "\(kind) '\(entry)'")
    }
  }

  static let kinds: [Question.Kind] = [
    .text, .integer, .decimal, .date, .time, .dateTime, .selectOne("l"), .selectMultiple("l"), .acknowledge,
  ]
}

extension SeededRandom {
  /// A text made of what matters to numbers, dates, choices and files.
  mutating func text(upTo length: Int, of pieces: [String] = Self.pieces) -> String {
    (0..<Int.random(in: 0...length, using: &self)).map { _ in pieces.randomElement(using: &self) ?? "" }
      .joined()
  }

  private static let pieces = [
    "0", "1", "2", "9", "12", "-", "+", ".", ":", "T", "Z", " ", "\t", "\n", "\r\n", ",", "\"", "a", "b", "c",
    "é",
    "e\u{301}", "中", "م", "🇰🇪", "\u{200F}", "\u{1B}", "2018", "-11-", "09", "16:30", "+03:00", "OK",
  ]

  /// An entry that is often no answer.
  mutating func entry(_ kind: Question.Kind) -> String {
    Bool.random(using: &self) ? text(upTo: 6) : wellFormedEntry(kind)
  }

  /// An entry that is an answer.
  mutating func wellFormedEntry(_ kind: Question.Kind) -> String {
    let names = ["a", "b", "c", "long_name"]
    switch kind {
    case .integer: return String(Int.random(in: -1_000_000...1_000_000, using: &self))
    case .decimal:
      let whole = Int.random(in: -1000...1000, using: &self)
      return "\(whole).\(Int.random(in: 0...999, using: &self))"
    case .date: return "20\(two(0...99))-\(two(1...12))-\(two(1...28))"
    case .time: return "\(two(0...23)):\(two(0...59))"
    case .dateTime: return "20\(two(0...99))-\(two(1...12))-\(two(1...28))T\(two(0...23)):\(two(0...59))Z"
    case .selectOne: return names.randomElement(using: &self) ?? "a"
    case .selectMultiple:
      return (0...Int.random(in: 0...4, using: &self)).map { _ in names.randomElement(using: &self) ?? "a" }
        .joined(separator: " ")
    case .acknowledge: return "OK"
    default: return "x" + text(upTo: 8)
    }
  }

  private mutating func two(_ range: ClosedRange<Int>) -> String {
    let number = Int.random(in: range, using: &self)
    return number < 10 ? "0\(number)" : String(number)
  }
}
