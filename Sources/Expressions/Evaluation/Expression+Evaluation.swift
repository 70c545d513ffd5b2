extension Expression {
  /// The value of the expression.
  ///
  /// - Parameter context: Where it is evaluated.
  /// - Returns: A value; nodes where the expression is a path.
  /// - Throws: What could not be known before the answers were.
  public func value(in context: EvaluationContext) throws(EvaluationError) -> Value {
    try tree.value(in: context)
  }

  /// Whether the expression holds: what `relevant`, `constraint`, `required` and `choice_filter` ask.
  ///
  /// - Parameter context: Where it is evaluated.
  /// - Returns: The value as a boolean.
  /// - Throws: What could not be known before the answers were.
  public func isTrue(in context: EvaluationContext) throws(EvaluationError) -> Bool {
    try tree.value(in: context).isTrue()
  }

  /// The value as a text, as a `calculation` stores it.
  ///
  /// - Parameter context: Where it is evaluated.
  /// - Returns: The value as a text.
  /// - Throws: What could not be known before the answers were.
  public func text(in context: EvaluationContext) throws(EvaluationError) -> String {
    try tree.value(in: context).text()
  }

  /// The value as a number, as `repeat_count` asks for it; NaN where it is none.
  ///
  /// - Parameter context: Where it is evaluated.
  /// - Returns: The value as a number.
  /// - Throws: What could not be known before the answers were.
  public func number(in context: EvaluationContext) throws(EvaluationError) -> Double {
    try tree.value(in: context).number()
  }
}
