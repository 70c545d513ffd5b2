internal import Expressions

extension Questionnaire {
  /// What a walk through the form needs to know of an item: a walk is taken at every event, and items are large.
  enum Stop: Sendable {
    /// A question that is asked, or a note.
    case question(Question.Name, isAsked: Bool, relevant: Expression?)
    case group(Group.Name, isRepeat: Bool, stops: [Stop])

    /// The stops of items, in order.
    static func stops(of items: [Item]) -> [Stop] {
      items.compactMap { item in
        switch item {
        case .question(let question):
          question.isAsked || question.kind == .note
            ? .question(question.name, isAsked: question.isAsked, relevant: question.relevant) : nil
        case .group(let group):
          .group(group.name, isRepeat: group.isRepeat, stops: stops(of: group.items))
        }
      }
    }
  }

  /// The repeat groups around a question, outermost first; nothing where there is no such question.
  func repeatsAround(_ name: Question.Name) -> [Group.Name]? { ordinal(of: name).map { placed[$0].repeats } }
}
