internal import Calendar

/// How another tool writes a date, a time, or both: `dd/mm/yyyy hh:mm`.
///
/// Years have four digits; `mm` behind `hh` are minutes, else the month. With `AM/PM`, hours go to 12.
/// Every other sign stands for itself.
struct TimePattern: Sendable, Hashable {
  private enum Token: Sendable, Hashable {
    case year, month, day, hour, minute, second, half
    case sign(Character)
  }

  /// What was read; a part that the pattern does not have is not there.
  struct Reading: Hashable {
    var date: CalendarDate?
    var time: TimeOfDay?
  }

  private let tokens: [Token]

  /// Whether it has a year, a month and a day.
  var hasDate: Bool { [.year, .month, .day].allSatisfy(tokens.contains) }
  /// Whether it has hours and minutes.
  var hasTime: Bool { [.hour, .minute].allSatisfy(tokens.contains) }

  /// Reads a pattern; nothing where it is none: half a date, a part that is there twice, a year before a day.
  init?(_ text: String) {
    var tokens: [Token] = []
    var rest = text.lowercased()[...]
    while let first = rest.first {
      if rest.hasPrefix("am/pm") {
        tokens.append(.half)
        rest = rest.dropFirst(5)
        continue
      }
      let run = rest.prefix { $0 == first }
      switch (first, run.count) {
      case ("y", 4): tokens.append(.year)
      case ("d", 1...2): tokens.append(.day)
      case ("h", 1...2): tokens.append(.hour)
      case ("s", 1...2): tokens.append(.second)
      case ("m", 1...2):
        let before = tokens.last { if case .sign = $0 { false } else { true } }
        tokens.append(before == .hour ? .minute : .month)
      case ("y", _), ("d", _), ("h", _), ("s", _), ("m", _): return nil
      default: tokens += run.map { .sign($0) }
      }
      rest = rest.dropFirst(run.count)
    }
    self.tokens = tokens
    let parts = tokens.filter { if case .sign = $0 { false } else { true } }
    let isDate = parts.contains { [.year, .month, .day].contains($0) }
    let isTime = parts.contains { [.hour, .minute, .second, .half].contains($0) }
    guard !parts.isEmpty, Set(parts).count == parts.count, !isDate || hasDate, !isTime || hasTime else {
      return nil
    }
    // A workbook hands its dates over with the year first: then the month must follow.
    if let year = parts.firstIndex(of: .year), let month = parts.firstIndex(of: .month),
      let day = parts.firstIndex(of: .day), year < month, day < month
    {
      return nil
    }
  }

  /// Reads a text that is written so.
  ///
  /// - Parameter text: The whole of it.
  /// - Returns: Nothing where it is written otherwise, or is no date and no time.
  func reading(_ text: String) -> Reading? {
    var numbers: [Token: Int] = [:]
    var isAfternoon: Bool?
    var rest = text.lowercased()[...]
    for token in tokens {
      switch token {
      case .sign(let sign):
        guard let found = rest.popFirst(), found == sign || (found.isWhitespace && sign.isWhitespace) else {
          return nil
        }
      case .half:
        guard rest.hasPrefix("am") || rest.hasPrefix("pm") else { return nil }
        isAfternoon = rest.hasPrefix("pm")
        rest = rest.dropFirst(2)
      default:
        let length = token == .year ? 4 : 2
        let digits = rest.prefix(length).prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, token != .year || digits.count == 4, let number = Int(digits) else {
          return nil
        }
        numbers[token] = number
        rest = rest.dropFirst(digits.count)
      }
    }
    guard rest.isEmpty else { return nil }
    var reading = Reading()
    if hasDate {
      guard
        let date = CalendarDate(
          year: numbers[.year] ?? 0, month: numbers[.month] ?? 0, day: numbers[.day] ?? 0)
      else { return nil }
      reading.date = date
    }
    if hasTime {
      guard let hour = Self.hour(numbers[.hour] ?? 0, isAfternoon),
        let time = TimeOfDay(hour: hour, minute: numbers[.minute] ?? 0, second: numbers[.second] ?? 0)
      else { return nil }
      reading.time = time
    }
    return reading
  }

  private static func hour(_ hour: Int, _ isAfternoon: Bool?) -> Int? {
    guard let isAfternoon else { return hour }
    guard (1...12).contains(hour) else { return nil }
    return hour % 12 + (isAfternoon ? 12 : 0)
  }
}

/// How the dates and times of a column are written, and where its clocks stand.
struct TimeFormat: Sendable {
  /// As an analyst declared it; nothing where the column has dates as ISO 8601 writes them.
  let declared: TimePattern?
  /// How far before Greenwich the clocks of the column are, in seconds; nothing where that was not declared.
  let offset: Int?

  /// How workbooks hand dates and times over, whatever their cells look like.
  private static let plain = [
    "yyyy-mm-dd", "yyyy-mm-ddThh:mm:ss", "yyyy-mm-ddThh:mm", "yyyy-mm-dd hh:mm:ss", "yyyy-mm-dd hh:mm",
    "hh:mm:ss", "hh:mm",
  ].compactMap(TimePattern.init)

  /// What a text says; nothing where it is written in no way that is known.
  func reading(_ text: String) -> TimePattern.Reading? {
    if let reading = declared?.reading(text) { return reading }
    for pattern in Self.plain { if let reading = pattern.reading(text) { return reading } }
    return nil
  }

  /// The point in time that a text means; nothing where it says none.
  func instant(_ text: String) -> Instant? {
    if let reading = reading(text), let date = reading.date, let time = reading.time, let offset {
      return Instant(secondsSinceEpoch: Instant(date: date, time: time).secondsSinceEpoch - offset)
    }
    return Instant(text)
  }

  /// The seconds that a zone is before Greenwich: `+02:00`, `-05:00`, `UTC`.
  static func offset(of zone: String) -> Int? {
    if ["Z", "UTC"].contains(zone.uppercased()) { return 0 }
    guard zone.utf8.count == 6, let sign = zone.first, "+-".contains(sign),
      let time = TimeOfDay(String(zone.dropFirst()) + ":00"), time.hour <= 14
    else { return nil }
    return sign == "-" ? -time.secondsSinceMidnight : time.secondsSinceMidnight
  }
}
