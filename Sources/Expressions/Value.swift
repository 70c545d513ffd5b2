public import Calendar

/// What an expression gives, and what a node of a form holds.
public enum Value: Sendable {
  /// A text; "" where a question is not answered or not relevant.
  case text(String)
  /// A number; NaN where something is no number.
  case number(Double)
  /// True or false.
  case boolean(Bool)
  /// A day, or a point in time, in the local time of the respondent.
  case dateTime(DateTime)
  /// A time of a day.
  case time(TimeOfDay)
  /// Nodes of the form, in document order.
  case nodes([any Node])

  /// What stands for "no answer".
  public static let empty = Value.text("")
}
