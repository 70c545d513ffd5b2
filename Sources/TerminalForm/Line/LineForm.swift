internal import Messages
public import Survey

/// The form line by line: for screen readers, plain terminals, pipes, and whoever likes it so.
///
/// Append-only, and without any escape byte. Every answer is recorded before the form goes on.
public struct LineForm<Terminal: LineTerminal> {
  /// The form as it stands.
  public internal(set) var session: FormSession
  var terminal: Terminal
  let words: FormText
  let desk: FormDesk
  private var shownPart: Int?
  private var shownGroups: [Group.Name] = []
  private var hasFailedToSubmit = false

  /// Opens a form at a terminal.
  ///
  /// - Parameters:
  ///   - session: The form as it stands: new, or a draft.
  ///   - terminal: Where the person is.
  ///   - words: The languages.
  ///   - desk: Where answers go.
  public init(_ session: FormSession, at terminal: Terminal, words: FormText, desk: FormDesk) {
    self.session = session
    self.terminal = terminal
    self.words = words
    self.desk = desk
  }

  /// Where the form goes from a question.
  enum Step: Equatable {
    case next
    case back
    case stay
    case go(Address)
    case review
    case leave
    case submit
    case end(bySignal: Int32)
  }

  /// Fills the form until it is submitted or left.
  ///
  /// - Returns: How it ended. What to do next has been said at the terminal.
  public mutating func run() -> FormOutcome {
    introduce()
    var place = session.position ?? session.outline.walk.first
    while true {
      if let position = place, !session.outline.walk.contains(position) { place = stop(after: position) }
      let step = place.map { visit($0) } ?? review()
      switch step {
      case .next: place = place.flatMap(stop(after:))
      case .back: place = place.flatMap(stop(before:)) ?? session.outline.walk.last
      case .stay: break
      case .go(let address): place = address
      case .review: place = nil
      case .leave: return leave()
      case .submit: if submit() { return .submitted }
      case .end(let signal):
        // The terminal of a SIGHUP is gone: nothing is written to it.
        if signal != hangUp { line(words.say(.savedNotSubmitted)) }
        return .ended(bySignal: signal)
      }
    }
  }

  private mutating func introduce() {
    line(words.text(words.questionnaire.title))
    line(
      words.say(
        .formLength,
        [
          "questions": String(words.numbering.total),
          "parts": String(max(1, words.numbering.partTitles.count)),
        ]))
    line(words.say(.stopAnyTime))
    line(words.say(.howToMenu))
    for group in words.questionnaire.repeatGroups {
      if case .free = group.repetition {
        line(words.say(.repeatsElsewhere, ["title": words.text(group.wording.label)]))
      }
    }
  }

  private mutating func leave() -> FormOutcome {
    line(words.say(.savedNotSubmitted))
    line(words.say(.toGoOn, ["command": desk.resumeCommand]))
    return hasFailedToSubmit ? .notSubmitted : .left
  }

  // MARK: - The way through the form

  private func stop(after address: Address) -> Address? {
    let ordered = session.inFormOrder(session.outline.walk + [address])
    guard let place = ordered.firstIndex(of: address) else { return nil }
    return ordered[place...].first { $0 != address }
  }

  private func stop(before address: Address) -> Address? {
    let ordered = session.inFormOrder(session.outline.walk + [address])
    guard let place = ordered.firstIndex(of: address) else { return nil }
    return ordered[..<place].last { session.questionnaire.question($0.question)?.isAsked == true }
  }

  private mutating func visit(_ address: Address) -> Step {
    guard let question = session.questionnaire.question(address.question) else { return .next }
    announceGroups(around: address)
    if question.kind == .note {
      line("")
      line(words.label(of: question))
      return .next
    }
    _ = perform(.stand(address))
    return ask(question, at: address)
  }

  /// Says which part and which compound question come, where they are others than before.
  private mutating func announceGroups(around address: Address) {
    let part = words.numbering.part(of: address.question)
    let groups = session.questionnaire.placed(address.question)?.groups ?? []
    if let part, part != shownPart {
      line("")
      line(
        words.say(
          .part,
          [
            "part": String(part), "parts": String(words.numbering.partTitles.count),
            "title": words.text(words.numbering.partTitles[part - 1]),
          ]))
      shownPart = part
    }
    let inner = part == nil ? groups : Array(groups.dropFirst())
    if inner != shownGroups {
      for group in inner where !shownGroups.contains(group) {
        guard let wording = session.questionnaire.group(group)?.wording, !wording.label.isEmpty else {
          continue
        }
        line("")
        line(words.text(wording.label))
        if !wording.hint.isEmpty { line(words.text(wording.hint)) }
      }
      shownGroups = inner
    }
  }

  // MARK: - What the questions and the menu share

  mutating func line(_ text: String) { terminal.write(text + "\n") }

  /// Keeps an event, then lets it happen.
  ///
  /// - Returns: Whether it happened. Where it could not be kept, that has been said, and nothing changed.
  mutating func perform(_ event: FormEvent) -> Bool {
    do {
      try desk.record(event)
      try session.apply(event)
      return true
    } catch {
      line(words.say(.notStored, ["reason": "\(error)"]))
      return false
    }
  }

  /// Keeps an event, and says which answers it hides or brings back.
  mutating func performAndTell(_ event: FormEvent, saying done: String) -> Bool {
    let before = Set(session.outline.asked)
    guard perform(event) else { return false }
    line(done)
    let after = Set(session.outline.asked)
    let hidden = session.answered(among: before.subtracting(after))
    let shown = session.answered(among: after.subtracting(before))
    if !hidden.isEmpty { line(words.say(.setAside, ["numbers": words.references(to: hidden)])) }
    if !shown.isEmpty { line(words.say(.askedAgain, ["numbers": words.references(to: shown)])) }
    return true
  }

  private mutating func submit() -> Bool {
    let name = Question.Name("submitted_by")
    let submitter = session.entries[Address(name)]?.answer?.cell ?? ""
    do {
      let response = try session.response(
        source: desk.source, submittedAt: desk.now(), submittedBy: submitter)
      let counts = words.counts(of: session)
      let receipt = try desk.submit(response)
      tell(receipt, of: response, counts: counts)
      return true
    } catch let refusal as SubmissionRefusal {
      tell(refusal)
    } catch {
      hasFailedToSubmit = true
      line(words.say(.notSubmitted, ["reason": "\(error)"]))
    }
    return false
  }
}

/// SIGHUP, by its number on every POSIX system.
let hangUp: Int32 = 1
