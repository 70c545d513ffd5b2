package import Expressions

extension FormSession {
  /// Where the expressions of a question are evaluated, as things stand.
  ///
  /// Each call works out anew what it leads to.
  ///
  /// - Parameter address: A question of this form.
  /// - Returns: The question as the context node, with the lists of the form and its clock.
  package func context(at address: Address) -> EvaluationContext {
    FormTree(
      questionnaire: questionnaire, entries: entries, repeatCounts: repeatCounts, startedAt: startedAt,
      mode: mode
    ).context(at: .question(address))
  }
}
