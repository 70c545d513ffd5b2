package import Calendar
package import Chance
package import Survey

/// Questionnaires and responses that look random and are the same for the same seed.
package struct Random {
  package var source: SeededRandom

  package init(seed: UInt64) { source = SeededRandom(seed: seed) }

  package mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &source) }

  package mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  package mutating func one<Element>(of elements: [Element]) -> Element {
    elements[number(0...elements.count - 1)]
  }

  /// A text of the signs that matter to CSV, to line ends and to UTF-8; never blank, which is no answer.
  package mutating func text() -> String {
    let signs: [Unicode.Scalar] = [
      "a", "Z", "0", " ", "\t", ",", ",", "\"", "\"", "\n", "\r", ";", "'", "/", "é", "\u{301}", "م", "中",
      "\u{FEFF}", "\u{2028}", "🇰", "\u{10FFFF}", "\u{1}",
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<number(1...12) { text.append(one(of: signs)) }
    // By characters: a space that bears an accent is white space too.
    return String(text).allSatisfy(\.isWhitespace) ? "b" + String(text) : String(text)
  }

  package mutating func id() -> Response.ID { .random(using: &source) }

  package mutating func instant() -> Instant { Instant(secondsSinceEpoch: number(0...4_000_000_000)) }
}

// MARK: - Questionnaires

extension Random {
  /// A form with questions of all kinds, groups, and repeat groups in repeat groups; some of its names are
  /// those of metadata columns.
  package mutating func questionnaire() -> Questionnaire {
    var names = [
      "submitted_by", "source", "key", "parent_key", "not_asked", "unknown", "supersedes", "a", "b.c", "d-e",
      "_f",
    ].shuffled(using: &source)
    let list = ChoiceList(
      name: "colours",
      choices: (0..<number(1...9)).map { Choice(name: Choice.Name("c\($0)"), label: LocalizedText()) })
    return Questionnaire(
      id: "form", version: one(of: ["", "1", "2018, \"final\""]), title: LocalizedText(),
      languages: [.unnamed], defaultLanguage: .unnamed, items: items(depth: 0, names: &names), lists: [list])
  }

  private mutating func items(depth: Int, names: inout [String]) -> [Item] {
    (0..<number(1...5)).map { _ in
      let unique = "q\(names.count)_\(source.next() % 1_000_000)"
      if depth < 3, chance(30) {
        return .group(
          Group(
            name: Group.Name("g_" + unique), repetition: chance(60) ? .free : .once,
            items: items(depth: depth + 1, names: &names)))
      }
      let name = chance(40) ? names.popLast() ?? unique : unique
      return .question(Question(name: Question.Name(name), kind: kind(of: name), isReadOnly: false))
    }
  }

  private mutating func kind(of name: String) -> Question.Kind {
    if name == "submitted_by" { return .text }
    return one(of: [
      .text, .integer, .decimal, .date, .time, .dateTime, .selectOne("colours"), .selectMultiple("colours"),
      .rank("colours"), .acknowledge, .note, .calculate, .hidden, .metadata(.start),
    ])
  }
}

// MARK: - Responses

extension Random {
  package mutating func response(to questionnaire: Questionnaire, supersedes: [Response.ID] = []) -> Response
  {
    let answers = answers(of: nil, in: questionnaire)
    let asksWhoSubmits = questionnaire.columns().contains { $0.name == "submitted_by" }
    let submitter = asksWhoSubmits ? answers["submitted_by"].answer?.cell ?? "" : chance(50) ? text() : ""
    return Response(
      id: id(), formID: questionnaire.id, formVersion: questionnaire.version,
      source: one(of: Response.Source.allCases), startedAt: chance(70) ? instant() : nil,
      submittedAt: chance(70) ? instant() : nil, submittedBy: submitter,
      supersedes: supersedes.isEmpty || chance(50) ? nil : one(of: supersedes), answers: answers)
  }

  private mutating func answers(of group: Group.Name?, in questionnaire: Questionnaire) -> Response.Answers {
    var answers = Response.Answers()
    for question in questionnaire.columns(of: group) {
      answers.states[question.name] = state(of: question, in: questionnaire)
    }
    for inner in questionnaire.repeatGroups(directlyIn: group) {
      let count = number(0...3)
      if count > 0 {
        answers.repeats[inner.name] = (0..<count).map { _ in self.answers(of: inner.name, in: questionnaire) }
      }
    }
    return answers
  }

  private mutating func state(of question: Question, in questionnaire: Questionnaire) -> AnswerState {
    switch number(0...9) {
    case 0: .blank
    case 1: .notApplicable
    case 2: .unknown
    case 3: .notAsked
    default: .answered(answer(to: question, in: questionnaire))
    }
  }

  package mutating func answer(to question: Question, in questionnaire: Questionnaire) -> Answer {
    let choices = questionnaire.choices(of: question)?.choices.map(\.name) ?? []
    switch question.kind {
    case .integer: return .integer(number(-1_000_000...1_000_000))
    case .decimal: return .decimal(DecimalNumber("-\(number(0...99)).\(number(0...99))0") ?? zero)
    case .date: return .date(instant().date)
    case .time: return .time(instant().time)
    case .dateTime: return .dateTime(ZonedTime("\(instant().date)T10:14:00.000+03:00") ?? midnight)
    case .selectOne: return .one(one(of: choices))
    case .selectMultiple:
      let chosen = choices.filter { _ in chance(50) }
      return .several(chosen.isEmpty ? [choices[0]] : chosen)
    case .rank: return .ranked(choices.shuffled(using: &source))
    case .acknowledge: return .acknowledged
    case .metadata: return .text("m" + String(number(0...99)))
    case .text, .note, .calculate, .hidden: return .text(text())
    }
  }

  private var zero: DecimalNumber { DecimalNumber("0") ?? { preconditionFailure("0 is a number") }() }
  private var midnight: ZonedTime {
    ZonedTime("1970-01-01T00:00:00Z") ?? { preconditionFailure("1970 is a time") }()
  }
}
