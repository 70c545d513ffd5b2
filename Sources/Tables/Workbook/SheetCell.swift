public import Calendar

/// A cell of a sheet: a value, and how it looks.
public struct SheetCell: Sendable, Hashable {
  /// What stands in a cell; nothing that is written is ever a formula.
  public enum Value: Sendable, Hashable {
    case empty
    case text(String)
    case number(Double)
    case date(CalendarDate)
    case time(TimeOfDay)
    /// A point in time, shown in UTC.
    case moment(Instant)
    /// A text that leads to another sheet.
    case link(String, sheet: String)
  }

  /// How it looks.
  public enum Style: String, Sendable, Hashable, CaseIterable {
    case plain, wrapped, head, title, strong, note, percent
    /// The head of a column of numbers.
    case numberHead
    /// A text of several lines that stays a text also when somebody edits it.
    case entry
  }

  /// What stands in it.
  public var value: Value
  /// How it looks.
  public var style: Style

  /// Creates a cell.
  public init(_ value: Value, _ style: Style = .plain) {
    self.value = value
    self.style = style
  }

  /// A cell with a text; an empty text is an empty cell.
  public static func text(_ text: String, _ style: Style = .plain) -> SheetCell {
    SheetCell(text.isEmpty ? .empty : .text(text), style)
  }

  /// A cell with a number, or an empty one.
  public static func number(_ number: Int?, _ style: Style = .plain) -> SheetCell {
    SheetCell(number.map { .number(Double($0)) } ?? .empty, style)
  }

  /// A cell with nothing in it.
  public static let empty = SheetCell(.empty)
}

extension SheetCell {
  /// The most characters that a cell of a workbook can hold.
  public static let longestText = 32_767
}
