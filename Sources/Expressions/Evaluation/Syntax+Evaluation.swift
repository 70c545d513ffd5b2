extension Syntax {
  /// The value of this part.
  func value(in context: EvaluationContext) throws(EvaluationError) -> Value {
    switch kind {
    case .number(let number): return .number(number)
    case .text(let text): return .text(text)
    case .negation(let operand): return .number(-(try operand.value(in: context).number()))
    case .path(let path): return .nodes(try path.nodes(in: context))
    case .call(let call):
      guard let function = call.function else { throw .notSupported("\(call.name)()") }
      guard function.accepts(call.arguments.count) else {
        throw .notSupported("\(call.name)() with \(call.arguments.count) arguments")
      }
      return try function.evaluate(call, context)
    case .operation(let first, let links): return try Self.value(of: first, links, in: context)
    }
  }

  private static func value(
    of first: Syntax, _ links: [Link], in context: EvaluationContext
  ) throws(EvaluationError) -> Value {
    var result = try first.value(in: context)
    for link in links {
      switch link.sign {
      case .or:
        if try result.isTrue() { return .boolean(true) }
        result = .boolean(try link.operand.value(in: context).isTrue())
      case .and:
        if try !result.isTrue() { return .boolean(false) }
        result = .boolean(try link.operand.value(in: context).isTrue())
      case .equal: result = .boolean(try result.equals(try link.operand.value(in: context)))
      case .notEqual: result = .boolean(try !result.equals(try link.operand.value(in: context)))
      case .union: throw .notSupported("'|' (the union of two paths)")
      case .less, .lessOrEqual, .greater, .greaterOrEqual, .plus, .minus, .times, .divided, .modulo:
        let left = try result.number()
        let right = try link.operand.value(in: context).number()
        result = Self.apply(link.sign, left, right)
      }
    }
    return result
  }

  private static func apply(_ sign: Operator, _ left: Double, _ right: Double) -> Value {
    switch sign {
    case .less: .boolean(left < right)
    case .lessOrEqual: .boolean(left <= right)
    case .greater: .boolean(left > right)
    case .greaterOrEqual: .boolean(left >= right)
    case .plus: .number(left + right)
    case .minus: .number(left - right)
    case .times: .number(left * right)
    case .divided: .number(left / right)
    // The sign of the remainder is that of the dividend, as in Java.
    case .modulo: .number(left.truncatingRemainder(dividingBy: right))
    case .or, .and, .equal, .notEqual, .union: .number(.nan)
    }
  }
}
