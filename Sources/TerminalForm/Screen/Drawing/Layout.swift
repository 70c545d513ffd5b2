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

/// What the rows show, and how far they are scrolled.
struct View {
  /// A place that the mouse can point at.
  struct Area {
    let row: Int
    let columns: Range<Int>
    let target: Target
  }

  /// What decides which rows are shown.
  enum Aim {
    /// A page was opened: its beginning is read first.
    case beginning
    /// What has the focus is seen.
    case focus
    /// The person scrolls.
    case scrolling
  }

  /// The first row that is shown of those that scroll.
  var start = 0
  /// How many rows of them are shown.
  private(set) var page = 1
  /// How many items of a list are shown.
  var items = 1
  var aim = Aim.beginning
  /// How many rows of what has the focus stand above what is shown, and below it.
  private(set) var hidden = (above: 0, below: 0)
  /// Whether anything of what has the focus is seen.
  private(set) var showsFocus = true
  /// What stands where.
  var targets: [Area] = []
  private var startBehindPane = 0

  /// Scrolls; the drawing stops at the ends.
  mutating func scroll(by rows: Int) {
    start = max(0, start + rows)
    aim = .scrolling
  }

  /// Shows what has the focus where it is not seen yet, or more of it where it is larger than the screen.
  ///
  /// - Parameter rows: Up where less than 0.
  /// - Returns: Whether there was more to show.
  mutating func readOn(by rows: Int) -> Bool {
    if !showsFocus { return true }
    let more = rows < 0 ? hidden.above : hidden.below
    if more == 0 { return false }
    start += rows < 0 ? -min(more, max(1, page - 1)) : min(more, max(1, page - 1))
    return true
  }

  /// Notes that a page was drawn.
  mutating func show(_ rows: Range<Int>, page: Int, focus: ClosedRange<Int>?) {
    (start, self.page) = (rows.lowerBound, page)
    hidden = focus.map { (max(0, rows.lowerBound - $0.lowerBound), max(0, $0.upperBound + 1 - rows.upperBound)) } ?? (0, 0)
    showsFocus = focus.map(rows.overlaps) ?? false
  }

  /// Notes that all was drawn that there is.
  mutating func showsAll(of page: Int) {
    (start, self.page, hidden, showsFocus) = (0, page, (0, 0), true)
  }

  mutating func openPane(reading: Bool) {
    (startBehindPane, start, aim) = (start, 0, reading ? .scrolling : .focus)
  }

  mutating func closePane() { (start, aim) = (startBehindPane, .focus) }
}
