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

  /// Finds a mechanism by its name in the register, by its short name, or by another name that the register knows.
  ///
  /// - Parameters:
  ///   - wanted: The name, in upper or lower case; a process also without that word: `puebla`.
  ///   - survey: The questionnaire.
  /// - Throws: `Failure` where the form has no register, the register no such mechanism, or where the form does
  ///   not ask it.
  init(called wanted: String, in survey: ProjectSurvey) throws(Failure) {
    guard let question = survey.unitQuestion, let list = survey.questionnaire.choices(of: question) else {
      throw Failure(
        .unusableInput,
        "--for: '\(survey.name)' has no question that chooses from a register; leave --for out")
    }
    // "Other" stands for many: each of them would see what the rest have written.
    let choices = list.choices.filter { $0.name != "other" }
    let named = choices.filter { $0.name.text == wanted }
    let found = named.isEmpty ? choices.filter { $0.isCalled(wanted) } : named
    if found.count > 1 {
      let names = found.map(\.name.text).joined(separator: ", ")
      throw Failure(.unusableInput, "--for: '\(wanted)' names several mechanisms: \(names); use one of these")
    }
    guard let choice = found.first else {
      let near = nearest(to: wanted, among: choices.flatMap(\.names))
      let meant = near.flatMap { near in choices.first { $0.isCalled(near) } }
      throw Failure(
        .unusableInput,
        "--for: the register has no mechanism '\(wanted)'; "
          + (meant.map { "did you mean '\($0.name)'?" } ?? "use a name of the column 'id' of \(list.name)"))
    }
    address = Address(question.name)
    name = choice.name
    guard try isOffered(by: question, of: survey) else {
      throw Failure(
        .unusableInput,
        "--for: '\(survey.name)' does not ask '\(name)': its choice_filter leaves it out; name one that it asks"
      )
    }
  }

  /// Whether the form offers the mechanism; where that depends on other answers, it may.
  private func isOffered(by question: Question, of survey: ProjectSurvey) throws(Failure) -> Bool {
    guard let filter = question.choiceFilter, filter.references.isEmpty else { return true }
    let now = try Present.now()
    let blank = FormSession(
      survey.questionnaire, id: "", startedAt: now, localOffset: Present.localOffset(at: now))
    return blank.choices(at: address).contains { $0.name == name }
  }
}

extension Mechanism {
  /// Whether a response is the mechanism's own.
  func gave(_ response: Response) -> Bool { response[address.question] == .answered(answer) }

  /// Whether a form is being filled for the mechanism.
  func fills(_ session: FormSession) -> Bool { session.entries[address] == entry }
}

extension Choice {
  /// What a mechanism is called: its name in the register, its short name, and others.
  fileprivate var names: [String] {
    let others = (attributes["aliases"] ?? "").split(separator: "|").map { String($0).trimmed }
    let names = ([name.text, attributes["short_name"] ?? ""] + others).filter { !$0.isEmpty }
    let word = " process"
    return names + names.filter { $0.lowercased().hasSuffix(word) }.map { String($0.dropLast(word.count)) }
  }

  fileprivate func isCalled(_ wanted: String) -> Bool {
    names.contains { $0.lowercased() == wanted.lowercased() }
  }
}
