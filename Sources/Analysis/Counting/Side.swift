/// The slots along one side of a table: those that all data has, and then what stood in cells instead of a choice.
///
/// Parts of the data share the fixed slots; of the others each has its own, in the order in which it met them.
struct Side: Sendable, Hashable {
  /// How many slots all data has.
  let fixed: Int
  /// What the slots behind them are, by name.
  private(set) var others: [String]

  init(fixed: Int, others: [String] = []) {
    self.fixed = fixed
    self.others = others
  }

  var count: Int { fixed + others.count }

  /// Takes up the slots of another part.
  ///
  /// - Parameter other: A side with the same fixed slots.
  /// - Returns: The slot here of each slot there.
  mutating func add(_ other: Side) -> [Int] {
    Array(0..<fixed) + other.others.map { slot(of: $0) }
  }

  /// The slot of something that is no choice; a new one where it has none yet.
  mutating func slot(of other: String) -> Int {
    if let place = others.firstIndex(of: other) { return fixed + place }
    others.append(other)
    return count - 1
  }
}
