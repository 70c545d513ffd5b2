internal import Messages
internal import Survey

extension LineForm {
  /// Asks one question, until it is answered, left, or the person goes elsewhere.
  mutating func ask(_ question: Question, at address: Address) -> Step {
    let choices = session.choices(at: address)
    show(question, at: address, choices: choices)
    while true {
      let input =
        question.isLong ? readText(at: address) : readOneLine(question, at: address)
      switch input {
      case .line(let typed):
        if let step = take(typed, for: question, at: address, choices: choices) { return step }
      case .undecodable: line(words.say(.notText))
      case .menu:
        let step = menu(at: address, question: question)
        if step != .stay { return step }
        show(question, at: address, choices: choices)
      case .interrupted:
        line("")
        line(words.say(.leaveAsked))
        switch terminal.readLine(prompt: "", onPause: { _ in }) {
        case .interrupted, .end: return .leave
        case .signal(let number): return .end(bySignal: number)
        case .line, .undecodable: show(question, at: address, choices: choices)
        }
      case .end:
        line("")
        return .leave
      case .signal(let number): return .end(bySignal: number)
      }
    }
  }

  private mutating func show(_ question: Question, at address: Address, choices: [Choice]) {
    line("")
    let heading = [
      words.heading(of: address), words.say(question.howToAnswer),
      session.isRequired(address) ? words.say(.needed) : "",
    ]
    line(heading.filter { !$0.isEmpty }.joined(separator: " "))
    line(words.label(of: question))
    if !question.wording.hint.isEmpty { line(words.text(question.wording.hint)) }
    for (index, choice) in choices.enumerated() { line("\(index + 1). \(words.text(choice.label))") }
    line(standing(of: question, at: address, choices: choices))
  }

  /// What the answer is now, and how to keep it.
  private func standing(of question: Question, at address: Address, choices: [Choice]) -> String {
    let entry = session.entries[address]
    let now: String
    switch (question.kind, entry) {
    case (.selectMultiple, .answered(.several(let names))):
      let numbers = words.text(of: .answered(.several(names)), choices: choices)
      now = words.say(.chosen, ["count": String(names.count), "numbers": numbers])
    case (.selectMultiple, nil): now = words.say(.chosenNone)
    case (_, let entry?): now = words.say(.now, ["answer": words.text(of: entry, choices: choices)])
    case (_, nil): now = words.say(.noAnswerYet)
    }
    let hint: Phrase
    switch question.kind {
    case .selectMultiple: hint = .manyHint
    case .text where question.isLong: return entry == nil ? now : "\(now)\n\(words.say(.longHint))"
    default: hint = .keepHint
    }
    return now.contains("\n") ? "\(now)\n\(words.say(hint))" : "\(now) \(words.say(hint))"
  }

  // MARK: - Reading

  enum QuestionInput {
    case line(String)
    case menu
    case undecodable
    case interrupted
    case end
    case signal(Int32)
  }

  private mutating func read(prompt: String, typing: Address?, before: String = "") -> QuestionInput {
    var failure: (any Error)?
    var kept: [FormEvent] = []
    let input = terminal.readLine(prompt: prompt) { [desk] typed in
      guard let typing else { return }
      do {
        try desk.record(.typing(typing, before + typed))
        kept.append(.typing(typing, before + typed))
      } catch {
        failure = error
      }
    }
    // The form stands as its journal will tell it, whatever becomes of the line.
    for event in kept { _ = try? session.apply(event) }
    if let failure { line(words.say(.notStored, ["reason": "\(failure)"])) }
    return switch input {
    case .line(".."): .menu
    case .line(let typed): .line(typed)
    case .undecodable: .undecodable
    case .interrupted: .interrupted
    case .end: .end
    case .signal(let number): .signal(number)
    }
  }

  private mutating func readOneLine(_ question: Question, at address: Address) -> QuestionInput {
    let prompt = words.say(question.list == nil ? .answerPrompt : .choicePrompt)
    let earlier = session.entries[address]
    let input = read(prompt: prompt, typing: question.kind == .text ? address : nil)
    guard case .line(let typed) = input, question.kind == .text else { return input }
    if typed.isEmpty { restore(earlier, at: address) }
    return .line(unescaped(typed))
  }

  /// Reads a text up to a line that holds only a full stop; each line is kept as it is ended.
  ///
  /// Blank lines alone are no text: they leave the answer as it was.
  private mutating func readText(at address: Address) -> QuestionInput {
    let earlier = session.entries[address]
    var lines: [String] = []
    while true {
      let before = lines.map { $0 + "\n" }.joined()
      let input = read(prompt: words.say(.textPrompt), typing: address, before: before)
      let text = lines.joined(separator: "\n")
      switch input {
      case .line("."):
        if !text.allSatisfy(\.isWhitespace) { return .line(text) }
        restore(earlier, at: address)
        return .line("")
      case .line(let typed):
        lines.append(unescaped(typed))
        let text = lines.joined(separator: "\n")
        if text.allSatisfy(\.isWhitespace) { continue }
        guard perform(.typing(address, text)) else { return .undecodable }
      case .undecodable: line(words.say(.notText))
      default:
        if text.allSatisfy(\.isWhitespace), session.entries[address] == nil { restore(earlier, at: address) }
        return input
      }
    }
  }

  /// Puts back what stood there before something was typed and erased again.
  private mutating func restore(_ earlier: Entry?, at address: Address) {
    if session.entries[address] == earlier { return }
    _ =
      switch earlier {
      case .answered(let answer): perform(.answer(address, answer))
      case .notApplicable: perform(.notApplicable(address))
      case .unknown: perform(.unknown(address))
      case .blank, nil: perform(.clear(address))
      }
  }

  /// A space before a full stop lets a line be just that.
  private func unescaped(_ typed: String) -> String {
    typed == " ." || typed == " .." ? String(typed.dropFirst()) : typed
  }

  // MARK: - Taking

  /// Takes what was typed; nothing where it was refused, and the question stands.
  private mutating func take(
    _ typed: String, for question: Question, at address: Address, choices: [Choice]
  ) -> Step? {
    if typed.isEmpty {
      line(words.say(session.entries[address] == nil ? .leftEmpty : .kept))
      return .next
    }
    switch question.kind {
    case .selectOne: return takeOne(typed, at: address, choices: choices)
    case .selectMultiple: return takeMany(typed, at: address, choices: choices)
    case .acknowledge: return takeTick(typed, at: address)
    case .text: return enter(typed, at: address)
    default: return enter(westernDigits(typed), at: address)
    }
  }

  private mutating func enter(_ cell: String, at address: Address) -> Step? {
    do throws(AnswerProblem) {
      guard let answer = try session.answer(from: cell, at: address) else {
        line(words.say(.leftEmpty))
        return .next
      }
      return store(answer, at: address)
    } catch {
      line(words.text(of: error))
      return nil
    }
  }

  /// Stores an answer and says so; an answer that breaks a rule is stored too, and the rule is said.
  private mutating func store(_ answer: Answer, at address: Address, choices: [Choice] = []) -> Step? {
    guard performAndTell(.answer(address, answer), saying: saved(answer, choices: choices)) else {
      return nil
    }
    for issue in session.issues(at: address) { line(words.text(of: issue, at: address)) }
    if let remark = desk.remark(session, address) { line(remark) }
    return .next
  }

  private func saved(_ answer: Answer, choices: [Choice]) -> String {
    switch answer {
    case .text(let text):
      return words.say(.savedWords, ["count": String(text.split(whereSeparator: \.isWhitespace).count)])
    case .one: return "\(words.say(.saved)) \(words.text(of: .answered(answer), choices: choices))"
    case .several(let names):
      let numbers = words.text(of: .answered(answer), choices: choices)
      let chosen = words.say(.chosen, ["count": String(names.count), "numbers": numbers])
      return "\(chosen) \(words.say(.saved))"
    default: return words.say(.saved)
    }
  }

  private mutating func takeOne(_ typed: String, at address: Address, choices: [Choice]) -> Step? {
    if let choice = matching(typed, among: choices) {
      return store(.one(choice.name), at: address, choices: choices)
    }
    guard let entry = try? ChoiceEntry(typed, count: choices.count) else {
      refuse(typed, among: choices)
      return nil
    }
    guard entry.added.count == 1, entry.removed.isEmpty else {
      line(words.say(.onlyOne, ["found": typed]))
      return nil
    }
    return store(.one(choices[entry.added[0] - 1].name), at: address, choices: choices)
  }

  private mutating func takeMany(_ typed: String, at address: Address, choices: [Choice]) -> Step? {
    let entry: ChoiceEntry
    do {
      entry = try ChoiceEntry(typed, count: choices.count)
    } catch {
      if let choice = matching(typed, among: choices),
        let place = choices.firstIndex(where: { $0.name == choice.name })
      {
        return takeMany(String(place + 1), at: address, choices: choices)
      }
      refuse(error.word, among: choices)
      return nil
    }
    var chosen = Set(session.entries[address]?.answer?.choices ?? [])
    for place in entry.removed where !chosen.contains(choices[place - 1].name) {
      line(words.say(.notChosenBefore, ["number": String(place)]))
      return nil
    }
    chosen.formUnion(entry.added.map { choices[$0 - 1].name })
    chosen.subtract(entry.removed.map { choices[$0 - 1].name })
    // Choices that are no longer offered stay until a person takes them away.
    let cell = chosen.map(\.text).joined(separator: " ")
    if chosen.isEmpty {
      let done = "\(words.say(.chosenNone)) \(words.say(.saved))"
      return performAndTell(.clear(address), saying: done) ? .next : nil
    }
    let list = session.questionnaire.question(address.question).flatMap(session.questionnaire.choices)
    guard let question = session.questionnaire.question(address.question),
      let answer = try? question.answer(from: cell, in: list)
    else { return nil }
    return store(answer, at: address, choices: choices)
  }

  private mutating func takeTick(_ typed: String, at address: Address) -> Step? {
    switch westernDigits(typed.filter { !$0.isWhitespace }) {
    case "1": return store(.acknowledged, at: address)
    case "-1": return performAndTell(.clear(address), saying: words.say(.cleared)) ? .next : nil
    default:
      line(words.say(.notATick, ["found": typed]))
      return nil
    }
  }

  /// The choice whose label or name is exactly what was typed, in any case.
  private func matching(_ typed: String, among choices: [Choice]) -> Choice? {
    let typed = typed.lowercased()
    let found = choices.filter {
      words.text($0.label).lowercased() == typed || $0.name.text.lowercased() == typed
        || $0.attributes["short_name"]?.lowercased() == typed
    }
    return found.count == 1 ? found[0] : nil
  }

  private mutating func refuse(_ typed: String, among choices: [Choice]) {
    line(words.say(.notAChoice, ["found": typed, "count": String(choices.count)]))
    let typed = typed.lowercased()
    let near = choices.enumerated().filter { _, choice in
      typed.contains(where: \.isLetter) && words.text(choice.label).lowercased().contains(typed)
    }
    if near.isEmpty { return }
    let list = near.map { "\($0.offset + 1) \(words.text($0.element.label))" }.joined(separator: "; ")
    line(words.say(.matching, ["choices": list]))
  }
}

extension Question {
  /// What a person is told to do with a question of this kind.
  var howToAnswer: Phrase {
    switch kind {
    case .selectOne: .chooseOne
    case .selectMultiple: .chooseAny
    case .integer: .wholeNumber
    case .decimal: .decimalNumber
    case .date: .date
    case .time: .time
    case .dateTime: .dateTime
    case .acknowledge: .tick
    default: isLong ? .longText : .shortText
    }
  }
}
