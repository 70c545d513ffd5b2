internal import Chance
internal import Expressions
package import Survey

/// A form in which almost everything hangs on something that is asked before it, in every way that expressions have:
/// by name, by absolute and relative paths, with predicates, through repeats in repeats, by sums and counts.
package struct TangledForm {
  private var random: SeededRandom
  private var count = 0
  private var seen: [Seen] = []
  private var repeats: [(name: String, path: String, around: [String])] = []
  private var groups: [String] = []
  /// Whether most stands in repeats, and looks by its name at what stands in the same one.
  private let inRepeats: Bool
  /// Whether some conditions cannot be evaluated, as the answers are.
  private let hasFaults: Bool

  /// A question that can be referred to.
  private struct Seen {
    let name: String
    let path: String
    let repeats: [String]
  }

  /// Where something stands.
  private struct Place {
    var path = "/data"
    var repeats: [String] = []
    var depth = 0
  }

  private init(seed: UInt64, inRepeats: Bool, hasFaults: Bool) {
    random = SeededRandom(seed: seed)
    self.inRepeats = inRepeats
    self.hasFaults = hasFaults
  }

  /// A form; the same seed gives the same one.
  package static func questionnaire(
    seed: UInt64, inRepeats: Bool = false, hasFaults: Bool = false
  ) -> Questionnaire {
    var form = TangledForm(seed: seed, inRepeats: inRepeats, hasFaults: hasFaults)
    return Sample.questionnaire(form.items(in: Place(), from: 6...14))
  }

  private mutating func items(in place: Place, from range: ClosedRange<Int>) -> [Item] {
    (0..<number(range)).map { _ in
      place.depth < (inRepeats ? 2 : 3) && chance(35) ? .group(group(in: place)) : question(in: place)
    }
  }

  private mutating func group(in place: Place) -> Group {
    count += 1
    let name = "g\(count)"
    let relevant = chance(50) ? condition(at: place) : nil
    var inner = place
    inner.path += "/" + name
    inner.depth += 1
    var repetition = Group.Repetition.once
    if chance(inRepeats ? 85 : 50) {
      repetition = chance(50) ? .free : .counted(Sample.rule("min(3, \(numeric(at: place)))"))
      inner.repeats.append(name)
    }
    let items = items(in: inner, from: inRepeats ? 3...5 : 1...5)
    if inner.repeats.count > place.repeats.count { repeats.append((name, inner.path, place.repeats)) }
    groups.append(inner.path)
    return Sample.group(name, repeated: repetition, relevant: relevant, items)
  }

  private mutating func question(in place: Place) -> Item {
    count += 1
    let name = "q\(count)"
    let path = place.path + "/" + name
    defer { seen.append(Seen(name: name, path: path, repeats: place.repeats)) }
    let relevant = chance(inRepeats ? 65 : 50) ? condition(at: place) : nil
    if chance(25) {
      let calculation = chance(inRepeats ? 3 : 15) ? "once(\(numeric(at: place)))" : numeric(at: place)
      return Sample.ask(name, .calculate, relevant: relevant, calculation: calculation)
    }
    let required: Question.Requirement =
      chance(20) ? .when(Sample.rule(condition(at: place))) : chance(20) ? .always : .never
    let rule =
      chance(25)
      ? Question.Constraint(expression: Sample.rule(". >= 0 and (\(condition(at: place)))")) : nil
    let start = chance(inRepeats ? 5 : 20) ? numeric(at: place) : nil
    switch number(1...6) {
    case 1:
      let filter = chance(60) ? "frame = 'yes' or \(condition(at: place))" : nil
      return Sample.ask(
        name, .selectOne("register.csv"), required: required, relevant: relevant, filter: filter)
    case 2: return Sample.ask(name, .note, relevant: relevant)
    case 3:
      return Sample.ask(name, .selectMultiple("theme"), required: required, relevant: relevant)
    default:
      return Sample.ask(
        name, .integer, required: required, relevant: relevant, constraint: rule, start: start)
    }
  }

  // MARK: - Expressions

  private mutating func condition(at place: Place) -> String {
    let (one, other) = (numeric(at: place), numeric(at: place))
    // A range that ends before it begins cannot be read, and several nodes are no one value.
    if hasFaults, chance(30) { return "regex(\(nodes(at: place)), concat('[2-', \(one), ']'))" }
    switch number(1...8) {
    case 1: return "\(one) > 1 and \(other) < 4"
    case 2: return "\(one) = 2 or \(other) = 3"
    case 3: return "not(\(one) >= 2)"
    case 4: return "\(nodes(at: place)) != ''"
    case 5: return "selected(\(nodes(at: place)), 'rights')"
    case 6: return "if(\(one) > 2, \(other), today() > date('2018-11-01'))"
    default: return "\(one) != 1"
    }
  }

  /// An expression whose value is a number, or none.
  private mutating func numeric(at place: Place) -> String {
    let nodes = nodes(at: place)
    switch number(1...9) {
    case 1: return "count(\(nodes))"
    case 2: return "sum(\(nodes))"
    case 3: return "count-non-empty(\(nodes))"
    case 4: return "string-length(join(',', \(nodes)))"
    case 5 where !place.repeats.isEmpty && (!inRepeats || chance(30)):
      return "position(..) + number(\(nodes))"
    case 6: return "coalesce(\(nodes), 2)"
    case 7: return "max(\(nodes))"
    default: return "number(\(nodes))"
    }
  }

  /// A way to something that is asked before.
  private mutating func nodes(at place: Place) -> String {
    guard let one = pick(seen) else { return "'2'" }
    if inRepeats, chance(85) {
      let near = seen.filter { $0.repeats.starts(with: place.repeats) }
      return "${\((chance(75) ? pick(near) : nil)?.name ?? one.name)}"
    }
    switch number(1...8) {
    case 1: return one.path
    case 2 where one.path.hasPrefix(place.path + "/"): return ".." + one.path.dropFirst(place.path.count)
    case 3:
      // From the innermost group up to the form, and down again.
      return Array(repeating: "..", count: place.depth + 1).joined(separator: "/")
        + one.path.dropFirst("/data".count)
    case 4:
      guard let group = pick(groups) else { return one.path }
      return group + "/*"
    case 5:
      guard let group = one.repeats.last, let end = one.path.range(of: "/\(group)/") else { return one.path }
      let start = one.path[..<end.upperBound].dropLast()
      return "\(start)[position() != \(number(1...2))]/\(one.path[end.upperBound...])"
    case 6:
      guard let other = pick(repeats) else { return "${\(one.name)}" }
      let inside = seen.filter { $0.path.hasPrefix(other.path + "/") && $0.repeats.last == other.name }
      guard let first = pick(inside), let last = pick(inside) else { return "${\(other.name)}" }
      let below = first.path.dropFirst(other.path.count + 1)
      return "\(other.path)[\(below) > 1]/\(last.path.dropFirst(other.path.count + 1))"
    case 7:
      guard one.repeats.count == 1 else { return "${\(one.name)}" }
      return "indexed-repeat(${\(one.name)}, ${\(one.repeats[0])}, \(number(1...3)))"
    default: return "${\(one.name)}"
    }
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.randomElement(using: &random)
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  private mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
}

extension String {
  fileprivate func range(of part: String) -> Range<Index>? { ranges(of: part).first }
}
