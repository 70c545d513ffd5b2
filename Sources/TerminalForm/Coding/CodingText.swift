internal import Coding
internal import Messages
internal import Survey

/// What both front-ends say of a session.
struct CodingText {
  let words: FormText
  let session: CodingSession

  /// The question whose answers are coded.
  var question: String {
    words.questionnaire.question(session.place.question).map { words.label(of: $0) }
      ?? session.place.question.text
  }

  /// How far the coder is.
  var progress: String {
    words.say(
      .codingProgress,
      [
        "coder": session.coder.text, "coded": String(session.codedCount),
        "total": String(session.items.count),
      ])
  }

  /// Which answer is looked at, and whose it is.
  func heading(_ item: CodingSession.Item) -> String {
    words.say(
      .codingAnswerOf,
      ["number": String(session.position + 1), "total": String(session.items.count), "who": item.who])
  }

  /// Where the answer came from.
  func origin(_ item: CodingSession.Item) -> String {
    words.say(.codingPlace, ["file": item.file, "line": String(item.line)])
  }

  /// What people read of a code.
  func label(_ code: Codebook.Code) -> String {
    let label = words.text(code.label)
    return label.isEmpty ? code.name.text : label
  }

  /// A code in the list, marked where its keywords stand in the answer.
  func choice(_ code: Codebook.Code, suggested: [Codebook.Code.Name]) -> String {
    suggested.contains(code.name) ? "\(label(code)) \(words.say(.codingSuggested))" : label(code)
  }

  /// What the answer has now.
  var state: String {
    guard let verdict = session.verdict else { return words.say(.codingNotCoded) }
    let codes = verdict.codes.map { name in
      session.codebook.code(name, at: session.place).map(label) ?? name.text
    }
    let text = verdict.isNone ? words.say(.codingNone) : words.say.list(codes)
    return words.say(.codingGiven, ["codes": text])
  }
}
