public import Survey

extension Numbering {
  /// The code by which blank forms mark a question.
  ///
  /// - Parameter name: A question of the questionnaire.
  /// - Returns: Its number on paper with two digits, `04`, `06a`; its name where it has no number.
  public func code(of name: Question.Name) -> QuestionCode {
    guard let label = label(of: name) else { return QuestionCode(name.text) }
    let digits = label.prefix { $0.isNumber }
    let zeros = String(repeating: "0", count: max(0, 2 - digits.count))
    return QuestionCode(digits.isEmpty ? label : zeros + label)
  }
}
