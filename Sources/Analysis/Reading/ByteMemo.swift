internal import Glibc

/// Remembers what each distinct spelling of a cell means, so that it is worked out once.
///
/// Its memory is bounded: when it is full, it knows what it knows, and the rest is worked out each time.
struct ByteMemo: Sendable {
  private var table = MemoTable(size: 64)

  private static let mostEntries = 1 << 14
  private static let mostBytes = 1 << 21

  /// What a spelling means, if that is known.
  func value(of spelling: UnsafeRawBufferPointer) -> UInt32? {
    let key = MemoKey(spelling)
    let (entries, mask) = (table.entries, table.mask)
    var place = Int(truncatingIfNeeded: key.hash) & mask
    while entries[place].isTaken {
      let entry = entries[place]
      if entry.count == key.count, entry.low == key.low,
        key.isWhole ? entry.high == key.high : isSame(entry, spelling)
      {
        return entry.value
      }
      place = (place &+ 1) & mask
    }
    return nil
  }

  /// Keeps what a spelling means that is not known yet, while there is room.
  mutating func remember(_ value: UInt32, for spelling: UnsafeRawBufferPointer) {
    guard table.used.entries < Self.mostEntries, table.used.bytes + spelling.count <= Self.mostBytes else {
      return
    }
    // A copy of this one may be read by another thread meanwhile.
    let isFull = 2 * table.used.entries > table.mask || table.used.bytes + spelling.count > table.room
    if !isKnownUniquelyReferenced(&table) || isFull {
      table = MemoTable(copyOf: table, roomFor: spelling.count)
    }
    let key = MemoKey(spelling)
    var entry = MemoEntry(low: key.low, high: key.high, count: key.count, value: value, isTaken: true)
    if !key.isWhole {
      entry.high = UInt64(table.used.bytes)
      table.put(spelling)
    }
    table.put(entry, hash: key.hash)
  }

  private func isSame(_ entry: MemoEntry, _ spelling: UnsafeRawBufferPointer) -> Bool {
    guard let other = spelling.baseAddress else { return false }
    return memcmp(table.bytes + Int(entry.high), other, spelling.count) == 0
  }
}

/// A spelling that is looked for: whole, where it has at most 16 bytes; else by a hash.
private struct MemoKey {
  let low: UInt64
  let high: UInt64
  let count: UInt32

  /// Whether two spellings are the same where these numbers are.
  var isWhole: Bool { count <= 16 }

  /// Where an entry is looked for first.
  var hash: UInt64 {
    let mixed = (low ^ high << 32 ^ high >> 32 ^ UInt64(count)) &* 0x9e37_79b9_7f4a_7c15
    return mixed ^ mixed >> 32
  }

  init(_ spelling: UnsafeRawBufferPointer) {
    let count = spelling.count
    self.count = UInt32(truncatingIfNeeded: count)
    guard let start = spelling.baseAddress else {
      (low, high) = (0, 0)
      return
    }
    func word(_ place: Int) -> UInt64 { start.loadUnaligned(fromByteOffset: place, as: UInt64.self) }
    func half(_ place: Int) -> UInt64 {
      UInt64(start.loadUnaligned(fromByteOffset: place, as: UInt32.self))
    }
    func byte(_ place: Int) -> UInt64 { UInt64(start.load(fromByteOffset: place, as: UInt8.self)) }
    switch count {
    case 0: (low, high) = (0, 0)
    case 1...3: (low, high) = (byte(0) | byte(count / 2) << 8 | byte(count &- 1) << 16, 0)
    case 4...7: (low, high) = (half(0) | half(count &- 4) << 32, 0)
    case 8...16: (low, high) = (word(0), word(count &- 8))
    default:
      var hash = UInt64(truncatingIfNeeded: count)
      var place = 0
      while place &+ 8 < count {
        hash = (hash ^ word(place)) &* 0xbf58_476d_1ce4_e5b9
        hash ^= hash >> 29
        place &+= 8
      }
      hash = (hash ^ word(count &- 8)) &* 0xbf58_476d_1ce4_e5b9
      (low, high) = (hash ^ hash >> 29, 0)
    }
  }
}

private struct MemoEntry: BitwiseCopyable {
  var low: UInt64
  /// For a spelling of more than 16 bytes, where it stands.
  var high: UInt64
  var count: UInt32
  var value: UInt32
  var isTaken: Bool
}

/// The entries of a memo, in at most half of the places.
///
/// - Note: `@unchecked Sendable`, since a memo changes a table only while nobody else has it.
private final class MemoTable: @unchecked Sendable {
  let entries: UnsafeMutablePointer<MemoEntry>
  let mask: Int
  /// The spellings of more than 16 bytes, and how many bytes of them there may be.
  let bytes: UnsafeMutablePointer<UInt8>
  let room: Int
  private(set) var used = (entries: 0, bytes: 0)

  init(size: Int, room: Int = 0) {
    mask = size - 1
    entries = .allocate(capacity: size)
    entries.initialize(
      repeating: MemoEntry(low: 0, high: 0, count: 0, value: 0, isTaken: false), count: size)
    bytes = .allocate(capacity: max(room, 1))
    self.room = room
  }

  /// The same entries, and room for more.
  convenience init(copyOf other: MemoTable, roomFor added: Int) {
    let room = other.used.bytes + added > other.room ? 2 * (other.room + added) : other.room
    self.init(size: (other.mask + 1) * (2 * other.used.entries > other.mask ? 2 : 1), room: room)
    put(UnsafeRawBufferPointer(start: other.bytes, count: other.used.bytes))
    for place in 0...other.mask where other.entries[place].isTaken {
      let entry = other.entries[place]
      let high = entry.count <= 16 ? entry.high : 0
      put(entry, hash: MemoKey(low: entry.low, high: high, count: entry.count).hash)
    }
  }

  deinit {
    entries.deallocate()
    bytes.deallocate()
  }

  func put(_ entry: MemoEntry, hash: UInt64) {
    var place = Int(truncatingIfNeeded: hash) & mask
    while entries[place].isTaken { place = (place + 1) & mask }
    entries[place] = entry
    used.entries += 1
  }

  /// Puts a spelling behind the others.
  func put(_ spelling: UnsafeRawBufferPointer) {
    if let start = spelling.baseAddress, !spelling.isEmpty {
      memcpy(bytes + used.bytes, start, spelling.count)
    }
    used.bytes += spelling.count
  }
}

extension MemoKey {
  fileprivate init(low: UInt64, high: UInt64, count: UInt32) {
    self.low = low
    self.high = high
    self.count = count
  }
}
