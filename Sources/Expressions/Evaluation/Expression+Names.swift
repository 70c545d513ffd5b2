extension Expression {
  /// Whether all that it looks at in the form are questions and groups by their names, `${name}`: it then comes out
  /// the same from every place from which these names mean the same.
  ///
  /// Not so where the place itself counts: `.`, `..`, other paths, `position()`, `indexed-repeat()`, chance.
  public var looksAtNamesAlone: Bool { tree.looksAtNamesAlone }
}

extension Syntax {
  fileprivate var looksAtNamesAlone: Bool {
    switch kind {
    case .number, .text: true
    case .negation(let operand): operand.looksAtNamesAlone
    case .operation(let first, let links):
      first.looksAtNamesAlone && links.allSatisfy(\.operand.looksAtNamesAlone)
    case .path(let path):
      if case .reference = path.root { path.predicates.isEmpty && path.steps.isEmpty } else { false }
    case .call(let call):
      call.function.map { !$0.usesContextNode(givenArguments: call.arguments.count) } ?? false
        && !Self.ofPlaceOrChance.contains(call.name) && call.arguments.allSatisfy(\.looksAtNamesAlone)
    }
  }

  /// Functions that look at where they stand, or that come out otherwise each time.
  private static let ofPlaceOrChance: Set = [
    "position", "indexed-repeat", "jr:choice-name", "random", "uuid", "randomize",
  ]
}
