internal import Expressions

/// In which order questions and groups are best worked out: each after those that its conditions and calculations
/// name.
///
/// A hint only. Whatever an expression looks at is worked out when it looks at it; in this order that has happened
/// before, so that a chain of any length needs little stack.
struct EvaluationOrder: Sendable {
  private let questions: [Question.Name: Int]
  private let groups: [Group.Name: Int]
  /// The places of all questions, and behind them of all groups, in that order.
  let sequence: [Int]
  /// The places of all questions in that order, where a chain is long; none where no chain is.
  let deepQuestions: [Int]

  /// A chain that is no longer can be worked out from its end.
  static let longestShallowChain = 100

  /// Sorts the questions and groups of a form.
  ///
  /// - Parameters:
  ///   - placed: The questions, in the order of the form.
  ///   - groups: The groups, in the order of the form.
  ///   - outer: The group around each of the groups.
  init(of placed: [Questionnaire.Placed], _ groups: [Group], outer: (Group.Name) -> Group.Name?) {
    var places: [String: Int] = [:]
    for (index, placed) in placed.enumerated() { places[placed.question.name.text] = index }
    var groupPlaces: [Group.Name: Int] = [:]
    for (index, group) in groups.enumerated() { groupPlaces[group.name] = placed.count + index }
    func found(_ expressions: [Expression?], in group: Group.Name?) -> [Int] {
      let named = expressions.compactMap(\.self).flatMap(\.references).compactMap {
        places[$0] ?? groupPlaces[Group.Name($0)]
      }
      return named + (group.flatMap { groupPlaces[$0] }.map { [$0] } ?? [])
    }
    let needs =
      placed.map { found([$0.question.relevant, $0.question.calculation], in: $0.groups.last) }
      + groups.map { group in
        var count: Expression?
        if case .counted(let expression) = group.repetition { count = expression }
        return found([group.relevant, count], in: outer(group.name))
      }
    let (order, depth) = Self.order(of: needs)
    sequence = order
    var ranks = Array(repeating: 0, count: order.count)
    for (rank, place) in order.enumerated() { ranks[place] = rank }
    questions = Dictionary(
      placed.enumerated().map { ($1.question.name, ranks[$0]) }, uniquingKeysWith: { first, _ in first })
    self.groups = groupPlaces.mapValues { ranks[$0] }
    deepQuestions = depth > Self.longestShallowChain ? order.filter { $0 < placed.count } : []
  }

  /// Facts in the order in which they are best worked out.
  func sorted(_ facts: Set<Fact>) -> [Fact] {
    facts.map { (rank: rank(of: $0), fact: $0) }.sorted { $0.rank < $1.rank }.map(\.fact)
  }

  /// Where a fact stands in the order; those of one question or group follow each other.
  private func rank(of fact: Fact) -> Int {
    switch fact {
    case .repeats(let path), .groupStanding(let path): 3 * (groups[path.group] ?? 0)
    case .count(let path): 3 * (groups[path.group] ?? 0) + 1
    case .presence(let repeats): 3 * (repeats.last.flatMap { groups[$0.group] } ?? 0) + 2
    case .entry(let address), .standing(let address): 3 * (questions[address.question] ?? 0)
    case .value(let address): 3 * (questions[address.question] ?? 0) + 1
    case .knowledge(let address), .breach(let address), .requirement(let address), .offer(let address):
      3 * (questions[address.question] ?? 0) + 2
    }
  }

  /// Sorts places so that each comes after those that it needs, without recursion; circles are cut somewhere.
  private static func order(of needs: [[Int]]) -> (order: [Int], depth: Int) {
    var order: [Int] = []
    order.reserveCapacity(needs.count)
    var depths = Array(repeating: 0, count: needs.count)
    var isEntered = Array(repeating: false, count: needs.count)
    for start in needs.indices where !isEntered[start] {
      var path = [(place: start, next: 0)]
      isEntered[start] = true
      while let (place, next) = path.last {
        if next < needs[place].count {
          path[path.count - 1].next += 1
          let need = needs[place][next]
          if !isEntered[need] {
            isEntered[need] = true
            path.append((need, 0))
          }
        } else {
          path.removeLast()
          depths[place] = 1 + (needs[place].map { depths[$0] }.max() ?? 0)
          order.append(place)
        }
      }
    }
    return (order, depths.max() ?? 0)
  }
}
