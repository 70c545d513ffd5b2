internal import Calendar

/// Reads instants as this program writes them, `2018-11-09T10:14:33Z`, each distinct day worked out once.
struct DayMemo {
  private var memo = ByteMemo()
  private var days: [Int] = []

  private static let mostDays = 1 << 14

  /// The seconds since 1970 in UTC.
  ///
  /// - Parameter spelling: What stands in a cell.
  /// - Returns: Nothing for what is written in another way, which may be an instant all the same.
  mutating func seconds(_ spelling: UnsafeRawBufferPointer) -> Int? {
    guard spelling.count == 20, spelling[10] == UInt8(ascii: "T"), spelling[13] == UInt8(ascii: ":"),
      spelling[16] == UInt8(ascii: ":"), spelling[19] == UInt8(ascii: "Z"),
      let hour = Self.pair(spelling, 11), let minute = Self.pair(spelling, 14),
      let second = Self.pair(spelling, 17), hour < 24, minute < 60, second < 60,
      let day = day(UnsafeRawBufferPointer(rebasing: spelling[..<10]))
    else { return nil }
    return day * 86_400 + hour * 3600 + minute * 60 + second
  }

  private mutating func day(_ spelling: UnsafeRawBufferPointer) -> Int? {
    if let known = memo.value(of: spelling) { return days[Int(known)] }
    guard spelling[4] == UInt8(ascii: "-"), spelling[7] == UInt8(ascii: "-"),
      let century = Self.pair(spelling, 0), let year = Self.pair(spelling, 2),
      let month = Self.pair(spelling, 5), let day = Self.pair(spelling, 8),
      let date = CalendarDate(year: century * 100 + year, month: month, day: day)
    else { return nil }
    if days.count < Self.mostDays {
      memo.remember(UInt32(days.count), for: spelling)
      days.append(date.daysSinceEpoch)
    }
    return date.daysSinceEpoch
  }

  private static func pair(_ spelling: UnsafeRawBufferPointer, _ place: Int) -> Int? {
    let tens = spelling[place] &- UInt8(ascii: "0")
    let ones = spelling[place + 1] &- UInt8(ascii: "0")
    return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
  }
}
