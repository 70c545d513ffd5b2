extension Expression {
  /// Whether the expression holds, as far as that can be told where some answers are not known.
  ///
  /// Three-valued logic (Kleene 1952, section 64): `or` holds where one side does, and `and` fails where one
  /// side does, whatever the other would be; all else that leans on an unknown answer is not known.
  ///
  /// - Parameters:
  ///   - context: Where it is evaluated.
  ///   - isKnown: Whether the answer to a question, by its name, is known.
  /// - Returns: True or false; nothing where that is not known.
  /// - Throws: What could not be known before the answers were.
  package func truth(
    in context: EvaluationContext, isKnown: (String) -> Bool
  ) throws(EvaluationError) -> Bool? {
    if references.allSatisfy(isKnown) { return try isTrue(in: context) }
    return try tree.truth(in: context, isKnown: isKnown)
  }
}

extension Syntax {
  fileprivate func truth(
    in context: EvaluationContext, isKnown: (String) -> Bool
  ) throws(EvaluationError) -> Bool? {
    switch kind {
    case .operation(let first, let links) where links.allSatisfy { $0.sign == .or || $0.sign == .and }:
      var truth = try first.truth(in: context, isKnown: isKnown)
      for link in links {
        // What decides the whole: true for `or`, false for `and`.
        let decisive = link.sign == .or
        if truth == decisive { continue }
        let next = try link.operand.truth(in: context, isKnown: isKnown)
        truth = next == decisive ? decisive : truth == nil || next == nil ? nil : !decisive
      }
      return truth
    case .call(let call) where call.name == "not" && call.arguments.count == 1:
      return try call.arguments[0].truth(in: context, isKnown: isKnown).map { !$0 }
    default:
      var finder = ReferenceFinder()
      finder.visit(self, onForm: true)
      return finder.names.allSatisfy(isKnown) ? try value(in: context).isTrue() : nil
    }
  }
}
