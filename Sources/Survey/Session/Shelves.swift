/// A dictionary in parts, by the innermost repeat: a change copies one part, not the thousands of values of a group with
/// a thousand repeats, nor those of other groups.
struct Shelves<Key: Shelved & Sendable, Value: Sendable>: Sendable {
  /// What stands in no repeat.
  private var outside: [Key: Value] = [:]
  /// The parts of each repeat group, by the number of the repeat.
  private var inside: [Group.Name: [[Key: Value]]] = [:]

  /// How many parts there are for the repeats of a group.
  private static var count: Int { 64 }

  subscript(key: Key) -> Value? {
    get {
      guard let innermost = key.place.last else { return outside[key] }
      return inside[innermost.group]?[Self.part(of: innermost)][key]
    }
    set {
      guard let innermost = key.place.last else {
        outside[key] = newValue
        return
      }
      if newValue == nil, inside[innermost.group] == nil { return }
      inside[innermost.group, default: Array(repeating: [:], count: Self.count)][Self.part(of: innermost)][
        key] =
        newValue
    }
  }

  private static func part(of innermost: Address.Repeat) -> Int {
    Int(innermost.number.magnitude % UInt(count))
  }

  /// Takes out all whose key is meant.
  mutating func removeAll(where isMeant: (Key) -> Bool) {
    for key in outside.keys.filter(isMeant) { outside[key] = nil }
    for (group, parts) in inside {
      for key in parts.flatMap({ $0.keys.filter(isMeant) }) { self[key] = nil }
      if parts.allSatisfy(\.isEmpty) { inside[group] = nil }
    }
  }
}

/// What stands in a repeat, or in none.
protocol Shelved: Hashable {
  /// The repeats in which it stands, outermost first.
  var place: [Address.Repeat] { get }
}

extension Fact: Shelved {}

extension RepeatPath: Shelved {
  var place: [Address.Repeat] { repeats }
}
