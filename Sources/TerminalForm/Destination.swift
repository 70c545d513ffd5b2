internal import Survey

/// Where a person wants to go.
enum Destination: Equatable {
  case asked(Address)
  /// The form has the question, but does not ask it now.
  case hidden(Address)
}

extension FormText {
  /// The question that a person means by its number, `25`, `25a`, `3 (2)`, by its name, or by words of its label.
  func destination(called typed: String, in session: FormSession) -> Destination? {
    let squeezed = { (text: String) in text.lowercased().filter { !$0.isWhitespace } }
    let asked = session.outline.asked
    let wanted = squeezed(typed)
    if let exact = asked.first(where: { squeezed(reference(to: $0)) == wanted || $0.description == typed }) {
      return .asked(exact)
    }
    let names = numbering.questions(called: typed, in: questionnaire)
    if let first = asked.first(where: { names.contains($0.question) }) { return .asked(first) }
    if let hidden = names.first {
      let depth = questionnaire.placed(hidden)?.repeats ?? []
      return .hidden(Address(hidden, in: depth.map { Address.Repeat(group: $0, number: 1) }))
    }
    guard typed.contains(where: \.isLetter) else { return nil }
    let words = typed.trimmed.lowercased()
    let labelled = asked.filter {
      questionnaire.question($0.question).map { label(of: $0).lowercased().contains(words) } == true
    }
    return labelled.count == 1 ? .asked(labelled[0]) : nil
  }
}
