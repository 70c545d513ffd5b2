import Chance
import Expressions
import Testing

@Suite("Random expressions")
struct RandomTests {
  @Test("A tree that is written and read again is the same tree", arguments: UInt64(0)..<40)
  func roundTrip(seed: UInt64) throws {
    var maker = RandomSyntax(seed: seed)
    for _ in 0..<50 {
      let tree = maker.syntax(depth: 4)
      let text = tree.description
      let read = try Expression(parsing: text)
      #expect(read.tree == tree, "\(text)")
      #expect(read.tree.description == text)
    }
  }

  @Test("Every random tree can be checked and evaluated without a trap", arguments: UInt64(100)..<140)
  func total(seed: UInt64) throws {
    var maker = RandomSyntax(seed: seed)
    let scope = FormScope([.init("a", .text), .init("age", .number)])
    for _ in 0..<50 {
      let expression = try Expression(parsing: maker.syntax(depth: 4).description)
      for problem in expression.problems(in: scope) {
        #expect(problem.position >= 1 && problem.position <= expression.source.count)
        #expect(!problem.description.isEmpty)
      }
      for path in ["data/calc", "data/rep#2/who", "data"] {
        _ = try? expression.text(in: Sample.context(at: path))
        _ = try? expression.isTrue(in: Sample.context(at: path))
      }
    }
  }

  @Test("Bytes of any kind are read or refused, and never crash the parser", arguments: UInt64(200)..<220)
  func bytes(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<200 {
      let count = Int.random(in: 0...40, using: &random)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      let text = String(decoding: bytes, as: UTF8.self)
      if let error = refusal(of: text) { #expect(error.position >= 1 && error.position <= text.count + 1) }
    }
  }

  @Test("Tokens in any order are read or refused, and never crash the parser", arguments: UInt64(300)..<340)
  func tokens(seed: UInt64) {
    var maker = RandomSyntax(seed: seed)
    let tokens = [
      "(", ")", "[", "]", ",", "/", ".", "..", "*", "-", "+", "=", "!=", "<", "<=", ">", ">=", "and", "or",
      "div",
      "mod", "|", "'a'", "\"b\"", "1", ".5", "${a}", "${", "}", "$", "'", "\"", "a", "if", "current()",
      "instance('x')",
      "jr:choice-name", " ", "\n", "é", "“", "//", "::", "@", "selected(", "substr(", "-99999999999999999999",
    ]
    for _ in 0..<200 {
      let text = (0..<Int.random(in: 1...15, using: &maker.random)).map { _ in maker.pick(tokens) }.joined()
      if let error = refusal(of: text) {
        #expect(error.position >= 1 && error.position <= text.count + 1)
      } else {
        _ = outcome(of: text)
      }
    }
  }

  private func refusal(of text: String) -> ExpressionError? {
    do throws(ExpressionError) {
      _ = try Expression(parsing: text)
      return nil
    } catch {
      return error
    }
  }
}
