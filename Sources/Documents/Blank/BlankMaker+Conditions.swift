internal import Messages
internal import Survey

extension BlankMaker {
  /// Whether a question can be asked of the mechanism that the form is for.
  func isAskedOfMechanism(_ placed: Questionnaire.Placed) -> Bool {
    guard let given else { return true }
    return questionnaire.conditions(of: placed).allSatisfy { condition in
      guard case .chosen(given.address.question, let choices) = condition else { return true }
      return choices.contains(given.name)
    }
  }

  /// When a question is to be answered, in a sentence; nothing where the mechanism has settled it.
  func remark(_ condition: AskedWhen) -> String? {
    switch condition {
    case .chosen(let question, let choices):
      if question == given?.address.question { return nil }
      return say(.blankOnlyIf, ["choices": list(choices, of: question), "place": place(of: question)])
    case .depends(let questions):
      let asked = questions.filter { questionnaire.question($0)?.isAsked == true }
      let places = asked.map(place).joined(separator: ", ")
      return asked.isEmpty ? nil : say(.blankOnlyAfter, ["places": places])
    }
  }

  /// Where to go on from a question of one choice, by the choice; nothing where all lead to the same question.
  func jumps(from placed: Questionnaire.Placed) -> [String] {
    guard case .selectOne = placed.question.kind, let here = questionnaire.ordinal(of: placed.question.name)
    else { return [] }
    let following = questionnaire.placed[(here + 1)...].filter {
      $0.question.isAsked && $0.repeats.isEmpty && isAskedOfMechanism($0)
    }
    var targets: [(place: String, choices: [Choice.Name])] = []
    for choice in choices(of: placed.question) {
      let next = following.first { canBeAsked($0, ifChosen: choice.name, of: placed.question.name) }
      let place = next.map { self.place(of: $0.question.name) } ?? say(.blankEnd)
      if let known = targets.firstIndex(where: { $0.place == place }) {
        targets[known].choices.append(choice.name)
      } else {
        targets.append((place, [choice.name]))
      }
    }
    guard targets.count > 1 else { return [] }
    return targets.sorted { Self.isLong($1.choices) && !Self.isLong($0.choices) }.map { target in
      Self.isLong(target.choices)
        ? say(.blankOtherwise, ["place": target.place])
        : say(
          .blankGoTo, ["choices": list(target.choices, of: placed.question.name), "place": target.place])
    }
  }

  /// More choices than a sentence can name.
  private static func isLong(_ choices: [Choice.Name]) -> Bool { choices.count > 3 }

  private func canBeAsked(
    _ placed: Questionnaire.Placed, ifChosen choice: Choice.Name, of question: Question.Name
  ) -> Bool {
    questionnaire.conditions(of: placed).allSatisfy { condition in
      guard case .chosen(question, let choices) = condition else { return true }
      return choices.contains(choice)
    }
  }

  /// A question in a sentence: `question 6`, where it is the first that has this number; else `question 6b`, or its
  /// label where it has none.
  private func place(of name: Question.Name) -> String {
    guard let label = numbering.label(of: name), let number = numbering.number(of: name) else {
      let question = questionnaire.question(name)
      return say(.blankQuoted, ["text": question.map { text($0.wording.label) } ?? name.text])
    }
    let isFirst = questionnaire.placed.first { numbering.number(of: $0.question.name) == number }
    return say(.blankQuestion, ["number": isFirst?.question.name == name ? number : label])
  }

  /// The labels of choices: `“Yes” or “In process”`.
  private func list(_ names: [Choice.Name], of question: Question.Name) -> String {
    let known = questionnaire.question(question).flatMap { questionnaire.choices(of: $0) }
    let labels = names.map { name in
      say(.blankQuoted, ["text": known?[name].map(label) ?? name.text])
    }
    guard let last = labels.last, labels.count > 1 else { return labels.first ?? "" }
    return say(.blankOr, ["items": labels.dropLast().joined(separator: ", "), "last": last])
  }
}
