internal import Documents
internal import Survey

/// Whom a blank form was made for.
struct Recipient {
  /// The question that asks for it.
  let question: Question.Name
  let choice: Choice.Name

  /// Whom blank forms may be made for, by the token: a choice that only one question has.
  static func all(in questionnaire: Questionnaire) -> [String: Recipient] {
    var recipients: [String: Recipient] = [:]
    var shared: Set<String> = []
    let versions = questionnaire.history.versions.union([questionnaire.version]).sorted()
    for placed in questionnaire.placed where placed.question.isAsked && placed.repeats.isEmpty {
      guard case .selectOne = placed.question.kind else { continue }
      for choice in questionnaire.choices(of: placed.question)?.choices ?? [] {
        for version in versions {
          let token = FormToken(form: questionnaire.id, version: version, mechanism: choice.name).description
          if recipients[token] != nil { shared.insert(token) }
          recipients[token] = Recipient(question: placed.question.name, choice: choice.name)
        }
      }
    }
    for token in shared { recipients[token] = nil }
    return recipients
  }
}
