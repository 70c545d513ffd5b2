import Chance
import SampleForms
import Survey
import Testing

@Suite("What follows from an answer is worked out anew as far as it hangs on it")
struct IncrementalTests {
  static let seeds = 0..<60 as Range<UInt64>

  @Test("After each event all is as if it were worked out from the beginning", arguments: seeds)
  func equalsFromTheBeginning(seed: UInt64) {
    play(seed.isMultiple(of: 5) ? Sample.form : TangledForm.questionnaire(seed: seed), seed)
  }

  @Test(
    "The same where most stands in repeats, and those that are blank share what is known of them",
    arguments: 0..<60 as Range<UInt64>)
  func equalsFromTheBeginningInRepeats(seed: UInt64) {
    play(TangledForm.questionnaire(seed: seed, inRepeats: true), seed, isRespondent: true)
  }

  @Test(
    "The same where conditions cannot be evaluated: the same is told of them",
    arguments: 100..<130 as Range<UInt64>)
  func equalsFromTheBeginningWithFaults(seed: UInt64) {
    play(
      TangledForm.questionnaire(seed: seed, inRepeats: seed.isMultiple(of: 2), hasFaults: true), seed)
  }

  private func play(_ form: Questionnaire, _ seed: UInt64, isRespondent: Bool = false) {
    var random = SeededRandom(seed: seed)
    var session = FormSession(
      form, id: "uuid:1", mode: seed.isMultiple(of: 3) && !isRespondent ? .transcriber : .respondent,
      startedAt: Moment.start)
    expectFresh(session, "\(seed): opened")
    var kept: [FormSession] = []
    for step in 0..<30 {
      let event = random.event(in: session)
      guard (try? session.apply(event)) != nil else { continue }
      expectFresh(session, "\(seed), step \(step): \(event)")
      if step.isMultiple(of: 8) { kept.append(session) }
      // A copy goes its own way, and neither sees the other.
      if step == 20, let earlier = kept.first {
        var branch = earlier
        _ = try? branch.apply(random.event(in: branch))
        expectFresh(branch, "\(seed): a branch")
      }
    }
    for earlier in kept { expectFresh(earlier, "\(seed): a copy that was kept") }
  }

  @Test(
    "A correction is as if it were worked out from the beginning, with the defaults of repeats that come",
    arguments: 0..<40 as Range<UInt64>)
  func correction(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let form = TangledForm.questionnaire(seed: seed, inRepeats: seed.isMultiple(of: 2))
    var session = FormSession(form, id: "uuid:1", mode: .transcriber, startedAt: Moment.start)
    for _ in 0..<30 { _ = try? session.apply(random.event(in: session)) }
    guard let response = try? session.response() else { return }
    var again = FormSession(form, id: "uuid:2", startedAt: Moment.start, correcting: response)
    for _ in 0..<20 {
      guard (try? again.apply(random.event(in: again))) != nil else { continue }
      expectFresh(again, "\(seed)")
    }
  }

  private func expectFresh(_ session: FormSession, _ comment: String) {
    let (found, expected) = (Everything(of: session), Everything(of: session.workedOutAnew))
    guard found != expected else { return }
    let lines = Set(found.lines).symmetricDifference(expected.lines).sorted()
    Issue.record("\(comment)\n\(lines.prefix(10).joined(separator: "\n"))")
  }
}

/// All that can be asked of a session, as lines.
private struct Everything: Equatable {
  let lines: [String]
  let response: Response?

  init(of session: FormSession) {
    let outline = session.outline
    var lines = [
      "asked \(outline.asked)", "walk \(outline.walk)", "stops \(outline.stops)",
      "review \(session.review)",
    ]
    for address in session.allAddresses {
      lines.append(
        "\(address): \(outline.standing(of: address)), \(outline.isAsked(address)), "
          + "\(outline.workedOut(address) ?? "-"), \(session.isRequired(address)), "
          + "\(session.choices(at: address).map(\.name.text)), \(session.issues(at: address))")
    }
    for group in session.questionnaire.repeatGroups {
      for number in 1...3 {
        let around = session.questionnaire.repeatsAround(group.name)
        let path = RepeatPath(group.name, in: around.map { Address.Repeat(group: $0, number: number) })
        lines.append("\(path): \(outline.count(of: path))")
      }
    }
    self.lines = lines
    response = try? session.response()
  }
}

extension FormSession {
  /// Every question in the first three of every repeat, there or not.
  fileprivate var allAddresses: [Address] {
    questionnaire.placed.flatMap { placed -> [Address] in
      var ways: [[Address.Repeat]] = [[]]
      for group in placed.repeats {
        ways = ways.flatMap { way in (1...3).map { way + [Address.Repeat(group: group, number: $0)] } }
      }
      return ways.map { Address(placed.question.name, in: $0) }
    }
  }
}

extension SeededRandom {
  /// An event that mostly can happen, at a question that others often hang on.
  fileprivate mutating func event(in session: FormSession) -> FormEvent {
    let address = session.allAddresses.randomElement(using: &self) ?? Address("none")
    switch Int.random(in: 0..<16, using: &self) {
    case 0: return .undo
    case 1: return .redo
    case 2: return .clear(address)
    case 3: return .notApplicable(address)
    case 4: return .unknown(address)
    case 5: return .typing(address, "1")
    case 6, 7:
      guard let group = session.questionnaire.repeatGroups.randomElement(using: &self) else { return .review }
      let around = session.questionnaire.repeatsAround(group.name)
      let repeats = around.map { Address.Repeat(group: $0, number: Int.random(in: 1...2, using: &self)) }
      return .repeats(RepeatPath(group.name, in: repeats), Int.random(in: 0...3, using: &self))
    default:
      guard let question = session.questionnaire.question(address.question) else { return .review }
      let list = session.questionnaire.choices(of: question)
      switch question.kind {
      case .selectOne:
        return .answer(address, .one(list?.choices.randomElement(using: &self)?.name ?? "none"))
      case .selectMultiple:
        return .answer(
          address, .several(list?.choices.prefix(Int.random(in: 1...3, using: &self)).map(\.name) ?? []))
      default: return .answer(address, .integer(Int.random(in: -1...4, using: &self)))
      }
    }
  }
}
