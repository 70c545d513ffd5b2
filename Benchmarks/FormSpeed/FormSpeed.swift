import Calendar
import Glibc
import Messages
import SampleForms
import Survey
import TerminalForm
import XLSForm

/// How long a large form takes to load, to open, to take an answer, and to draw after a key.
///
/// `form-speed --write large|extreme` writes such a form; `form-speed FILE` measures one. `form-speed FILE QUESTION`
/// gives the answer to one question again and again, for a profiler to look at.
@main
struct FormSpeed {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch (arguments.first, arguments.dropFirst().first) {
    case ("--write", "large"): print(LargeForm(.large).text, terminator: "")
    case ("--write", "extreme"): print(LargeForm(.extreme).text, terminator: "")
    case (let path?, nil): try measure(path)
    case (let path?, let question?): try measure(path, onlyAnswerTo: Question.Name(question))
    default: print("usage: form-speed --write large|extreme; form-speed FORM.csv [QUESTION]")
    }
  }

  static func measure(_ path: String) throws {
    var questionnaire = try XLSForm.load(path: path).questionnaire
    let form = questionnaire
    let expressions = form.placed.reduce(0) { $0 + $1.question.expressionCount }
    print("\(path): \(form.placed.count) questions, \(expressions) expressions")
    report(
      "load",
      try (0..<7).map { _ in
        try time { questionnaire = try XLSForm.load(path: path).questionnaire }
      })
    var session = opened(form)
    report("open a session", (0..<7).map { _ in time { session = opened(form) } })

    try answers("first answers", form.sampleAnswers(), in: &session)
    try screen(session)
    try answers("other answers", form.sampleAnswers(other: true), in: &session)
    for group in form.repeatGroups.prefix(3) where form.repeatsAround(group.name).isEmpty {
      _ = try? session.apply(.repeats(RepeatPath(group.name), 1_000))
    }
    try answers("answers with 3 repeat groups of 1000", form.sampleAnswers(), in: &session)
    report("review", (0..<7).map { _ in time { _ = session.review } })
    report("undo, each", try (0..<200).map { _ in try time { try session.apply(.undo) } })
  }

  /// How long the answer to one question takes, after those to all questions before it.
  static func measure(_ path: String, onlyAnswerTo question: Question.Name) throws {
    var session = opened(try XLSForm.load(path: path).questionnaire)
    for event in session.questionnaire.sampleAnswers() {
      guard case .answer(let address, _) = event else { continue }
      if address.question != question {
        try session.apply(event)
        continue
      }
      var copy = session
      var times: [Duration] = []
      var spent = Duration.zero
      while times.count < 1_000, times.count < 3 || spent < .seconds(2) {
        copy = session
        times.append(try time { try copy.apply(event) })
        spent += times[times.count - 1]
      }
      report(question.text, times)
      return print("  \(copy.outline.evaluations) expressions")
    }
    print("no question '\(question)' to which this answers")
  }

  /// How long each of some answers takes in its place in the row: the median of several rows that begin alike, as one
  /// row may meet what else the machine does.
  static func answers(_ what: String, _ events: [FormEvent], in session: inout FormSession) throws {
    let runs = try (0..<7).map { _ in
      var copy = session
      let times = try events.map { event in try time { try copy.apply(event) } }
      return (times, copy)
    }
    let medians = events.indices.map { place in runs.map { $0.0[place] }.sorted()[runs.count / 2] }
    report("\(what), each, median of \(runs.count) rows", medians)
    for place in medians.indices.sorted(by: { medians[$0] > medians[$1] }).prefix(3) {
      guard case .answer(let address, _) = events[place] else { continue }
      print("    \(address.question.text), number \(place + 1): \(medians[place].milliseconds) ms")
    }
    if let last = runs.last { session = last.1 }
  }

  static func screen(_ session: FormSession) throws {
    let form = session.questionnaire
    let words = FormText(form, in: form.defaultLanguage, say: Interface(.english))
    let desk = FormDesk(
      record: { _ in }, submit: { _ in .init(receipt: .init(for: .init("x")), copy: "") },
      now: { Instant(secondsSinceEpoch: 0) }, resumeCommand: "", scratchPath: nil, source: .form)
    var screen = FormScreen(session, words: words, desk: desk)
    _ = screen.draw()
    var times: [String: [Duration]] = [:]
    func press(_ key: Key, _ name: String) {
      times[name, default: []].append(
        time {
          _ = screen.press(key)
          _ = screen.draw()
        })
    }
    for _ in 0..<300 {
      press(.text("1"), "1")
      press(.text("2"), "2")
      press(.text(" "), "Space")
      press(.down, "Down")
      press(.tab, "Tab")
    }
    for _ in 0..<20 {
      press(.function(4), "F4 takes back")
      press(.function(9), "F9 opens the review")
      press(.down, "Down in the review")
      press(.backTab, "Shift-Tab in the review")
      press(.escape, "Esc opens the menu")
      press(.down, "Down in the menu")
      press(.enter, "Enter opens the list of questions")
      press(.text("8"), "8 in the list of questions")
      press(.enter, "Enter goes to a question")
    }
    for (name, times) in times.sorted(by: { $0.key < $1.key }) {
      report("key \(name), with its picture", times)
    }
  }

  static func opened(_ form: Questionnaire) -> FormSession {
    FormSession(
      form, id: .init("uuid:00000000-0000-4000-8000-000000000000"),
      startedAt: Instant(secondsSinceEpoch: 1_541_721_600))
  }

  /// The time of the processor, so that what else the machine does counts less.
  static func time(_ work: () throws -> Void) rethrows -> Duration {
    let start = processorTime
    try work()
    return processorTime - start
  }

  private static var processorTime: Duration {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  static func report(_ what: String, _ times: [Duration]) {
    let sorted = times.sorted()
    guard let first = sorted.first, let last = sorted.last else { return }
    let parts = [
      ("least", first), ("median", sorted[sorted.count / 2]), ("99 %", sorted[sorted.count * 99 / 100]),
      ("most", last),
    ]
    print("  \(what): " + parts.map { "\($0.0) \($0.1.milliseconds) ms" }.joined(separator: ", "))
  }
}

extension Duration {
  /// In milliseconds, to the microsecond.
  var milliseconds: String {
    let microseconds = components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
    let fraction = String(microseconds % 1_000)
    return "\(microseconds / 1_000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
  }
}

extension Question {
  var expressionCount: Int {
    var count = [relevant, constraint?.expression, calculation, choiceFilter].count { $0 != nil }
    if case .when = requirement { count += 1 }
    return count
  }
}

extension Questionnaire {
  /// An answer to each question that stands in no repeat.
  func sampleAnswers(other: Bool = false) -> [FormEvent] {
    placed.filter { $0.repeats.isEmpty && $0.question.isAsked }.compactMap { placed in
      sampleAnswer(to: placed.question, other: other).map { .answer(Address(placed.question.name), $0) }
    }
  }

  /// An answer of the question's kind.
  func sampleAnswer(to question: Question, other: Bool = false) -> Answer? {
    let choices = choices(of: question)?.choices.map(\.name) ?? []
    switch question.kind {
    case .text: return .text(other ? "no" : "yes")
    case .integer: return .integer(other ? 3 : 60)
    case .decimal: return DecimalNumber(other ? "1.5" : "70.5").map { .decimal($0) }
    case .date: return CalendarDate(year: 2018, month: 11, day: other ? 1 : 2).map { .date($0) }
    case .selectOne: return choices.isEmpty ? nil : .one(choices[other ? choices.count - 1 : 0])
    case .selectMultiple: return .several(other ? [choices[0]] : Array(choices.prefix(5)))
    case .acknowledge: return .acknowledged
    default: return nil
    }
  }
}
