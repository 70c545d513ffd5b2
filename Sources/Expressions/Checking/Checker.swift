extension Expression {
  /// What does not fit the form: unknown names, functions, lists and choices, wrong arguments; all at once.
  ///
  /// - Parameter scope: The form, seen from the cell in which the expression stands.
  /// - Returns: The problems in the order of the text; none where all is well.
  public func problems(in scope: FormScope) -> [ExpressionProblem] {
    var checker = Checker(scope: scope, source: source)
    let place = scope.columns.map(Checker.Place.item) ?? .question
    checker.check(tree, in: place)
    checker.checkOneValue(tree, in: place)
    if let question = contradiction() { checker.report(.contradiction(question: question), at: tree.range) }
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
    /// A group or an instance of a repeat, in these repeats: a bare name is a question in it.
    case group(in: [String])
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
    case .negation(let operand):
      check(operand, in: place)
      checkOneValue(operand, in: place)
    case .operation(let first, let links):
      check(first, in: place)
      checkOneValue(first, in: place)
      var left = first
      for link in links {
        check(link.operand, in: place)
        checkOneValue(link.operand, in: place)
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
    var columns: [String]?
    switch path.root {
    case .instance(let list):
      if path.steps.isEmpty {
        report(.needsPath("instance('\(list)')", instead: "instance('\(list)')/root/item[…]"), at: range)
      }
      columns = checkList(list, path.steps, at: range)
    case .reference(let name):
      if !scope.knows(name) {
        report(.unknownName(name, nearest: nearest(to: name, among: scope.names)), at: range)
      }
      checkSteps(path.steps[...])
    case .current:
      // Behind the slash, '.' is no step: it leads nowhere else.
      let isAlone =
        path.steps.isEmpty
        && !source.utf8.dropFirst(range.lowerBound).prefix(range.count).contains(UInt8(ascii: "/"))
      if isAlone { report(.needsPath("current()", instead: "current()/."), at: range) }
      checkSteps(path.steps[...])
    // The first step is the name of the form.
    case .document: checkSteps(path.steps.dropFirst())
    case .context:
      if case .item(let own) = place { columns = own }
      checkRelative(path.steps, in: place)
    }
    func inner(behind steps: some Collection<Path.Step>) -> Place {
      columns.map { .item($0) } ?? .group(in: repeats(of: path.root, behind: steps, in: place))
    }
    for predicate in path.predicates { check(predicate, in: inner(behind: [])) }
    for (index, step) in path.steps.enumerated() {
      for predicate in step.predicates { check(predicate, in: inner(behind: path.steps[...index])) }
    }
  }

  /// The repeats in which a node stands that a predicate filters; a repeat is in itself.
  private func repeats(
    of root: Path.Root, behind steps: some Collection<Path.Step>, in place: Place
  ) -> [String] {
    var name: String? = if case .reference(let name) = root { name } else { nil }
    for step in steps { if case .child(let next?) = step.axis { name = next } }
    guard let name else {
      if case .group(let repeats) = place { return repeats }
      return scope.current?.repeats ?? []
    }
    guard let entry = scope.entries[name] else { return [] }
    return entry.kind == .repeatGroup ? entry.repeats + [name] : entry.repeats
  }

  private mutating func checkRelative(_ steps: [Path.Step], in place: Place) {
    guard case .child(let name?) = steps.first?.axis, let range = steps.first?.range else {
      return checkSteps(steps[...])
    }
    switch place {
    case .item(let columns): checkColumn(name, of: columns, at: range)
    case .question: report(.bareName(name, isKnown: scope.entries[name] != nil), at: range)
    case .group: checkSteps(steps[...])
    }
  }

  private mutating func checkSteps(_ steps: ArraySlice<Path.Step>) {
    for step in steps {
      guard case .child(let name?) = step.axis, scope.entries[name] == nil else { continue }
      report(.unknownStep(name, nearest: nearest(to: name, among: scope.names)), at: step.range)
    }
  }

  /// Checks `instance('list')/root/item/column`, and gives the columns of the list.
  private mutating func checkList(_ list: String, _ steps: [Path.Step], at range: Range<Int>) -> [String] {
    guard let columns = scope.lists[list] else {
      report(.unknownList(list, nearest: nearest(to: list, among: scope.lists.keys.sorted())), at: range)
      return []
    }
    if steps.count > 2, case .child(let name?) = steps[2].axis {
      checkColumn(name, of: columns, at: steps[2].range)
    }
    return columns
  }

  private mutating func checkColumn(_ name: String, of columns: [String], at range: Range<Int>) {
    guard !columns.isEmpty, !columns.contains(name) else { return }
    report(.unknownColumn(name, nearest: nearest(to: name, among: columns), columns: columns), at: range)
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

  /// The column of the list that is filtered which a part names.
  func column(_ syntax: Syntax, in place: Place) -> String? {
    guard case .item = place, case .path(let path) = syntax.kind, case .context = path.root,
      path.steps.count == 1, path.predicates.isEmpty, case .child(let name) = path.steps[0].axis
    else { return nil }
    return name
  }
}
