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

/// What counts as one question: all parts of a number in one repeat, or a question without a number.
private struct CountedQuestion: Hashable {
  let repeats: [Address.Repeat]
  let number: String?
  let name: Question.Name?

  init(_ address: Address, in numbering: Numbering) {
    repeats = address.repeats
    number = numbering.number(of: address.question)
    name = number == nil ? address.question : nil
  }
}

extension FormText {
  /// How many questions some addresses are of; a question without a number counts too, each repeat by itself.
  func countQuestions(_ addresses: [Address]) -> Int {
    Set(addresses.map { CountedQuestion($0, in: numbering) }).count
  }

  /// Counts the questions of a form.
  ///
  /// - Parameters:
  ///   - session: The form.
  ///   - asked: How many are asked, where that is known.
  /// - Returns: The counts.
  func counts(of session: FormSession, asked: Int? = nil) -> QuestionCounts {
    let answered = session.answered
    let open = numbersLeftOpen(of: session.outline.asked, answered: answered.asked)
    let full = answered.asked.lazy.map(\.question).filter { name in
      open.isEmpty || numbering.number(of: name).map(open.contains) != true
    }
    return QuestionCounts(
      asked: asked ?? numbering.count(session.outline.asked.lazy.map(\.question)),
      answered: numbering.count(full),
      setAside: numbering.count(answered.setAside.lazy.map(\.question)))
  }
}

extension FormText {
  /// The numbers that some repeat has no answer to: what is asked in three repeats is answered after the third.
  private func numbersLeftOpen(of asked: [Address], answered: [Address]) -> Set<String> {
    var given: Set<CountedQuestion> = []
    for address in answered where !address.repeats.isEmpty {
      given.insert(CountedQuestion(address, in: numbering))
    }
    var open: Set<String> = []
    for address in asked where !address.repeats.isEmpty {
      let question = CountedQuestion(address, in: numbering)
      if let number = question.number, !given.contains(question) { open.insert(number) }
    }
    return open
  }
}

/// One part of a review: a heading, and the questions below it.
struct ReviewSection {
  let heading: String
  /// The questions, each with what is to be said of it.
  let items: [(address: Address, text: String)]
}

extension FormText {
  /// What a person should see before submitting: to look at, what is not answered, set aside, and the answers.
  func reviewSections(of session: FormSession) -> [ReviewSection] {
    let review = session.review
    // What is needed stands under "please look at", and so does what was typed: the form cannot be sent so.
    let blocking = Set(review.blocking.map(\.address))
    let empty = review.notAnswered.filter { !blocking.contains($0) }
    let sections = [
      // What stands in the way comes first: what may stay empty can be long.
      section(
        .pleaseLook,
        review.pleaseLook.map { item in
          (item.address, title(of: item.address, followedBy: text(of: item.issue, at: item.address)))
        }),
      section(.notAnswered, empty.map { ($0, title(of: $0)) }, note: say(.maySendEmpty)),
      section(of: review.faults),
      section(
        .setAsideTitle, review.setAside.map { ($0.address, title(of: $0.address, hiddenBy: $0.because)) },
        note: say(.setAsideNote)),
      ReviewSection(
        heading: say(.answersTitle),
        items: review.answered.map { address in
          (address, title(of: address, followedBy: answer(at: address, in: session)))
        }),
    ]
    return sections.filter { !$0.items.isEmpty }
  }

  /// A heading and what stands below it.
  ///
  /// The heading counts by question, as the receipt does: the parts of a compound question are one. A question
  /// of which only a part is missing counts here and, in the receipt, as answered.
  func section(
    _ heading: Phrase, _ items: [(address: Address, text: String)], note: String = ""
  ) -> ReviewSection {
    let title = say(heading, ["count": String(countQuestions(items.map(\.address)))])
    return ReviewSection(heading: note.isEmpty ? title : title + comma + note, items: items)
  }

  private func title(of address: Address, hiddenBy because: [Question.Name]) -> String {
    if because.isEmpty { return title(of: address) }
    return "\(title(of: address)) (\(say(.because, ["number": references(toQuestions: because)])))"
  }

  /// A question and what is to be said of it; a colon between them only where the question has no stop.
  func title(of address: Address, followedBy text: String) -> String {
    let title = title(of: address)
    let hasStop = title.last.map { "?!.:;…؟؛？！。：；".contains($0) } == true
    if hasStop { return title + (text.hasPrefix("\n") ? "" : " ") + text }
    return text.hasPrefix("\n") ? labelled(title, "").trimmed + text : labelled(title, text)
  }

  private func answer(at address: Address, in session: FormSession) -> String {
    guard let entry = session.entries[address] else { return "" }
    let text = text(of: entry, choices: offer(at: address, in: session))
    // A text of several lines stands below its question, indented, so that nothing of it looks like ours.
    guard text.contains("\n") else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { "\n      \($0)" }.joined()
  }
}

// MARK: - After the review

extension FormText {
  /// The form as it stands, on paper: the review, and that it was not sent.
  public func sheet(of session: FormSession) -> String {
    let counts = counts(of: session)
    let answered = say(.answeredOf, ["answered": String(counts.answered), "asked": String(counts.asked)])
    var lines = [text(questionnaire.title), "\(say(.savedNotSubmitted)) \(answered)"]
    for section in reviewSections(of: session) {
      lines += ["", section.heading] + section.items.map { "  \($0.text)" }
    }
    return lines.map { $0.harmless + "\n" }.joined()
  }

  /// What stands in the way of a submission.
  func lines(of refusal: SubmissionRefusal) -> [String] {
    let missing = refusal.blocking.filter { $0.issue == .missing }.map(\.address)
    let broken = refusal.blocking.filter { $0.issue != .missing }.map(\.address)
    // What must be mended is little; what is still needed can fill a screen.
    return (broken.isEmpty ? [] : [say(.mustMend, ["numbers": references(to: broken)])])
      + (missing.isEmpty ? [] : [say(.stillNeeded, ["numbers": references(to: missing)])])
  }

  /// The receipt that the respondent keeps, line by line.
  func receipt(
    _ stored: FormDesk.Receipt, of response: Response, in session: FormSession, counts: QuestionCounts
  ) -> [String] {
    let answers = say(
      .answerCounts,
      [
        "answered": String(counts.answered), "asked": String(counts.asked), "empty": String(counts.empty),
        "aside": String(counts.setAside),
      ])
    let time = response.submittedAt.map { "\($0.date) \($0.time) UTC" } ?? ""
    let respondent = respondent(of: session).map { [(Phrase.respondent, $0)] } ?? []
    let rows =
      [(Phrase.receipt, stored.receipt.description)] + respondent
      + [(.submittedTime, time), (.answers, answers)]
      + (stored.copy.isEmpty ? [] : [(.copy, stored.copy)])
    return ["", say(.submitted)] + rows.map { "  " + labelled($0.0, $0.1) }
  }
}

extension FormText {
  /// Whose answers these are: the label of what is chosen from the register; nothing where that is not done yet, or the
  /// form has none.
  public func respondent(of session: FormSession) -> String? {
    guard let question = questionnaire.registerQuestion,
      let entry = session.entries[Address(question.name)]
    else { return nil }
    return text(of: entry, choices: questionnaire.choices(of: question)?.choices ?? [])
  }
}
