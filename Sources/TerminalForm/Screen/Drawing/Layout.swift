internal import Messages

/// How wide what is at a terminal of a size.
struct Layout {
  /// The columns before every text.
  static let indent = 2
  /// Text is not wider than this, however wide the terminal is.
  static let widest = 100

  /// The width of the form itself.
  let columns: Int
  /// The width of the help beside it; nothing where there is no room for it.
  let sideColumns: Int?
  /// Whether there is room for little.
  let isNarrow: Bool
  /// Whether the script runs from right to left: then nothing stands in columns.
  let isRightToLeft: Bool

  init(size: Frame.Size, words: FormText) {
    isRightToLeft = words.say.language == .arabic
    columns = min(size.columns, Self.widest)
    isNarrow = size.columns < 60
    let side = size.columns - Self.widest - 4
    sideColumns = side >= 36 && !isRightToLeft ? side : nil
  }

  /// The width of a text that a person types, with the caret's column behind it.
  var textColumns: Int { max(4, columns - Self.indent) }
}

extension Frame.Size {
  /// Whether no form has room.
  var isTooSmall: Bool { rows < 10 || columns < 30 }

  /// Whether there is no room for empty rows.
  var isLow: Bool { rows < 20 }
}

/// What a place on the screen stands for, for the mouse.
enum Target: Equatable {
  /// An item of the list.
  case item(Int)
  /// A part of a compound question.
  case part(Outline.Stop)
  /// A line of the text.
  case line(Int)
  /// A button of the review.
  case button(Int)
}

internal import Survey
