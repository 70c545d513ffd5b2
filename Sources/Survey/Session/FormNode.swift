internal import Expressions

/// A place in a form's tree, as ODK lays the instance out: `/data`, its groups, their repeats, the questions.
struct FormNode: Node {
  enum Place: Sendable, Hashable {
    /// Above the form.
    case root
    /// The form itself, `data`.
    case form
    /// A group that is answered once, or all repeats of a repeat group as one.
    case group(RepeatPath)
    /// One repeat, the last of these.
    case instance([Address.Repeat])
    case question(Address)
    /// What ODK writes into each response: `meta`.
    case meta
    /// The identity of the response, in `meta`.
    case instanceID
  }

  let tree: FormTree
  let place: Place

  var name: String {
    switch place {
    case .root: ""
    case .form: "data"
    case .group(let path): String(path.group.ownName)
    case .instance(let repeats): repeats.last.map { String($0.group.ownName) } ?? ""
    case .question(let address): String(address.question.ownName)
    case .meta: "meta"
    case .instanceID: "instanceID"
    }
  }

  var value: Value {
    switch place {
    case .question(let address): tree.value(of: address)
    case .instanceID: .text(tree.state.frame.id.text)
    case .root, .form, .group, .instance, .meta: .empty
    }
  }

  var position: Int {
    if case .instance(let repeats) = place { return repeats.last?.number ?? 1 }
    return 1
  }

  var parent: (any Node)? {
    switch place {
    case .root: nil
    case .form: at(.root)
    case .group(let path): enclosing(tree.questionnaire.groupsAround(path.group), path.repeats)
    case .instance(let repeats):
      repeats.last.flatMap { enclosing(tree.questionnaire.groupsAround($0.group), repeats.dropLast()) }
    case .question(let address):
      enclosing(tree.questionnaire.placed(address.question)?.groups ?? [], address.repeats)
    case .meta: at(.form)
    case .instanceID: at(.meta)
    }
  }

  func children(named name: String?) -> [any Node] {
    switch place {
    case .root: return name == nil || name == "data" ? [at(.form)] : []
    case .form:
      let nodes = nodes(for: tree.questionnaire.items, named: name, in: [])
      return nodes.isEmpty && name == "meta" ? [at(.meta)] : nodes
    case .meta: return name == nil || name == "instanceID" ? [at(.instanceID)] : []
    case .group(let path):
      return nodes(for: tree.questionnaire.group(path.group)?.items ?? [], named: name, in: path.repeats)
    case .instance(let repeats):
      let items = repeats.last.flatMap { tree.questionnaire.group($0.group)?.items } ?? []
      return nodes(for: items, named: name, in: repeats)
    case .question, .instanceID: return []
    }
  }

  func nodes(referredToAs name: String) -> [any Node] {
    let questionnaire = tree.questionnaire
    let question = Question.Name(name)
    if let place = questionnaire.ordinal(of: question) {
      let groups = questionnaire.placed[place].repeats
      // Only the repeats of this place itself may not be there: the others are counted.
      guard tree.exists(Array(zip(repeats, groups).prefix { $0.group == $1 }.map(\.0))) else { return [] }
      return tree.repeats(of: groups, lookedAtFrom: repeats).repeats
        .map { Address(question, in: $0) }
        .filter { tree.standing(of: $0, at: place) == .asked }.map { at(.question($0)) }
    }
    let group = Group.Name(name)
    guard questionnaire.group(group) != nil else { return name == "instanceID" ? [at(.instanceID)] : [] }
    return tree.repeats(of: questionnaire.repeatsAround(group), lookedAtFrom: repeats).repeats
      .flatMap { nodes(for: RepeatPath(group, in: $0)) }
  }

  func sharesRepeat(with name: String) -> Bool {
    let questionnaire = tree.questionnaire
    let groups =
      questionnaire.placed(Question.Name(name))?.repeats ?? questionnaire.repeatsAround(Group.Name(name))
    return groups.first != nil && groups.first == repeats.first?.group
  }

  func label(ofChoice choice: String) -> String? {
    guard case .question(let address) = place, let question = tree.questionnaire.question(address.question)
    else { return nil }
    let language = tree.questionnaire.defaultLanguage
    return tree.questionnaire.choices(of: question)?[Choice.Name(choice)]?
      .label.text(in: language, fallback: language).text
  }

  /// The repeats that this place stands in, outermost first.
  var repeats: [Address.Repeat] {
    switch place {
    case .root, .form, .meta, .instanceID: []
    case .group(let path): path.repeats
    case .instance(let repeats): repeats
    case .question(let address): address.repeats
    }
  }

  // MARK: - The way through the tree

  private func at(_ place: Place) -> FormNode { FormNode(tree: tree, place: place) }

  private func enclosing(_ groups: [Group.Name], _ repeats: some Collection<Address.Repeat>) -> any Node {
    guard let innermost = groups.last else { return at(.form) }
    let isRepeat = tree.questionnaire.group(innermost)?.isRepeat ?? false
    return at(isRepeat ? .instance(Array(repeats)) : .group(RepeatPath(innermost, in: Array(repeats))))
  }

  private func nodes(for items: [Item], named name: String?, in repeats: [Address.Repeat]) -> [any Node] {
    items.flatMap { item -> [any Node] in
      switch item {
      case .question(let question):
        let address = Address(question.name, in: repeats)
        guard question.name.isCalled(name), tree.isRelevant(address) else { return [] }
        return [at(.question(address))]
      case .group(let group):
        return group.name.isCalled(name)
          ? nodes(for: RepeatPath(group.name, in: repeats)) : []
      }
    }
  }

  private func nodes(for path: RepeatPath) -> [any Node] {
    guard let group = tree.questionnaire.group(path.group), tree.isRelevant(path) else { return [] }
    if !group.isRepeat { return [at(.group(path))] }
    let count = tree.count(of: path)
    return count == 0 ? [] : (1...count).map { at(.instance(path.step($0))) }
  }
}
