/// Collects what an expression depends on.
struct ReferenceFinder {
  private(set) var names = [String]()
  private(set) var findsItself = false
  /// Whether `once()` is called.
  private(set) var callsOnce = false
  /// Whether it comes out by chance.
  private(set) var callsChance = false
  private var known = Set<String>()

  /// Looks at a part and everything in it.
  ///
  /// - Parameters:
  ///   - syntax: A part of an expression.
  ///   - onForm: Whether the context node is of the form; false inside the predicates of a list, where bare names
  ///     are columns.
  ///   - isFiltered: Whether the context node is one of those that a predicate chooses from, and not the question.
  mutating func visit(_ syntax: Syntax, onForm: Bool, isFiltered: Bool = false) {
    switch syntax.kind {
    case .number, .text: break
    case .negation(let operand): visit(operand, onForm: onForm, isFiltered: isFiltered)
    case .operation(let first, let links):
      visit(first, onForm: onForm, isFiltered: isFiltered)
      for link in links { visit(link.operand, onForm: onForm, isFiltered: isFiltered) }
    case .path(let path): visit(path, onForm: onForm, isFiltered: isFiltered)
    case .call(let call):
      for argument in call.arguments { visit(argument, onForm: onForm, isFiltered: isFiltered) }
      if !isFiltered, call.function?.usesContextNode(givenArguments: call.arguments.count) ?? false {
        findsItself = true
      }
      if call.name == "once" { callsOnce = true }
      if call.drawsLots { callsChance = true }
      if let name = call.quotedQuestion { add(name) }
    }
  }

  private mutating func visit(_ path: Path, onForm: Bool, isFiltered: Bool) {
    var stepsAreNames = true
    var predicatesOnForm = true
    switch path.root {
    case .reference(let name): add(name)
    case .current, .document: break
    case .context:
      if path.steps.isEmpty, !isFiltered { findsItself = true }
      // A bare name is a column where the context node is an item. Behind '..' it is a question.
      stepsAreNames = onForm && path.steps.first?.axis == .parent
      predicatesOnForm = onForm
    case .instance:
      stepsAreNames = false
      predicatesOnForm = false
    }
    for predicate in path.predicates { visit(predicate, onForm: predicatesOnForm, isFiltered: true) }
    for step in path.steps {
      if stepsAreNames, case .child(let name?) = step.axis { add(name) }
      for predicate in step.predicates { visit(predicate, onForm: predicatesOnForm, isFiltered: true) }
    }
  }

  private mutating func add(_ name: String) {
    if known.insert(name).inserted { names.append(name) }
  }
}

extension FunctionCall {
  /// Whether it needs random numbers.
  fileprivate var drawsLots: Bool {
    switch name {
    case "random", "uuid": true
    case "randomize": arguments.count == 1
    default: false
    }
  }

  /// The question that the second argument of `jr:choice-name` names in quotes: `'${state}'` or `'/data/state'`.
  var quotedQuestion: String? {
    guard name == "jr:choice-name", arguments.count == 2, case .text(let text) = arguments[1].kind else {
      return nil
    }
    return Self.question(named: text)
  }

  /// The name in `${name}`, or the last step of a path.
  static func question(named text: String) -> String? {
    let trimmed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if trimmed.hasPrefix("${"), trimmed.hasSuffix("}") { return String(trimmed.dropFirst(2).dropLast()) }
    return trimmed.split(separator: "/").last.map(String.init)
  }
}
