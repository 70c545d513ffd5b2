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

    init(_ row: Frame.Row = Frame.Row(), target: Target? = nil, cursor: Int? = nil, item: Int? = nil) {
      self.row = row
      self.target = target
      self.cursor = cursor
      self.item = item
    }

    init(_ text: String, _ style: Frame.Style = .plain) { self.init(Frame.Row(text, style)) }
  }

  /// What stays in place where there is room: the question.
  var top: [Row] = []
  /// What stays in view between them: the filter of a list.
  var state: [Row] = []
  /// What scrolls: the choices, the text.
  var main: [Row] = []
  /// What always stands below: the buttons.
  var foot: [Row] = []
  /// What is counted where not all is shown; nothing for a text.
  var itemCount: Int?

  /// The least number of rows below a question that stays in place.
  static let leastBelow = 5

  /// Adds a text, broken into lines behind an indent; what follows the first line hangs below its beginning.
  mutating func add(_ text: String, _ style: Frame.Style = .plain, lead: String = "", columns: Int) {
    top += Self.rows(of: text, style, lead: lead, columns: columns)
  }

  /// A text as rows.
  static func rows(
    of text: String, _ style: Frame.Style = .plain, lead: String = "", columns: Int
  ) -> [Row] {
    let indent = String(repeating: " ", count: Layout.indent - 1)
    let hang = String(repeating: " ", count: lead.columns)
    let width = max(10, columns - indent.columns - lead.columns)
    return text.harmless.wrapped(toColumns: width).enumerated().map { index, line in
      Row(indent + (index == 0 ? lead : hang) + line, style)
    }
  }

  /// The items of a list, each on as many rows as it needs; the one with the focus has the cursor.
  static func rows(of list: PickList, _ layout: Layout, mark: (Int) -> String = { _ in "" }) -> [Row] {
    let digits = list.items.compactMap(\.number).max().map { String($0).count } ?? 0
    return list.shown.enumerated().flatMap { position, item -> [Row] in
      let number = list.items[item].number.map(String.init) ?? ""
      let padding = String(repeating: " ", count: digits - number.count)
      let lead = [mark(item), digits == 0 ? "" : padding + number].filter { !$0.isEmpty }.joined(
        separator: " ")
      let hasFocus = item == list.focus
      let label = list.items[item].label
      let rows = rows(
        of: label, lead: (hasFocus ? "> " : "  ") + (lead.isEmpty ? "" : lead + "  "), columns: layout.columns
      )
      return rows.enumerated().map { index, row in
        Row(
          row.row, target: .item(item), cursor: hasFocus && index == 0 ? Layout.indent - 1 : nil,
          item: position)
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
    let height = max(1, height - foot.count - state.count)
    // A question that takes more than half of the screen scrolls with its choices.
    let isInPlace = top.count + main.count <= height || top.count <= height / 2
    let still = (isInPlace ? top : []) + state
    let moving = isInPlace ? main : top + main
    let room = height + state.count - still.count
    guard moving.count > room else {
      (view.start, view.page, view.hidesFocus) = (0, room, false)
      view.items = max(1, Set(moving.compactMap(\.item)).count)
      return still + moving + filler(room - moving.count) + foot
    }
    // One row says how much more there is.
    let page = max(1, room - 1)
    var start = view.start
    if let focus = moving.firstIndex(where: { $0.cursor != nil }), view.follows || isInPlace {
      let item = moving[focus].item
      let last = item.flatMap { item in moving.lastIndex { $0.item == item } } ?? focus
      // Half a page at once: one reads ahead, and a key seldom costs more than a mark that moves.
      if last >= start + page { start = max(last - page + 1, focus - page / 2) }
      if focus < start { start = min(focus, last - page / 2) }
    }
    start = aligned(min(max(0, start), moving.count - page), in: moving)
    var rows = Array(moving[start..<min(start + page, moving.count)])
    rows += filler(page - rows.count, always: true)
    view.start = start
    view.page = page
    view.hidesFocus = moving[min(start + page, moving.count)...].contains { $0.cursor != nil }
    let items = rows.compactMap(\.item)
    view.items = max(1, Set(items).count - 1)
    let range = items.min().flatMap { first in items.max().map { first...$0 } }
    let words = more(range, start > 0, start + page < moving.count)
    return still + rows + [Row(Frame.Row(words, .aside))] + foot
  }

  /// The next row at which no item is cut in two.
  private func aligned(_ start: Int, in rows: [Row]) -> Int {
    guard start > 0, let item = rows[start].item, rows[start - 1].item == item else { return start }
    return rows[start...].firstIndex { $0.item != item || $0.cursor != nil } ?? start
  }

  /// Empty rows: what stands below the body stands at the bottom.
  private func filler(_ count: Int, always: Bool = false) -> [Row] {
    Array(repeating: Row(), count: max(0, foot.isEmpty && !always ? 0 : count))
  }
}
