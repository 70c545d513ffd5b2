import CSV
import Calendar
import ResponseFiles
import SampleForms
import Survey
import TerminalForm
import Testing

@Suite("The full screen beside the line form and an answers file")
struct ScreenDoorTests {
  /// The response of one script through each door, and what stood in the form then.
  static func responses(to script: DoorScript) throws -> [Response] {
    let form = script.session.questionnaire
    var screen = ScreenScript(FormSession(form))
    let pressed = script.press(at: &screen)
    #expect(
      pressed == .submitted, "at \(screen.screen.place.map { "\($0)" } ?? "the review"): \(screen.picture())")
    let line = FormSession(form).filled(by: script.lines)
    #expect(line.outcome == .submitted, "\(line.transcript.suffix(500))")
    var file = FormSession(form)
    try file.enter(AnswersFile(CSVReader(script.file())))
    for session in [screen.screen.session, line.session, file] {
      #expect(session.entries == script.session.entries)
      #expect(session.unfinished.isEmpty)
    }
    let submitter = file.entries["submitted_by"]?.answer?.cell ?? ""
    let read = try file.response(
      source: .line, submittedAt: Instant(secondsSinceEpoch: 1_541_758_473), submittedBy: submitter)
    return screen.desk.responses + line.desk.responses + [read]
  }

  static func saying(_ random: inout Script, _ session: FormSession, _ question: Question?)
    -> DoorScript.Saying
  {
    // A file says how often a group is repeated by the answers in it: no repeat stays without one.
    guard let question else { return .count(1 + random.number(below: 2)) }
    let isRepeated = session.questionnaire.placed(question.name)?.repeats.isEmpty == false
    // A default stands there already: on the screen it is edited, in a line it is replaced.
    if question.defaultValue != nil { return .nothing }
    let isNeeded = if case .never = question.requirement { isRepeated } else { true }
    if !isNeeded, random.number(below: 5) == 0 { return .nothing }
    if !isNeeded, random.number(below: 8) == 0 { return .notApplicable }
    return answer(&random, to: question, session).map { .answer($0) } ?? .nothing
  }

  private static func answer(_ random: inout Script, to question: Question, _ session: FormSession) -> Answer?
  {
    let words = ["One", "état", "中文，", "الأجوبة", "9", "a, \"b\"", "x"]
    switch question.kind {
    case .selectOne, .selectMultiple: return choice(&random, of: question, session)
    case .integer: return .integer(1 + random.number(below: question.name == "event_count" ? 2 : 200))
    case .acknowledge: return .acknowledged
    case .text:
      let line = random.text(of: words, upTo: 4) + "."
      return .text(question.isLong ? "T" + line + "\n\n" + random.text(of: words, upTo: 4) + "!" : "1" + line)
    case .date: return try? question.answer(from: "2018-0\(1 + random.number(below: 9))-09")
    case .time: return try? question.answer(from: "1\(random.number(below: 10)):30")
    case .dateTime: return try? question.answer(from: "2018-11-0\(1 + random.number(below: 9))T10:00:00Z")
    case .decimal: return try? question.answer(from: "\(random.number(below: 100)).5")
    default: return nil
    }
  }

  private static func choice(_ random: inout Script, of question: Question, _ session: FormSession) -> Answer?
  {
    let offered = session.choices(at: Address(question.name)).map(\.name)
    if offered.isEmpty { return nil }
    if case .selectOne = question.kind { return .one(offered[random.number(below: offered.count)]) }
    let chosen = offered.filter { _ in random.number(below: 3) == 0 }
    return chosen.isEmpty ? nil : .several(chosen)
  }

  static func script(_ form: Questionnaire, seed: UInt64) -> DoorScript {
    var random = Script(seed: seed)
    return DoorScript(form) { session, question, _ in saying(&random, session, question) }
  }

  @Test("One script gives the same response through all three", arguments: 0..<40 as Range<UInt64>)
  func sample(seed: UInt64) throws {
    let responses = try Self.responses(to: Self.script(Sample.form, seed: seed))
    #expect(responses.count == 3)
    #expect(responses.allSatisfy { $0 == responses[0] })
  }

  @Test("On the form of 2018 they are stored as the same bytes", arguments: 0..<12 as Range<UInt64>)
  func review(seed: UInt64) throws {
    let responses = try Self.responses(to: Self.script(Review2018.form, seed: seed))
    #expect(responses.count == 3)
    var stored: Set<[UInt8]> = []
    for response in responses {
      let folder = try ScreenFolder()
      let file = ResponseFolder(path: folder.path, questionnaire: Review2018.form)
      try file.append([response])
      let bytes = try #require(contents(of: file.file())).utf8
      #expect(bytes.count > 1000)
      stored.insert(Array(bytes))
    }
    #expect(stored.count == 1)
  }
}
