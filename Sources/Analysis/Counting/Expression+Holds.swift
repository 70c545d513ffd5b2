internal import Calendar
internal import Expressions
internal import Survey

extension Expression {
  /// Whether it holds of some answers.
  ///
  /// - Parameters:
  ///   - values: The answers by the names of their questions; what is not answered is not there.
  ///   - forms: The forms whose lists it may look into.
  ///   - now: What `now()` and `today()` mean.
  /// - Returns: Whether it is true.
  /// - Throws: Why that cannot be worked out.
  func holds(
    of values: [String: Value], in forms: Forms, now: Instant
  ) throws(EvaluationError) -> Bool {
    let surroundings = Surroundings(now: DateTime(now, offset: 0)) { name in
      forms.all.lazy.flatMap(\.lists.values).first { $0.instanceID == name }.map { ItemTable($0).document }
    }
    let node = AnswersNode(values: values, place: .form)
    return try isTrue(in: EvaluationContext(node: node, surroundings: surroundings))
  }
}
