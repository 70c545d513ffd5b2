import Analysis
import Chance
import Testing

/// Counting columns gives the figures that counting unit by unit gives, which is what they mean.
@Suite("Counting columns")
struct ColumnTests {
  @Test("Whole figures are the same either way", arguments: 0..<60 as Range<UInt64>)
  func sameFigures(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let data = try RandomForm(rows: 400, &random)
    try compare(data)
  }

  @Test("Also beyond one piece of 65,536 rows", arguments: [3] as [UInt64])
  func longFiles(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var data = try RandomForm(rows: 9, &random)
    data.repeatLines(upTo: 65_600, &random)
    try compare(data)
  }

  private func compare(_ data: RandomForm) throws {
    if let problem = data.plan.problems.first { throw problem }
    let file = try data.file(data.lines)
    let fast = try Tally(of: data.plan.figures, from: [file], now: someDay)
    let slow = try Tally(of: data.plan.figures, from: [file], now: someDay, isUnitByUnit: true)
    for (one, other) in zip(fast.figures, slow.figures) { #expect(one == other) }
    #expect(fast.figures.count == data.plan.figures.count)
  }
}
