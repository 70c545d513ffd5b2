extension Expression {
  /// The first question of which two conditions ask what excludes each other, so that both never hold at once.
  ///
  /// Only what is joined by `and` is looked at: comparisons of one question with a text or a number, and `selected()`.
  ///
  /// - Parameter others: Conditions that hold too: those of the groups around.
  /// - Returns: The name of the question; nothing where none is found, which does not mean that all can hold.
  public func contradiction(with others: [Expression] = []) -> String? {
    var demands = [String: Demand]()
    for expression in others + [self] {
      for (name, condition) in expression.tree.conditions(holding: true) {
        guard demands[name, default: Demand()].add(condition) else { return name }
      }
    }
    return nil
  }
}

/// What an expression asks of one question.
private enum Condition {
  case equals(String), differs(String)
  case selected(String), notSelected(String)
  case atLeast(Double), atMost(Double), above(Double), below(Double)
}

/// What several expressions ask of one question.
private struct Demand {
  private var equal: String?
  private var different: Set<String> = []
  private var selected: Set<String> = []
  private var unselected: Set<String> = []
  private var least = (bound: -Double.infinity, isOpen: false)
  private var greatest = (bound: Double.infinity, isOpen: false)

  /// Takes in one more condition; false where all together cannot hold.
  mutating func add(_ condition: Condition) -> Bool {
    switch condition {
    case .equals(let text):
      if let equal, equal != text { return false }
      equal = text
    case .differs(let text): different.insert(text)
    case .selected(let name): selected.insert(name)
    case .notSelected(let name): unselected.insert(name)
    case .atLeast(let number): if number > least.bound { least = (number, false) }
    case .atMost(let number): if number < greatest.bound { greatest = (number, false) }
    case .above(let number): if number >= least.bound { least = (number, true) }
    case .below(let number): if number <= greatest.bound { greatest = (number, true) }
    }
    if let equal, different.contains(equal) || unselected.contains(equal) { return false }
    if let equal, selected.contains(where: { !equal.names.map(String.init).contains($0) }) { return false }
    if !selected.isDisjoint(with: unselected) { return false }
    let isPoint = least.bound == greatest.bound
    return least.bound < greatest.bound || (isPoint && !least.isOpen && !greatest.isOpen)
  }
}

extension Syntax {
  /// What must be so for this to hold (or, where `holding` is false, not to hold), as far as it is plain.
  fileprivate func conditions(holding: Bool) -> [(name: String, condition: Condition)] {
    switch kind {
    case .operation(let first, let links) where links.allSatisfy { $0.sign == (holding ? .and : .or) }:
      ([first] + links.map(\.operand)).flatMap { $0.conditions(holding: holding) }
    case .operation(let left, let links) where links.count == 1:
      Self.comparison(left, holding ? links[0].sign : links[0].sign.opposite, links[0].operand)
    case .call(let call) where call.name == "not" && call.arguments.count == 1:
      call.arguments[0].conditions(holding: !holding)
    case .call(let call) where call.name == "selected" && call.arguments.count == 2:
      if let name = call.arguments[0].plainReference, let choice = call.literal(1), choice.names.count == 1 {
        [(name, holding ? .selected(String(choice.names[0])) : .notSelected(String(choice.names[0])))]
      } else {
        []
      }
    default: []
    }
  }

  private static func comparison(
    _ left: Syntax, _ sign: Operator?, _ right: Syntax
  ) -> [(name: String, condition: Condition)] {
    guard let sign else { return [] }
    guard let name = left.plainReference else {
      return right.plainReference == nil ? [] : comparison(right, sign.mirrored, left)
    }
    if case .text(let text) = right.kind, Double(xpath: text).isNaN {
      return sign == .equal ? [(name, .equals(text))] : sign == .notEqual ? [(name, .differs(text))] : []
    }
    guard let number = right.plainNumber else { return [] }
    return switch sign {
    case .equal: [(name, .atLeast(number)), (name, .atMost(number))]
    case .less: [(name, .below(number))]
    case .lessOrEqual: [(name, .atMost(number))]
    case .greater: [(name, .above(number))]
    case .greaterOrEqual: [(name, .atLeast(number))]
    default: []
    }
  }

  /// The name in `${name}`, where that is all.
  private var plainReference: String? {
    guard case .path(let path) = kind, case .reference(let name) = path.root, path.steps.isEmpty,
      path.predicates.isEmpty
    else { return nil }
    return name
  }

  /// The number that is written here, in quotes or with a minus too.
  private var plainNumber: Double? {
    switch kind {
    case .number(let number): number
    case .text(let text): Double(xpath: text).isNaN ? nil : Double(xpath: text)
    case .negation(let operand): operand.plainNumber.map { -$0 }
    default: nil
    }
  }
}

extension Operator {
  /// What holds where a comparison does not; nothing for orders, as both fail where there is no answer.
  fileprivate var opposite: Operator? {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    default: nil
    }
  }

  /// The comparison with its sides swapped.
  fileprivate var mirrored: Operator? {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    case .equal, .notEqual: self
    default: nil
    }
  }
}
