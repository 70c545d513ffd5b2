internal import Messages
internal import Survey

extension LineForm {
  /// Shows the list of a repeat group, and asks what to do with it: open one, add, take out, go on.
  mutating func askRepeats(_ path: RepeatPath) -> Step {
    if (try? desk.record(.list(path))) != nil { _ = try? session.apply(.list(path)) }
    announce(session.questionnaire.groupsAround(path.group), in: path.repeats)
    let next = RepeatList.next(in: path, from: arrival.from, isBack: arrival.isBack)
    var list = RepeatList(of: path, in: session, next: next)
    show(list)
    while true {
      switch readLine(prompt: list.count == 0 ? .answerPrompt : .choicePrompt) {
      case .line(let typed):
        guard StopLine(typed) == .menu else {
          if let step = take(typed, at: list) { return step }
          continue
        }
        let step = menu(at: .repeats(path))
        if step != .stay { return step }
        list = RepeatList(of: path, in: session, next: next)
        show(list)
      case .undecodable: line(words.say(.notText))
      case .interrupted:
        if let step = leaving() { return step }
        show(list)
      case .end: return .leave
      case .signal(let number): return .end(bySignal: number)
      }
    }
  }

  private mutating func show(_ list: RepeatList) {
    guard let group = session.questionnaire.group(list.path.group) else { return }
    let words = words.read(in: list.path.repeats)
    line("")
    if list.count == 0 {
      line(words.say(.howMany, ["title": words.title(of: group)]))
    } else {
      line(words.labelled(words.title(of: group), String(list.count)))
    }
    if !group.wording.hint.isEmpty { line(words.text(group.wording.hint)) }
    for (index, summary) in words.summaries(of: list.path, in: session).enumerated() {
      line("\(index + 1). \(summary)")
    }
    if list.count == 0 {
      line(session.isUnknown(list.path) ? words.say(.repeatsUnknown) : words.say(.now, ["answer": "0"]))
    }
    let enter = list.next.map { words.say(.enterOpens, ["number": String($0)]) } ?? words.say(.enterGoesOn)
    line("\(enter) \(words.say(list.count == 0 ? .repeatsEmptyHint : .repeatsHint))")
  }

  /// Does what was typed at a list; nothing where the list stands.
  private mutating func take(_ typed: String, at list: RepeatList) -> Step? {
    if StopLine(typed) == .end { return .behind }
    if typed.isBlank { return list.next.map { open($0, of: list.path) } ?? .behind }
    let signs = westernSigns(typed.filter { !$0.isWhitespace })
    if signs == "+" { return add(to: list.path) }
    if signs.first == "-", let number = Int(signs.dropFirst()) {
      guard list.count > 0, (1...list.count).contains(number) else {
        line(words.say(.notAChoice, ["found": typed, "count": String(list.count)]))
        return nil
      }
      return remove(number, from: list.path)
    }
    switch list.meaning(of: typed) {
    case .repeated(let number): return open(number, of: list.path)
    case .count(let count):
      let done = "\(words.say(.saved)) \(count)"
      guard performAndTell(.repeats(list.path, count), saying: done) else { return nil }
      return count == 0 ? .behind : open(list.count + 1, of: list.path)
    case nil:
      line(words.say(.notAWholeNumber, ["found": typed]))
      return nil
    }
  }

  /// Where a repeat begins; the list where nothing is asked in it.
  private func open(_ number: Int, of path: RepeatPath) -> Step {
    .open(session.outline.stops.first { $0.number(in: path) == number } ?? .repeats(path))
  }

  /// Adds a repeat behind the others, and opens it.
  mutating func add(to path: RepeatPath) -> Step? {
    let count = session.outline.count(of: path) + 1
    guard performAndTell(.repeats(path, count), saying: "\(words.say(.saved)) \(count)") else { return nil }
    return open(count, of: path)
  }

  /// Takes a repeat out; where it has answers, asks first.
  mutating func remove(_ number: Int, from path: RepeatPath) -> Step? {
    let repeats = path.step(number)
    if desk.fixes(repeats) {
      line(words.say(.fixedHere))
      return nil
    }
    if !session.given(in: repeats).isEmpty {
      line(words.removal(of: number, from: path, in: session))
      line("1 \(words.say(.repeatKeep)), 2 \(words.say(.repeatRemove)).")
      switch choose(from: 2) {
      case .number(2): break
      case .none, .number: return .open(.repeats(path))
      case .other(let typed):
        line(words.say(.notInMenu, ["found": typed, "count": "2"]))
        return .open(.repeats(path))
      case .over(let step): return step
      }
    }
    let removed = words.removed(number, from: path)
    return performAndTell(.remove(path, number), saying: removed) ? .open(.repeats(path)) : nil
  }

  /// Adds or takes out from within a repeat, by the menu; what the form counts itself, it says.
  mutating func changeRepeats(at stop: Outline.Stop, isAdding: Bool) -> Step {
    guard let (path, number) = stop.innermostRepeat else { return .stay }
    if let reason = words.counting(path, in: session) {
      line(reason)
      return .stay
    }
    if isAdding { return add(to: path) ?? .stay }
    return number.flatMap { remove($0, from: path) } ?? .stay
  }
}
