internal import Survey

/// What a version of a form asked in one place: what an answer to it can be.
struct AskedQuestion: Hashable, Sendable {
  /// The question, as it is called now where it was renamed.
  let name: Question.Name
  /// The repeat groups around it, outermost first, as they are called now; empty for a question that is asked once.
  let repeats: [Group.Name]
  /// XLSForm's word for what it took, without its list.
  let type: String
  /// The choices that it offered, as they are called now; nothing where it chose from no list.
  let choices: Set<Choice.Name>?
  /// Those of them that had another name, by that.
  var renamed: [Choice.Name: Choice.Name] = [:]
  /// Those of them that were two then: answers of the one would be mixed with answers of the other.
  var merged: Set<Choice.Name> = []

  /// The questions of a form as it is now.
  static func all(of questionnaire: Questionnaire) -> [AskedQuestion] {
    questionnaire.placed.filter(\.question.hasColumn).map { placed in
      AskedQuestion(
        name: placed.question.name, repeats: placed.repeats, type: placed.question.kind.word,
        choices: questionnaire.choices(of: placed.question).map { Set($0.choices.map(\.name)) })
    }
  }

  /// Whether every answer that it could have had is one to a question as it is now.
  func fits(_ now: AskedQuestion, in history: FormHistory, list: ChoiceList.Name?) -> Bool {
    guard merged.isEmpty, repeats == now.repeats, type == now.type || Self.isWider(now.type, than: type)
    else {
      return false
    }
    guard let choices, let offered = now.choices, let list else { return true }
    return choices.allSatisfy { offered.contains($0) || history.isRetired($0, in: list) }
  }

  /// Whether those of the repeat groups around it that the form still has stand where they stood.
  func repeatsStand(in questionnaire: Questionnaire) -> Bool {
    repeats.indices.allSatisfy { depth in
      guard questionnaire.group(repeats[depth])?.isRepeat == true else { return true }
      return questionnaire.repeatsAround(repeats[depth]) == Array(repeats[..<depth])
    }
  }

  /// Whether answers to a question of one type can be read as those of another, and mean something else: an order is no
  /// choice of all that it names, and the name of a choice no text.
  static func isMixed(_ type: String, with now: String) -> Bool {
    let chosen = ["select_one", "select_multiple", "rank"]
    return type != now && !isWider(now, than: type) && (chosen.contains(type) || chosen.contains(now))
  }

  /// Whether all answers of one type are answers of another: every whole number is a number, every answer a text.
  static func isWider(_ type: String, than other: String) -> Bool {
    switch (type, other) {
    case ("decimal", "integer"), ("select_multiple", "select_one"): true
    case ("text", let other): !["select_multiple", "select_one", "rank"].contains(other)
    default: false
    }
  }
}
