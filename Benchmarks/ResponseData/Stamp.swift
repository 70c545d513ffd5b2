import Calendar
import Chance

/// When a response of the row at hand was given, and under which id.
struct Stamp {
  private let start: Instant
  private let end: Instant

  /// Draws an hour of October or November 2018, and how long the form took.
  init(_ chance: inout SeededRandom) {
    let second = 1_538_352_000 + chance.below(60 * 86_400)
    start = Instant(secondsSinceEpoch: second)
    end = Instant(secondsSinceEpoch: second + 120 + chance.below(7_200))
  }

  func writeStart(_ cell: inout [UInt8]) { cell.append(contentsOf: start.description.utf8) }

  func writeEnd(_ cell: inout [UInt8]) { cell.append(contentsOf: end.description.utf8) }

  /// The day, which no rule can take for one to come.
  func writeDate(_ cell: inout [UInt8]) { cell.append(contentsOf: start.date.description.utf8) }

  /// A version 4 UUID that no other row has: its second half is made from the number alone.
  static func writeID(_ cell: inout [UInt8], _ chance: inout SeededRandom, number: Int) {
    // An odd factor makes of each number another one.
    let spread = UInt64(number) &* 0x9e37_79b9_7f4a_7c15 & 0x3fff_ffff_ffff_ffff
    let halves = [chance.next() & 0xffff_ffff_ffff_0fff | 0x4000, spread | 0x8000_0000_0000_0000]
    cell.append(contentsOf: "uuid:".utf8)
    for (half, dashes) in zip(halves, [[8, 12], [0, 4]]) {
      for digit in 0..<16 {
        if dashes.contains(digit) { cell.append(UInt8(ascii: "-")) }
        let value = UInt8(truncatingIfNeeded: half >> UInt64(60 - 4 * digit) & 15)
        cell.append(value < 10 ? 0x30 + value : 0x57 + value)
      }
    }
  }
}
