extension Function {
  /// Conditions and booleans.
  static let logic: [Function] = [
    Function("if", "condition, then, else", .any) { call, context throws(EvaluationError) in
      try call.value(try call.isTrue(0, context) ? 1 : 2, context)
    },
    Function("coalesce", "first, second", .any) { call, context throws(EvaluationError) in
      let first = try call.value(0, context).single()
      return try first.isMissing ? call.value(1, context) : first
    },
    Function("once", "value", .any, contextNode: .always) { call, context throws(EvaluationError) in
      let own = context.node.value
      return try own.text().isEmpty ? call.value(0, context) : own
    },
    // The rest are only names that the value depends on.
    Function("depend", "value, name…", .any, spread: 1) { call, context throws(EvaluationError) in
      for index in call.arguments.indices.dropFirst() { _ = try call.value(index, context) }
      return try call.value(0, context)
    },
    Function("true", "", .boolean) { _, _ in .boolean(true) },
    Function("false", "", .boolean) { _, _ in .boolean(false) },
    Function("not", "condition", .boolean) { call, context throws(EvaluationError) in
      .boolean(try !call.isTrue(0, context))
    },
    Function("boolean", "value", .boolean) { call, context throws(EvaluationError) in
      .boolean(try call.isTrue(0, context))
    },
    Function("boolean-from-string", "text", .boolean) { call, context throws(EvaluationError) in
      let text = try call.text(0, context)
      return .boolean(text == "1" || text.lowercased() == "true")
    },
    Function("checklist", "least, most, factor…", .boolean, spread: 2) {
      call, context throws(EvaluationError) in
      let least = try call.integer(0, context)
      let most = try call.integer(1, context)
      var count = 0
      for factor in try call.values(from: 2, context) where try factor.isTrue() { count += 1 }
      return .boolean((least < 0 || count >= least) && (most < 0 || count <= most))
    },
    Function("weighted-checklist", "least, most, factor…, weight…", .boolean, spread: 2) {
      call, context throws(EvaluationError) in
      let least = try call.number(0, context)
      let most = try call.number(1, context)
      let (factors, weights) = try call.factorsAndWeights(context)
      guard factors.count == weights.count else {
        throw .unequalCounts(function: call.name, factors.count, weights.count)
      }
      var sum = 0.0
      for (factor, weight) in zip(factors, weights) {
        let weight = try weight.number()
        if try factor.isTrue() { sum += weight }
      }
      return .boolean(sum >= least && sum <= most)
    },
  ]
}

extension FunctionCall {
  /// The pairs behind the limits; the nodes of two node sets where those are the only ones.
  fileprivate func factorsAndWeights(
    _ context: EvaluationContext
  ) throws(EvaluationError) -> (factors: [Value], weights: [Value]) {
    var factors = [Value]()
    var weights = [Value]()
    for index in arguments.indices.dropFirst(2) {
      let value = try self.value(index, context)
      if index.isMultiple(of: 2) { factors.append(value) } else { weights.append(value) }
    }
    if factors.count == 1, weights.count == 1, case .nodes(let flags) = factors[0],
      case .nodes(let sizes) = weights[0]
    {
      return (flags.map(\.value), sizes.map(\.value))
    }
    return (factors, weights)
  }
}

extension Value {
  /// Whether this is no answer: an empty text, or a number that is none.
  var isMissing: Bool {
    switch self {
    case .text(let text): text.isEmpty
    case .number(let number): number.isNaN
    default: false
    }
  }
}
