internal import Calendar

extension Function {
  /// Dates and times, all in the local time of the respondent.
  static let dates: [Function] = [
    Function("today", "", .dateTime) { _, context in .dateTime(context.surroundings.now.midnight) },
    Function("now", "", .dateTime) { _, context in .dateTime(context.surroundings.now) },
    Function("date", "value", .dateTime) { call, context throws(EvaluationError) in
      let value = try call.value(0, context).single()
      if case .dateTime(let moment) = value { return .dateTime(moment.midnight) }
      return try value.dateTime(wholeDays: true, context)
    },
    Function("date-time", "value", .dateTime) { call, context throws(EvaluationError) in
      try call.value(0, context).dateTime(wholeDays: false, context)
    },
    Function("decimal-date-time", "value", .number) { call, context throws(EvaluationError) in
      let value = try call.value(0, context).single()
      if case .number(let days) = value { return .number(try days.inRangeOfDates()) }
      let moment = try value.dateTime(wholeDays: false, context)
      return if case .dateTime(let moment) = moment { .number(moment.fractionalDaysInUTC) } else { moment }
    },
    Function("decimal-time", "value", .number) { call, context throws(EvaluationError) in
      let value = try call.value(0, context).single()
      if case .number(let days) = value {
        let days = try days.inRangeOfDates()
        return .number(days - days.rounded(.down))
      }
      if case .time(let time) = value { return .number(Double(time.secondsSinceMidnight) / 86_400) }
      let moment = try value.dateTime(wholeDays: false, context)
      guard case .dateTime(let moment) = moment else { return moment }
      // Not the milliseconds of the day by those of a day: JavaRosa loses the same last digits.
      return .number(moment.fractionalDays - moment.fractionalDays.rounded(.down))
    },
    formatted("format-date"), formatted("format-date-time"),
  ]

  private static func formatted(_ name: String) -> Function {
    Function(name, "value, format", .text) { call, context throws(EvaluationError) in
      let value = try call.value(0, context).dateTime(wholeDays: false, context)
      guard case .dateTime(let moment) = value else { return .empty }
      return .text(try moment.formatted(try call.text(1, context)))
    }
  }
}

extension Value {
  /// The value as a point in time; "" and NaN stay what they are.
  ///
  /// - Parameters:
  ///   - wholeDays: Whether a number means local days, as for `date`, or days in UTC with their fraction.
  ///   - context: Where local time is known.
  /// - Returns: A dateTime, "" or NaN.
  /// - Throws: The value is something else.
  fileprivate func dateTime(
    wholeDays: Bool, _ context: EvaluationContext
  ) throws(EvaluationError) -> Value {
    let offset = context.surroundings.now.offset
    switch try single() {
    case .number(let days):
      if days.isNaN { return self }
      let days = try days.inRangeOfDates()
      let milliseconds =
        wholeDays
        ? Int(days) * DateTime.day
        : Int(days * Double(DateTime.day)) + offset * 1000
      return .dateTime(DateTime(localMilliseconds: milliseconds, offset: offset))
    case .text(let text):
      if text.isEmpty { return .empty }
      guard let moment = DateTime(text, offset: offset) else { throw .notADate(text) }
      return .dateTime(moment)
    case .dateTime(let moment): return .dateTime(moment)
    case .time(let time):
      return .dateTime(DateTime(date: context.surroundings.now.date, time: time, offset: offset))
    case .boolean(let boolean): throw .notADate(boolean ? "true" : "false")
    case .nodes: return .empty
    }
  }
}

extension Double {
  /// The number, where a date can be so many days away from 1970-01-01: within 32 bits.
  fileprivate func inRangeOfDates() throws(EvaluationError) -> Double {
    if isNaN { return self }
    guard self >= Double(Int32.min), self <= Double(Int32.max) else { throw .notADate(javaText) }
    return self
  }
}
