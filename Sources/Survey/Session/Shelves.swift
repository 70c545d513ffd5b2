/// A dictionary in parts, by the number of the innermost repeat: a change copies one part, not the thousands of
/// values of a group with a thousand repeats.
struct Shelves<Key: Shelved & Sendable, Value: Sendable>: Sendable {
  private var shelves: [[Key: Value]] = [[:]]

  /// How many parts there are for repeats; what stands in none has one of its own.
  private static var most: Int { 64 }

  private func shelf(of key: Key) -> Int {
    guard let number = key.place.last?.number, number > 0 else { return 0 }
    return 1 + number % Self.most
  }

  subscript(key: Key) -> Value? {
    get {
      let shelf = shelf(of: key)
      return shelf < shelves.count ? shelves[shelf][key] : nil
    }
    set {
      let shelf = shelf(of: key)
      if shelf < shelves.count {
        shelves[shelf][key] = newValue
      } else if let newValue {
        shelves += Array(repeating: [:], count: 1 + Self.most - shelves.count)
        shelves[shelf][key] = newValue
      }
    }
  }
}

extension Shelves {
  /// Takes out all whose key is meant.
  mutating func removeAll(where isMeant: (Key) -> Bool) {
    for shelf in shelves.indices {
      for key in shelves[shelf].keys.filter(isMeant) { shelves[shelf][key] = nil }
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
