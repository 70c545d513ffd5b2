import Chance
import Coding
import Testing

/// Values of coders, unit by unit, from a row of digits for each coder; `.` where one has no value.
private func units(_ coders: String...) -> [[Int?]] {
  let rows = coders.map { $0.filter { $0 != " " }.map { $0.wholeNumberValue } }
  return (rows.first ?? []).indices.map { unit in rows.map { $0[unit] } }
}

private func rounded(_ number: Double?) -> Double? { number.map { ($0 * 1000).rounded() / 1000 } }

@Suite("Agreement of coders")
struct AgreementTests {
  @Test("Krippendorff's example of 2011: four coders, twelve units, missing values, nominal alpha 0.743")
  func krippendorff() {
    let agreement = Agreement(
      units("1233 2141 2...", "1233 2241 25.3", ".333 2342 251.", "1233 2441 251."))
    #expect(agreement.count == 11)
    #expect(rounded(agreement.alpha) == 0.743)
  }

  @Test("Krippendorff's binary example of 2011: two coders, ten units, alpha 0.095")
  func krippendorffBinary() {
    let agreement = Agreement(units("0100000010", "1110010000"))
    #expect(rounded(agreement.alpha) == 0.095)
    #expect(agreement.percent == 0.6)
  }

  @Test("A table of two by two: 20 and 15 agree, 5 and 10 do not, kappa 0.4")
  func cohenTwoByTwo() {
    var rows: [[Int?]] = []
    for (count, unit) in [(20, [1, 1]), (5, [1, 0]), (10, [0, 1]), (15, [0, 0])] {
      rows += Array(repeating: unit, count: count)
    }
    let agreement = Agreement(rows)
    #expect(agreement.percent == 0.7)
    #expect(rounded(agreement.kappa(0, 1)) == 0.4)
  }

  @Test("Cohen's own example of 1960: three categories, kappa 0.492")
  func cohenThreeByThree() {
    let table = [[44, 5, 1], [7, 20, 3], [9, 5, 6]]
    var rows: [[Int?]] = []
    for (one, counts) in table.enumerated() {
      for (two, count) in counts.enumerated() { rows += Array(repeating: [one, two], count: count) }
    }
    #expect(rounded(Agreement(rows).kappa(0, 1)) == 0.492)
  }

  @Test("Where all values are the same, nothing can be told apart")
  func oneValue() {
    let agreement = Agreement(units("1111", "1111"))
    #expect(agreement.percent == 1)
    #expect(agreement.kappa(0, 1) == nil)
    #expect(agreement.alpha == nil)
    #expect(Agreement<Int>([]).percent == nil)
  }

  @Test("MASI: the same, a part, an overlap, nothing in common")
  func masi() {
    #expect(masiDistance(Set([1, 2]), [2, 1]) == 0)
    #expect(abs(masiDistance(Set([1]), [1, 2]) - (1 - 1.0 / 3)) < 1e-12)
    #expect(abs(masiDistance(Set([1, 3]), [1, 2]) - (1 - 1.0 / 9)) < 1e-12)
    #expect(masiDistance(Set([1]), [2]) == 1)
    #expect(masiDistance(Set<Int>(), [1]) == 1)
    #expect(masiDistance(Set<Int>(), []) == 0)
  }

  @Test("Neither the names of values nor the order of coders or units matter", arguments: 1...40)
  func invariances(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let coders = Int.random(in: 2...5, using: &random)
    let units: [[Int?]] = (0..<Int.random(in: 2...30, using: &random)).map { _ in
      (0..<coders).map { _ in Bool.random(using: &random) ? Int.random(in: 0...3, using: &random) : nil }
    }
    let agreement = Agreement(units)
    let renamed = Agreement(units.map { $0.map { $0.map { 7 - $0 } } })
    let turned = Agreement(units.shuffled(using: &random).map { Array($0.reversed()) })
    for other in [renamed, turned] {
      #expect(other.count == agreement.count)
      #expect(other.percent == agreement.percent)
      #expect(isNear(other.alpha, agreement.alpha))
    }
    #expect(isNear(turned.kappa(coders - 1, coders - 2), agreement.kappa(0, 1)))
    if let alpha = agreement.alpha { #expect(alpha <= 1) }
    // All of one mind: 1, or nothing to tell apart.
    let agreed = Agreement(units.map { unit in unit.map { _ in unit.compactMap(\.self).first } })
    #expect(agreed.alpha.map { $0 == 1 } ?? true)
  }

  private func isNear(_ one: Double?, _ two: Double?) -> Bool {
    guard let one, let two else { return one == nil && two == nil }
    return abs(one - two) < 1e-9
  }
}
