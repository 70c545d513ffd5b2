internal import Expressions
internal import Survey

/// The mechanism that a session is for: the answer to the question of the register, which nobody changes.
struct Mechanism {
  /// The question that says who answers.
  let address: Address
  /// Its name in the register.
  let name: Choice.Name

  /// The answer.
  var answer: Answer { .one(name) }
  /// The same as an entry of the form.
  var entry: Entry { .answered(answer) }

  /// Finds a mechanism by its name in the register, or by its short name.
  ///
  /// - Throws: `Failure` where the form has no register, or the register no such mechanism.
  init(called wanted: String, in survey: ProjectSurvey) throws(Failure) {
    guard let question = survey.unitQuestion, let list = survey.questionnaire.choices(of: question) else {
      throw Failure(
        .unusableInput,
        "--for: '\(survey.name)' has no question that chooses from a register; leave --for out")
    }
    let found = list.choices.filter {
      $0.name.text == wanted || $0.attributes["short_name"]?.lowercased() == wanted.lowercased()
    }
    guard found.count == 1 else {
      let near = nearest(to: wanted, among: list.choices.map(\.name.text))
      throw Failure(
        .unusableInput,
        "--for: the register has no mechanism '\(wanted)'; "
          + (near.map { "did you mean '\($0)'?" } ?? "use a name of the column 'id' of \(list.name)"))
    }
    address = Address(question.name)
    name = found[0].name
  }
}
