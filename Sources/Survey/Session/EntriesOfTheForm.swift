internal import Expressions

/// The questions whose entries may be others because the form itself has a hand in them: by defaults of repeats, by
/// triggers, by what `once()` keeps, by rules for what is read only.
///
/// These are worked out once, at the moment of an event, and nobody remembers what was looked at for them. So names
/// tell: whatever leans on a name that is uncertain, over as many steps as there are, is uncertain, in all repeats.
struct EntriesOfTheForm {
  /// Questions whose entries may become others, whatever lines say of them.
  private(set) var uncertain: Set<Question.Name> = []
  /// Questions that may start with something else, where no line says anything of them.
  private(set) var begunOtherwise: Set<Question.Name> = []
  /// Names of questions and groups that something uncertain has a part in.
  private var names: Set<String> = []

  /// Looks through a form.
  ///
  /// - Parameters:
  ///   - questionnaire: The form.
  ///   - entries: What is uncertain before anything follows from it.
  init(of questionnaire: Questionnaire, unsure entries: UncertainEntries) {
    if entries.isEmpty { return }
    names = Set((entries.addresses.map(\.question) + entries.questions).map(\.text))
    names.formUnion(entries.repeats.map(\.group.text))
    if entries.mayBeAny { names.formUnion(questionnaire.placed.map(\.question.name.text)) }
    var count = -1
    while count < names.count {
      count = names.count
      for group in questionnaire.groups where !names.contains(group.name.text) {
        var repeated: Expression?
        if case .counted(let expression) = group.repetition { repeated = expression }
        if leans(group.relevant) || leans(repeated)
          || leans(onAny: questionnaire.groupsAround(group.name).map(\.text))
        {
          names.insert(group.name.text)
        }
      }
      for placed in questionnaire.placed where !names.contains(placed.question.name.text) {
        let question = placed.question
        if isSetOtherwise(placed) || isBegunOtherwise(placed) || leans(question.relevant)
          || leans(question.calculation) || leans(onAny: placed.groups.map(\.text))
        {
          names.insert(question.name.text)
        }
      }
    }
    uncertain = Set(questionnaire.placed.filter(isSetOtherwise).map(\.question.name))
    begunOtherwise = Set(questionnaire.placed.filter(isBegunOtherwise).map(\.question.name))
  }

  private func isSetOtherwise(_ placed: Questionnaire.Placed) -> Bool {
    let question = placed.question
    let trigger = question.trigger
    // What was there when a value was kept, another order of the lines may have changed.
    if question.calculation?.callsOnce == true { return true }
    return leans(question.readOnlyWhen) || leans(trigger?.calculation)
      || leans(onAny: trigger?.questions.map(\.text) ?? [])
  }

  /// The defaults of a form that is opened come before all lines; those of repeats, with lines.
  private func isBegunOtherwise(_ placed: Questionnaire.Placed) -> Bool {
    !placed.repeats.isEmpty && leans(placed.question.defaultValue)
  }

  private func leans(onAny others: [String]) -> Bool { others.contains(where: names.contains) }

  private func leans(_ expression: Expression?) -> Bool {
    guard let expression else { return false }
    // What finds its way by paths may come to anything.
    return expression.namesLookedUp.map { leans(onAny: $0) } ?? true
  }
}
