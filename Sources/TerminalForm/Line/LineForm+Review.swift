internal import Calendar
internal import Messages
public import Survey

/// How many questions are asked, answered, left empty and set aside: counted by their numbers, so that the
/// parts of a compound question are one.
struct QuestionCounts: Equatable {
  let asked: Int
  let answered: Int
  let setAside: Int
  var empty: Int { asked - answered }
}

extension FormText {
  /// How many questions some addresses are of; a question without a number counts too, each repeat by itself.
  func countQuestions(_ addresses: [Address]) -> Int {
    Set(addresses.map { "\($0.repeats) \(numbering.number(of: $0.question) ?? "'\($0.question)")" }).count
  }

  /// Counts the questions of a form.
  func counts(of session: FormSession) -> QuestionCounts {
    let review = session.review
    return QuestionCounts(
      asked: numbering.count(session.outline.asked.map(\.question)),
      answered: numbering.count(review.answered.map(\.question)),
      setAside: numbering.count(review.setAside.map(\.address.question)))
  }
}

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
    let review = session.review
    let counts = words.counts(of: session)
    line("")
    line(
      "\(words.say(.reviewTitle)). "
        + words.say(.answeredOf, ["answered": String(counts.answered), "asked": String(counts.asked)]))
    // What is needed stands under "please look at", and so does what was typed: the form cannot be sent so.
    let blocking = Set(review.blocking.map(\.address))
    let empty = review.notAnswered.filter { !blocking.contains($0) }
    section(.notAnswered, empty, at: \.self, note: words.say(.maySendEmpty)) { form, address in
      form.words.title(of: address)
    }
    section(.pleaseLook, review.pleaseLook, at: \.address, note: "") { form, item in
      form.title(of: item.address, followedBy: form.words.text(of: item.issue, at: item.address))
    }
    section(.setAsideTitle, review.setAside, at: \.address, note: words.say(.setAsideNote)) { form, item in
      if item.because.isEmpty { return form.words.title(of: item.address) }
      let because = form.words.references(toQuestions: item.because)
      return "\(form.words.title(of: item.address)) (\(form.words.say(.because, ["number": because])))"
    }
    if review.answered.isEmpty { return }
    line(words.say(.answersTitle))
    for address in review.answered { line("  \(title(of: address, followedBy: answer(at: address)))") }
  }

  /// Writes a heading and what stands below it.
  ///
  /// The heading counts by question, as the receipt does: the parts of a compound question are one. A question
  /// of which only a part is missing counts here and, in the receipt, as answered.
  private mutating func section<Item>(
    _ heading: Phrase, _ items: [Item], at address: (Item) -> Address, note: String,
    text: (Self, Item) -> String
  ) {
    if items.isEmpty { return }
    let title = words.say(heading, ["count": String(words.countQuestions(items.map(address)))])
    line(note.isEmpty ? title : "\(title), \(note)")
    for item in items { line("  \(text(self, item))") }
  }

  /// A question and what is to be said of it; a colon between them only where the question has no stop.
  private func title(of address: Address, followedBy text: String) -> String {
    let title = words.title(of: address)
    let hasStop = title.last.map { "?!.:;…؟؛？！。：；".contains($0) } == true
    return title + (hasStop ? "" : ":") + (text.hasPrefix("\n") ? "" : " ") + text
  }

  private func answer(at address: Address) -> String {
    guard let entry = session.entries[address] else { return "" }
    let text = words.text(of: entry, choices: offer(at: address))
    // A text of several lines stands below its question, indented, so that nothing of it looks like ours.
    guard text.contains("\n") else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { "\n      \($0)" }.joined()
  }

  // MARK: - After the review

  /// Says what stands in the way of a submission.
  mutating func tell(_ refusal: SubmissionRefusal) {
    let missing = refusal.blocking.filter { $0.issue == .missing }.map(\.address)
    let broken = refusal.blocking.filter { $0.issue != .missing }.map(\.address)
    if !missing.isEmpty {
      line(words.say(.stillNeeded, ["numbers": words.references(to: missing)]))
    }
    if !broken.isEmpty { line(words.say(.mustMend, ["numbers": words.references(to: broken)])) }
  }

  /// Shows the receipt.
  mutating func tell(_ stored: FormDesk.Receipt, of response: Response, counts: QuestionCounts) {
    line("")
    line(words.say(.submitted))
    let answers = words.say(
      .answerCounts,
      [
        "answered": String(counts.answered), "asked": String(counts.asked), "empty": String(counts.empty),
        "aside": String(counts.setAside),
      ])
    var rows: [(Phrase, String)] = [(.receipt, stored.receipt.description)]
    if let respondent = words.respondent(of: session) { rows.append((.respondent, respondent)) }
    let time = response.submittedAt.map { "\($0.date) \($0.time) UTC" } ?? ""
    rows += [(.submittedTime, time), (.answerCounts, answers), (.copy, stored.copy)]
    for (phrase, value) in rows {
      line(
        phrase == .answerCounts
          ? "  \(words.say(.answers)): \(value)" : "  \(words.say(phrase)): \(value)")
    }
  }
}

extension FormText {
  /// Whose answers these are: the label of the first choice that is made from a register, or of the first
  /// choice at all; nothing where none is made yet.
  public func respondent(of session: FormSession) -> String? {
    let selects = questionnaire.placed.filter { $0.repeats.isEmpty && $0.question.list != nil }
    let register = selects.first { $0.question.list?.text.hasSuffix(".csv") == true } ?? selects.first
    guard let question = register?.question, let entry = session.entries[Address(question.name)] else {
      return nil
    }
    return text(of: entry, choices: questionnaire.choices(of: question)?.choices ?? [])
  }
}
