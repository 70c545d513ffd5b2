import Calendar
import Expressions

extension FuzzTarget {
  /// Reads an expression, checks it against a form, and evaluates it over a list.
  static let expressions = FuzzTarget(name: "expressions") { bytes in
    guard let expression = try? Expression(parsing: String(decoding: bytes, as: UTF8.self)) else { return }
    for scope in [scope, scope.at("a"), scope.at("r", filtering: ["name", "n"])] {
      for problem in expression.problems(in: scope) { hold(!problem.description.isEmpty, "no words") }
    }
    _ = expression.constantTruth
    _ = expression.contradiction(with: [expression])
    for item in items.items.prefix(2) {
      let context = EvaluationContext(node: item, surroundings: surroundings)
      _ = try? expression.text(in: context)
      _ = try? expression.isTrue(in: context)
      _ = try? expression.number(in: context)
      _ = try? expression.truth(in: context) { $0 != "n" }
    }
    // What a tree is written as is read as the same tree.
    let text = expression.tree.description
    guard let again = try? Expression(parsing: text) else { fatalError("cannot read \(text)") }
    hold(again.tree == expression.tree, text)
  }

  private static let scope = FormScope(
    [
      .init("a", .text), .init("n", .number), .init("s", .selectOne(["x", "y"])),
      .init("m", .selectMultiple(["x", "y"])), .init("d", .date), .init("r", .repeatGroup),
      .init("q", .number, repeats: ["r"]),
    ], lists: ["l": ["name", "label", "n"]])

  private static let items = ItemTable(
    name: "l", columns: ["name", "label", "n"],
    rows: [["x", "An x", "1"], ["y", "2018-11-09", "-2.5"], ["z", "😀 é", nil], ["", "a b c", "1e3"]])

  private static let surroundings = Surroundings(
    now: DateTime(localMilliseconds: 1_541_758_473_250, offset: 3 * 3600), formVersion: "7",
    instance: { $0 == "l" ? items.document : nil }, randomBits: { 0x1234_5678_9ABC_DEF0 })
}
