internal import Survey

/// A response's id in sixteen bytes: the number of a UUID, or the place of any other id in a table.
struct ResponseKey: Hashable, BitwiseCopyable {
  let high: UInt64
  let low: UInt64

  /// No UUID of version 4 has all its first bits set.
  private static let elsewhere = UInt64.max

  /// Packs `uuid:` and a UUID in lower case, as ids are made; nothing for an id of any other form.
  init?(_ spelling: UnsafeRawBufferPointer) {
    guard spelling.count == 41, spelling.starts(with: "uuid:".utf8) else { return nil }
    var halves: (UInt64, UInt64) = (0, 0)
    var digits = 0
    for place in 0..<36 {
      let byte = spelling[5 &+ place]
      if place == 8 || place == 13 || place == 18 || place == 23 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte &- UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte &- UInt8(ascii: "a") &+ 10
      default: return nil
      }
      if digits < 16 {
        halves.0 = halves.0 << 4 | UInt64(digit)
      } else {
        halves.1 = halves.1 << 4 | UInt64(digit)
      }
      digits &+= 1
    }
    guard halves.0 != Self.elsewhere else { return nil }
    (high, low) = halves
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
    let digits = Self.hexadecimal(high) + Self.hexadecimal(low)
    var text = "uuid:"
    for (index, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(index) { text.append("-") }
      text.append(digit)
    }
    return Response.ID(text)
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
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
