internal import Messages
internal import Survey

extension LineForm {
  /// Shows the whole form before it is sent, and asks what next.
  mutating func review() -> Step {
    // As with a question: that a person looks at it is no answer, and may go unrecorded.
    if (try? desk.record(.review)) != nil { _ = try? session.apply(.review) }
    showReview()
    let commands: [(Phrase, Step)] = [(.submit, .submit), (.goTo, .stay), (.leave, .leave)]
    let items = commands.enumerated().map { "\($0.offset + 1) \(words.say($0.element.0))" }
    line("\(words.say(.reviewMenu)) \(items.joined(separator: ", ")).")
    while true {
      switch choose(from: commands.count) {
      case .none: continue
      case .number(2): return goTo()
      case .number(let number): return commands[number - 1].1
      case .other(let typed):
        line(words.say(.notInMenu, ["found": typed, "count": String(commands.count)]))
      case .over(let step): return step
      }
    }
  }

  /// Writes the review: what is not answered, to look at, set aside, and the answers.
  mutating func showReview() {
    let counts = words.counts(of: session)
    line("")
    line(
      "\(words.say(.reviewTitle)). "
        + words.say(.answeredOf, ["answered": String(counts.answered), "asked": String(counts.asked)]))
    for section in words.reviewSections(of: session) {
      line(section.heading)
      for item in section.items { line("  \(item.text)") }
    }
  }
}
