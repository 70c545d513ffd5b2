internal import Messages
public import Survey

/// The form line by line: for screen readers, plain terminals, pipes, and whoever likes it so.
///
/// Append-only, and without any escape byte. Every answer is recorded before the form goes on.
public struct LineForm<Terminal: LineTerminal> {
  /// The form as it stands.
  public internal(set) var session: FormSession
  var terminal: Terminal
  private let language: FormText
  let desk: FormDesk
  var shownPart: Int?
  var shownGroups: [Group.Name] = []
  var shownRepeats: [Address.Repeat] = []
  /// Where the person came from to where they are, and whether by going back.
  var arrival: (from: Outline.Stop?, isBack: Bool) = (nil, false)
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
    self.language = words
    self.desk = desk
  }

  /// The words of the form, with the answers that its texts repeat.
  var words: FormText { language.reading(session) }

  /// Where the form goes from a question.
  enum Step: Equatable {
    case next
    case back
    case stay
    case go(Address)
    case open(Outline.Stop)
    /// Behind all repeats of the list.
    case behind
    case review
    case leave
    case submit
    case goOver
    case end(bySignal: Int32)
  }

  /// Fills the form until it is submitted or left.
  ///
  /// - Parameters:
  ///   - introducing: Whether to say first what the form is; not where a person comes over from another.
  ///   - tellingOfMenu: Whether to say how the menu opens, where nothing else is said first.
  /// - Returns: How it ended. What to do next has been said at the terminal.
  public mutating func run(introducing: Bool = true, tellingOfMenu: Bool = false) -> FormOutcome {
    if introducing { introduce() } else if tellingOfMenu { line(words.say(.howToMenu)) }
    var place = session.position ?? session.outline.stops.first
    // After a refused submission, the way leads along what stands in its way, then back to the review.
    var isMending = false
    while true {
      if let stop = place, !session.outline.stops.contains(stop) { place = self.stop(after: stop) }
      let step = place.map { visit($0) } ?? review()
      // Who stays has come from where they came from.
      if step != .stay { arrival = (place, step == .back) }
      switch step {
      case .next: place = place.flatMap { isMending ? blocked(after: $0) : stop(after: $0) }
      case .back:
        if let before = place.flatMap(stop(before:)) {
          place = before
        } else {
          line(words.say(.firstQuestion))
        }
      case .stay: break
      case .go(let address): place = .question(address)
      case .open(let stop): place = stop
      case .behind: place = place.flatMap(stop(behind:))
      case .review: place = nil
      case .leave: return leave()
      case .goOver: return .goesOver
      case .submit:
        switch submit() {
        case .done: return .submitted
        case .failed: break
        case .refused(let first): place = first.map { .question($0) }
        }
      case .end(let signal):
        // The terminal of a SIGHUP is gone: nothing is written to it.
        if signal != hangUp { sayHowToGoOn() }
        return .ended(bySignal: signal)
      }
      isMending = place != nil && (step == .submit || (isMending && (step == .next || step == .stay)))
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
    if session.position != nil {
      let counts = words.counts(of: session)
      line(words.say(.answeredOf, ["answered": String(counts.answered), "asked": String(counts.asked)]))
    }
    line(words.say(.stopAnyTime))
    line(words.say(.howToMenu))
    tellLanguages()
  }

  /// Names the languages of the form that nobody would look for, where a person can choose them.
  private mutating func tellLanguages() {
    let others = words.questionnaire.languagesOfItsOwn.filter { $0 != words.language }
    if others.isEmpty || desk.resumeCommand.isEmpty { return }
    line(words.say(.furtherLanguages, ["languages": others.map(\.heading).joined(separator: words.comma)]))
  }

  private mutating func leave() -> FormOutcome {
    sayHowToGoOn()
    return hasFailedToSubmit ? .notSubmitted : .left
  }

  private mutating func sayHowToGoOn() {
    line(words.say(.savedNotSubmitted))
    line(desk.wayBack(words))
  }

  // MARK: - The way through the form

  private func stop(after stop: Outline.Stop) -> Outline.Stop? {
    let stops = session.outline.stops
    if stops.contains(stop) { return stops.next(after: stop) }
    switch stop {
    case .question(let address): return next(after: address, in: session.outline.walk)
    case .repeats(let path): return stops.list(around: path) ?? stops.first
    }
  }

  private func stop(behind list: Outline.Stop) -> Outline.Stop? {
    guard case .repeats(let path) = list else { return nil }
    return session.outline.stops.next(behind: path)
  }

  private func stop(before stop: Outline.Stop) -> Outline.Stop? {
    let stops = session.outline.stops.filter {
      guard case .question(let address) = $0, $0 != stop else { return true }
      return session.questionnaire.question(address.question)?.isAsked == true
    }
    return stops.last(before: stop)
  }

  /// The next question that keeps the form from being submitted.
  private func blocked(after stop: Outline.Stop) -> Outline.Stop? {
    guard case .question(let address) = stop else { return nil }
    return next(after: address, in: session.review.blocking.map(\.address))
  }

  private func next(after address: Address, in others: [Address]) -> Outline.Stop? {
    let ordered = session.inFormOrder(others.filter { $0 != address } + [address])
    return ordered.firstIndex(of: address).flatMap { ordered[($0 + 1)...].first }.map { .question($0) }
  }

  private mutating func visit(_ stop: Outline.Stop) -> Step {
    switch stop {
    case .question(let address): return visit(address)
    case .repeats(let path): return askRepeats(path)
    }
  }

  private mutating func visit(_ address: Address) -> Step {
    guard let question = session.questionnaire.question(address.question) else { return .next }
    announce(session.questionnaire.placed(address.question)?.groups ?? [], in: address.repeats)
    if !question.isAsked {
      line("")
      line(words.label(ofQuestionAt: address))
      if let value = words.read(in: address.repeats).value(shownAt: address, in: session) { line(value) }
      return .next
    }
    // Where the person stands is no answer: where it cannot be kept, the next answer will say so.
    if (try? desk.record(.stand(address))) != nil { _ = try? session.apply(.stand(address)) }
    return ask(question, at: address)
  }

  // MARK: - What the questions and the menu share

  /// Writes a line; control characters of an answer or a label do nothing to the terminal.
  mutating func line(_ text: String) { terminal.write(text.harmless + "\n") }

  /// Reads a line; where none came, what follows stands on a line of its own.
  mutating func readLine(prompt: Phrase?, onPause: (String) -> Void = { _ in }) -> LineInput {
    let input = terminal.readLine(prompt: prompt.map { words.say($0) } ?? "", onPause: onPause)
    switch input {
    case .line, .undecodable, .signal(hangUp): break
    case .interrupted, .end, .signal: line("")
    }
    return input
  }

  /// Asks at Ctrl-C whether to leave.
  ///
  /// - Returns: Where to go; nothing where the person stays.
  mutating func leaving() -> Step? {
    line(words.say(.leaveAsked))
    return switch readLine(prompt: nil) {
    case .interrupted, .end: .leave
    case .signal(let number): .end(bySignal: number)
    case .line, .undecodable: nil
    }
  }

  /// Keeps an event, then lets it happen.
  ///
  /// - Returns: Whether it happened. Where it could not be kept, that has been said, and nothing changed.
  mutating func perform(_ event: FormEvent) -> Bool {
    if let address = event.changes, isFixed(address) {
      line(words.say(.fixedHere))
      return false
    }
    do {
      // Tried first, so that a journal holds nothing that its form refuses.
      var changed = session
      try changed.apply(event)
      try desk.record(event)
      session = changed
      return true
    } catch {
      line(words.say(.notStored, ["reason": "\(error)"]))
      return false
    }
  }

  /// Keeps an event, and says which answers it hides or brings back.
  mutating func performAndTell(_ event: FormEvent, saying done: String) -> Bool {
    let before = session
    guard perform(event) else { return false }
    line(done)
    tellChanges(since: before)
    return true
  }

  /// Says which answers are hidden, or asked again, that were not so before.
  mutating func tellChanges(since before: FormSession) {
    let (hidden, shown) = session.answersHiddenAndShown(since: before)
    if !hidden.isEmpty { line(words.say(.setAside, ["numbers": words.references(to: hidden)])) }
    if !shown.isEmpty { line(words.say(.askedAgain, ["numbers": words.references(to: shown)])) }
  }

  private enum Submission {
    case done
    case failed
    case refused(Address?)
  }

  private mutating func submit() -> Submission {
    let submitter = Address(Question.Name("submitted_by"))
    let name = session.outline.isAsked(submitter) ? session.entries[submitter]?.answer?.cell : nil
    do {
      let response = try session.response(
        source: desk.source, submittedAt: desk.now(), submittedBy: name ?? "")
      let counts = words.counts(of: session)
      let receipt = try desk.submit(response)
      for text in words.receipt(receipt, of: response, in: session, counts: counts) { line(text) }
      return .done
    } catch let refusal as SubmissionRefusal {
      for text in words.lines(of: refusal) { line(text) }
      return .refused(refusal.blocking.first?.address)
    } catch {
      hasFailedToSubmit = true
      line(words.say(.notSubmitted, ["reason": "\(error)"]))
      return .failed
    }
  }
}

/// SIGHUP, by its number on every POSIX system.
let hangUp: Int32 = 1
