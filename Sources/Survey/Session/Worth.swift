internal import Calendar
internal import Expressions

/// What a calculation gave, in its own type: a value that is no nodes, and that can be compared with another.
enum Worth: Sendable, Hashable {
  case text(String)
  case number(Double)
  case boolean(Bool)
  case dateTime(DateTime)
  case time(TimeOfDay)

  /// The worth of a value; nothing is worth an empty text.
  init(_ value: Value) {
    self =
      switch value {
      case .text(let text): .text(text)
      case .number(let number): .number(number)
      case .boolean(let boolean): .boolean(boolean)
      case .dateTime(let moment): .dateTime(moment)
      case .time(let time): .time(time)
      case .nodes: .text("")
      }
  }

  /// The same as expressions see it.
  var value: Value {
    switch self {
    case .text(let text): .text(text)
    case .number(let number): .number(number)
    case .boolean(let boolean): .boolean(boolean)
    case .dateTime(let moment): .dateTime(moment)
    case .time(let time): .time(time)
    }
  }
}
