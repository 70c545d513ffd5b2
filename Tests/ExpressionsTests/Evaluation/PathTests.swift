import Expressions
import Testing

@Suite("Paths and node sets")
struct PathTests {
  @Test("A path leads where it leads in JavaRosa", arguments: cases)
  func value(expression: String, expected: String) { #expect(outcome(of: expression) == expected) }

  @Test("Inside a repeat a path leads where it leads in JavaRosa", arguments: casesInRepeat)
  func valueInRepeat(expression: String, expected: String) {
    #expect(outcome(of: expression, at: "data/rep#2/who") == expected)
  }

  static let cases = [
    ("count(/data/rep)", "number 3"),
    ("count(/data/missing)", "number 0"),
    ("count(/data/rep/n) + count(/data/rep[n > 3])", "number 4"),
    ("count-non-empty(/data/rep/who)", "number 2"),
    ("count-non-empty(/data/rep)", "number 3"),
    ("count('x')", "error count() needs a question or a path, not a value"),
    ("sum('x')", "error sum() needs a question or a path, not a value"),
    ("/data/rep/who", "nodes Ana|Bia|"),
    ("/data/rep[position() = 2]/who", "nodes Bia"),
    ("/data/rep[n > 3]/who", "nodes Bia"),
    ("/data/rep[n > 3][who = 'Bia']/n", "nodes 4"),
    ("/data/rep[position() > 1]/n", "nodes 4|"),
    ("/data/rep[who = /data/name]/n", "nodes "),
    ("/child::data/child::name", "nodes Maria da Silva"),
    ("../name", "nodes Maria da Silva"),
    ("parent::node()/name", "nodes Maria da Silva"),
    ("self::node()/../name", "nodes Maria da Silva"),
    ("./../name", "nodes Maria da Silva"),
    ("current()/../name", "nodes Maria da Silva"),
    (".", "nodes "),
    ("name", "nodes "),
    ("true", "nodes "),
    ("../rep/n", "nodes 3|4|"),
    ("count(../rep)", "number 3"),
    ("indexed-repeat(/data/rep/who, /data/rep, 2)", "nodes Bia"),
    ("indexed-repeat(/data/rep/who, /data/rep, 0)", "nodes Ana"),
    ("indexed-repeat(/data/rep/who, /data/rep, '')", "nodes Ana"),
    ("indexed-repeat(/data/rep/who, /data/rep, 9)", "nodes "),
    ("position(/data/rep)", "number 1"),
    ("position(/data/missing)", "number 0"),
    ("position()", "number 1"),
  ]

  static let casesInRepeat = [
    ("../n", "nodes 4"),
    ("../who = 'Bia'", "boolean true"),
    ("position(..)", "number 2"),
    ("position()", "number 1"),
    ("/data/rep/n", "nodes 4"),
    ("string(/data/rep/n)", "text 4"),
    ("sum(../../rep/n)", "number 7"),
    ("count(../../rep)", "number 3"),
    ("sum(/data/rep[n > 0]/n)", "number 7"),
    ("count(/data/rep[n > 0])", "number 2"),
    ("indexed-repeat(/data/rep/n, /data/rep, 1)", "nodes 3"),
    ("indexed-repeat(/data/rep/n, /data/rep, position(..) - 1)", "nodes 3"),
    ("/data/rep[position() = position(current()/..) - 1]/n", "nodes 3"),
    ("/data/name", "nodes Maria da Silva"),
    ("string-length()", "number 3"),
    ("once('x')", "text Bia"),
  ]
}
