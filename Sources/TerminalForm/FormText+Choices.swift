internal import Messages
internal import Survey

extension FormText {
  /// The choices that a question shows, by whose places they are numbered: those that are offered, and those
  /// that were made before another answer took them from the offer, so that they can be taken away.
  func offer(at address: Address, in session: FormSession) -> [Choice] {
    let offered = session.choices(at: address)
    let names = Set(offered.map(\.name))
    let list = session.questionnaire.question(address.question).flatMap(session.questionnaire.choices)
    let lost = (session.entries[address]?.answer?.choices ?? []).filter { !names.contains($0) }
    return offered
      + lost.map { name in
        let label = list?[name].map(label) ?? name.text
        return Choice(name: name, label: LocalizedText(unlocalized: "\(label) \(say(.noLongerOffered))"))
      }
  }
}
