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
  private(set) var start = 0
  /// The first row that the person scrolled to: another size shows another, and back again the same.
  private(set) var wanted = 0
  /// How many rows of them are shown.
  private(set) var page = 1
  /// How many items of a list are shown.
  var items = 1
  private(set) var aim = Aim.beginning
  /// How many rows of what has the focus stand above what is shown, and below it.
  private(set) var hidden = (above: 0, below: 0)
  /// Whether anything of what has the focus is seen.
  private(set) var showsFocus = true
  /// What stands where.
  var targets: [Area] = []
  private var startBehindPane = 0

  /// Notes that a person did something: from here on what has the focus is seen, where they have scrolled to.
  mutating func attend() { (wanted, aim) = (start, .focus) }

  /// Scrolls; the drawing stops at the ends.
  mutating func scroll(by rows: Int) {
    wanted = max(0, start + rows)
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
    wanted = start + (rows < 0 ? -min(more, max(1, page - 1)) : min(more, max(1, page - 1)))
    return true
  }

  /// Notes that a page was drawn.
  mutating func show(_ rows: Range<Int>, page: Int, focus: ClosedRange<Int>?) {
    (start, self.page) = (rows.lowerBound, page)
    hidden =
      focus.map { (max(0, rows.lowerBound - $0.lowerBound), max(0, $0.upperBound + 1 - rows.upperBound)) }
      ?? (0, 0)
    showsFocus = focus.map(rows.overlaps) ?? false
  }

  /// Notes that all was drawn that there is.
  mutating func showsAll(of page: Int) {
    (start, self.page, hidden, showsFocus) = (0, page, (0, 0), true)
  }

  mutating func openPane(reading: Bool) {
    (startBehindPane, wanted, aim) = (start, 0, reading ? .scrolling : .focus)
  }

  mutating func closePane() { (wanted, aim) = (startBehindPane, .focus) }
}
