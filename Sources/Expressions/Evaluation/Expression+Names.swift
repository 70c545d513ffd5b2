extension Expression {
  /// The questions and groups that it looks up by name, `${name}`, where nothing else of the form decides what it
  /// gives: it then comes out the same from every place from which these names mean the same.
  ///
  /// Nothing where the place itself counts: `.`, `..`, absolute paths, `position()`, `indexed-repeat()`, chance. What a
  /// path or a predicate behind a name looks at hangs on that name.
  public var namesLookedUp: [String]? {
    var finder = NameFinder()
    return finder.visit(tree, inPredicate: false) ? finder.names : nil
  }

  /// The same, where it also looks at nothing but what has these names: no path goes on from one.
  public var namesAlone: [String]? {
    var finder = NameFinder()
    return finder.visit(tree, inPredicate: false) && !finder.goesOn ? finder.names : nil
  }
}

private struct NameFinder {
  private(set) var names: [String] = []
  /// Whether a path goes on from a name, to what may have another.
  private(set) var goesOn = false

  /// Looks at a part, and says whether it looks at the form by names alone.
  mutating func visit(_ syntax: Syntax, inPredicate: Bool) -> Bool {
    switch syntax.kind {
    case .number, .text: return true
    case .negation(let operand): return visit(operand, inPredicate: inPredicate)
    case .operation(let first, let links):
      guard visit(first, inPredicate: inPredicate) else { return false }
      for link in links where !visit(link.operand, inPredicate: inPredicate) { return false }
      return true
    case .path(let path): return visit(path, inPredicate: inPredicate)
    case .call(let call):
      guard let function = call.function, !Self.ofPlaceOrChance.contains(call.name),
        inPredicate || !function.usesContextNode(givenArguments: call.arguments.count)
      else { return false }
      for argument in call.arguments where !visit(argument, inPredicate: inPredicate) { return false }
      return true
    }
  }

  private mutating func visit(_ path: Path, inPredicate: Bool) -> Bool {
    switch path.root {
    case .reference(let name):
      names.append(name)
      goesOn = goesOn || !path.predicates.isEmpty || !path.steps.isEmpty
    case .instance: break
    // In a predicate it is one of the nodes that a name led to.
    case .context: if !inPredicate { return false }
    case .current, .document: return false
    }
    for predicate in path.predicates + path.steps.flatMap(\.predicates)
    where !visit(predicate, inPredicate: true) { return false }
    return true
  }

  /// Functions that look at where they stand, or that come out otherwise each time.
  private static let ofPlaceOrChance: Set = [
    "once", "position", "indexed-repeat", "jr:choice-name", "random", "uuid", "randomize",
  ]
}
