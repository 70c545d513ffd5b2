extension Expression {
  /// The paths outside of predicates that end with `*`, and so lead to all that is there, whatever it is called.
  package var pathsToAll: [Path] {
    var paths: [Path] = []
    tree.collectPathsToAll(into: &paths)
    return paths
  }
}

extension Syntax {
  fileprivate func collectPathsToAll(into paths: inout [Path]) {
    switch kind {
    case .number, .text: break
    case .negation(let operand): operand.collectPathsToAll(into: &paths)
    case .operation(let first, let links):
      first.collectPathsToAll(into: &paths)
      for link in links { link.operand.collectPathsToAll(into: &paths) }
    case .path(let path): if path.steps.last?.axis == .child(nil) { paths.append(path) }
    case .call(let call): for argument in call.arguments { argument.collectPathsToAll(into: &paths) }
    }
  }
}
