internal import Expressions

extension FormTree {
  /// The choices that the answers to a question of a repeat make: those of all repeats, each once.
  ///
  /// - Parameters:
  ///   - question: The question that was answered.
  ///   - filter: What the repeat that an answer stands in must fulfil.
  ///   - address: The question that is asked.
  /// - Returns: The choices, in the order of the repeats.
  func choices(
    fromAnswersTo question: Question.Name, filter: Expression?, at address: Address
  ) -> [Choice] {
    guard let groups = questionnaire.repeatsAround(question) else { return [] }
    // Whoever is asked inside a repeat chooses among all its repeats, not from their own alone.
    let own = Array(address.repeats.prefix(max(0, groups.count - 1)))
    var seen: Set<String> = []
    return repeats(of: groups, lookedAtFrom: own).repeats.compactMap { repeats in
      let answer = Address(question, in: repeats)
      guard isRelevant(answer), let text = try? value(of: answer).text(), !text.isEmpty else {
        return nil
      }
      if let filter {
        var context = context(at: .question(address))
        context.node = FormNode(tree: self, place: .instance(repeats))
        guard isTrue(filter, in: context) ?? true else { return nil }
      }
      guard seen.insert(text).inserted else { return nil }
      return Choice(name: Choice.Name(text), label: LocalizedText(unlocalized: text))
    }
  }
}
