public import Calendar

extension Interface {
  /// Words a day with the name of its month, so that nobody can take one for the other: `9 November 2018`.
  public func date(_ date: CalendarDate) -> String { worded(date, month: monthNames[date.month - 1]) }

  /// Words a point in time to the minute, in UTC: `8 Nov 2018 16:42 UTC`.
  public func moment(_ instant: Instant) -> String {
    let date = worded(instant.date, month: monthAbbreviations[instant.date.month - 1])
    let time = "\(instant.time.description.prefix(5)) UTC"
    return switch language {
    case .english, .chinese: "\(date) \(time)"
    case .french: "\(date) à \(time)"
    case .spanish: "\(date) a las \(time)"
    case .russian: "\(date) в \(time)"
    case .arabic: "\(date)، الساعة \(time)"
    }
  }

  private func worded(_ date: CalendarDate, month: String) -> String {
    switch language {
    case .english, .arabic: "\(date.day) \(month) \(date.year)"
    case .french: "\(date.day)\(date.day == 1 ? "er" : "") \(month) \(date.year)"
    case .spanish: "\(date.day) de \(month) de \(date.year)"
    case .russian: "\(date.day) \(month) \(date.year) года"
    case .chinese: "\(date.year)年\(month)\(date.day)日"
    }
  }

  /// The months as they stand in a date; in Arabic under both names, as the United Nations write them.
  private var monthNames: [String] {
    switch language {
    case .english:
      [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
      ]
    case .french:
      [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
        "novembre", "décembre",
      ]
    case .spanish:
      [
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
        "noviembre", "diciembre",
      ]
    case .russian:
      [
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
        "ноября", "декабря",
      ]
    case .arabic:
      [
        "كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو", "حزيران/يونيه",
        "تموز/يوليه", "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر",
        "كانون الأول/ديسمبر",
      ]
    case .chinese: (1...12).map { "\($0)月" }
    }
  }

  /// The months in short, where the language has short forms.
  private var monthAbbreviations: [String] {
    switch language {
    case .english: monthNames.map { String($0.prefix(3)) }
    case .french:
      [
        "janv.", "févr.", "mars", "avr.", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.", "déc.",
      ]
    case .spanish:
      ["ene.", "feb.", "mar.", "abr.", "may.", "jun.", "jul.", "ago.", "sept.", "oct.", "nov.", "dic."]
    case .russian:
      [
        "янв.", "февр.", "марта", "апр.", "мая", "июня", "июля", "авг.", "сент.", "окт.", "нояб.", "дек.",
      ]
    case .arabic, .chinese: monthNames
    }
  }
}
