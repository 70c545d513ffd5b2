internal import Survey

/// A response's id in sixteen bytes: the number of a UUID, or the place of any other id in a table.
struct ResponseKey: Hashable, BitwiseCopyable {
  let high: UInt64
  let low: UInt64

  /// No UUID of version 4 has all its first bits set.
  private static let elsewhere = UInt64.max

  /// Packs `uuid:` and a UUID in lower case, as ids are made; nothing for an id of any other form.
  init?(_ spelling: UnsafeRawBufferPointer) {
    guard spelling.count == 41, spelling.loadUnaligned(as: UInt32.self) == Self.scheme,
      spelling[4] == UInt8(ascii: ":"),
      spelling[13] == UInt8(ascii: "-"), spelling[18] == UInt8(ascii: "-"),
      spelling[23] == UInt8(ascii: "-"), spelling[28] == UInt8(ascii: "-"),
      let first = Self.digits(spelling, 5, 9), let second = Self.digits(spelling, 14, 19),
      let third = Self.digits(spelling, 24, 29), let fourth = Self.digits(spelling, 33, 37)
    else { return nil }
    let halves = (UInt64(first) << 32 | UInt64(second), UInt64(third) << 32 | UInt64(fourth))
    guard halves.0 != Self.elsewhere else { return nil }
    (high, low) = halves
  }

  /// `uuid`, as it stands in memory.
  private static let scheme = UInt32(littleEndian: 0x6469_7575)

  /// The number that two times four hexadecimal digits in lower case write; nothing where others stand there.
  private static func digits(_ spelling: UnsafeRawBufferPointer, _ one: Int, _ other: Int) -> UInt32? {
    let low = UInt64(UInt32(littleEndian: spelling.loadUnaligned(fromByteOffset: one, as: UInt32.self)))
    let high = UInt64(UInt32(littleEndian: spelling.loadUnaligned(fromByteOffset: other, as: UInt32.self)))
    let word = low | high << 32
    // Eight bytes at once: the sums below set the highest bit of a byte where it is not below a bound.
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops = ones &* 0x80
    guard word & tops == 0 else { return nil }
    func isAtLeast(_ bound: UInt64) -> UInt64 { (word &+ ones &* (0x80 &- bound)) & tops }
    let isDigit = isAtLeast(0x30) & ~isAtLeast(0x3A)
    let isLetter = isAtLeast(0x61) & ~isAtLeast(0x67)
    guard isDigit | isLetter == tops else { return nil }
    let values = (word & (ones &* 0x0F)) &+ (isLetter >> 7) &* 9
    let pairs = (values << 4 | values >> 8) & 0x00FF_00FF_00FF_00FF
    let quads = (pairs << 8 | pairs >> 16) & 0x0000_FFFF_0000_FFFF
    return UInt32(truncatingIfNeeded: quads << 16 | quads >> 32)
  }

  /// The halves of a key that was kept.
  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The place of an id in a table of those that are no such UUID.
  init(place: Int) {
    high = Self.elsewhere
    low = UInt64(place)
  }

  /// The place in that table, for an id that stands there.
  var place: Int? { high == Self.elsewhere ? Int(low) : nil }

  /// The id as the file has it.
  ///
  /// - Parameter others: The table of ids that are no such UUID.
  /// - Returns: The id.
  func id(_ others: [String]) -> Response.ID {
    guard high != Self.elsewhere else { return Response.ID(others[Int(low)]) }
    let text = String(unsafeUninitializedCapacity: 41) { room in
      _ = room.initialize(from: "uuid:".utf8)
      var place = 5
      for digit in 0..<32 {
        if digit == 8 || digit == 12 || digit == 16 || digit == 20 {
          room[place] = UInt8(ascii: "-")
          place += 1
        }
        let half = digit < 16 ? high : low
        let value = UInt8(truncatingIfNeeded: half >> UInt64(60 - 4 * (digit & 15))) & 15
        room[place] = value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
        place += 1
      }
      return place
    }
    return Response.ID(text)
  }
}

/// Packs the ids of one file.
struct ResponseKeys {
  /// Ids that are no UUID as this program makes them.
  private(set) var others: [String] = []
  private var places: [String: Int] = [:]

  mutating func key(_ spelling: UnsafeRawBufferPointer) -> ResponseKey {
    ResponseKey(spelling) ?? key(String(decoding: spelling, as: UTF8.self))
  }

  /// Packs an id that is no UUID.
  mutating func key(_ text: String) -> ResponseKey {
    if let place = places[text] { return ResponseKey(place: place) }
    places[text] = others.count
    others.append(text)
    return ResponseKey(place: others.count - 1)
  }
}
