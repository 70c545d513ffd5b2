internal import Glibc

extension Function {
  /// Numbers.
  static let numbers: [Function] = [
    Function("number", "value", .number) { call, context throws(EvaluationError) in
      .number(try call.number(0, context))
    },
    Function("int", "value", .number) { call, context throws(EvaluationError) in
      .number(try call.number(0, context).rounded(.towardZero))
    },
    Function("round", "value, places?", .number) { call, context throws(EvaluationError) in
      let places = call.arguments.count > 1 ? try call.integer(1, context) : 0
      return .number(try call.number(0, context).rounded(toPlaces: places))
    },
    Function("floor", "value", .number) { call, context throws(EvaluationError) in
      .number(try call.number(0, context).rounded(.down))
    },
    Function("ceiling", "value", .number) { call, context throws(EvaluationError) in
      .number(try call.number(0, context).rounded(.up))
    },
    Function("sum", "nodes", .number, nodeArguments: [0]) { call, context throws(EvaluationError) in
      var sum = 0.0
      for node in try call.nodes(0, context) {
        let number = try node.value.number()
        if !number.isNaN { sum += number }
      }
      return .number(sum)
    },
    Function("max", "value…", .number, spread: 0) { call, context throws(EvaluationError) in
      .number(try call.numbers(context).max() ?? .nan)
    },
    Function("min", "value…", .number, spread: 0) { call, context throws(EvaluationError) in
      .number(try call.numbers(context).min() ?? .nan)
    },
    real("abs") { $0.magnitude }, real("sqrt") { $0.squareRoot() },
    real("exp", exp), real("exp10") { pow(10, $0) }, real("log", log), real("log10", log10),
    real("sin", sin), real("cos", cos), real("tan", tan),
    real("asin", asin), real("acos", acos), real("atan", atan),
    Function("pow", "base, exponent", .number) { call, context throws(EvaluationError) in
      .number(try call.real(0, context).raised(to: try call.real(1, context)))
    },
    Function("atan2", "y, x", .number) { call, context throws(EvaluationError) in
      .number(atan2(try call.real(0, context), try call.real(1, context)))
    },
    Function("pi", "", .number) { _, _ in .number(.pi) },
  ]

  /// A function of one real number.
  private static func real(_ name: String, _ apply: @escaping @Sendable (Double) -> Double) -> Function {
    Function(name, "value", .number) { call, context throws(EvaluationError) in
      .number(apply(try call.real(0, context)))
    }
  }
}

extension FunctionCall {
  /// The arguments, or the nodes of the only one, as numbers; what is none is left out.
  fileprivate func numbers(_ context: EvaluationContext) throws(EvaluationError) -> [Double] {
    var numbers = [Double]()
    for value in try values(from: 0, context) {
      let number = try value.number()
      if !number.isNaN { numbers.append(number) }
    }
    return numbers
  }

  /// An argument as a real number: of a dateTime the days with their fraction.
  fileprivate func real(_ index: Int, _ context: EvaluationContext) throws(EvaluationError) -> Double {
    let value = try value(index, context)
    return if case .dateTime(let moment) = value { moment.fractionalDays } else { try value.number() }
  }
}

extension Double {
  /// The power as Java defines it: unlike in C, 1 to the power of NaN or of infinity is NaN.
  fileprivate func raised(to exponent: Double) -> Double {
    if exponent.isNaN || (magnitude == 1 && exponent.isInfinite) { return .nan }
    return pow(self, exponent)
  }
}
