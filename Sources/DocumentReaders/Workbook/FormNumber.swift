internal import Calendar

/// Numbers of a workbook as the texts that openpyxl and pyxform make of them.
enum FormNumber {
  /// A number: without a decimal point or an exponent where it is whole (beyond 38 digits as it is).
  static func text(_ raw: String) -> String {
    let isDecimal = raw.contains { ".eE".contains($0) }
    if !isDecimal, let whole = Int(raw) { return String(whole) }
    guard isDecimal, let number = Double(raw) else { return raw }
    return Int128(exactly: number).map { String($0) } ?? number.description
  }

  /// A number in a cell that shows a date or a time, as Python writes it: `2018-11-09 00:00:00`, `09:05:00`.
  ///
  /// - Returns: Nothing where the number is no day that a spreadsheet counts.
  static func date(_ raw: String, startsIn1904: Bool) -> String? {
    guard let value = Double(raw), value >= 0, value < 2_958_466 else { return nil }
    let milliseconds = Int((value * 86_400_000).rounded())
    var day = milliseconds / 86_400_000
    let time = milliseconds % 86_400_000
    let seconds = time / 1000
    var clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }.joined(separator: ":")
    if time % 1000 != 0 { clock += ".\(padded(time % 1000, 3))000" }
    if startsIn1904 {
      day += 1462
    } else {
      if day == 0 { return clock }
      // The 29 February 1900 of spreadsheets never was.
      if value < 60 { day += 1 }
    }
    return "\(CalendarDate(daysSinceEpoch: day - 25_569)) \(clock)"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
