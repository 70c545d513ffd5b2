extension Syntax: CustomStringConvertible {
  /// The expression in its shortest usual spelling: `${age} >= 18 and not(selected(., 'none'))`.
  package var description: String {
    switch kind {
    case .number(let number): Self.literal(number)
    case .text(let text): Self.quoted(text)
    case .operation(let first, let links):
      links.reduce(first.operand(of: links[0].sign.precedence)) { left, link in
        "\(left) \(link.sign.rawValue) \(link.operand.operand(of: link.sign.precedence))"
      }
    case .negation(let operand): "-\(operand.operand(of: Operator.negationPrecedence - 1))"
    case .path(let path): path.description
    case .call(let call): "\(call.name)(\(call.arguments.map(\.description).joined(separator: ", ")))"
    }
  }

  /// The text, in parentheses unless it binds tighter than an operator of that precedence.
  private func operand(of precedence: Int) -> String {
    let own: Int
    switch kind {
    case .operation(_, let links): own = links[0].sign.precedence
    case .negation: own = Operator.negationPrecedence
    default: return description
    }
    return own > precedence ? description : "(\(description))"
  }

  /// A number without exponent, as XPath writes it.
  private static func literal(_ number: Double) -> String {
    if number == number.rounded() && abs(number) < 1e15 { return String(Int(number)) }
    // What is too large for a number stands for infinity.
    return number.isFinite ? ShortestDecimal(number).plainText : "1" + String(repeating: "0", count: 310)
  }

  /// A text in the quotes that it does not have inside.
  fileprivate static func quoted(_ text: String) -> String {
    text.contains("'") ? "\"\(text)\"" : "'\(text)'"
  }
}

extension Path: CustomStringConvertible {
  package var description: String {
    let start =
      switch root {
      case .context: ""
      case .document: "/"
      case .reference(let name): "${\(name)}"
      case .current: "current()"
      case .instance(let name): "instance(\(Syntax.quoted(name)))"
      }
    let filtered = start + predicates.map { "[\($0)]" }.joined()
    let way = steps.map(\.description).joined(separator: "/")
    return switch root {
    case .context: way.isEmpty ? "." : way
    // A lone slash needs parentheses: what follows it would be its first step.
    case .document: way.isEmpty ? "(/)" : filtered + way
    case .reference, .current, .instance: way.isEmpty ? filtered : "\(filtered)/\(way)"
    }
  }
}

extension Path.Step: CustomStringConvertible {
  package var description: String {
    let test =
      switch axis {
      case .parent: ".."
      case .child(let name): name ?? "*"
      }
    return test + predicates.map { "[\($0)]" }.joined()
  }
}
