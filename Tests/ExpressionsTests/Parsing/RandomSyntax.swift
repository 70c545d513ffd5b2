import Chance
import Expressions

/// Makes random trees of expressions.
struct RandomSyntax {
  var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  /// A tree of at most so many levels.
  mutating func syntax(depth: Int) -> Syntax {
    switch depth == 0 ? Int.random(in: 0...2, using: &random) : Int.random(in: 0...6, using: &random) {
    case 0: Syntax(.number(number()))
    case 1: Syntax(.text(text()))
    case 2, 3: Syntax(.path(path(depth: depth)))
    case 4: Syntax(.negation(syntax(depth: depth - 1)))
    case 5: call(depth: depth)
    default: operation(depth: depth)
    }
  }

  private mutating func operation(depth: Int) -> Syntax {
    let precedence = pick([0, 1, 2, 3, 4, 5, 7])
    let signs = Operator.allCases.filter { $0.precedence == precedence }
    let first = syntax(depth: depth - 1)
    let links = (0...Int.random(in: 0...2, using: &random)).map { _ in
      Syntax.Link(pick(signs), syntax(depth: depth - 1))
    }
    return Syntax(.operation(first: first, links: links))
  }

  private mutating func call(depth: Int) -> Syntax {
    let arguments = (0..<Int.random(in: 0...3, using: &random)).map { _ in syntax(depth: depth - 1) }
    let names = Function.all.map(\.name) + ["no-such.function", "x:y"]
    return Syntax(.call(FunctionCall(pick(names), arguments)))
  }

  private mutating func path(depth: Int) -> Path {
    let root = pick(
      [.context, .document, .reference(name()), .current, .instance("list"), .context, .reference("a")]
        as [Path.Root])
    let steps = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      let axis = pick([.parent, .child(nil), .child(name()), .child(name())] as [Path.Axis])
      return Path.Step(axis, predicates: axis == .parent ? [] : predicates(depth: depth))
    }
    let takesPredicates = root != .context && root != .document
    return Path(root, predicates: takesPredicates ? predicates(depth: depth) : [], steps: steps)
  }

  private mutating func predicates(depth: Int) -> [Syntax] {
    guard depth > 0, Int.random(in: 0..<4, using: &random) == 0 else { return [] }
    return (0...Int.random(in: 0...1, using: &random)).map { _ in syntax(depth: depth - 1) }
  }

  private mutating func name() -> String {
    pick(["a", "name", "and", "or", "div", "mod", "x-1", "q.2", "_", "été", "rep", "who", "not", "age"])
  }

  private mutating func text() -> String {
    pick(["", "a", "it's", "say \"x\"", "é\u{301}😀", " ", "2018-11-09", "12", "${a}", "[", "and"])
  }

  private mutating func number() -> Double {
    pick([0, 1, 2, 42, 0.5, 1234.5678, 100_000_000_000, 0.125, 3.14159])
  }

  mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[Int.random(in: choices.indices, using: &random)]
  }
}
