extension Function {
  /// Questions and repeats as nodes.
  static let nodeSets: [Function] = [
    Function("count", "nodes", .number, nodeArguments: [0]) { call, context throws(EvaluationError) in
      .number(Double(try call.nodes(0, context).count))
    },
    Function("count-non-empty", "nodes", .number, nodeArguments: [0]) {
      call, context throws(EvaluationError) in
      var count = 0
      for node in try call.nodes(0, context) {
        if try !node.value.text().isEmpty || !node.children(named: nil).isEmpty { count += 1 }
      }
      return .number(Double(count))
    },
    Function("position", "node?", .number, nodeArguments: [0], contextNode: .withoutArguments) {
      call, context throws(EvaluationError) in
      if call.arguments.isEmpty {
        return .number(Double(context.positionInPredicate ?? context.node.position))
      }
      let nodes = try call.nodes(0, context)
      // The name of a repeat means all its instances, but its position that of the instance around the question.
      if nodes.count > 1, call.arguments[0].hasNoPredicates,
        let own = context.origin.lineage.first(where: { $0.name == nodes[0].name })
      {
        return .number(Double(own.position))
      }
      // JavaRosa gives 0 where there is no node.
      return .number(Double(nodes.first?.position ?? 0))
    },
    Function("indexed-repeat", "question, repeat, index, repeat…, index…", .any, nodeArguments: [0, 1]) {
      call, context throws(EvaluationError) in
      guard let name = call.arguments[0].lastName else { throw .notNodes(function: call.name) }
      var places = [context.origin]
      for index in stride(from: 1, to: call.arguments.count - 1, by: 2) {
        guard let group = call.arguments[index].lastName else { throw .notNodes(function: call.name) }
        // An index that is no answer yet, or too small, means the first instance, as in JavaRosa.
        let wanted = max(1, try call.integer(index + 1, context))
        places = places.flatMap { $0.instances(of: group) }.filter { $0.position == wanted }
      }
      let found = places.flatMap { $0.nodes(referredToAs: name) }
      for index in stride(from: 1, to: call.arguments.count - 1, by: 2) {
        guard let group = call.arguments[index].lastName,
          let around = (found.first ?? context.origin.nodes(referredToAs: name).first)?.lineage
        else { continue }
        guard around.contains(where: { $0.name == group }) else {
          throw .notInRepeat(question: name, group: group)
        }
      }
      return .nodes(found)
    },
  ]
}

extension Syntax {
  /// The name of the question or group to which a reference or a path leads.
  var lastName: String? {
    guard case .path(let path) = kind else { return nil }
    if case .child(let name?) = path.steps.last?.axis { return name }
    if path.steps.isEmpty, case .reference(let name) = path.root { return name }
    return nil
  }

  /// Whether this is a path that takes all that it finds.
  fileprivate var hasNoPredicates: Bool {
    guard case .path(let path) = kind else { return true }
    return path.predicates.isEmpty && path.steps.allSatisfy(\.predicates.isEmpty)
  }
}

extension Node {
  /// All instances of a repeat that are in the same instances of the repeats around it as this node.
  fileprivate func instances(of name: String) -> [any Node] {
    if let own = lineage.first(where: { $0.name == name }) {
      return own.parent?.children(named: name) ?? [own]
    }
    return nodes(referredToAs: name)
  }
}
