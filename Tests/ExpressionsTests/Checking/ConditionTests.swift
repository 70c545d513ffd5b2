import Expressions
import Testing

@Suite("Conditions that never hold")
struct ConditionTests {
  @Test(
    "Two conditions that exclude each other",
    arguments: [
      "${a} = 'yes' and ${a} = 'no'", "${a} = 'yes' and ${a} != 'yes'", "${a} = 'x' and not(${a} = 'x')",
      "selected(${m}, 'x') and not(selected(${m}, 'x'))", "${n} > 18 and ${n} < 10",
      "${n} > 18 and ${n} <= 18",
      "10 > ${n} and ${n} >= '10'", "${n} = 3 and ${n} = 4", "${b} and (${n} < -5 and ${n} > 0)",
      "not(${a} != 'yes' or ${a} != 'no')", "${a} = 'x' and not(selected(${a}, 'x'))",
      "${a} = 'x' and selected(${a}, 'y')",
    ])
  func contradiction(source: String) throws {
    let name = try #require(try Expression(parsing: source).contradiction())
    #expect(source.contains("${\(name)}"))
  }

  @Test(
    "Conditions that can hold together",
    arguments: [
      "${a} = 'yes' or ${a} = 'no'", "${a} = 'yes' and ${b} = 'no'",
      "selected(${m}, 'x') and selected(${m}, 'y')",
      "${n} >= 18 and ${n} <= 18", "${n} > 18 and ${n} < 19", "not(${n} > 5) and not(${n} < 7)",
      "${a} != 'x' and ${a} != 'y'",
      "${a} = 'x y' and selected(${a}, 'y')", "not(${a} = 'x' and ${b} = 'y') and ${a} = 'x'",
      "${a} = '1' and ${a} = '01'",
      "(${n} + 1) > 18 and ${n} < 10", "${r}[n > 3]/n = 3 and ${r}[n < 3]/n = 4",
    ])
  func noContradiction(source: String) throws {
    #expect(try Expression(parsing: source).contradiction() == nil)
  }

  @Test("What groups around ask counts too")
  func around() throws {
    let group = try Expression(parsing: "${a} = 'yes'")
    #expect(try Expression(parsing: "${a} = 'no' and ${n} > 1").contradiction(with: [group]) == "a")
    #expect(try Expression(parsing: "${b} = 'no'").contradiction(with: [group]) == nil)
  }

  @Test(
    "What is the same whatever is answered",
    arguments: [
      ("false()", false), ("1 = 2", false), ("'a' = 'a'", true), ("not(1)", false), ("if(1, '', 'x')", false),
      ("1 and 0", false), ("regex('a', 'b')", false),
    ])
  func constant(source: String, holds: Bool) throws {
    #expect(try Expression(parsing: source).constantTruth == holds)
  }

  @Test(
    "What answers, clock or chance decide",
    arguments: [
      "${a}", ". > 3", "today() > 3", "random() > 2", "position() = 1", "string-length() > 2", "once('x')",
      "version()",
      "nothing()", "1 and ${a}", "date('x')",
    ])
  func notConstant(source: String) throws { #expect(try Expression(parsing: source).constantTruth == nil) }
}
