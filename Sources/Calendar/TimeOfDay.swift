/// A time of a day, to the second, without a time zone.
public struct TimeOfDay: Sendable, Hashable, Comparable {
  /// 0 to 86,399.
  public let secondsSinceMidnight: Int

  /// 0 to 23.
  public var hour: Int { secondsSinceMidnight / 3600 }
  /// 0 to 59.
  public var minute: Int { secondsSinceMidnight / 60 % 60 }
  /// 0 to 59.
  public var second: Int { secondsSinceMidnight % 60 }

  /// Creates a time, or nothing where the clock does not show it.
  public init?(hour: Int, minute: Int, second: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
    self.secondsSinceMidnight = hour * 3600 + minute * 60 + second
  }

  /// Whether one time comes before another on the same day.
  public static func < (earlier: TimeOfDay, later: TimeOfDay) -> Bool {
    earlier.secondsSinceMidnight < later.secondsSinceMidnight
  }
}

extension TimeOfDay: LosslessStringConvertible {
  /// Reads `16:42` or `16:42:07` (ISO 8601, extended form).
  public init?(_ description: String) {
    let parts = description.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, parts.allSatisfy({ $0.count == 2 }) else { return nil }
    let numbers = parts.compactMap(number)
    guard numbers.count == parts.count else { return nil }
    self.init(hour: numbers[0], minute: numbers[1], second: numbers.count == 3 ? numbers[2] : 0)
  }

  /// `16:42:07`.
  public var description: String { "\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))" }
}
