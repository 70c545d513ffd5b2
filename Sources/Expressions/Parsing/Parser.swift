/// Builds the tree of an expression from its tokens, by precedence climbing.
struct Parser {
  /// Deeper nesting than this is refused, so that no text can exhaust the stack.
  static let depthLimit = 250

  private let source: String
  private let tokens: [Token]
  private var index = 0
  private var depth = 0

  /// Reads a whole text.
  ///
  /// - Parameter source: The text of an expression.
  /// - Returns: Its tree.
  /// - Throws: Where reading stopped, and why.
  static func tree(of source: String) throws(ExpressionError) -> Syntax {
    var parser = Parser(source: source, tokens: try Lexer.tokens(of: source))
    if parser.tokens.count == 1 { throw ExpressionError(position: 1, reason: .empty) }
    let tree = try parser.expression()
    guard parser.token.kind == .end else { throw parser.unexpected("an operator or the end") }
    return tree
  }

  private init(source: String, tokens: [Token]) {
    self.source = source
    self.tokens = tokens
  }

  // MARK: Operators

  /// Reads operands and operators of at least one precedence.
  private mutating func expression(_ lowest: Int = 0) throws(ExpressionError) -> Syntax {
    var left = try operand()
    while let precedence = signAhead?.precedence, precedence >= lowest {
      var links = [Syntax.Link]()
      while let sign = signAhead, sign.precedence == precedence {
        index += 1
        links.append(Syntax.Link(sign, try expression(precedence + 1)))
      }
      let end = links[links.count - 1].operand.range.upperBound
      left = Syntax(.operation(first: left, links: links), left.range.lowerBound..<end)
    }
    return left
  }

  private var signAhead: Operator? {
    if case .sign(let sign) = token.kind { sign } else { nil }
  }

  /// Reads a value with the minus signs in front of it.
  private mutating func operand() throws(ExpressionError) -> Syntax {
    guard token.kind == .sign(.minus) else { return try value() }
    let start = token.range.lowerBound
    try descend()
    index += 1
    let operand = try expression(Operator.union.precedence)
    depth -= 1
    return Syntax(.negation(operand), start..<operand.range.upperBound)
  }

  // MARK: Values

  private mutating func value() throws(ExpressionError) -> Syntax {
    let first = token
    switch first.kind {
    case .number(let number):
      index += 1
      return Syntax(.number(number), first.range)
    case .text(let text):
      index += 1
      return Syntax(.text(text), first.range)
    case .opening: return try parenthesized()
    case .name where tokens[index + 1].kind == .opening: return try call()
    case .name, .star, .dot, .doubleDot: return try path(.context, from: first.range.lowerBound)
    case .slash: return try path(.document, from: first.range.lowerBound)
    case .reference(let name):
      index += 1
      return try path(.reference(name), from: first.range.lowerBound)
    case .sign(let sign) where index == 0:
      throw unexpected("a value before it, as in '. \(sign.rawValue) 5',")
    default: throw unexpected(Self.aValue)
    }
  }

  private mutating func parenthesized() throws(ExpressionError) -> Syntax {
    let opening = token
    try descend()
    index += 1
    let inner = try expression()
    try close(opening, with: .closing, ")", expected: "an operator or ')'")
    depth -= 1
    return Syntax(inner.kind, opening.range.lowerBound..<tokens[index - 1].range.upperBound)
  }

  private mutating func call() throws(ExpressionError) -> Syntax {
    let start = token.range.lowerBound
    guard case .name(let name) = token.kind else { throw unexpected("a function") }
    let opening = tokens[index + 1]
    try descend()
    index += 2
    var arguments = [Syntax]()
    if token.kind != .closing {
      arguments.append(try expression())
      while token.kind == .comma {
        index += 1
        arguments.append(try expression())
      }
    }
    try close(opening, with: .closing, ")", expected: "an operator, ',' or ')'")
    depth -= 1
    switch (name, arguments.first?.kind, arguments.count) {
    case ("current", nil, _): return try path(.current, from: start)
    case ("instance", .text(let list), 1): return try path(.instance(list), from: start)
    default:
      let end = tokens[index - 1].range.upperBound
      return Syntax(.call(FunctionCall(name, arguments)), start..<end)
    }
  }

  // MARK: Paths

  /// Reads the rest of a path; the first step too where it is a relative one.
  private mutating func path(_ root: Path.Root, from start: Int) throws(ExpressionError) -> Syntax {
    var steps = [Path.Step]()
    var predicates = [Syntax]()
    switch root {
    case .context: if let step = try step() { steps.append(step) }
    case .document: break
    case .reference, .current, .instance: predicates = try self.predicates()
    }
    while token.kind == .slash {
      index += 1
      if root == .document, steps.isEmpty, !startsStep { break }
      if let step = try step() { steps.append(step) }
    }
    let path = Path(root, predicates: predicates, steps: steps)
    return Syntax(.path(path), start..<tokens[index - 1].range.upperBound)
  }

  private var startsStep: Bool {
    switch token.kind {
    case .name, .star, .dot, .doubleDot: true
    default: false
    }
  }

  /// Reads one step; nothing for `.`, which leads nowhere.
  private mutating func step() throws(ExpressionError) -> Path.Step? {
    let first = token
    let axis: Path.Axis
    switch first.kind {
    case .dot:
      index += 1
      return nil
    case .doubleDot:
      index += 1
      return Path.Step(.parent, range: first.range)
    case .star: axis = .child(nil)
    case .name(let name):
      if tokens[index + 1].kind == .opening {
        throw error(.notSupported("'\(name)()' as a step of a path", instead: "use names, '..' and '*'"))
      }
      axis = .child(name)
    default: throw unexpected("a name, '..' or '*'")
    }
    index += 1
    return Path.Step(axis, predicates: try predicates(), range: first.range)
  }

  private mutating func predicates() throws(ExpressionError) -> [Syntax] {
    var predicates = [Syntax]()
    while token.kind == .openingBracket {
      let opening = token
      try descend()
      index += 1
      predicates.append(try expression())
      try close(opening, with: .closingBracket, "]", expected: "an operator or ']'")
      depth -= 1
    }
    return predicates
  }

  // MARK: Tokens and errors

  private var token: Token { tokens[index] }

  private mutating func descend() throws(ExpressionError) {
    guard depth < Self.depthLimit else { throw error(.tooDeep(limit: Self.depthLimit)) }
    depth += 1
  }

  private mutating func close(
    _ opening: Token, with kind: Token.Kind, _ closing: String, expected: String
  ) throws(ExpressionError) {
    if token.kind == kind {
      index += 1
    } else if token.kind == .end {
      throw error(.unclosed(text(of: opening), closedBy: closing), at: opening)
    } else {
      throw unexpected(expected)
    }
  }

  private static let aValue = "a value (a question, a number, a text in quotes or a function)"

  /// What to say of a token that nothing above could read.
  private func unexpected(_ expected: String) -> ExpressionError {
    let found = text(of: token)
    let operatorExpected = index > 0 && tokens[index - 1].endsValue
    switch token.kind {
    case .end: return error(.unexpected(found: nil, expected: expected))
    case .closing where operatorExpected: return error(.unopened(")", opening: "("))
    case .closingBracket where operatorExpected: return error(.unopened("]", opening: "["))
    case .slash where operatorExpected: return error(.foreign("/", instead: "div"))
    case .name where operatorExpected && Operator(rawValue: found.lowercased()) != nil:
      return error(.foreign(found, instead: found.lowercased()))
    default: return error(.unexpected(found: found, expected: expected))
    }
  }

  private func error(_ reason: ExpressionError.Reason, at place: Token? = nil) -> ExpressionError {
    let offset = (place ?? token).range.lowerBound
    return ExpressionError(position: source.column(atByte: offset), reason: reason)
  }

  private func text(of token: Token) -> String {
    let start = source.utf8.index(source.startIndex, offsetBy: token.range.lowerBound)
    return String(source[start..<source.utf8.index(start, offsetBy: token.range.count)])
  }
}
