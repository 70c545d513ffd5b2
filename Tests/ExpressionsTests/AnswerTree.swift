import Calendar
import Expressions

/// A form with its answers, written as nested calls, for tests.
final class AnswerTree: Sendable {
  let name: String
  let value: Value
  let isRepeat: Bool
  let labels: [String: String]
  let below: [AnswerTree]

  init(
    _ name: String, _ value: Value = .empty, isRepeat: Bool = false, labels: [String: String] = [:],
    below: [AnswerTree] = []
  ) {
    self.name = name
    self.value = value
    self.isRepeat = isRepeat
    self.labels = labels
    self.below = below
  }

  static func group(_ name: String, _ below: AnswerTree...) -> AnswerTree { AnswerTree(name, below: below) }
  static func instance(_ name: String, _ below: AnswerTree...) -> AnswerTree {
    AnswerTree(name, isRepeat: true, below: below)
  }
  static func text(_ name: String, _ value: String) -> AnswerTree { AnswerTree(name, .text(value)) }
  static func number(_ name: String, _ value: Double) -> AnswerTree { AnswerTree(name, .number(value)) }

  /// Everything of a name below, at any depth.
  func descendants(named name: String) -> [AnswerTree] {
    below.flatMap { ($0.name == name ? [$0] : []) + $0.descendants(named: name) }
  }

  func has(_ name: String) -> Bool { !descendants(named: name).isEmpty }

  /// The node above the form.
  var document: AnswerNode { AnswerNode(tree: AnswerTree("", below: [self]), above: []) }
}

/// A place in a form with answers.
struct AnswerNode: Node {
  let tree: AnswerTree
  let above: [AnswerTree]

  var name: String { tree.name }
  var value: Value { tree.value }

  var parent: (any Node)? {
    above.last.map { AnswerNode(tree: $0, above: above.dropLast()) }
  }

  var position: Int {
    guard let siblings = above.last?.below.filter({ $0.name == name }) else { return 1 }
    return (siblings.firstIndex { $0 === tree } ?? 0) + 1
  }

  func children(named name: String?) -> [any Node] { below(named: name) }

  func below(named name: String?) -> [AnswerNode] {
    tree.below.filter { name == nil || $0.name == name }.map { AnswerNode(tree: $0, above: above + [tree]) }
  }

  func nodes(referredToAs name: String) -> [any Node] {
    // The innermost repeat around this node that has the name in any of its instances; else the whole form.
    let whole = above + [tree]
    for (index, place) in whole.enumerated().reversed() {
      let isScope = place.isRepeat && whole[0].descendants(named: place.name).contains { $0.has(name) }
      if isScope || index == 0 {
        return AnswerNode(tree: place, above: Array(whole[..<index])).descendants(named: name)
      }
    }
    return []
  }

  func sharesRepeat(with name: String) -> Bool {
    guard let outermost = (above + [tree]).first(where: \.isRepeat) else { return false }
    return (above.first ?? tree).descendants(named: outermost.name).contains { $0.has(name) }
  }

  func label(ofChoice choice: String) -> String? { tree.labels[choice] }

  func descendants(named name: String) -> [AnswerNode] {
    below(named: nil).flatMap { ($0.name == name ? [$0] : []) + $0.descendants(named: name) }
  }

  /// The node at a path of names, the first instance of each; `rep#2` is the second.
  func at(_ path: String) -> AnswerNode {
    path.split(separator: "/").reduce(self) { node, step in
      let parts = step.split(separator: "#")
      let index = parts.count > 1 ? (Int(parts[1]) ?? 1) - 1 : 0
      return node.below(named: String(parts[0]))[index]
    }
  }
}

/// The form of most tests: the answers of a person with two children and one empty instance.
enum Sample {
  static let form = AnswerTree.group(
    "data",
    .text("name", "Maria da Silva"), .number("age", 42), .number("dec", 1.5), .text("blank", ""),
    .text("multi", "a b c"),
    AnswerTree("one", .text("yes"), labels: ["yes": "Yes!", "no": "No!"]),
    AnswerTree("d", .dateTime(DateTime(date: date("2018-11-09")))),
    AnswerTree("dt", .dateTime(DateTime(date: date("2018-11-09"), time: TimeOfDay("10:14:33")))),
    AnswerTree("t", TimeOfDay("10:14").map { .time($0) } ?? .empty),
    .instance("rep", .text("who", "Ana"), .number("n", 3)),
    .instance("rep", .text("who", "Bia"), .number("n", 4)),
    .instance("rep", .text("who", ""), .text("n", "")),
    .text("calc", ""))

  static let states = ItemTable(
    name: "states", columns: ["name", "label", "country"],
    rows: [["be", "Berlin", "de"], ["by", "Bayern", "de"], ["ge", "Genève", "ch"]])

  static let now = DateTime(date: date("2020-02-29"), time: TimeOfDay("16:42:07"), millisecond: 250)

  static let surroundings = Surroundings(
    now: now, instance: { $0 == "states" ? states.document : nil }, randomBits: { 0x1234_5678_9ABC_DEF0 })

  static func context(at path: String = "data/calc") -> EvaluationContext {
    EvaluationContext(node: form.document.at(path), surroundings: surroundings)
  }

  private static func date(_ text: String) -> CalendarDate {
    CalendarDate(text) ?? CalendarDate(daysSinceEpoch: 0)
  }
}

/// The value of an expression in one line: its kind and its text, or the error.
func outcome(of text: String, at path: String = "data/calc") -> String {
  do {
    let value = try Expression(parsing: text).value(in: Sample.context(at: path))
    return switch value {
    case .text(let text): "text \(text)"
    case .number: "number \(try value.text())"
    case .boolean(let boolean): "boolean \(boolean)"
    case .dateTime(let moment): "dateTime \(moment)"
    case .time(let time): "time \(time)"
    case .nodes(let nodes): try "nodes " + nodes.map { try $0.value.text() }.joined(separator: "|")
    }
  } catch {
    return "error \(error)"
  }
}
