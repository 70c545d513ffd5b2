extension Questionnaire {
  /// What a walk through the form needs to know of an item: a walk is taken at every event, and items are large.
  enum WalkItem: Sendable {
    /// A question that is asked or only read.
    case question(Question.Name, isAsked: Bool, isConditional: Bool)
    case group(Group.Name, [WalkItem])
    /// A group whose number of repeats people give, or the form works out.
    case repeats(Group.Name, areFree: Bool, [WalkItem])

    /// What a walk needs to know of items, in order.
    static func walkItems(of items: [Item]) -> [WalkItem] {
      items.compactMap { item in
        switch item {
        case .question(let question):
          return question.isAsked || question.isShown
            ? .question(question.name, isAsked: question.isAsked, isConditional: question.relevant != nil)
            : nil
        case .group(let group):
          let inner = walkItems(of: group.items)
          return switch group.repetition {
          case .once: .group(group.name, inner)
          case .free: .repeats(group.name, areFree: true, inner)
          case .counted: .repeats(group.name, areFree: false, inner)
          }
        }
      }
    }
  }

  /// The repeat groups around a question, outermost first; nothing where there is no such question.
  func repeatsAround(_ name: Question.Name) -> [Group.Name]? { ordinal(of: name).map { placed[$0].repeats } }
}
