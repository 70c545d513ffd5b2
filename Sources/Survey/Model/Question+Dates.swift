internal import Calendar

extension Question {
  /// How much of a date is asked: XLSForm's appearances `month-year` and `year`.
  public enum DateDetail: Sendable, Hashable {
    case day, month, year

    /// The day that is kept of an entry of that detail: the first one, as ODK keeps it.
    ///
    /// - Parameter entry: `2018-11` for a month, `2018` for a year.
    /// - Returns: The day, or nothing where the entry is none.
    func firstDay(of entry: String) -> CalendarDate? {
      switch self {
      case .day: nil
      case .month: CalendarDate(entry + "-01")
      case .year: CalendarDate(entry + "-01-01")
      }
    }

    /// What an entry of that detail is not.
    func fault(found: String) -> AnswerProblem {
      switch self {
      case .day:
        found.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) == nil
          ? .notADate(found: found) : .noSuchDay(found: found)
      case .month: .notAMonth(found: found)
      case .year: .notAYear(found: found)
      }
    }
  }

  /// How much of a date it asks for; the day unless it asks for a date and its appearance says less.
  public var dateDetail: DateDetail {
    guard kind == .date else { return .day }
    if appearance.contains("month-year") { return .month }
    return appearance.contains("year") ? .year : .day
  }
}
