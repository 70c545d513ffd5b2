internal import Calendar

extension Expression {
  /// Whether the expression holds, where that is the same whatever is answered; nothing where answers, the clock or
  /// chance decide.
  public var constantTruth: Bool? { tree.constantTruth }
}

extension Syntax {
  /// Whether this part holds, where no answer, clock or chance decides; nothing where it fails.
  var constantTruth: Bool? { try? constantValue()?.isTrue() }

  /// Why this part can never be evaluated, whatever is answered; nothing where it can, or where answers decide.
  var constantError: EvaluationError? {
    do throws(EvaluationError) { _ = try constantValue() } catch { return error }
    return nil
  }

  /// This part as a text, where no answer, clock or chance decides; nothing where it fails.
  var constantText: String? { try? constantValue()?.text() }

  private func constantValue() throws(EvaluationError) -> Value? {
    guard isConstant else { return nil }
    let noon = DateTime(localMilliseconds: 0, offset: 0)
    return try value(in: EvaluationContext(node: NoNode(), surroundings: Surroundings(now: noon)))
  }

  private var isConstant: Bool {
    switch kind {
    case .number, .text: true
    case .path: false
    case .negation(let operand): operand.isConstant
    case .operation(let first, let links): first.isConstant && links.allSatisfy(\.operand.isConstant)
    case .call(let call):
      call.function.map { !$0.usesContextNode(givenArguments: call.arguments.count) } ?? false
        && !Self.worldly.contains(call.name) && call.arguments.allSatisfy(\.isConstant)
    }
  }

  /// Functions that look at more than what they are given.
  private static let worldly: Set = [
    "today", "now", "random", "uuid", "randomize", "version", "jr:choice-name", "decimal-time",
    "decimal-date-time", "property",
  ]
}

/// Where there are no answers.
private struct NoNode: Node {
  var name: String { "" }
  var value: Value { .empty }
  var parent: (any Node)? { nil }
  var position: Int { 1 }
  func children(named name: String?) -> [any Node] { [] }
  func nodes(referredToAs name: String) -> [any Node] { [] }
}
