internal import Survey

extension ResponseFolder {
  /// The same files, to be read alone, with the questions that the form has given up among its own: an export leaves
  /// out nothing that somebody answered.
  ///
  /// What a question chose from a list is a text there: the list may be gone.
  ///
  /// - Parameter patience: How long to wait for a commit that is under way.
  /// - Returns: A folder whose questionnaire asks them again, at the end of their group.
  /// - Throws: Why the files cannot be read.
  public func withRetiredQuestions(
    patience: Duration = defaultPatience
  ) throws(ResponseFileError) -> ResponseFolder {
    let history = questionnaire.history
    if history.retiredQuestions.isEmpty { return self }
    let asked = try AskedVersions(snapshot(patience: patience).asked, of: questionnaire)
    var questions: [Group.Name?: [Item]] = [:]
    for name in history.retiredQuestions {
      let then = asked.versions.sorted { $0.key < $1.key }.lazy.compactMap { $0.value[name]?.first }.first
      let group = then?.group.flatMap { questionnaire.group($0)?.isRepeat == true ? $0 : nil }
      let wording = Wording(label: LocalizedText(unlocalized: name.text))
      let kind = Question.Kind(retired: then?.type ?? "text")
      questions[group, default: []].append(.question(Question(name: name, kind: kind, wording: wording)))
    }
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

extension Question.Kind {
  /// The kind of a question that is asked no more, from XLSForm's word for it.
  fileprivate init(retired type: String) {
    let kinds: [Question.Kind] = [.integer, .decimal, .date, .time, .dateTime, .acknowledge]
    self = kinds.first { $0.word == type } ?? .text
  }
}
