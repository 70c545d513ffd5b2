extension Expression {
  /// What kind of value it gives, whatever is answered; nothing where answers decide.
  public var result: Function.Result? { tree.result }
}

extension Syntax {
  fileprivate var result: Function.Result? {
    switch kind {
    case .number, .negation: return .number
    case .text: return .text
    case .path: return nil
    case .operation(_, let links):
      return switch links.last?.sign {
      case .plus, .minus, .times, .divided, .modulo: .number
      case .union, nil: nil
      default: .boolean
      }
    case .call(let call):
      guard let result = call.function?.result, result == .any else { return call.function?.result }
      let choices: ArraySlice<Syntax> =
        switch call.name {
        case "if": call.arguments.dropFirst()
        case "coalesce": call.arguments[...]
        case "once", "depend": call.arguments.prefix(1)
        default: []
        }
      let results = Set(choices.map(\.result))
      return results.count == 1 ? results.first ?? nil : nil
    }
  }
}
