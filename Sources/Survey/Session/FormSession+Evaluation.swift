package import Expressions

extension FormSession {
  /// Where the expressions of a question are evaluated, as things stand.
  ///
  /// - Parameter address: A question of this form.
  /// - Returns: The question as the context node, with the lists of the form and its clock.
  package func context(at address: Address) -> EvaluationContext {
    outline.tree.context(at: .question(address))
  }
}
