import Testing

/// A count of answers as a suppressed figure shows it.
struct ShownCount {
  /// Nothing where it is withheld.
  let count: Int?
  /// What it is.
  let truth: Int
}

/// Expects that small counts are withheld, and that none which is withheld follows from what is shown.
///
/// Whoever reads the figure knows how many answered, and that a count of nobody is shown unless all counts are withheld.
/// Where counts add up, the withheld ones have a known sum; where several choices are possible, whoever answered stands
/// behind at least one of them, and behind none twice; a count that is withheld for itself is below the threshold, and
/// one beside it may be any.
///
/// - Parameters:
///   - counts: The counts of answers of one figure, or of one wave.
///   - answered: How many answered, as it is shown; nothing where it is not.
///   - addsUp: Whether each unit stands behind one count.
///   - threshold: The smallest count that may be seen.
///   - sourceLocation: Where that is expected.
func expectNothingFollows(
  from counts: [ShownCount], answered: Int?, addsUp: Bool, threshold: Int,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let withheld = counts.filter { $0.count == nil }
  for count in counts {
    if let shown = count.count {
      #expect(shown == count.truth, sourceLocation: sourceLocation)
      #expect(shown == 0 || shown >= threshold, sourceLocation: sourceLocation)
    }
  }
  guard !withheld.isEmpty, let answered else { return }
  let left = answered - counts.compactMap(\.count).reduce(0, +)
  let least = withheld.count == counts.count ? 0 : 1
  let others = withheld.count - 1
  let possible: ClosedRange<Int>
  if addsUp {
    possible = least...max(least, left - others * least)
    if others == 0 {
      #expect(Bool(false), "the only withheld count is \(left)", sourceLocation: sourceLocation)
    }
  } else {
    // All that are withheld may be so for themselves, unless one is not.
    let areSmall = withheld.allSatisfy { $0.truth < threshold }
    let most = areSmall && least > 0 ? min(answered, threshold - 1) : answered
    possible = min(most, max(least, left - others * most))...most
  }
  #expect(
    possible.count > 1,
    "withheld \(withheld.map(\.truth)) must be \(possible.lowerBound): answered \(answered), shown \(counts.compactMap(\.count))",
    sourceLocation: sourceLocation)
}
