/// Hashes, each once, in at most half of the places of a table.
struct HashTable {
  private var places: [UInt64]
  private var count = 0
  private var hasZero = false

  init(room: Int) {
    var size = 16
    while size < 2 * room { size *= 2 }
    places = [UInt64](repeating: 0, count: size)
  }

  private func place(of hash: UInt64) -> Int {
    let mask = places.count &- 1
    var place = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while places[place] != 0, places[place] != hash { place = (place &+ 1) & mask }
    return place
  }

  func contains(_ hash: UInt64) -> Bool { hash == 0 ? hasZero : places[place(of: hash)] == hash }

  /// Puts in a hash, and says whether it was not there yet.
  mutating func insert(_ hash: UInt64) -> Bool {
    if hash == 0 {
      defer { hasZero = true }
      return !hasZero
    }
    var place = place(of: hash)
    if places[place] == hash { return false }
    if 2 * count >= places.count {
      grow()
      place = self.place(of: hash)
    }
    places[place] = hash
    count += 1
    return true
  }

  private mutating func grow() {
    let before = places
    places = [UInt64](repeating: 0, count: 2 * before.count)
    for hash in before where hash != 0 { places[place(of: hash)] = hash }
  }
}
