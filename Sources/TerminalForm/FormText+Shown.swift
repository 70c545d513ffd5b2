internal import Messages
internal import Survey

extension FormText {
  /// The value of a question that people read and are not asked.
  ///
  /// - Parameters:
  ///   - address: The question.
  ///   - session: The form as it is filled.
  /// - Returns: The labels of choices, any other value as it is; nothing for a note, which has none.
  func value(shownAt address: Address, in session: FormSession) -> String? {
    guard let question = questionnaire.question(address.question), question.kind != .note else { return nil }
    guard let answer = session.shownAnswer(at: address) else { return say(.emptyPart) }
    guard !answer.choices.isEmpty else { return answer.cell }
    let list = questionnaire.choices(of: question)
    return answer.choices.map { list?[$0].map(label) ?? $0.text }.joined(separator: comma)
  }
}
