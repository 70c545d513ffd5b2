/// The symbols for lengths and distances, and the bits behind them (RFC 1951, 3.2.5).
struct DeflateTable {
  struct Entry {
    let symbol: UInt16
    let extraCount: UInt8
    let extra: UInt32
  }

  static let all = DeflateTable()

  /// For each length from 0 to 258; below 3 there is none.
  private let lengths: [Entry] = (0...258).map { length in
    if length < 3 { return Entry(symbol: 0, extraCount: 0, extra: 0) }
    if length == 258 { return Entry(symbol: 285, extraCount: 0, extra: 0) }
    let (place, count, extra) = parts(of: length - 3, doublings: 2)
    return Entry(symbol: UInt16(257 + place), extraCount: UInt8(count), extra: UInt32(extra))
  }

  private let nearDistances: [Entry] = (0..<512).map(distanceEntry)

  /// For a length from 3 to 258.
  func length(_ length: UInt32) -> Entry { lengths[Int(length)] }

  /// For a distance less 1.
  func distance(_ distance: UInt32) -> Entry {
    distance < 512 ? nearDistances[Int(distance)] : Self.distanceEntry(Int(distance))
  }

  private static func distanceEntry(_ distance: Int) -> Entry {
    let (place, count, extra) = parts(of: distance, doublings: 1)
    return Entry(symbol: UInt16(place), extraCount: UInt8(count), extra: UInt32(extra))
  }

  /// Numbers in groups, of which each 2 or 4 are twice as large as those before.
  private static func parts(of number: Int, doublings: Int) -> (place: Int, count: Int, extra: Int) {
    let groups = 1 << doublings
    if number < 2 * groups { return (number, 0, 0) }
    let count = Int.bitWidth - 1 - number.leadingZeroBitCount - doublings
    return ((count + 1) * groups + (number >> count) - groups, count, number & ((1 << count) - 1))
  }
}
