extension Path {
  /// The nodes to which this path leads, in document order.
  func nodes(in context: EvaluationContext) throws(EvaluationError) -> [any Node] {
    var nodes: [any Node]
    switch root {
    case .reference(let name):
      nodes = context.start(of: name).nodes(referredToAs: name)
    case .context: nodes = [context.node]
    case .current: nodes = [context.origin]
    case .document: nodes = [context.origin.root]
    case .instance(let name):
      guard let document = context.surroundings.instance(name) else { throw .missingInstance(name) }
      nodes = [document]
    }
    if predicates.isEmpty && steps.isEmpty { return nodes }
    for predicate in predicates {
      // `${name}` stands for a path, whose last step counts positions under each parent.
      var kept = [any Node]()
      for siblings in nodes.childrenOfOneParent { kept += try filter(siblings, by: predicate, in: context) }
      nodes = kept
    }
    var own = root == .document ? (context.filtered ?? context.origin).lineage : []
    for (index, step) in steps.enumerated() {
      nodes = try follow(step, from: nodes, in: context)
      // An absolute path means the instances of repeats that the question itself is in, or the node that is filtered,
      // up to where it leaves them or asks for others with a predicate. The repeat itself, as the last step, means all instances.
      guard let ancestor = own.popLast() else { continue }
      if step.axis == .child(ancestor.name), step.predicates.isEmpty {
        if index + 1 < steps.count, nodes.count > 1 { nodes = [ancestor] }
      } else {
        own = []
      }
    }
    return nodes
  }

  private func follow(
    _ step: Step, from nodes: [any Node], in context: EvaluationContext
  ) throws(EvaluationError) -> [any Node] {
    var found = [any Node]()
    for node in nodes {
      var reached: [any Node]
      switch step.axis {
      case .child(let name): reached = node.children(named: name)
      case .parent:
        guard let parent = node.parent else { throw .aboveTheForm }
        reached = [parent]
        // Nodes are in document order, so those of one parent follow each other.
        if let last = found.last, parent.isAt(last) { continue }
      }
      for predicate in step.predicates { reached = try filter(reached, by: predicate, in: context) }
      if nodes.count == 1 { return reached }
      found += reached
    }
    return found
  }

  /// The nodes of which the predicate holds; a number holds of the node at that position (XPath 1.0, section 2.4).
  private func filter(
    _ nodes: [any Node], by predicate: Syntax, in context: EvaluationContext
  ) throws(EvaluationError) -> [any Node] {
    var inner = context
    var kept = [any Node]()
    for (index, node) in nodes.enumerated() {
      inner.node = node
      inner.positionInPredicate = index + 1
      let value = try predicate.value(in: inner)
      let holds =
        if case .number(let position) = value { position == Double(index + 1) } else { try value.isTrue() }
      if holds { kept.append(node) }
    }
    return kept
  }
}

extension [any Node] {
  /// Nodes in document order, cut where the parent is another one.
  fileprivate var childrenOfOneParent: [[any Node]] {
    var groups = [[any Node]]()
    var parent: (any Node)?
    for node in self {
      let next = node.parent
      if let next, let parent, next.isAt(parent) {
        groups[groups.count - 1].append(node)
      } else {
        groups.append([node])
      }
      parent = next
    }
    return groups
  }
}

extension Node {
  /// The node above the form.
  var root: any Node {
    var top: any Node = self
    while let next = top.parent { top = next }
    return top
  }

  /// Whether both nodes are at the same place of one tree.
  fileprivate func isAt(_ other: any Node) -> Bool {
    let one = lineage
    let two = other.lineage
    return one.count == two.count
      && zip(one, two).allSatisfy { $0.name == $1.name && $0.position == $1.position }
  }

  /// This node and those around it, the form last; the root, which has no name, is not among them.
  var lineage: [any Node] {
    var lineage = [any Node]()
    var node: any Node = self
    while let next = node.parent {
      lineage.append(node)
      node = next
    }
    return lineage
  }
}
