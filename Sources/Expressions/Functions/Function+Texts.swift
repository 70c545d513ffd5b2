extension Function {
  /// Texts.
  ///
  /// Positions and lengths count UTF-16 code units, positions from 0, as in JavaRosa.
  static let texts: [Function] = [
    Function("string", "value", .text) { call, context throws(EvaluationError) in
      .text(try call.text(0, context))
    },
    // What a telephone knows of itself and of who holds it: nobody does here.
    Function("property", "name", .text) { _, _ in .empty },
    Function("version", "", .text) { _, context in .text(context.surroundings.formVersion) },
    Function("concat", "text…", .text, spread: 0) { call, context throws(EvaluationError) in
      .text(try call.joined(from: 0, by: "", context))
    },
    Function("join", "separator, text…", .text, spread: 1) { call, context throws(EvaluationError) in
      .text(try call.joined(from: 1, by: try call.text(0, context), context))
    },
    Function("string-length", "text?", .number, contextNode: .withoutArguments) {
      call, context throws(EvaluationError) in
      .number(Double(try call.ownText(context).utf16.count))
    },
    Function("normalize-space", "text?", .text, contextNode: .withoutArguments) {
      call, context throws(EvaluationError) in
      .text(try call.ownText(context).withNormalizedSpace)
    },
    Function("contains", "text, part", .boolean) { call, context throws(EvaluationError) in
      .boolean(try call.text(0, context).contains(codeUnitsOf: try call.text(1, context)))
    },
    Function("starts-with", "text, part", .boolean) { call, context throws(EvaluationError) in
      .boolean(try call.text(0, context).starts(withCodeUnitsOf: try call.text(1, context)))
    },
    Function("ends-with", "text, part", .boolean) { call, context throws(EvaluationError) in
      .boolean(try call.text(0, context).ends(withCodeUnitsOf: try call.text(1, context)))
    },
    Function("substring-before", "text, part", .text) { call, context throws(EvaluationError) in
      .text(try call.text(0, context).before(try call.text(1, context)))
    },
    Function("substring-after", "text, part", .text) { call, context throws(EvaluationError) in
      .text(try call.text(0, context).after(try call.text(1, context)))
    },
    Function("substr", "text, start, end?", .text) { call, context throws(EvaluationError) in
      let units = Array(try call.text(0, context).utf16)
      let end = call.arguments.count > 2 ? try call.integer(2, context) : units.count
      let bounds = [try call.integer(1, context), end].map { bound in
        min(max(0, bound < 0 ? units.count + bound : bound), units.count)
      }
      return .text(
        bounds[0] < bounds[1] ? String(decoding: units[bounds[0]..<bounds[1]], as: UTF16.self) : "")
    },
    Function("translate", "text, from, to", .text) { call, context throws(EvaluationError) in
      let from = Array(try call.text(1, context).unicodeScalars)
      let to = Array(try call.text(2, context).unicodeScalars)
      var result = String.UnicodeScalarView()
      for scalar in try call.text(0, context).unicodeScalars {
        guard let index = from.firstIndex(of: scalar) else {
          result.append(scalar)
          continue
        }
        if index < to.count { result.append(to[index]) }
      }
      return .text(String(result))
    },
    Function("regex", "text, pattern", .boolean) { call, context throws(EvaluationError) in
      let text = try call.text(0, context)
      let written = try call.pattern == nil ? call.text(1, context) : nil
      guard let pattern = call.pattern ?? written.flatMap(Pattern.init) else {
        throw .badPattern(written ?? "")
      }
      guard let matches = pattern.matches(text) else { throw .costlyPattern(text: text) }
      return .boolean(matches)
    },
  ]
}

extension FunctionCall {
  /// The first argument as a text; the text of the context node where there is none.
  fileprivate func ownText(_ context: EvaluationContext) throws(EvaluationError) -> String {
    try arguments.isEmpty ? context.node.value.text() : text(0, context)
  }

  fileprivate func joined(
    from start: Int, by separator: String, _ context: EvaluationContext
  ) throws(EvaluationError) -> String {
    var result = ""
    for (index, value) in try values(from: start, context).enumerated() {
      if index > 0 { result += separator }
      result += try value.text()
      // Calculations that repeat each other a few times over would fill any memory.
      if result.utf8.count > Self.longestText { throw .tooLong(limit: Self.longestText) }
    }
    return result
  }

  /// How many bytes a text may have that is put together.
  private static let longestText = 1_000_000
}
