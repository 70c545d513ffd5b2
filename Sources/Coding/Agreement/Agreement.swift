/// How far coders agree who have looked at the same units, each value beside the others' of its unit.
///
/// A unit with fewer than two values says nothing of agreement and is left out.
public struct Agreement<Value: Hashable & Sendable>: Sendable {
  /// The values of each unit that at least two coders have coded, with the places of the coders.
  private let units: [[(coder: Int, value: Value)]]

  /// Creates it of units.
  ///
  /// - Parameter units: For each unit the value of each coder, in one order of coders; nothing where one has none.
  public init(_ units: [[Value?]]) {
    self.units = units.map { unit in
      unit.enumerated().compactMap { coder, value in value.map { (coder, $0) } }
    }.filter { $0.count >= 2 }
  }

  /// How many units at least two coders have coded.
  public var count: Int { units.count }

  /// How many pairs of coders who coded the same unit agree, of all such pairs, from 0 to 1; nothing without a pair.
  public var percent: Double? {
    var pairs = 0
    var agreeing = 0
    for unit in units {
      for first in unit.indices {
        for second in unit.indices where second > first {
          pairs += 1
          if unit[first].value == unit[second].value { agreeing += 1 }
        }
      }
    }
    return pairs == 0 ? nil : Double(agreeing) / Double(pairs)
  }

  /// Cohen's kappa of two coders.
  ///
  /// J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960).
  ///
  /// - Parameters:
  ///   - first: The place of a coder.
  ///   - second: The place of another.
  /// - Returns: From -1 to 1; nothing where both gave every unit one and the same value, or share no unit.
  public func kappa(_ first: Int, _ second: Int) -> Double? {
    var marginals: [Value: (Int, Int)] = [:]
    var shared = 0
    var agreeing = 0
    for unit in units {
      guard let one = unit.first(where: { $0.coder == first })?.value,
        let two = unit.first(where: { $0.coder == second })?.value
      else { continue }
      shared += 1
      if one == two { agreeing += 1 }
      marginals[one, default: (0, 0)].0 += 1
      marginals[two, default: (0, 0)].1 += 1
    }
    if shared == 0 { return nil }
    // In whole numbers as far as they go: the order of a dictionary changes nothing then.
    let chance = marginals.values.reduce(0) { $0 + $1.0 * $1.1 }
    let square = shared * shared
    return chance == square ? nil : Double(agreeing * shared - chance) / Double(square - chance)
  }

  /// Krippendorff's alpha with the nominal metric: two values are the same, or they are not.
  ///
  /// K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011).
  ///
  /// - Returns: 1 where all agree, 0 where they agree as chance would have it; nothing where all values are the
  ///   same, so that nothing can be told apart.
  public var alpha: Double? { alpha { $0 == $1 ? 0 : 1 } }

  /// Krippendorff's alpha with a metric of its own.
  ///
  /// - Parameter distance: How far two values are apart, from 0 to 1, the same both ways.
  /// - Returns: As `alpha`.
  public func alpha(_ distance: (Value, Value) -> Double) -> Double? {
    var counts: [Value: Int] = [:]
    var order: [Value] = []
    var observed = 0.0
    var total = 0
    for unit in units {
      var apart = 0.0
      for first in unit.indices {
        let value = unit[first].value
        if counts[value] == nil { order.append(value) }
        counts[value, default: 0] += 1
        for second in unit.indices where second > first { apart += distance(value, unit[second].value) }
      }
      observed += 2 * apart / Double(unit.count - 1)
      total += unit.count
    }
    if total < 2 { return nil }
    var expected = 0.0
    for (place, first) in order.enumerated() {
      for second in order[..<place] {
        expected += 2 * Double((counts[first] ?? 0) * (counts[second] ?? 0)) * distance(first, second)
      }
    }
    return expected == 0 ? nil : 1 - Double(total - 1) * observed / expected
  }
}

/// How far two sets of codes are apart by MASI: 0 for the same set, 1 for sets without a common code.
///
/// R. Passonneau, "Measuring Agreement on Set-valued Items (MASI)" (LREC 2006): one minus the share of codes in
/// common (Jaccard) times 1, 2/3 or 1/3 for the same set, a part of the other, or an overlap.
///
/// - Parameters:
///   - first: The codes that one coder gave.
///   - second: The codes that another gave.
/// - Returns: From 0 to 1; 0 where neither gave a code.
public func masiDistance<Code: Hashable>(_ first: Set<Code>, _ second: Set<Code>) -> Double {
  if first == second { return 0 }
  let common = first.intersection(second).count
  if common == 0 { return 1 }
  let share = Double(common) / Double(first.union(second).count)
  let isPart = first.isSubset(of: second) || second.isSubset(of: first)
  return 1 - share * (isPart ? 2.0 / 3 : 1.0 / 3)
}
