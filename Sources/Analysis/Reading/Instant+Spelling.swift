internal import Calendar

extension Instant {
  /// Reads an instant from a cell; one as this program writes it, `2018-11-09T10:14:33Z`, without making a string.
  init?(spelling: UnsafeRawBufferPointer) {
    guard spelling.count == 20, spelling[4] == UInt8(ascii: "-"), spelling[7] == UInt8(ascii: "-"),
      spelling[10] == UInt8(ascii: "T"), spelling[13] == UInt8(ascii: ":"), spelling[16] == UInt8(ascii: ":"),
      spelling[19] == UInt8(ascii: "Z"),
      let century = Self.pair(spelling, 0), let year = Self.pair(spelling, 2),
      let month = Self.pair(spelling, 5), let day = Self.pair(spelling, 8),
      let hour = Self.pair(spelling, 11),
      let minute = Self.pair(spelling, 14), let second = Self.pair(spelling, 17),
      let date = CalendarDate(year: century * 100 + year, month: month, day: day),
      let time = TimeOfDay(hour: hour, minute: minute, second: second)
    else {
      self.init(String(decoding: spelling, as: UTF8.self))
      return
    }
    self.init(date: date, time: time)
  }

  private static func pair(_ spelling: UnsafeRawBufferPointer, _ place: Int) -> Int? {
    let tens = spelling[place] &- UInt8(ascii: "0")
    let ones = spelling[place + 1] &- UInt8(ascii: "0")
    return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
  }
}
