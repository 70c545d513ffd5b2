import Calendar
import Chance
import Survey

/// A form that was filled at random, with answers to questions that are asked.
struct Filled {
  let questionnaire: Questionnaire
  let cells: [Address: String]

  init(_ questionnaire: Questionnaire, seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var session = FormSession(
      questionnaire, id: "", startedAt: Instant(secondsSinceEpoch: 1_541_750_400))
    let share = Double.random(in: 0.2...1, using: &random)
    for group in questionnaire.repeatGroups {
      if case .free = group.repetition, questionnaire.repeatsAround(group.name).isEmpty {
        _ = try? session.apply(.repeats(RepeatPath(group.name), Int.random(in: 0...3, using: &random)))
      }
    }
    var seen: Set<Address> = []
    while let address = session.outline.asked.first(where: { !seen.contains($0) }) {
      seen.insert(address)
      guard session.isRequired(address) || Double.random(in: 0..<1, using: &random) < share,
        let answer = random.answer(to: address, in: session)
      else { continue }
      _ = try? session.apply(.answer(address, answer))
    }
    // What became necessary through later answers, and what broke a rule.
    for _ in 0..<5 {
      for (address, _) in session.review.blocking {
        if let answer = random.answer(to: address, in: session) {
          _ = try? session.apply(.answer(address, answer))
        }
      }
    }
    var cells: [Address: String] = [:]
    for address in session.outline.asked { cells[address] = session.entries[address]?.answer?.cell }
    self.questionnaire = questionnaire
    self.cells = cells
  }
}

extension SeededRandom {
  /// An answer that keeps the rules, most of the time.
  fileprivate mutating func answer(to address: Address, in session: FormSession) -> Answer? {
    guard let question = session.questionnaire.question(address.question) else { return nil }
    switch question.kind {
    case .text: return .text(text(isLong: question.isLong))
    case .integer: return .integer(Int.random(in: 1...3, using: &self))
    case .decimal:
      return DecimalNumber(["2.50", "0", "1200.75"].randomElement(using: &self) ?? "1").map { .decimal($0) }
    case .date:
      return .date(CalendarDate(daysSinceEpoch: Int.random(in: 17_000...17_800, using: &self)))
    case .time: return TimeOfDay("16:30").map { .time($0) }
    case .dateTime: return ZonedTime("2018-11-09T16:30:00Z").map { .dateTime($0) }
    case .selectOne: return session.choices(at: address).randomElement(using: &self).map { .one($0.name) }
    case .selectMultiple:
      let all = session.choices(at: address)
      let some = all.filter { _ in Bool.random(using: &self) }
      let chosen = some.isEmpty ? Array(all.prefix(1)) : some
      return chosen.isEmpty ? nil : .several(chosen.map(\.name))
    case .acknowledge: return .acknowledged
    default: return nil
    }
  }

  /// A text of people: some are like options, numbers or labels.
  private mutating func text(isLong: Bool) -> String {
    let parts = [
      "Yes", "No", "Academia", "9 November 2018", "4. The working group met",
      "https://example.org/a?b=1&c=(2)",
      "Réunion ministérielle, à Genève", "¿Qué países? Todos", "1, 3, 9-10", "(x) training",
      "the Chair's “summary”",
      "see question 4", "not yet", "مراكش", "日本", "a [draft] text", "UN DESA / IOM", "x",
    ]
    let count = Int.random(in: 1...(isLong ? 12 : 3), using: &self)
    let words = (0..<count).map { _ in parts.randomElement(using: &self) ?? "" }
    guard isLong else { return words.joined(separator: " ") }
    return words.joined(separator: Bool.random(using: &self) ? "\n" : "; ")
  }
}
