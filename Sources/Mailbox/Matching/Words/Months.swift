internal import Calendar
internal import Messages

/// The months as the languages of a questionnaire write them in a date: `9 November 2018`, `1er mai 2018`.
///
/// A number is never taken for a month: nobody can say which of `09/11/2018` it is.
struct Months: Sendable {
  private var months: [String: Int] = [:]
  private var between: Set<String> = []

  /// Takes the names from dates as the interface words them.
  init(_ languages: [Interface]) {
    for language in languages {
      let dates = (1...12).map { month in
        CalendarDate(year: 2000, month: month, day: 2).map { language.date($0).letterWords } ?? []
      }
      let common = dates.dropFirst().reduce(Set(dates[0])) { $0.intersection($1) }
      between.formUnion(common.filter { Int($0) == nil })
      for (index, words) in dates.enumerated() {
        let names = words.filter { !common.contains($0) }
        if names.count == 1 { months[names[0]] = index + 1 }
      }
    }
  }

  /// The day that a text names with a day, the name of a month and a year of four digits, in any order.
  ///
  /// - Parameter text: What was typed.
  /// - Returns: Nothing where it is anything else.
  func date(_ text: String) -> CalendarDate? {
    let words = text.words.map(\.option).filter { !between.contains($0) }
    guard words.count == 3 else { return nil }
    let found = words.compactMap { months[$0] }
    let years = words.filter { $0.count == 4 }.compactMap { Int($0) }
    let days = words.compactMap { Int($0 == "1er" ? "1" : $0) }.filter { $0 <= 31 }
    guard found.count == 1, years.count == 1, days.count == 1 else { return nil }
    return CalendarDate(year: years[0], month: found[0], day: days[0])
  }
}
