public import Calendar

/// A point in time as the clock on the respondent's wall shows it, to the millisecond.
///
/// Days are points in time too, as in JavaRosa: a date is its midnight.
public struct DateTime: Sendable, Hashable {
  /// Milliseconds since 1970-01-01T00:00:00 of the local calendar and clock.
  public let localMilliseconds: Int

  /// Seconds by which the local clock is ahead of UTC.
  public let offset: Int

  /// Creates the point in time that the local calendar and clock show.
  ///
  /// - Parameters:
  ///   - localMilliseconds: Milliseconds since 1970-01-01T00:00:00, local.
  ///   - offset: Seconds east of UTC.
  public init(localMilliseconds: Int, offset: Int) {
    self.localMilliseconds = localMilliseconds
    self.offset = offset
  }

  /// Creates a point in time from a day and a time of that day; midnight where none is given.
  ///
  /// - Parameters:
  ///   - date: The local day.
  ///   - time: The local time of the day.
  ///   - millisecond: 0 to 999.
  ///   - offset: Seconds east of UTC.
  public init(date: CalendarDate, time: TimeOfDay? = nil, millisecond: Int = 0, offset: Int = 0) {
    let seconds = date.daysSinceEpoch * 86_400 + (time?.secondsSinceMidnight ?? 0)
    self.init(localMilliseconds: seconds * 1000 + millisecond, offset: offset)
  }

  /// Creates the local view of an instant.
  ///
  /// - Parameters:
  ///   - instant: A point in time in UTC.
  ///   - offset: Seconds by which the local clock is ahead of UTC.
  public init(_ instant: Instant, offset: Int) {
    self.init(localMilliseconds: (instant.secondsSinceEpoch + offset) * 1000, offset: offset)
  }

  /// The local day.
  public var date: CalendarDate { CalendarDate(daysSinceEpoch: daysSinceEpoch) }

  /// The local time of the day, to the second.
  public var time: TimeOfDay? {
    let second = millisecondOfDay / 1000
    return TimeOfDay(hour: second / 3600, minute: second / 60 % 60, second: second % 60)
  }

  /// Local days since 1970-01-01, rounded down: the number a date is in arithmetic.
  public var daysSinceEpoch: Int { (localMilliseconds - millisecondOfDay) / Self.day }

  /// The midnight with which the local day begins.
  public var midnight: DateTime {
    DateTime(localMilliseconds: localMilliseconds - millisecondOfDay, offset: offset)
  }

  /// Whether it is the moment at which its day begins.
  public var isMidnight: Bool { millisecondOfDay == 0 }

  /// Milliseconds since the local midnight, 0 to 86,399,999.
  var millisecondOfDay: Int {
    let remainder = localMilliseconds % Self.day
    return remainder < 0 ? remainder + Self.day : remainder
  }

  /// Local days since 1970-01-01 with the fraction of the day.
  var fractionalDays: Double { Double(localMilliseconds) / Double(Self.day) }

  /// Days since 1970-01-01T00:00:00Z with the fraction of the day.
  var fractionalDaysInUTC: Double { Double(localMilliseconds - offset * 1000) / Double(Self.day) }

  /// Milliseconds of a day.
  static let day = 86_400_000
}

extension DateTime: CustomStringConvertible {
  /// ISO 8601 with milliseconds and the offset, as ODK stores a dateTime: `2018-11-09T10:14:33.250+03:00`.
  public var description: String {
    let minutes = abs(offset) / 60
    let zone = "\(offset < 0 ? "-" : "+")\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
    let clock = time.map(String.init(describing:)) ?? ""
    return "\(date)T\(clock).\(padded(millisecondOfDay % 1000, 3))\(zone)"
  }
}

/// A number with leading zeros up to a width.
func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value.magnitude)
  let zeros = String(repeating: "0", count: max(0, width - digits.utf8.count))
  return (value < 0 ? "-" : "") + zeros + digits
}
