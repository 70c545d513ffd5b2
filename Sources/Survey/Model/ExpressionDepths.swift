internal import Expressions

/// In how many of the repeats around it the condition of a question or a group, or its calculation, has to be worked
/// out.
///
/// What looks at nothing in its repeat is the same in all of them: it is worked out once, not a thousand times.
struct ExpressionDepths: Sendable {
  private let conditions: [Int]
  private let calculations: [Int]
  private let groups: [Group.Name: Int]

  /// Looks at the conditions and calculations of a form.
  ///
  /// - Parameters:
  ///   - placed: The questions, in the order of the form.
  ///   - groups: The groups.
  ///   - repeatsAround: The repeat groups around each of the groups, outermost first.
  init(of placed: [Questionnaire.Placed], _ groups: [Group], repeatsAround: (Group.Name) -> [Group.Name]) {
    let chains = Dictionary(
      placed.map { ($0.question.name.text, $0.repeats) }, uniquingKeysWith: { first, _ in first })
    let groupNames = Set(groups.map(\.name))
    func depth(of expression: Expression?, in own: [Group.Name]) -> Int {
      guard let expression, !own.isEmpty, let names = expression.namesLookedUp else { return own.count }
      return names.map { name in
        let group = Group.Name(name)
        let chain = chains[name] ?? (groupNames.contains(group) ? repeatsAround(group) : [])
        return zip(own, chain).prefix { $0 == $1 }.count
      }.max() ?? 0
    }
    conditions = placed.map { depth(of: $0.question.relevant, in: $0.repeats) }
    calculations = placed.map { depth(of: $0.question.calculation, in: $0.repeats) }
    self.groups = Dictionary(
      groups.map { ($0.name, depth(of: $0.relevant, in: repeatsAround($0.name))) },
      uniquingKeysWith: { first, _ in first })
  }

  /// In how many repeats the condition of the question at a place in the form is worked out.
  func depthOfCondition(at place: Int) -> Int { conditions[place] }

  /// The same for the calculation of a question.
  func depthOfCalculation(at place: Int) -> Int { calculations[place] }

  /// The same for the condition of a group.
  func depth(of group: Group.Name) -> Int { groups[group] ?? 0 }

  /// The address at which the condition of a question is worked out for an address, where the question stands at a
  /// place in the form.
  func ofCondition(of address: Address, at place: Int) -> Address { cut(address, to: conditions[place]) }

  /// The same for the calculation of a question.
  func ofCalculation(of address: Address, at place: Int) -> Address { cut(address, to: calculations[place]) }

  /// The first of the repeats in which a group stands, or that stand in it: those in which its condition is worked
  /// out.
  func repeats(of group: Group.Name, in repeats: [Address.Repeat]) -> [Address.Repeat] {
    Array(repeats.prefix(groups[group] ?? repeats.count))
  }

  private func cut(_ address: Address, to depth: Int) -> Address {
    address.repeats.count <= depth
      ? address : Address(address.question, in: Array(address.repeats[..<depth]))
  }
}
