import Expressions
import Testing

@Suite("Repeats")
struct RepeatTests {
  /// Two households; the first has two members, the second three.
  static let form = AnswerTree.group(
    "data", .text("a", "top"),
    .instance(
      "household", .text("street", "Main"),
      .instance("member", .text("who", "Ana"), .number("age", 30)),
      .instance("member", .text("who", "Bia"), .number("age", 7)), .text("note", "")),
    .instance(
      "household", .text("street", "Side"),
      .instance("member", .text("who", "Caio"), .number("age", 41)),
      .group("inner", .instance("pet", .text("kind", "cat"))),
      .instance("member", .text("who", "Davi"), .number("age", 12)),
      .instance("member", .text("who", "Eva"), .number("age", 5)), .text("note", "")),
    .text("end", ""))

  private func value(_ expression: String, at path: String) -> String {
    do {
      let context = EvaluationContext(node: Self.form.document.at(path), surroundings: Sample.surroundings)
      let value = try Expression(parsing: expression).value(in: context)
      guard case .nodes(let nodes) = value else { return try value.text() }
      return try nodes.map { try $0.value.text() }.joined(separator: "|")
    } catch {
      return "error \(error)"
    }
  }

  @Test(
    "From outside a name means every instance",
    arguments: [
      ("${who}", "Ana|Bia|Caio|Davi|Eva"),
      ("sum(${age})", "95"),
      ("max(${age})", "41"),
      ("count(${member})", "5"),
      ("count(${household})", "2"),
      ("join(' ', ${who})", "Ana Bia Caio Davi Eva"),
      ("count(${member}[age >= 18])", "2"),
      ("${member}[age < 10]/who", "Bia|Eva"),
      ("${kind}", "cat"),
      ("${member}[${age} < 10]/who", "Bia|Eva"), ("sum(${age}[${age} > 10])", "83"),
      ("count(${household}[sum(${age}) > 40])", "1"), ("count(${member}[${street} = 'Side'])", "3"),
      ("count(${household}[count(${member}) > 2])", "1"), ("count(${who}[${a} = 'top'])", "5"),
      ("sum(/data/household[/data/household/street = 'Side']/member/age)", "58"),
      ("indexed-repeat(${who}, ${household}, 2, ${member}, 3)", "Eva"),
      ("indexed-repeat(${street}, ${household}, 2)", "Side"),
      ("indexed-repeat(${who}, ${household}, 2)", "Caio|Davi|Eva"),
      ("indexed-repeat(${who}, ${member}, 2)", "Bia|Davi"), ("indexed-repeat(${who}, ${member}, 3)", "Eva"),
      ("${member}[position() = 1]/who", "Ana|Caio"), ("${member}[position() > 1][1]/who", "Bia|Davi"),
      (
        "indexed-repeat(${street}, ${member}, 1)",
        "error indexed-repeat() needs a repeat that 'street' is in, and it is not in 'member'"
      ),
      ("../../../a", "error '..' leads out of the form; take away one '..' or more"),
      ("indexed-repeat(${kind}, ${household}, 1, ${pet}, 1)", ""),
      (
        "concat(${who}, '')",
        "error 'who' is there 5 times, and one value is needed; say which with indexed-repeat(), or use sum(), "
          + "join(), max() or count()"
      ),
    ])
  func outside(expression: String, expected: String) {
    #expect(value(expression, at: "data/end") == expected)
  }

  @Test(
    "Inside an instance a name means that instance",
    arguments: [
      ("${who}", "Davi"), ("${age} + 1", "13"), ("${street}", "Side"), ("${a}", "top"), ("../age", "12"),
      ("../../street", "Side"), ("position(..)", "2"), ("position(../..)", "2"), ("count(${member})", "3"),
      ("sum(../../member/age)", "58"), ("/data/household/member/who", "Davi"),
      ("/data/household/street", "Side"),
      ("sum(/data/household/member[age > 0]/age)", "58"),
      ("sum(/data/household/member[/data/household/member/age > 10]/age)", "53"),
      ("indexed-repeat(${who}, ${member}, position(..) - 1)", "Caio"),
      ("indexed-repeat(${who}, ${member}, 1)", "Caio"),
      ("indexed-repeat(${who}, ${household}, 1, ${member}, 2)", "Bia"),
      ("indexed-repeat(/data/household/member/who, /data/household, 1, /data/household/member, 1)", "Ana"),
      ("${member}[position() = position(current()/..) - 1]/who", "Caio"),
      ("${member}[age < ${age}]/who", "Eva"),
      ("current()/../who", "Davi"),
      ("${kind}", "cat"),
    ])
  func inside(expression: String, expected: String) {
    #expect(value(expression, at: "data/household#2/member#2/who") == expected)
  }

  @Test(
    "Between two repeats a name means the instances of the inner one",
    arguments: [
      ("${who}", "Ana|Bia"), ("sum(${age})", "37"), ("count(${member})", "2"), ("count(${household})", "2"),
    ])
  func between(expression: String, expected: String) {
    #expect(value(expression, at: "data/household#1/note") == expected)
  }
}
