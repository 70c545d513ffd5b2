extension Function {
  /// Answers to select questions: the names of the chosen, separated by spaces.
  static let selections: [Function] = [
    selected("selected"), selected("is-selected"),
    Function("selected-at", "names, index", .text) { call, context throws(EvaluationError) in
      let names = try call.text(0, context).names
      let index = try call.integer(1, context)
      return .text(names.indices.contains(index) ? String(names[index]) : "")
    },
    Function("count-selected", "names", .number) { call, context throws(EvaluationError) in
      .number(Double(try call.text(0, context).names.count))
    },
    Function("jr:choice-name", "name, 'question'", .text) { call, context throws(EvaluationError) in
      let choice = try call.text(0, context)
      guard let question = FunctionCall.question(named: try call.text(1, context)) else { return .empty }
      let select = context.origin.nodes(referredToAs: question).first
      return .text(select?.label(ofChoice: choice) ?? "")
    },
  ]

  private static func selected(_ name: String) -> Function {
    Function(name, "names, name", .boolean) { call, context throws(EvaluationError) in
      let names = try call.text(0, context)
      let name = try call.text(1, context).utf8.trimmedLikeJava
      // A space on both sides lets a name be found whole, at the ends too.
      return .boolean(" \(names) ".contains(codeUnitsOf: " \(String(Substring(name))) "))
    }
  }
}
