internal import Messages
internal import Survey

extension FormScreen {
  // MARK: - Where the person is

  /// The page of the question that has the focus.
  var page: Page? { place.flatMap { place in pages.first { $0.stops.contains(place) } } }

  /// The question that has the focus.
  var question: Question? { place?.address.flatMap { session.questionnaire.question($0.question) } }

  // MARK: - Going

  /// Goes to a question or a list, or to the review.
  ///
  /// - Parameters:
  ///   - stop: Where to; nothing for the review.
  ///   - isBack: Whether the person goes back.
  ///   - next: The repeat that comes next at a list, where that does not follow from where they are.
  mutating func go(to stop: Outline.Stop?, isBack: Bool = false, next: Int? = nil) {
    guard let stop, let found = self.stop(at: stop) else { return openReview() }
    if case .repeats(let path) = found {
      nextRepeat = next ?? RepeatList.next(in: path, from: place, isBack: isBack)
    }
    (place, reviewing, told, view) = (found, nil, nil, View())
    // Where the person stands is no answer: where it cannot be kept, the next answer will say so.
    let event: FormEvent =
      switch found {
      case .question(let address): .stand(address)
      case .repeats(let path): .list(path)
      }
    if (try? desk.record(event)) != nil {
      _ = try? session.apply(event)
      keeping = .saved
    }
    openInput()
  }

  /// The stop itself where it is still there, else the next of the form; a note counts as what follows it.
  private func stop(at stop: Outline.Stop) -> Outline.Stop? {
    if pages.contains(where: { $0.stops.contains(stop) }) { return stop }
    let stops = pages.flatMap(\.stops)
    if case .repeats(let path) = stop { return stops.list(around: path) ?? stops.first }
    guard let address = stop.address else { return stops.first }
    let others = stops.compactMap(\.address)
    let ordered = session.inFormOrder(others + [address])
    guard let place = ordered.firstIndex(of: address) else { return stops.first }
    return ordered[(place + 1)...].first.map { .question($0) }
  }

  /// Makes ready what the person does at the question that has the focus.
  mutating func openInput() {
    guard let place else { return input = .reading }
    switch place {
    case .repeats(let path): input = .listing(listed(path))
    case .question(let address):
      guard let question, question.isAsked, !isFixed(address) else { return input = .reading }
      switch question.kind {
      case .selectOne, .selectMultiple, .rank: input = .choosing(choiceList(at: address))
      case .acknowledge: input = .choosing(PickList([PickList.Item(number: 1, label: words.say(.confirm))]))
      default:
        let before = session.unfinished[address] ?? session.entries[address]?.answer?.cell ?? ""
        input = .typing(
          TypedAnswer(field: TextField(before), before: before, kept: before, isLong: question.isLong))
      }
    }
  }

  /// The choices of a question; the one that is chosen has the focus.
  private func choiceList(at address: Address) -> PickList {
    let words = words.read(in: address.repeats)
    let choices = words.offer(at: address, in: session)
    let chosen = session.entries[address]?.answer?.choices.first
    let items = choices.enumerated().map { index, choice in
      PickList.Item(
        number: index + 1, label: words.label(of: choice),
        also: [choice.name.text, choice.attributes["short_name"] ?? "", choice.attributes["aliases"] ?? ""])
    }
    return PickList(items, focus: choices.firstIndex { $0.name == chosen } ?? 0)
  }

  // MARK: - On and back

  /// Goes on to the next part or page, or to the review.
  ///
  /// What is to be looked at is said first, once.
  mutating func goOn() {
    guard let place, settle() else { return }
    let issues = place.address.map { session.issues(at: $0) } ?? []
    if told != place, !issues.isEmpty {
      if let address = place.address { sayIssues(at: address) }
      say(words.say(.enterAgainGoesOn), .warning)
      told = place
      return
    }
    let carried = message
    go(to: next(after: place))
    message = carried
  }

  /// Goes back; that is always possible, but where it would lose what could not be kept.
  mutating func goBack() {
    if !settle(), place?.address != nil { return }
    let carried = message
    let stops = pages.flatMap(\.stops)
    guard let place, stops.contains(place) else { return go(to: stops.lastOutside, isBack: true) }
    guard let before = stops.last(before: place) else { return say(words.say(.firstQuestion), .aside) }
    go(to: before, isBack: true)
    message = carried
  }

  // MARK: - What was typed

  /// Keeps what is typed so far, as it is at a pause.
  ///
  /// - Returns: Whether it is kept. How many repeats there are is a change of the form; that waits for Enter.
  @discardableResult
  package mutating func keepTyping() -> Bool {
    guard case .typing(var typed) = input, typed.text != typed.kept, let address = place?.address else {
      return true
    }
    guard perform(.typing(address, typed.text)) else { return false }
    typed.kept = typed.text
    input = .typing(typed)
    return true
  }

  /// Makes an answer of what was typed; what is none is kept as it is, and the review shows it.
  ///
  /// - Returns: Whether all is kept.
  mutating func settle() -> Bool {
    if case .listing(let listed) = input { return settle(listed) }
    guard case .typing(let typed) = input, let address = place?.address else { return true }
    let isAsBefore = typed.text == typed.before && typed.kept == typed.before
    return isAsBefore && !isMended(typed, at: address) || settle(typed, at: address)
  }

  /// Whether what was no answer is one again, be it the one that was there before.
  private func isMended(_ typed: TypedAnswer, at address: Address) -> Bool {
    guard session.unfinished[address] != nil else { return false }
    return (try? session.answer(from: westernSigns(typed.text), at: address)) != nil
  }

  private mutating func settle(_ typed: TypedAnswer, at address: Address) -> Bool {
    let cell = question?.kind == .text ? typed.text : westernSigns(typed.text)
    if cell.isBlank {
      let isHeld = session.entries[address] != nil || session.unfinished[address] != nil
      let isDone = !isHeld || perform(.clear(address))
      if isDone { openInput() }
      return isDone
    }
    do throws(AnswerProblem) {
      guard let answer = try session.answer(from: cell, at: address) else { return true }
      let isHeld = session.entries[address] == .answered(answer) && session.unfinished[address] == nil
      let isDone = isHeld || perform(.answer(address, answer))
      if isDone { openInput() }
      return isDone
    } catch {
      return keepTyping()
    }
  }
}
