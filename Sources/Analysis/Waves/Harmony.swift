internal import Survey

/// How the names of one wave become those that all waves share; of a figure without waves, every name is its own.
struct Harmony: Sendable {
  /// The wave's own names of questions, by the shared ones.
  var questions: [Question.Name: Question.Name] = [:]
  /// The shared choices that each of the wave's questions has in any wave, in their order.
  var targets: [Question.Name: [Choice]] = [:]
  /// What each choice of the wave's questions counts as.
  var choices: [Question.Name: [Choice.Name: Choice.Name]] = [:]
  /// The shared choices that the wave did not offer.
  var missing: [Question.Name: Set<Choice.Name>] = [:]

  /// The wave's own name of a question.
  func own(_ name: Question.Name) -> Question.Name { questions[name] ?? name }

  /// What a choice of one of the wave's questions is called in all waves.
  func shared(_ choice: String, of question: Question.Name) -> String {
    choices[question]?[Choice.Name(choice)]?.text ?? choice
  }
}

extension PlannedFigure {
  /// The choices that a question has in the figure's forms, under the names by which they are counted.
  func choices(of own: Question.Name) -> [Choice] { harmony.targets[own] ?? forms.choices(of: own) }

  /// The place of what each choice of a question counts as, among `choices(of:)`.
  func places(of own: Question.Name) -> [Choice.Name: Int] {
    let places = Dictionary(
      choices(of: own).enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    return Dictionary(
      forms.choices(of: own).compactMap { choice in
        places[Choice.Name(harmony.shared(choice.name.text, of: own))].map { (choice.name, $0) }
      }, uniquingKeysWith: { first, _ in first })
  }
}
