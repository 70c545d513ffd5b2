extension Function {
  /// Chance, from the source that the surroundings give.
  static let chance: [Function] = [
    Function("random", "", .number) { call, context throws(EvaluationError) in
      let bits = try context.randomBits(for: call)
      // 53 bits are what a number between 0 and 1 can hold.
      return .number(Double(bits >> 11) * 0x1p-53)
    },
    Function("uuid", "length?", .text) { call, context throws(EvaluationError) in
      guard !call.arguments.isEmpty else { return .text(try context.uuid(for: call)) }
      var text = ""
      for _ in 0..<min(max(0, try call.integer(0, context)), 1000) {
        text.append(alphabet[Int(try context.randomBits(for: call) % UInt64(alphabet.count))])
      }
      return .text(text)
    },
    Function("randomize", "nodes, seed?", .any, nodeArguments: [0]) { call, context throws(EvaluationError) in
      let nodes = try call.nodes(0, context)
      guard call.arguments.count > 1 else {
        var source = MinimalStandard(seed: Int(truncatingIfNeeded: try context.randomBits(for: call) >> 1))
        return .nodes(source.shuffled(nodes))
      }
      let seed = try call.number(1, context)
      // JavaRosa takes a text for the hash of it, which nobody can foresee.
      guard !seed.isNaN else { throw .notASeed(try call.text(1, context)) }
      var source = MinimalStandard(seed: Int(saturating: seed))
      return .nodes(source.shuffled(nodes))
    },
  ]

  private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
}

extension EvaluationContext {
  fileprivate func randomBits(for call: FunctionCall) throws(EvaluationError) -> UInt64 {
    guard let source = surroundings.randomBits else { throw .noRandomSource(function: call.name) }
    return source()
  }

  /// A random UUID (RFC 9562, version 4).
  fileprivate func uuid(for call: FunctionCall) throws(EvaluationError) -> String {
    let high = try randomBits(for: call) & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
    let low = try randomBits(for: call) & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    let digits = Array(
      [high, low].map { bits in
        let text = String(bits, radix: 16)
        return String(repeating: "0", count: 16 - text.count) + text
      }.joined())
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }.joined(separator: "-")
  }
}
