import CSV
import SampleForms
import Survey
import TerminalForm

/// One script of answers, and how a person gives it through each door.
struct DoorScript {
  /// What is said at a stop.
  enum Saying: Hashable {
    case nothing, notApplicable
    /// How often a repeat group is given.
    case count(Int)
    case answer(Answer)
  }

  /// The form as the script leaves it.
  private(set) var session: FormSession
  /// Where a person stops, and what they say there, with the choices that are offered then.
  private(set) var steps: [(stop: Outline.Stop, saying: Saying, offered: [Choice.Name])] = []

  /// Writes a script: at each stop of the walk that the answers before it make.
  init(_ form: Questionnaire, saying: (FormSession, Question?, Outline.Stop) -> Saying) {
    session = FormSession(form)
    var seen: Set<Outline.Stop> = []
    while let stop = session.outline.stops.first(where: { !seen.contains($0) }) {
      seen.insert(stop)
      var question: Question?
      if case .question(let address) = stop {
        question = form.question(address.question)
        if question?.isAsked != true { continue }
      }
      let address = question.flatMap { _ in if case .question(let address) = stop { address } else { nil } }
      let said = saying(session, question, stop)
      steps.append((stop, said, address.map { session.choices(at: $0).map(\.name) } ?? []))
      let event: FormEvent? =
        switch (stop, said) {
        case (.question(let address), .answer(let answer)): .answer(address, answer)
        case (.question(let address), .notApplicable): .notApplicable(address)
        case (.repeats(let path), .count(let count)): .repeats(path, count)
        default: nil
        }
      if let event { _ = try? session.apply(event) }
    }
  }

  // MARK: - Line by line

  /// What is typed at each prompt, and at the menu of the review.
  var lines: [ScriptedTerminal.Act] {
    let places = steps.map(\.stop)
    return steps.indices.flatMap { lines(steps[$0]) + returns(behind: $0, of: places) } + ["1"]
  }

  /// Enter at each list that one comes back to on the way to the next step.
  private func returns(behind step: Int, of places: [Outline.Stop]) -> [ScriptedTerminal.Act] {
    let next = step + 1 < places.count ? places[step + 1] : nil
    var acts: [ScriptedTerminal.Act] = []
    var place: Outline.Stop? = places[step]
    if case .repeats = places[step] { return [] }
    place = places.next(after: places[step])
    var inside = places[step]
    while case .repeats(let path)? = place, place != next, acts.count < 20 {
      acts.append("")
      let number = (inside.number(in: path) ?? 0) + 1
      inside = .repeats(path)
      place = places.first { $0.number(in: path) == number } ?? places.next(behind: path)
    }
    return acts
  }

  private func lines(_ step: (stop: Outline.Stop, saying: Saying, offered: [Choice.Name]))
    -> [ScriptedTerminal.Act]
  {
    let isLong =
      if case .question(let address) = step.stop {
        session.questionnaire.question(address.question)?.isLong == true
      } else { false }
    switch step.saying {
    case .nothing: return [.init(isLong ? "." : "")]
    case .notApplicable: return ["..", "10"]
    case .count(let count): return [.init(String(count))]
    case .answer(.text(let text)) where isLong:
      return text.split(separator: "\n", omittingEmptySubsequences: false).map { .init(String($0)) } + ["."]
    case .answer(.acknowledged): return ["1"]
    case .answer(let answer):
      if answer.choices.isEmpty { return [.init(answer.cell)] }
      return [
        .init(
          answer.choices.compactMap(step.offered.firstIndex).map { String($0 + 1) }.joined(separator: " "))
      ]
    }
  }

  // MARK: - Full screen

  /// Presses what a person presses, to the receipt.
  func press(at script: inout ScreenScript) -> FormOutcome? {
    for step in steps {
      Self.goOn(to: step.stop, at: &script)
      guard script.screen.place == step.stop else { return nil }
      switch step.saying {
      case .nothing: break
      case .notApplicable: script.press("<F7>")
      case .count(let count): script.press(String(count))
      case .answer(.text(let text)): _ = script.press(.paste(text))
      case .answer(.acknowledged): script.press("<Space>")
      case .answer(let answer):
        if answer.choices.isEmpty { script.press(answer.cell) }
        for choice in answer.choices.compactMap(step.offered.firstIndex) {
          script.press(String(choice + 1) + (step.offered.count > 9 ? "<Space>" : ""))
        }
      }
      script.press("<Tab>")
      // What is to be looked at is told once.
      if script.screen.place == step.stop { script.press("<Tab>") }
    }
    Self.goOn(to: nil, at: &script)
    return script.press("<End><Enter>")
  }

  /// Goes on at the lists that one comes back to.
  private static func goOn(to stop: Outline.Stop?, at script: inout ScreenScript) {
    for _ in 0..<20 where script.screen.place != stop {
      guard case .repeats = script.screen.place else { return }
      script.press("<Tab>")
    }
  }

  // MARK: - From a file

  /// The answers file.
  func file() throws -> String {
    var writer = CSVWriter()
    try writer.append(record: ["name", "value", "state"])
    for step in steps {
      guard case .question(let address) = step.stop else { continue }
      switch step.saying {
      case .answer(let answer): try writer.append(record: [address.description, answer.cell, ""])
      case .notApplicable: try writer.append(record: [address.description, "", "not_applicable"])
      case .nothing, .count: break
      }
    }
    return String(decoding: writer.takeBytes(), as: UTF8.self)
  }
}
