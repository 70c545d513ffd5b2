extension Expression {
  /// What does not fit the form: unknown names, functions, lists and choices, wrong arguments; all at once.
  ///
  /// - Parameter scope: The form, seen from the cell in which the expression stands.
  /// - Returns: The problems in the order of the text; none where all is well.
  public func problems(in scope: FormScope) -> [ExpressionProblem] {
    var checker = Checker(scope: scope, source: source)
    checker.check(tree, in: scope.columns.map(Checker.Place.item) ?? .question)
    return checker.problems.sorted { $0.position < $1.position }
  }
}

/// Walks through an expression and collects what does not fit the form.
struct Checker {
  /// What the context node is, and with it what a bare name means.
  enum Place {
    /// A question: a bare name would be a child, and it has none.
    case question
    /// An item of a list with these columns; none where they are not known.
    case item([String])
    /// A group or an instance of a repeat: a bare name is a question in it.
    case group
  }

  let scope: FormScope
  let source: String
  private(set) var problems = [ExpressionProblem]()

  init(scope: FormScope, source: String) {
    self.scope = scope
    self.source = source
  }

  mutating func check(_ syntax: Syntax, in place: Place) {
    switch syntax.kind {
    case .number, .text: break
    case .negation(let operand): check(operand, in: place)
    case .operation(let first, let links):
      var left = first
      check(first, in: place)
      for link in links {
        check(link.operand, in: place)
        check(left, link.sign, link.operand, in: place)
        left = link.operand
      }
    case .path(let path): check(path, at: syntax.range, in: place)
    case .call(let call): check(call, at: syntax.range, in: place)
    }
  }

  mutating func report(_ reason: ExpressionProblem.Reason, at range: Range<Int>) {
    problems.append(ExpressionProblem(position: source.column(atByte: range.lowerBound), reason: reason))
  }

  // MARK: Paths

  private mutating func check(_ path: Path, at range: Range<Int>, in place: Place) {
    switch path.root {
    case .instance(let list): check(path, inList: list, at: range)
    case .context: checkRelative(path, in: place)
    case .reference(let name):
      if !checkName(name, at: range) && path.steps.isEmpty { return }
      checkSteps(path.steps[...], named: true)
    case .document: checkSteps(path.steps.dropFirst(), named: true)
    case .current: checkSteps(path.steps[...], named: true)
    }
    guard case .instance = path.root else {
      for predicate in path.predicates + path.steps.flatMap(\.predicates) {
        if case .item = place, case .context = path.root {
          check(predicate, in: place)
        } else {
          check(predicate, in: .group)
        }
      }
      return
    }
  }

  private mutating func checkRelative(_ path: Path, in place: Place) {
    guard let first = path.steps.first else { return }
    if first.axis == .parent { return checkSteps(path.steps[...], named: true) }
    guard case .child(let name?) = first.axis else { return }
    switch place {
    case .item(let columns): checkColumn(name, of: columns, at: first.range)
    case .question: report(.bareName(name, isKnown: scope.entries[name] != nil), at: first.range)
    case .group: checkSteps(path.steps[...], named: true)
    }
  }

  private mutating func checkSteps(_ steps: ArraySlice<Path.Step>, named: Bool) {
    for step in steps {
      if case .child(let name?) = step.axis { _ = checkName(name, at: step.range) }
    }
  }

  /// `instance('list')/root/item[…]/column`.
  private mutating func check(_ path: Path, inList list: String, at range: Range<Int>) {
    let columns = scope.lists[list]
    if columns == nil {
      report(.unknownList(list, nearest: nearest(to: list, among: scope.lists.keys.sorted())), at: range)
    }
    for (index, step) in path.steps.enumerated() {
      if index == 2, case .child(let name?) = step.axis {
        checkColumn(name, of: columns ?? [], at: step.range)
      }
      for predicate in step.predicates { check(predicate, in: .item(columns ?? [])) }
    }
  }

  private mutating func checkColumn(_ name: String, of columns: [String], at range: Range<Int>) {
    guard !columns.isEmpty, !columns.contains(name) else { return }
    report(.unknownColumn(name, nearest: nearest(to: name, among: columns), columns: columns), at: range)
  }

  private mutating func checkName(_ name: String, at range: Range<Int>) -> Bool {
    if scope.entries[name] != nil { return true }
    report(.unknownName(name, nearest: nearest(to: name, among: scope.names)), at: range)
    return false
  }

  // MARK: What a part holds

  /// The question to which a path leads, where that is plain to see.
  func question(_ syntax: Syntax, in place: Place) -> FormScope.Entry? {
    guard case .path(let path) = syntax.kind else { return nil }
    if path.steps.isEmpty {
      switch (path.root, place) {
      case (.reference(let name), _): return scope.entries[name]
      case (.context, .question), (.current, _): return scope.current
      default: return nil
      }
    }
    if case .instance = path.root { return nil }
    if case (.context, .item) = (path.root, place) { return nil }
    return syntax.lastName.flatMap { scope.entries[$0] }
  }
}
