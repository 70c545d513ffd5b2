import Chance
import Expressions
import Testing

@Suite("Numbers as texts")
struct NumberTextTests {
  @Test("The text of a number names that number", arguments: UInt64(0)..<20)
  func text(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for _ in 0..<200 {
      let number = Self.number(&random)
      let text = try Value.number(number).text()
      let read = try #require(Double(text), "\(text)")
      #expect(read == number || (read - number).magnitude < 1e-12, "\(text)")
      #expect(!text.hasSuffix(".") && !text.hasPrefix("."))
    }
  }

  @Test("A rounded number is no further away than half of its last place", arguments: UInt64(0)..<20)
  func rounding(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for _ in 0..<200 {
      let number = Double.random(in: -1e6...1e6, using: &random)
      let places = Int.random(in: -4...6, using: &random)
      let form = AnswerTree.group("data", .number("x", number), .number("places", Double(places)))
      let context = EvaluationContext(node: form.document, surroundings: Sample.surroundings)
      let rounded = try Expression(parsing: "round(${x}, ${places})").number(in: context)
      var unit = 1.0
      for _ in 0..<abs(places) { unit = places < 0 ? unit * 10 : unit / 10 }
      #expect((rounded - number).magnitude <= unit * 0.5000001, "round(\(number), \(places)) = \(rounded)")
    }
  }

  @Test(
    "The limits of a Double are texts too",
    arguments: [
      (Double.greatestFiniteMagnitude, "1.7976931348623157E308"),
      (-.greatestFiniteMagnitude, "-1.7976931348623157E308"),
      (.leastNonzeroMagnitude, "0"), (1e-11, "1.0E-11"), (-1e-11, "-1.0E-11"), (-0.0, "0"), (.nan, "NaN"),
      (1e22, "1.0E22"), (123e18, "1.23E20"), (0.5, "0.5"), (-0.0015, "-0.0015"),
      (9_007_199_254_740_992, "9.007199254740992E15"),
    ])
  func limits(number: Double, text: String) throws { #expect(try Value.number(number).text() == text) }

  private static func number(_ random: inout SeededRandom) -> Double {
    let number = Double(bitPattern: random.next())
    return switch random.next() % 3 {
    case 0: number.isFinite ? number : 1
    case 1: Double(Int.random(in: -1_000_000_000...1_000_000_000, using: &random)) / 1000
    default: Double.random(in: -1e9...1e9, using: &random)
    }
  }
}
