internal import Calendar

/// Which cells of a workbook show dates and times: their formats say so, their values are numbers.
struct NumberFormats {
  /// What a format shows.
  private enum Kind {
    case number, date, time, dateTime
  }

  /// What each of the workbook's cell formats shows.
  private var kinds: [Kind] = []

  init() {}

  /// Reads the formats of a workbook.
  init(_ styles: XMLTree) {
    guard let root = styles.root else { return }
    var codes: [Int: String] = [:]
    for format in styles.all(.bookNumberFormat, in: root) {
      guard let id = styles.attribute(format, .bookNumberFormatID).flatMap({ Int($0) }) else { continue }
      codes[id] = styles.attribute(format, .bookFormatCode) ?? ""
    }
    guard let formats = styles.find(.bookCellFormats, in: root) else { return }
    kinds = styles.children(formats).filter { styles.name($0) == .bookCellFormat }.map { format in
      let id = styles.attribute(format, .bookNumberFormatID).flatMap { Int($0) } ?? 0
      return codes[id].map(Self.kind) ?? Self.kind(builtIn: id)
    }
  }

  /// Whether a format shows a date or a time.
  func isDate(_ format: Int) -> Bool { kinds.indices.contains(format) && kinds[format] != .number }

  /// A number as it is written in the file, a date as `2018-11-09`.
  func text(_ raw: String, format: Int, startsIn1904: Bool) -> String {
    guard isDate(format), let value = Double(raw), value >= 0, value < 2_958_466 else { return raw }
    let seconds = Int((value * 86_400).rounded())
    var day = seconds / 86_400
    let time = seconds % 86_400
    let parts = [time / 3600, time / 60 % 60, time % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    let clock = parts.joined(separator: ":")
    if kinds[format] == .time { return day == 0 ? clock : raw }
    if startsIn1904 {
      day += 1462
    } else if day == 60 {
      // 29 February 1900, which never was.
      return raw
    } else if day < 60 {
      day += 1
    }
    let date = CalendarDate(daysSinceEpoch: day - 25_569).description
    return time == 0 && kinds[format] == .date ? date : "\(date)T\(clock)"
  }

  /// What the formats show that no workbook has to declare (ISO/IEC 29500-1, section 18.8.30).
  private static func kind(builtIn id: Int) -> Kind {
    switch id {
    case 14...17, 27...31, 36, 50...54, 57, 58: .date
    case 18...21, 32...35, 45...47, 55, 56: .time
    case 22: .dateTime
    default: .number
    }
  }

  /// What a format shows by its code: `dd/mm/yyyy`, `[$-409]h:mm AM/PM`.
  private static func kind(_ code: String) -> Kind {
    var hasDate = false
    var hasTime = false
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for character in code.lowercased() {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch character {
      case "\"" where !isBracketed: isQuoted.toggle()
      case _ where isQuoted: continue
      case "[": isBracketed = true
      case "]": isBracketed = false
      case _ where isBracketed: continue
      case "\\", "_", "*": isEscaped = true
      case ";": return kind(hasDate, hasTime)
      case "y", "d": hasDate = true
      case "h", "s": hasTime = true
      // Months and minutes: minutes stand beside hours or seconds.
      case "m":
        if !hasTime {
          hasDate = hasDate || !code.lowercased().contains("s") && !code.lowercased().contains("h")
        }
      default: continue
      }
    }
    return kind(hasDate, hasTime)
  }

  private static func kind(_ hasDate: Bool, _ hasTime: Bool) -> Kind {
    if hasDate { return hasTime ? .dateTime : .date }
    return hasTime ? .time : .number
  }
}
