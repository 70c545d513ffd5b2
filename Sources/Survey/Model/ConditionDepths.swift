internal import Expressions

/// In how many of the repeats around it the condition of a question or a group has to be worked out.
///
/// A condition that looks at nothing in its repeat is the same in all of them: it is worked out once, not a thousand
/// times.
struct ConditionDepths: Sendable {
  private let questions: [Int]
  private let groups: [Group.Name: Int]

  /// Looks at the conditions of a form.
  ///
  /// - Parameters:
  ///   - placed: The questions, in the order of the form.
  ///   - groups: The groups.
  ///   - repeatsAround: The repeat groups around each of the groups, outermost first.
  init(of placed: [Questionnaire.Placed], _ groups: [Group], repeatsAround: (Group.Name) -> [Group.Name]) {
    let chains = Dictionary(
      placed.map { ($0.question.name.text, $0.repeats) }, uniquingKeysWith: { first, _ in first })
    let groupNames = Set(groups.map(\.name))
    func depth(of condition: Expression?, in own: [Group.Name]) -> Int {
      guard let condition, !own.isEmpty, condition.looksAtNamesAlone else { return own.count }
      return condition.references.map { name in
        let group = Group.Name(name)
        let chain = chains[name] ?? (groupNames.contains(group) ? repeatsAround(group) : [])
        return zip(own, chain).prefix { $0 == $1 }.count
      }.max() ?? 0
    }
    questions = placed.map { depth(of: $0.question.relevant, in: $0.repeats) }
    self.groups = Dictionary(
      groups.map { ($0.name, depth(of: $0.relevant, in: repeatsAround($0.name))) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The first of the repeats around a question: those in which its condition is worked out.
  func repeats(ofQuestionAt place: Int, in repeats: [Address.Repeat]) -> [Address.Repeat] {
    repeats.count > questions[place] ? Array(repeats[..<questions[place]]) : repeats
  }

  /// The first of the repeats in which a group stands, or that stand in it: those in which its condition is worked
  /// out.
  func repeats(of group: Group.Name, in repeats: [Address.Repeat]) -> [Address.Repeat] {
    Array(repeats.prefix(groups[group] ?? repeats.count))
  }
}
