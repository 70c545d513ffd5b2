import Expressions
import Testing

@Suite("Depth and length")
struct DepthTests {
  @Test(
    "Ten thousand levels are refused, not crashed on",
    arguments: ["(", "-", "f(", "a[", "not(-(", "${a}[", "if(1, (", "/a["])
  func tooDeep(opening: String) {
    let text = String(repeating: opening, count: 10_000)
    let error = #expect(throws: ExpressionError.self) { try Expression(parsing: text) }
    #expect(error?.reason == .tooDeep(limit: 250))
  }

  @Test("The message names the limit")
  func message() {
    let error = #expect(throws: ExpressionError.self) {
      try Expression(parsing: String(repeating: "(", count: 300))
    }
    #expect(
      error?.description
        == "character 251: more than 250 parentheses are nested here; use a calculation for the inner part")
  }

  @Test(
    "Two hundred and fifty levels are read and evaluated",
    arguments: [("(", ")"), ("-", ""), ("if(1, ", ", 0)")])
  func deepEnough(opening: String, closing: String) {
    let text = String(repeating: opening, count: 250) + "7" + String(repeating: closing, count: 250)
    #expect(outcome(of: text) == "number 7")
  }

  @Test(
    "A chain may be as long as it likes",
    arguments: [("+", "number 20001"), ("or", "boolean true"), ("-", "number -19999")])
  func chain(sign: String, expected: String) {
    let text = "1" + String(repeating: " \(sign) 1", count: 20_000)
    #expect(outcome(of: text) == expected)
  }

  @Test("A path, a list of arguments and a list of predicates may be long")
  func wide() throws {
    #expect(outcome(of: "../name" + String(repeating: "/../name", count: 5_000)) == "nodes Maria da Silva")
    #expect(outcome(of: "max(" + String(repeating: "3, ", count: 5_000) + "4)") == "number 4")
    #expect(outcome(of: "../rep" + String(repeating: "[n]", count: 1_000) + "/who") == "nodes Ana|Bia")
  }
}
