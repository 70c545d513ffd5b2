internal import Expressions
internal import Mailbox
internal import Survey

/// What a person says of a mail that waits: `accept`, `edit position yes`.
enum ReviewEntry {
  case decide(Decision.Verdict, Address?, String)
  /// It waits on.
  case skip
  /// It is shown again.
  case show
  /// Nothing more is asked.
  case quit

  /// What can be said, for people.
  static let help = """
    accept             take all as it was found
    accept QUESTION    take this answer as it was found
    edit QUESTION VALUE  answer the question so; without a value, leave it blank
    reject QUESTION    leave the question blank
    mechanism NAME     say whose answers they are, by the name in the register
    reject             none of it counts
    reopen             undo all that was decided of it, and take its answers out of the data
    skip               decide another time

    """

  /// Reads what a person said.
  ///
  /// - Parameters:
  ///   - words: The words; the value of `edit` is all of them from the third.
  ///   - survey: The questionnaire and its register.
  ///   - key: What reads a value as it would be read on a form.
  /// - Throws: `Failure` where that is nothing that can be said, with what can.
  init(_ words: [String], in survey: ProjectSurvey, _ key: FormKey) throws(Failure) {
    guard let verb = words.first else {
      self = .show
      return
    }
    let rest = Array(words.dropFirst())
    switch (verb, rest.count) {
    case ("accept", 0), ("reject", 0), ("reopen", 0):
      self = .decide(Decision.Verdict(rawValue: verb) ?? .accept, nil, "")
    case ("accept", 1), ("reject", 1):
      self = .decide(verb == "accept" ? .accept : .reject, try Self.address(rest[0], in: survey), "")
    case ("edit", 1...):
      let address = try Self.address(rest[0], in: survey)
      let value = rest.dropFirst().joined(separator: " ")
      self = .decide(.edit, address, try Self.checked(value, at: address, in: survey, key))
    case ("mechanism", 1): self = .decide(.mechanism, nil, try Self.mechanism(rest[0], in: survey))
    case ("skip", 0): self = .skip
    case ("show", 0): self = .show
    case ("quit", 0): self = .quit
    default:
      throw Failure(
        .unusableInput,
        "'\(words.joined(separator: " "))': nothing that can be decided; write accept, accept QUESTION, edit QUESTION "
          + "VALUE, reject QUESTION, mechanism NAME, reject, reopen or skip")
    }
  }

  private static func address(_ text: String, in survey: ProjectSurvey) throws(Failure) -> Address {
    let questionnaire = survey.questionnaire
    // A number on paper names a question too.
    let numbered = questionnaire.placed.first { questionnaire.numbering.label(of: $0.question.name) == text }
    if let numbered, numbered.question.isAsked, numbered.repeats.isEmpty {
      return Address(numbered.question.name)
    }
    guard let address = Address(text), let placed = questionnaire.placed(address.question),
      placed.question.isAsked, placed.repeats == address.repeats.map(\.group)
    else {
      let names = questionnaire.placed.filter(\.question.isAsked).map(\.question.name.text)
      let near =
        nearest(to: text, among: names).map { "; did you mean '\($0)'?" }
        ?? "; use a name of its survey sheet"
      throw Failure(.unusableInput, "'\(text)': the questionnaire has no such question\(near)")
    }
    return address
  }

  private static func checked(
    _ value: String, at address: Address, in survey: ProjectSurvey, _ key: FormKey
  ) throws(Failure) -> String {
    guard let question = survey.questionnaire.question(address.question) else { return value }
    do {
      return try question.answer(from: value, in: survey.questionnaire.choices(of: question))?.cell ?? ""
    } catch {
      // What a response file would not hold may be what people write on a form: `2 1 3`, a label.
      if let cell = key.cell(typed: value, for: question.name) { return cell }
      throw Failure(.unusableInput, "\(address): \(error)")
    }
  }

  private static func mechanism(_ name: String, in survey: ProjectSurvey) throws(Failure) -> String {
    let register = survey.records.register
    if register.has(Choice.Name(name)) { return name }
    if let found = register.mechanism(named: name) { return found.text }
    let near = nearest(to: name, among: register.list?.choices.map(\.name.text) ?? [])
    throw Failure(
      .unusableInput,
      "'\(name)': the register has no such mechanism" + (near.map { "; did you mean '\($0)'?" } ?? ""))
  }
}
