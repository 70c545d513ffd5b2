import Expressions
import Testing

@Suite("Choice filters")
struct ChoiceFilterTests {
  static let form = AnswerTree.group(
    "data", .text("country", "de"), .text("chosen", "be ge"), .number("limit", 3_000_000), .text("state", ""))

  static let list = ItemTable(
    name: "states", columns: ["name", "label", "country", "population", "frame_2018"],
    rows: [
      ["be", "Berlin", "de", "3769000", "yes"], ["by", "Bayern", "de", "13125000", ""],
      ["ge", "Genève", "ch", "504000", "yes"], ["ti", "Ticino", "ch"],
    ])

  @Test(
    "The item is the context node, and its columns are its children",
    arguments: [
      ("country = ${country}", "be by"), ("country = 'ch'", "ge ti"), ("frame_2018 = 'yes'", "be ge"),
      ("frame_2018 != 'yes'", "by ti"), ("selected(${chosen}, name)", "be ge"),
      ("name != ${country}", "be by ge ti"),
      ("population > ${limit}", "be by"), ("population = ''", "ti"),
      ("country = current()/../country", "be by"),
      ("country = /data/country and frame_2018 = 'yes'", "be"), ("true()", "be by ge ti"), ("''", ""),
      ("position() < 3", "be by"), ("starts-with(label, 'B')", "be by"), ("nonsense = ''", "be by ge ti"),
      ("./country = 'de'", "be by"), ("count(../item[country = current()/../country]) = 2", "be by ge ti"),
      ("string-length(name) = 2 and not(selected('by ti', name))", "be ge"), (". = ''", "be by ge ti"),
    ])
  func filter(expression: String, expected: String) throws {
    let filter = try Expression(parsing: expression)
    var context = EvaluationContext(
      node: Self.form.document.at("data/state"), surroundings: Surroundings(now: Sample.now))
    var names = [String]()
    for item in Self.list.items {
      context.node = item
      if try filter.isTrue(in: context) {
        try names.append(#require(item.children(named: "name").first).value.text())
      }
    }
    #expect(names.joined(separator: " ") == expected)
  }

  @Test("A list of choices is a tree of its own")
  func tree() throws {
    let item = Self.list.items[3]
    #expect(item.name == "item")
    #expect(item.position == 4)
    // A value that an item does not have is no node, as pyxform writes no element for it.
    #expect(item.children(named: nil).map(\.name) == ["name", "label", "country"])
    #expect(item.children(named: "population").isEmpty)
    #expect(item.parent?.name == "root")
    #expect(item.parent?.parent?.name == "")
    #expect(item.parent?.parent?.parent == nil)
    #expect(item.children(named: "name").first?.parent?.position == 4)
    #expect(item.children(named: "name").first?.children(named: nil).isEmpty == true)
    #expect(item.nodes(referredToAs: "name").isEmpty)
    #expect(item.label(ofChoice: "be") == nil)
    #expect(Self.list.count == 4)
  }
}
