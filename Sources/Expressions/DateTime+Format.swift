internal import Calendar

extension DateTime {
  /// The text of a point in time in a format of `format-date` (ODK XForms).
  ///
  /// | escape | gives |
  /// |---|---|
  /// | `%Y`, `%y` | year in four digits, in two |
  /// | `%m`, `%n`, `%b` | month in two digits, in one or two, as `Nov` |
  /// | `%d`, `%e`, `%a` | day in two digits, in one or two, as `Fri` |
  /// | `%W` | ISO week |
  /// | `%H`, `%h` | hour of 24 in two digits, in one or two |
  /// | `%M`, `%S`, `%3` | minute, second, millisecond |
  /// | `%%` | a percent sign |
  ///
  /// - Parameter format: Text with escapes.
  /// - Returns: The text with the escapes replaced.
  /// - Throws: The format has an escape that is none of these.
  func formatted(_ format: String) throws(EvaluationError) -> String {
    var result = ""
    var rest = format[...]
    while let percent = rest.firstIndex(of: "%") {
      result += rest[..<percent]
      let escape = rest[percent...].prefix(2)
      guard let value = value(of: escape) else {
        throw .badDateFormat(format: format, escape: String(escape))
      }
      result += value
      rest = rest[percent...].dropFirst(2)
    }
    return result + rest
  }

  /// The first escape of a format that is none, for the check of a form.
  static func unknownEscape(in format: String) -> String? {
    var rest = format[...]
    while let percent = rest.firstIndex(of: "%") {
      let escape = rest[percent...].prefix(2)
      if DateTime(localMilliseconds: 0, offset: 0).value(of: escape) == nil { return String(escape) }
      rest = rest[percent...].dropFirst(2)
    }
    return nil
  }

  private func value(of escape: Substring) -> String? {
    let date = self.date
    let second = millisecondOfDay / 1000
    return switch escape {
    case "%Y": padded(date.year, 4)
    case "%y": padded(abs(date.year) % 100, 2)
    case "%m": padded(date.month, 2)
    case "%n": String(date.month)
    case "%b": Self.months[date.month - 1]
    case "%d": padded(date.day, 2)
    case "%e": String(date.day)
    case "%a": Self.weekdays[weekday]
    case "%W": String(isoWeek)
    case "%H": padded(second / 3600, 2)
    case "%h": String(second / 3600)
    case "%M": padded(second / 60 % 60, 2)
    case "%S": padded(second % 60, 2)
    case "%3": padded(millisecondOfDay % 1000, 3)
    case "%%": "%"
    default: nil
    }
  }

  /// The day of the week, 0 on Mondays to 6 on Sundays; 1970-01-01 was a Thursday.
  private var weekday: Int {
    let remainder = (daysSinceEpoch + 3) % 7
    return remainder < 0 ? remainder + 7 : remainder
  }

  /// The week of its year, 1 to 53: weeks start on Monday, and belong to the year of their Thursday (ISO 8601).
  private var isoWeek: Int {
    let thursday = daysSinceEpoch - weekday + 3
    let year = CalendarDate(daysSinceEpoch: thursday).year
    let newYear = CalendarDate(year: year, month: 1, day: 1)?.daysSinceEpoch ?? thursday
    return (thursday - newYear) / 7 + 1
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
}
