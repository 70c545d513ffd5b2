internal import Calendar

extension DateTime {
  /// Reads a date or a dateTime as JavaRosa does, or gives nothing where the text is neither.
  ///
  /// `2018-11-09`, `2018-11-09T10:14`, `2018-11-09T10:14:33.250+03:00`; leading zeros may be missing. A text
  /// without an offset is in local time; one with an offset is moved to it.
  ///
  /// - Parameters:
  ///   - text: A date, or a date and a time.
  ///   - offset: Seconds by which the local clock is ahead of UTC.
  package init?(_ text: String, offset: Int) {
    let halves = text.utf8.split(separator: UInt8(ascii: "T"), maxSplits: 1, omittingEmptySubsequences: false)
    guard let date = Self.date(halves[0]) else { return nil }
    guard halves.count == 2 else {
      self.init(date: date, offset: offset)
      return
    }
    guard let (clock, zone) = Self.splitZone(halves[1]), let milliseconds = Self.millisecondOfDay(clock)
    else {
      return nil
    }
    let written = date.daysSinceEpoch * Self.day + milliseconds
    self.init(localMilliseconds: written + (offset - (zone ?? offset)) * 1000, offset: offset)
  }

  private static func date(_ text: Substring.UTF8View) -> CalendarDate? {
    let parts = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 3, let year = integer(parts[0]), let month = integer(parts[1]),
      let day = integer(parts[2])
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// The time without its zone, and the zone in seconds east of UTC; nothing where the zone cannot be read.
  private static func splitZone(_ text: Substring.UTF8View) -> (Substring.UTF8View, Int?)? {
    guard let start = text.firstIndex(where: { "Z+-".utf8.contains($0) }) else { return (text, nil) }
    let clock = text[..<start]
    if text[start] == UInt8(ascii: "Z") {
      return text.index(after: start) == text.endIndex ? (clock, 0) : nil
    }
    let sign = text[start] == UInt8(ascii: "-") ? -1 : 1
    let parts = text[text.index(after: start)...]
      .split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count <= 2, let hours = integer(parts[0]), hours <= 23,
      let minutes = parts.count == 2 ? integer(parts[1]) : 0, minutes <= 59
    else { return nil }
    return (clock, sign * (hours * 3600 + minutes * 60))
  }

  private static func millisecondOfDay(_ clock: Substring.UTF8View) -> Int? {
    let parts = clock.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, let hour = integer(parts[0]), let minute = integer(parts[1])
    else { return nil }
    var second = 0
    var millisecond = 0
    if parts.count == 3 {
      let seconds = parts[2].split(
        separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
      guard let whole = integer(seconds[0]) else { return nil }
      second = whole
      if seconds.count == 2, !seconds[1].isEmpty {
        guard integer(seconds[1].prefix(9)) != nil, seconds[1].allSatisfy(isDigit) else { return nil }
        let three = seconds[1].prefix(3)
        millisecond = (integer(three) ?? 0) * [1, 100, 10, 1][three.count]
      }
    }
    guard let time = TimeOfDay(hour: hour, minute: minute, second: second) else { return nil }
    return time.secondsSinceMidnight * 1000 + millisecond
  }

  /// The value of one to nine ASCII digits.
  private static func integer(_ digits: Substring.UTF8View) -> Int? {
    guard (1...9).contains(digits.count), digits.allSatisfy(isDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }
}

/// Whether a byte is an ASCII digit.
func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
