internal import Messages
internal import Survey

extension LineForm {
  /// Asks how often a repeat group is given; its repeats are asked next.
  mutating func askRepeats(_ path: RepeatPath) -> Step {
    guard let group = session.questionnaire.group(path.group) else { return .next }
    announce(session.questionnaire.groupsAround(path.group), in: path.repeats)
    show(group, at: path)
    while true {
      switch readLine(prompt: .answerPrompt) {
      case .line(let typed):
        if StopLine(typed) == .menu {
          let step = menu(at: .repeats(path))
          if step != .stay { return step }
          show(group, at: path)
          continue
        }
        if typed.isBlank {
          line(words.say(.kept))
          return .next
        }
        guard let count = Int(westernSigns(typed.trimmed)), (0...RepeatPath.mostRepeats).contains(count)
        else {
          line(words.say(.notAWholeNumber, ["found": typed]))
          continue
        }
        if performAndTell(.repeats(path, count), saying: "\(words.say(.saved)) \(count)") { return .next }
      case .undecodable: line(words.say(.notText))
      case .interrupted:
        if let step = leaving() { return step }
        show(group, at: path)
      case .end: return .leave
      case .signal(let number): return .end(bySignal: number)
      }
    }
  }

  private mutating func show(_ group: Group, at path: RepeatPath) {
    let words = words.read(in: path.repeats)
    line("")
    line(words.say(.howMany, ["title": words.title(of: group)]))
    if !group.wording.hint.isEmpty { line(words.text(group.wording.hint)) }
    line(words.say(.now, ["answer": String(session.outline.count(of: path))]) + "\n" + words.say(.keepHint))
  }
}
