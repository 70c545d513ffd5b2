public import Survey

extension ResponseFolder {
  /// The same files, to be read alone, with the questions that the form has given up among its own: an export leaves
  /// out nothing that somebody answered.
  ///
  /// What a question chose from a list is a text there: the list may be gone.
  ///
  /// - Parameter patience: How long to wait for a commit that is under way.
  /// - Returns: A folder whose questionnaire asks them again, at the end of their group; repeat groups that are given up
  ///   with all their questions stand at the end of the one around them.
  /// - Throws: Why the files cannot be read.
  public func withRetiredQuestions(
    patience: Duration = defaultPatience
  ) throws(ResponseFileError) -> ResponseFolder {
    let history = questionnaire.history
    if history.retiredQuestions.isEmpty { return self }
    let snapshot = try snapshot(patience: patience)
    let asked = try AskedVersions(snapshot.asked, of: questionnaire)
    let groups = try RetiredGroups(of: questionnaire, strayRepeats(in: snapshot))
    var questions: [Group.Name?: [Item]] = [:]
    for name in history.retiredQuestions {
      let then = asked.versions.sorted { $0.key < $1.key }.lazy.compactMap { $0.value[name]?.first }.first
      let group = then?.repeats.last.flatMap {
        questionnaire.group($0)?.isRepeat == true || groups.has($0) ? $0 : nil
      }
      let wording = Wording(label: LocalizedText(unlocalized: name.text))
      let kind = Question.Kind(retired: then?.type ?? "text")
      questions[group, default: []].append(.question(Question(name: name, kind: kind, wording: wording)))
    }
    groups.add(to: &questions)
    let again = Questionnaire(
      id: questionnaire.id, version: questionnaire.version, title: questionnaire.title,
      languages: questionnaire.languages, defaultLanguage: questionnaire.defaultLanguage,
      items: Self.items(questionnaire.items, adding: questions) + (questions[nil] ?? []),
      lists: questionnaire.lists.values.sorted { $0.name < $1.name },
      history: FormHistory(
        questions: history.questions, groups: history.groups, choices: history.choices,
        retiredChoices: history.retiredChoices, versions: history.versions))
    return with(again)
  }

  /// The answers of a response in repeat groups that the form has given up.
  ///
  /// - Parameters:
  ///   - id: The response.
  ///   - patience: How long to wait for a commit that is under way.
  /// - Returns: Each with its place and its cell, by the names that they had last.
  /// - Throws: Why the files cannot be read.
  public func givenUpRepeats(
    of id: Response.ID, patience: Duration = defaultPatience
  ) throws(ResponseFileError) -> [(address: Address, cell: String)] {
    let whole = try withRetiredQuestions(patience: patience)
    let groups = whole.questionnaire.repeatGroups.filter { questionnaire.group($0.name) == nil }
    if groups.isEmpty { return [] }
    let stored = try whole.history(of: id).first { $0.response.id == id }
    var found: [(address: Address, cell: String)] = []
    func look(in answers: Response.Answers, of group: Group.Name?, _ repeats: [Address.Repeat]) {
      if let group, groups.contains(where: { $0.name == group }) {
        for question in whole.questionnaire.columns(of: group) {
          let cell = answers[question.name].answer?.cell
          if let cell { found.append((Address(question.name, in: repeats), cell)) }
        }
      }
      for inner in whole.questionnaire.repeatGroups(directlyIn: group) {
        for (index, each) in (answers.repeats[inner.name] ?? []).enumerated() {
          look(in: each, of: inner.name, repeats + [Address.Repeat(group: inner.name, number: index + 1)])
        }
      }
    }
    if let stored { look(in: stored.response.answers, of: nil, []) }
    return found
  }

  private static func items(_ items: [Item], adding questions: [Group.Name?: [Item]]) -> [Item] {
    items.map { item in
      guard case .group(let group) = item else { return item }
      return .group(
        Group(
          name: group.name, wording: group.wording, repetition: group.repetition, relevant: group.relevant,
          appearance: group.appearance,
          items: Self.items(group.items, adding: questions) + (questions[group.name] ?? [])))
    }
  }
}

/// The repeat groups that a form has given up, as the files of their repeats tell.
private struct RetiredGroups {
  /// By group, the repeat group around it; nothing for those in none.
  private var around: [Group.Name: Group.Name?] = [:]

  /// Looks at files that belong to no repeat group of the form.
  ///
  /// - Parameters:
  ///   - questionnaire: The form.
  ///   - strays: The files, each with the group that it is called after.
  /// - Throws: Why a file cannot be read.
  init(
    of questionnaire: Questionnaire, _ strays: [StrayRepeats]
  ) throws(ResponseFileError) {
    for stray in strays {
      let group = questionnaire.history.now(stray.group)
      // A group of the form that is no repeat group any more is another thing.
      if questionnaire.group(group) != nil { continue }
      var keys = try KeyReader(stray.file, column: .key)
      // A key names all repeat groups around a repeat: `uuid:…/region[1]/event[2]`.
      let steps = (try keys.next() ?? "").split(separator: "/").filter { $0.hasSuffix("]") }
      var outer: Group.Name?
      for name in steps.dropLast().map({ Group.Name(String($0.prefix { $0 != "[" })) }) {
        let name = questionnaire.history.now(name)
        if questionnaire.group(name) == nil { around[name] = around[name] ?? outer }
        outer = name
      }
      if around[group] == nil || outer != nil { around[group] = .some(outer) }
    }
  }

  /// Whether a group is one of them.
  func has(_ group: Group.Name) -> Bool { around[group] != nil }

  /// Puts the groups, with their questions, where they stood.
  func add(to items: inout [Group.Name?: [Item]]) {
    // From the inside out: a group goes into the one around it with all that is in it.
    for group in around.keys.sorted(by: { (depth($0), $1) > (depth($1), $0) }) {
      guard let own = items.removeValue(forKey: group) else { continue }
      items[around[group] ?? nil, default: []].append(
        .group(
          Group(
            name: group, wording: Wording(label: LocalizedText(unlocalized: group.text)), repetition: .free,
            items: own)))
    }
  }

  private func depth(_ group: Group.Name) -> Int {
    var depth = 0
    var outer = around[group] ?? nil
    while let name = outer, depth < around.count {
      depth += 1
      outer = around[name] ?? nil
    }
    return depth
  }
}

extension Question.Kind {
  /// The kind of a question that is asked no more, from XLSForm's word for it.
  fileprivate init(retired type: String) {
    let kinds: [Question.Kind] = [.integer, .decimal, .date, .time, .dateTime, .acknowledge]
    self = kinds.first { $0.word == type } ?? .text
  }
}
