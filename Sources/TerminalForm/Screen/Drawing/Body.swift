internal import Messages
internal import Survey

/// The rows between the header and the keys: what stands above, and what scrolls below it.
struct Body {
  /// A row, and what it stands for.
  struct Row {
    var row: Frame.Row
    var target: Target?
    /// Where the cursor stands in it, if what has the focus is here.
    var cursor: Int?
    /// The item of the list that begins or goes on here.
    var item: Int?
    /// Whether it is only room, which nothing is lost with.
    var isRoom: Bool

    init(
      _ row: Frame.Row = Frame.Row(), target: Target? = nil, cursor: Int? = nil, item: Int? = nil,
      isRoom: Bool = false
    ) {
      self.row = row
      self.target = target
      self.cursor = cursor
      self.item = item
      self.isRoom = isRoom
    }

    init(_ text: String, _ style: Frame.Style = .plain) { self.init(Frame.Row(text, style)) }
  }

  /// What stays in place where there is room: the question.
  var top: [Row] = []
  /// What stays in view in any case: the filter of a list.
  var state: [Row] = []
  /// What scrolls: the choices, the text.
  var main: [Row] = []
  /// What always stands below: the buttons.
  var foot: [Row] = []
  /// What is counted where not all is shown; nothing for a text.
  var itemCount: Int?

  /// The rows that scroll, without those that are only room.
  private var written: [Row] { main.filter { !$0.isRoom } }

  /// Whether what stays in place leaves room for what scrolls.
  ///
  /// A question that takes more than half of the screen scrolls with its choices, and so does one below which the
  /// largest choice has no room.
  func isInPlace(height: Int) -> Bool {
    let written = written
    let height = height - foot.count - state.count
    if top.isEmpty || top.count + written.count <= height { return true }
    let items = Dictionary(grouping: written.compactMap(\.item), by: \.self)
    let tallest = items.values.map(\.count).max() ?? 0
    return top.count <= height / 2 && tallest < height - top.count
  }

  /// Adds a text, broken into lines behind an indent; what follows the first line hangs below its beginning.
  mutating func add(_ text: String, _ style: Frame.Style = .plain, lead: String = "", columns: Int) {
    top += Self.rows(of: text, style, lead: lead, columns: columns)
  }

  /// A text as rows.
  static func rows(
    of text: String, _ style: Frame.Style = .plain, lead: String = "", hang: String? = nil, columns: Int
  ) -> [Row] {
    let indent = String(repeating: " ", count: Layout.indent - 1)
    let hang = hang ?? String(repeating: " ", count: lead.columns)
    let width = max(10, columns - indent.columns - hang.columns)
    return text.harmless.wrapped(toColumns: width).enumerated().map { index, line in
      Row(indent + (index == 0 ? lead : hang) + line, style)
    }
  }

  /// The items of a list, each on as many rows as it needs; the one with the focus has the cursor.
  static func rows(of list: PickList, _ layout: Layout, mark: (Int) -> String = { _ in "" }) -> [Row] {
    let tags = list.items.compactMap(\.tag)
    let width = tags.map(\.columns).max() ?? 0
    // Numbers end at one column, 2a and 19ii begin at one.
    let areNumbers = tags.allSatisfy { $0.allSatisfy(\.isWholeNumber) }
    return list.shown.enumerated().flatMap { position, item -> [Row] in
      let tag = list.items[item].tag ?? ""
      let padding = String(repeating: " ", count: width - tag.columns)
      let lead = [mark(item), areNumbers ? padding + tag : tag + padding].filter { !$0.isEmpty }
        .joined(separator: " ")
      let hasFocus = item == list.focus
      let rows = rows(
        of: list.items[item].label, lead: (hasFocus ? "> " : "  ") + (lead.isEmpty ? "" : lead + "  "),
        columns: layout.columns)
      return rows.map {
        Row($0.row, target: .item(item), cursor: hasFocus ? Layout.indent - 1 : nil, item: position)
      }
    }
  }

  /// Chooses the rows that are shown.
  ///
  /// - Parameters:
  ///   - height: How many rows there are.
  ///   - view: How far the person has scrolled; it is brought in line with what there is.
  ///   - more: Words how much more there is: the first and last item shown, and whether there is more above and
  ///     below.
  /// - Returns: No more rows than `height`.
  func shown(
    height: Int, view: inout View, more: (_ items: ClosedRange<Int>?, _ above: Bool, _ below: Bool) -> String
  ) -> [Row] {
    let isInPlace = isInPlace(height: height)
    let still = (isInPlace ? top : []) + state
    let room = max(1, height - foot.count - still.count)
    var moving = isInPlace ? main : top + main
    if moving.count > room { moving = isInPlace ? written : top + written }
    guard moving.count > room else {
      view.showsAll(of: room)
      view.items = max(1, Set(moving.compactMap(\.item)).count)
      return still + moving + filler(room - moving.count) + foot
    }
    // One row says how much more there is.
    let page = max(1, room - 1)
    let focus = moving.firstIndex { $0.cursor != nil }.map { first in
      first...(moving[first...].lastIndex { $0.cursor != nil } ?? first)
    }
    var start = view.wanted
    if let focus, view.aim == .focus || (view.aim == .beginning && isInPlace) {
      start = Self.start(from: start, showing: focus, page: page, of: moving.count)
    }
    start = aligned(min(max(0, start), moving.count - page), page: page, in: moving)
    var rows = wholeItems(
      of: moving, from: start, to: min(start + page, moving.count), cutsFocus: view.aim == .focus)
    view.show(start..<start + rows.count, page: page, focus: focus)
    let items = rows.compactMap(\.item)
    let words = more(
      items.min().flatMap { first in items.max().map { first...$0 } }, start > 0,
      start + rows.count < moving.count)
    view.items = max(1, Set(items).count - 1)
    rows += filler(page - rows.count, always: true)
    return still + rows + [Row(Frame.Row(words, .aside))] + foot
  }

  /// The first row to show, so that what has the focus is seen.
  private static func start(from start: Int, showing focus: ClosedRange<Int>, page: Int, of count: Int) -> Int
  {
    // What is larger than the screen is scrolled itself.
    if focus.count > page { return min(max(start, focus.lowerBound), focus.upperBound - page + 1) }
    // The rule below a text is seen with its last line.
    let last = focus.upperBound == count - 2 && focus.count < page ? count - 1 : focus.upperBound
    // Half a page at once: one reads ahead, and a key seldom costs more than a mark that moves.
    if last >= start + page { return max(last - page + 1, focus.lowerBound - page / 2) }
    return focus.lowerBound < start ? min(focus.lowerBound, last - page / 2) : start
  }

  /// The next row at which no item is cut in two that has room on a page.
  private func aligned(_ start: Int, page: Int, in rows: [Row]) -> Int {
    guard start > 0, let item = rows[start].item, rows[start - 1].item == item, rows[start].cursor == nil,
      rows.count(where: { $0.item == item }) <= page
    else { return start }
    return rows[start...].firstIndex { $0.item != item } ?? start
  }

  /// The rows of a page, less those of an item whose end has no room: what is cut off looks as if it were all.
  ///
  /// What has the focus, and what is larger than a page, is shown as far as there is room.
  private func wholeItems(of rows: [Row], from start: Int, to end: Int, cutsFocus: Bool) -> [Row] {
    let page = rows[start..<end]
    guard end < rows.count, let item = rows[end].item, page.last?.item == item,
      !cutsFocus || page.last?.cursor == nil, rows.count(where: { $0.item == item }) <= page.count,
      let first = page.firstIndex(where: { $0.item == item }), first > start
    else { return Array(page) }
    return Array(page[..<first])
  }

  /// Empty rows: what stands below the body stands at the bottom.
  private func filler(_ count: Int, always: Bool = false) -> [Row] {
    Array(repeating: Row(), count: max(0, foot.isEmpty && !always ? 0 : count))
  }
}
