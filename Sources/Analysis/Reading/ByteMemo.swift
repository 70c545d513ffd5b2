internal import Glibc

/// Remembers what each distinct spelling of a cell means, so that it is worked out once.
///
/// Its memory is bounded: when it is full, it knows what it knows, and the rest is worked out each time.
struct ByteMemo {
  private var slots = [UInt32](repeating: 0, count: 64)
  private var entries: [Entry] = []
  private var bytes: [UInt8] = []

  private struct Entry {
    let hash: UInt32
    let start: UInt32
    let count: UInt32
    let value: UInt32
  }

  private static let mostEntries = 1 << 14
  private static let mostBytes = 1 << 21

  /// What a spelling means, if that is known.
  func value(of spelling: UnsafeRawBufferPointer) -> UInt32? {
    let hash = Self.hash(spelling)
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) &- 1]
      if entry.hash == hash, isSame(entry, spelling) { return entry.value }
      slot = (slot &+ 1) & mask
    }
    return nil
  }

  /// Keeps what a spelling means that is not known yet, while there is room.
  mutating func remember(_ value: UInt32, for spelling: UnsafeRawBufferPointer) {
    guard entries.count < Self.mostEntries, bytes.count + spelling.count <= Self.mostBytes else { return }
    if 2 * entries.count >= slots.count { grow() }
    let hash = Self.hash(spelling)
    let entry = Entry(
      hash: hash, start: UInt32(bytes.count), count: UInt32(spelling.count), value: value)
    bytes.append(contentsOf: spelling)
    entries.append(entry)
    place(entry, number: entries.count)
  }

  private mutating func place(_ entry: Entry, number: Int) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: entry.hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = UInt32(number)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: 2 * slots.count)
    for (index, entry) in entries.enumerated() { place(entry, number: index + 1) }
  }

  private func isSame(_ entry: Entry, _ spelling: UnsafeRawBufferPointer) -> Bool {
    guard Int(entry.count) == spelling.count, let other = spelling.baseAddress else {
      return spelling.isEmpty
    }
    return bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return false }
      return memcmp(start + Int(entry.start), other, spelling.count) == 0
    }
  }

  /// Eight bytes at a time, multiplied and folded; the remainder counts with its length.
  private static func hash(_ spelling: UnsafeRawBufferPointer) -> UInt32 {
    var hash = UInt64(truncatingIfNeeded: spelling.count) &* 0x9e37_79b9_7f4a_7c15
    var index = 0
    while index &+ 8 <= spelling.count {
      mix(&hash, spelling.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index &+= 8
    }
    var rest: UInt64 = 0
    while index < spelling.count {
      rest = rest << 8 | UInt64(spelling[index])
      index &+= 1
    }
    mix(&hash, rest)
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
  }

  private static func mix(_ hash: inout UInt64, _ word: UInt64) {
    hash = (hash ^ word) &* 0xbf58_476d_1ce4_e5b9
    hash ^= hash >> 29
  }
}
