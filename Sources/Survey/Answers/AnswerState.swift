/// What is known of one question in one response.
///
/// Five states that a tally must never mix: an empty cell alone tells none of them apart, so a response
/// file lists `not_asked`, `not_applicable` and `unknown` beside the answers.
public enum AnswerState: Sendable, Hashable {
  /// Asked and answered.
  case answered(Answer)
  /// Asked and left empty.
  case blank
  /// Asked, and said not to apply.
  case notApplicable
  /// Answered or not, nobody knows any more: not published, not legible.
  case unknown
  /// Not asked, because another answer made it needless.
  case notAsked
}

extension AnswerState {
  /// The answer, where there is one.
  public var answer: Answer? {
    if case .answered(let answer) = self { return answer }
    return nil
  }
}
