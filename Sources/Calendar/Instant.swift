/// A point in time in UTC, to the second.
public struct Instant: Sendable, Hashable, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  public let secondsSinceEpoch: Int

  /// Creates the instant that lies a number of seconds after the start of 1970 in UTC.
  public init(secondsSinceEpoch: Int) { self.secondsSinceEpoch = secondsSinceEpoch }

  /// Creates the instant at which a clock in UTC shows a date and a time.
  public init(date: CalendarDate, time: TimeOfDay) {
    self.init(secondsSinceEpoch: date.daysSinceEpoch * 86_400 + time.secondsSinceMidnight)
  }

  /// The day in UTC.
  public var date: CalendarDate {
    CalendarDate(daysSinceEpoch: (secondsSinceEpoch - secondOfDay) / 86_400)
  }

  /// The time of the day in UTC.
  public var time: TimeOfDay {
    TimeOfDay(hour: secondOfDay / 3600, minute: secondOfDay / 60 % 60, second: secondOfDay % 60)
      ?? TimeOfDay.midnight
  }

  private var secondOfDay: Int {
    let remainder = secondsSinceEpoch % 86_400
    return remainder < 0 ? remainder + 86_400 : remainder
  }

  /// Whether one instant comes before another.
  public static func < (earlier: Instant, later: Instant) -> Bool {
    earlier.secondsSinceEpoch < later.secondsSinceEpoch
  }
}

extension Instant: LosslessStringConvertible {
  /// Reads `2018-11-09T10:14:33Z`, with fractions of a second dropped and an offset (`+03:00`) applied.
  public init?(_ description: String) {
    let halves = description.split(separator: "T", omittingEmptySubsequences: false)
    guard halves.count == 2, let date = CalendarDate(String(halves[0])) else { return nil }
    guard let zone = halves[1].firstIndex(where: { "Zz+-".contains($0) }) else { return nil }
    let clock = halves[1][..<zone].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let time = TimeOfDay(String(clock[0])), let offset = Self.offset(halves[1][zone...]),
      clock.count == 1 || (!clock[1].isEmpty && clock[1].utf8.allSatisfy(isDigit))
    else { return nil }
    self.init(secondsSinceEpoch: Instant(date: date, time: time).secondsSinceEpoch - offset)
  }

  /// `2018-11-09T10:14:33Z`.
  public var description: String { "\(date)T\(time)Z" }

  /// The offset in `2018-11-09T10:14:33+03:00`, in seconds east of UTC; nothing where none is written.
  public static func offset(writtenIn text: String) -> Int? {
    guard let start = text.firstIndex(of: "T"),
      let zone = text[start...].firstIndex(where: { "Zz+-".contains($0) })
    else { return nil }
    return offset(text[zone...])
  }

  /// Seconds east of UTC of `Z`, `+03:00` or `-05:30`.
  private static func offset(_ zone: Substring) -> Int? {
    if zone == "Z" || zone == "z" { return 0 }
    guard zone.utf8.count == 6, !"Zz".contains(zone.prefix(1)), let time = TimeOfDay(String(zone.dropFirst()))
    else { return nil }
    return zone.hasPrefix("-") ? -time.secondsSinceMidnight : time.secondsSinceMidnight
  }
}

extension TimeOfDay {
  /// 00:00:00.
  static let midnight = TimeOfDay(secondsSinceMidnight: 0)

  private init(secondsSinceMidnight: Int) { self.secondsSinceMidnight = secondsSinceMidnight }
}
