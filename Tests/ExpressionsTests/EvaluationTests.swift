import Expressions
import Testing

@Suite("Evaluation")
struct EvaluationTests {
  @Test(
    "smoke", arguments: [("1 + 1", "number 2"), ("${age} >= 18 and selected(${multi}, 'b')", "boolean true")])
  func smoke(expression: String, expected: String) { #expect(outcome(of: expression) == expected) }
}
