internal import Survey

/// A question as it is found in a form that bears no marks.
struct NumberedQuestion {
  let name: Question.Name
  let groups: [Group.Name]
  /// Its place in the form.
  let ordinal: Int

  init(_ placed: Questionnaire.Placed, in questionnaire: Questionnaire) {
    name = placed.question.name
    groups = placed.groups
    ordinal = questionnaire.ordinal(of: placed.question.name) ?? 0
  }
}
