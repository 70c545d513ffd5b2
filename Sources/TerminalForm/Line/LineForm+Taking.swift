internal import Messages
internal import Survey

extension LineForm {
  /// Takes what was typed; nothing where it was refused, and the question stands.
  mutating func take(_ typed: String, for question: Question, at address: Address) -> Step? {
    if typed.isBlank {
      let isEmpty = session.entries[address] == nil && session.unfinished[address] == nil
      let needed = isEmpty && session.isRequired(address) ? " \(words.say(.needed))" : ""
      line(words.say(isEmpty ? .leftEmpty : .kept) + needed)
      return .next
    }
    if isFixed(address) {
      line(words.say(.fixedHere))
      return nil
    }
    let choices = offer(at: address)
    switch question.kind {
    case .selectOne: return takeOne(typed, at: address, choices: choices)
    case .selectMultiple: return takeMany(typed, at: address, choices: choices)
    case .rank: return takeOrder(typed, at: address, choices: choices)
    case .acknowledge: return takeTick(typed, at: address)
    case .text: return enter(typed, at: address)
    default: return enter(westernSigns(typed), at: address)
    }
  }

  private mutating func enter(_ cell: String, at address: Address) -> Step? {
    do throws(AnswerProblem) {
      guard let answer = try session.answer(from: cell, at: address) else { return nil }
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
    case .several(let names):
      let numbers = words.text(of: .answered(answer), choices: choices)
      let chosen = words.say(.chosen, ["count": String(names.count), "numbers": numbers])
      return "\(chosen) \(words.say(.saved))"
    case .ranked(let names): return "\(words.order(of: names, among: choices)) \(words.say(.saved))"
    case .acknowledged: return words.say(.saved)
    // What was understood is said: a number may be typed as "007", a choice by its number.
    default: return "\(words.say(.saved)) \(words.text(of: .answered(answer), choices: choices))"
    }
  }

  private mutating func takeOne(_ typed: String, at address: Address, choices: [Choice]) -> Step? {
    let entry = try? ChoiceEntry(typed, count: choices.count)
    // A number is the place that the person sees, even where a choice is called by another number.
    if let entry, entry.added.count == 1, entry.removed.isEmpty {
      return store(.one(choices[entry.added[0] - 1].name), at: address, choices: choices)
    }
    if let choice = matching(typed, among: choices) {
      return store(.one(choice.name), at: address, choices: choices)
    }
    if entry == nil {
      refuse(typed, in: typed, among: choices)
    } else {
      line(words.say(.onlyOne, ["found": typed]))
    }
    return nil
  }

  private mutating func takeMany(_ typed: String, at address: Address, choices: [Choice]) -> Step? {
    var added: [Choice.Name] = []
    var removed: [Choice.Name] = []
    do {
      let entry = try ChoiceEntry(typed, count: choices.count)
      added = entry.added.map { choices[$0 - 1].name }
      removed = entry.removed.map { choices[$0 - 1].name }
    } catch {
      guard let choice = matching(typed, among: choices) else {
        refuse(error.word, in: typed, among: choices)
        return nil
      }
      added = [choice.name]
    }
    var chosen = Set(session.entries[address]?.answer?.choices ?? [])
    for name in removed where !chosen.contains(name) {
      let place = choices.firstIndex { $0.name == name } ?? 0
      line(words.say(.notChosenBefore, ["number": String(place + 1)]))
      return nil
    }
    chosen.formUnion(added)
    chosen.subtract(removed)
    if chosen.isEmpty {
      let done = "\(words.say(.chosenNone)) \(words.say(.saved))"
      return performAndTell(.clear(address), saying: done) ? .next : nil
    }
    let names = choices.map(\.name).filter(chosen.contains)
    return store(.several(names), at: address, choices: choices)
  }

  private mutating func takeOrder(_ typed: String, at address: Address, choices: [Choice]) -> Step? {
    let entry: ChoiceEntry
    do {
      entry = try ChoiceEntry(typed, count: choices.count)
    } catch {
      refuse(error.word, in: typed, among: choices)
      return nil
    }
    let names = choices.map(\.name)
    var ranking = Ranking(session.entries[address]?.answer?.choices ?? [])
    for place in entry.removed where !ranking.remove(names[place - 1]) {
      line(words.say(.notChosenBefore, ["number": String(place)]))
      return nil
    }
    if let twice = entry.added.enumerated().first(where: { entry.added[..<$0].contains($1) }) {
      line(words.say(.rankedTwice, ["found": String(twice.element)]))
      return nil
    }
    if !entry.added.isEmpty { ranking.take(entry.added.map { names[$0 - 1] }, of: names) }
    if ranking.names.isEmpty {
      let done = "\(words.say(.noAnswerYet)) \(words.say(.saved))"
      return performAndTell(.clear(address), saying: done) ? .next : nil
    }
    return store(.ranked(ranking.names), at: address, choices: choices)
  }

  private mutating func takeTick(_ typed: String, at address: Address) -> Step? {
    switch westernSigns(typed.filter { !$0.isWhitespace }) {
    case "1": return store(.acknowledged, at: address)
    case "-1": return performAndTell(.clear(address), saying: words.say(.cleared)) ? .next : nil
    default:
      line(words.say(.notATick, ["found": typed]))
      return nil
    }
  }

  /// The choice whose label or name is exactly what was typed, in any case.
  private func matching(_ typed: String, among choices: [Choice]) -> Choice? {
    let typed = typed.trimmed.lowercased()
    let found = choices.filter {
      words.unmarked($0.label).lowercased() == typed || $0.name.text.lowercased() == typed
        || $0.attributes["short_name"]?.lowercased() == typed
    }
    return found.count == 1 ? found[0] : nil
  }

  /// Says that a word is no choice, and which choices what was typed may mean.
  private mutating func refuse(_ word: String, in typed: String, among choices: [Choice]) {
    if choices.isEmpty { return line(words.say(.nothingOffered)) }
    let near = typed.contains(where: \.isLetter) ? near(typed, among: choices) : []
    // In a list that is not said in full, a word is a search and no mistake.
    if near.isEmpty || ChoicesShown.count(of: choices.count) == choices.count {
      line(words.say(.notAChoice, ["found": word, "count": String(choices.count)]))
    }
    if near.isEmpty { return }
    let list = near.prefix(ChoicesShown.some).map { "\($0.offset + 1) \(words.label(of: $0.element))" }
    let more = near.count > list.count ? ["…"] : []
    line(words.say(.matching, ["choices": (list + more).joined(separator: "; ")]))
  }

  /// The choices whose labels hold every word that was typed.
  private func near(_ typed: String, among choices: [Choice]) -> [(offset: Int, element: Choice)] {
    let wanted = typed.folded.split(whereSeparator: \.isWhitespace)
    return choices.enumerated().filter { _, choice in
      let label = words.unmarked(choice.label).folded
      return wanted.allSatisfy { label.contains($0) }
    }
  }
}
