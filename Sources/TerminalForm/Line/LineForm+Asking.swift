internal import Messages
internal import Survey

extension LineForm {
  /// Asks one question, until it is answered, left, or the person goes elsewhere.
  mutating func ask(_ question: Question, at address: Address) -> Step {
    var text = TextInProgress()
    show(question, at: address, text: text)
    while true {
      let isText = question.isLong && !isFixed(address)
      switch isText ? readText(at: address, into: &text) : readOneLine(question, at: address) {
      case .line(let typed):
        if let step = take(typed, for: question, at: address) { return step }
      case .undecodable: line(words.say(.notText))
      case .menu:
        let before = session.entries[address]
        let step = menu(at: .question(address))
        if step != .stay { return step }
        if session.entries[address] != before { text = TextInProgress() }
        show(question, at: address, text: text)
      case .interrupted:
        if let step = leaving() { return step }
        show(question, at: address, text: text)
      case .end: return .leave
      case .signal(let number): return .end(bySignal: number)
      }
    }
  }

  private mutating func show(_ question: Question, at address: Address, text: TextInProgress) {
    let choices = offer(at: address)
    line("")
    if isFixed(address) { return showFixed(question, at: address, choices: choices) }
    let heading = [
      words.heading(of: address), words.howToAnswer(question),
      session.isRequired(address) ? words.say(.needed) : "",
    ]
    line(heading.filter { !$0.isEmpty }.joined(separator: " "))
    let words = words.read(in: address.repeats)
    line(words.label(of: question))
    if !question.wording.hint.isEmpty { line(words.text(question.wording.hint)) }
    showChoices(choices, at: address, words)
    if question.list != nil, choices.isEmpty { line(words.say(.nothingOffered)) }
    if let typed = session.unfinished[address] { line(words.say(.typedSoFar, ["text": typed])) }
    let now = standing(of: question, at: address, choices: choices)
    let hint = keeping(question, at: address, isGoingOn: !text.lines.isEmpty)
    // An answer may end in any way: what is ours stands on a line of its own behind it.
    let isOpen = session.entries[address] != nil && !question.kind.isSeveral
    line(isOpen ? "\(now)\n\(hint)" : "\(now) \(hint)")
  }

  /// Lists the choices; of a very long list its beginning, and how to find others.
  private mutating func showChoices(_ choices: [Choice], at address: Address, _ words: FormText) {
    let shown = ChoicesShown.count(of: choices.count)
    let chosen = Set(session.entries[address]?.answer?.choices ?? [])
    for (index, choice) in choices.enumerated() where index < shown || chosen.contains(choice.name) {
      line("\(index + 1). \(words.label(of: choice))")
    }
    if shown < choices.count {
      line(words.say(.choicesShown, ["shown": String(shown), "count": String(choices.count)]))
    }
  }

  /// Whether nobody changes the answer here.
  func isFixed(_ address: Address) -> Bool { desk.fixed.contains(address) || session.isReadOnly(address) }

  private mutating func showFixed(_ question: Question, at address: Address, choices: [Choice]) {
    let heading = words.heading(of: address)
    if !heading.isEmpty { line(heading) }
    line(words.label(ofQuestionAt: address))
    line(standing(of: question, at: address, choices: choices))
    line("\(words.say(.fixedHere)) \(words.say(.keepHint))")
  }

  /// The choices that a question shows, by whose places they are numbered.
  func offer(at address: Address) -> [Choice] { words.offer(at: address, in: session) }

  /// What the answer is now.
  private func standing(of question: Question, at address: Address, choices: [Choice]) -> String {
    switch (question.kind, session.entries[address]) {
    case (.selectMultiple, .answered(.several(let names))):
      let numbers = words.text(of: .answered(.several(names)), choices: choices)
      return words.say(.chosen, ["count": String(names.count), "numbers": numbers])
    case (.selectMultiple, nil): return words.say(.chosenNone)
    case (.rank, .answered(.ranked(let names))): return words.order(of: names, among: choices)
    case (_, let entry?): return words.say(.now, ["answer": words.text(of: entry, choices: choices)])
    case (_, nil): return words.say(.noAnswerYet)
    }
  }

  /// How to keep the answer, or to leave none.
  private func keeping(_ question: Question, at address: Address, isGoingOn: Bool) -> String {
    if question.isLong {
      if isGoingOn { return words.say(.textGoesOn) }
      return words.say(session.entries[address] == nil ? .longEmptyHint : .longHint)
    }
    if question.kind.isSeveral { return words.say(.manyHint) }
    if question.kind.isRank { return words.say(.rankHint) }
    let isEmpty = session.entries[address] == nil && session.unfinished[address] == nil
    return words.say(isEmpty ? .emptyHint : .keepHint)
  }
}

/// How much of a long list is said: nobody finds a village by hearing ten thousand others first.
enum ChoicesShown {
  /// So many choices are said in any case: all countries have room.
  private static let most = 300
  /// So many of a longer list, and so many that match what was typed.
  static let some = 50

  static func count(of choices: Int) -> Int { choices > most ? some : choices }
}

extension FormText {
  /// What a person is told to do with a question; the scale of one that has a scale, with its words.
  func howToAnswer(_ question: Question) -> String {
    guard let scale = question.scale else { return say(question.howToAnswer) }
    let said = say(
      .onScale,
      [
        "start": scale.start.description, "end": scale.end.description, "step": scale.step.description,
      ])
    let ticks = scale.labels.flatMap { questionnaire.lists[$0] }?.choices ?? []
    let labels = ticks.map { "\($0.name) = \(label(of: $0))" }.joined(separator: "; ")
    return labels.isEmpty ? said : "\(said) \(labels)."
  }

  /// An order that was given, by the numbers of the choices.
  func order(of names: [Choice.Name], among choices: [Choice]) -> String {
    say(.ranked, ["numbers": text(of: .answered(.ranked(names)), choices: choices)])
  }
}

extension Question {
  /// What a person is told to do with a question of this kind.
  fileprivate var howToAnswer: Phrase {
    switch kind {
    case .selectOne: .chooseOne
    case .selectMultiple: .chooseAny
    case .rank: .rankAll
    case .integer: .wholeNumber
    case .decimal: .decimalNumber
    case .date: dateDetail.howToAnswer
    case .time: .time
    case .dateTime: .dateAndTime
    case .acknowledge: .tick
    default: isLong ? .longText : .shortText
    }
  }
}

extension Question.DateDetail {
  /// What a person is told to do where so much of a date is asked.
  fileprivate var howToAnswer: Phrase {
    switch self {
    case .day: .date
    case .month: .month
    case .year: .year
    }
  }
}

extension Question.Kind {
  var isSeveral: Bool {
    if case .selectMultiple = self { return true }
    return false
  }

  var isRank: Bool {
    if case .rank = self { return true }
    return false
  }
}
