/// The random numbers of `randomize()`, the same everywhere for the same seed (ODK XForms): the "minimal standard" of
/// Park and Miller 1988, with the shuffling of Fisher and Yates.
package struct MinimalStandard {
  private var state: Int

  /// Begins a row of numbers.
  package init(seed: Int) {
    // A large seed loses its last digits here, as in JavaRosa.
    let rest = Int(Double(seed).truncatingRemainder(dividingBy: 2_147_483_647))
    state = rest <= 0 ? rest + 2_147_483_646 : rest
  }

  /// The items in another order: each is put at a random place among those before it.
  package mutating func shuffled<Item>(_ items: [Item]) -> [Item] {
    var shuffled = [Item]()
    for item in items {
      shuffled.append(item)
      let place = Int(nextFraction() * Double(shuffled.count))
      shuffled.swapAt(place, shuffled.count - 1)
    }
    return shuffled
  }

  /// From 0 to below 1.
  private mutating func nextFraction() -> Double {
    state = state * 16_807 % 2_147_483_647
    return Double(state - 1) / 2_147_483_646
  }
}

extension Int {
  /// A number as Java converts it to a long: truncated, cut off at the limits.
  package init(saturating number: Double) {
    self = Int(exactly: number.rounded(.towardZero)) ?? (number.isNaN ? 0 : number < 0 ? .min : .max)
  }
}
