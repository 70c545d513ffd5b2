internal import Messages
internal import Survey

extension FormScreen {
  /// What a pane shows.
  func body(of pane: Pane, _ layout: Layout) -> Body {
    var body = Body()
    switch pane {
    case .menu(let list, _):
      body.add(words.say(.menu), .title, columns: layout.columns)
      body.main = Body.rows(of: list, layout)
      if !list.filter.isEmpty { addFilter(of: list, to: &body, layout) }
    case .goTo(let list, let addresses):
      body.add(words.say(.goToTitle), .title, columns: layout.columns)
      body.main = Body.rows(of: list, layout) { session.isAnswered(addresses[$0]) ? "*" : " " }
      addFilter(of: list, to: &body, layout)
      body.itemCount = list.shown.count
    case .leaving(let list):
      body.add(words.say(.leaveTitle), .title, columns: layout.columns)
      body.main = Body.rows(of: list, layout)
      if !list.filter.isEmpty { addFilter(of: list, to: &body, layout) }
    case .removing(let list, let path, let number):
      body.add(words.removal(of: number, from: path, in: session), .title, columns: layout.columns)
      body.main = Body.rows(of: list, layout)
      if !list.filter.isEmpty { addFilter(of: list, to: &body, layout) }
    case .help(let help):
      body.main = rows(of: help.paragraphs, layout)
      if !help.names.items.isEmpty {
        body.main += Body.rows(of: help.names, layout)
        addFilter(of: help.names, to: &body, layout)
        body.itemCount = help.names.shown.count
      }
      if !body.main.isEmpty { body.main.append(Body.Row()) }
      body.main += rows(of: help.general, layout)
    }
    return body
  }

  private func rows(of paragraphs: [Pane.Help.Paragraph], _ layout: Layout) -> [Body.Row] {
    paragraphs.enumerated().flatMap { index, paragraph in
      let gap = paragraph.isHeading && index > 0 ? [Body.Row()] : []
      return gap
        + Body.rows(of: paragraph.text, paragraph.isHeading ? .title : .plain, columns: layout.columns)
    }
  }

  /// Adds what narrows a list, which stays in view.
  ///
  /// Where it leaves nothing, the cursor stands behind what was typed.
  func addFilter(of list: PickList, lead: String = "", to body: inout Body, _ layout: Layout) {
    if list.filter.isEmpty {
      return body.add(words.say(.filterHint), .aside, lead: lead, columns: layout.columns)
    }
    let filter = list.filter.replacing("\t", with: " ").harmless
    // Of a long one its end is seen, where one types.
    let room = layout.columns - lead.columns - words.say(.filterIs, ["text": ""]).columns - Layout.indent
    let text = words.say(.filterIs, ["text": filter.endClipped(toColumns: room)])
    body.state = Body.rows(of: text, .aside, lead: lead, columns: layout.columns)
    guard list.shown.isEmpty, let row = body.state.indices.last else { return }
    body.state[row].cursor = min(body.state[row].row.text.columns, layout.columns - 1)
    body.main = Body.rows(of: words.say(.nothingMatches), .warning, lead: lead, columns: layout.columns)
  }

  /// What the review shows.
  func body(of review: ReviewState, _ layout: Layout) -> Body {
    var body = Body()
    var position = 0
    for item in review.list.shown {
      if let heading = review.headings[item] {
        body.main += Body.rows(of: heading, .title, columns: layout.columns)
      }
      let hasFocus = item == review.list.focus && review.button == nil
      let rows = Body.rows(
        of: review.list.items[item].label, lead: hasFocus ? "  > " : "    ", hang: "       ",
        columns: layout.columns)
      for row in rows {
        let cursor = hasFocus ? Layout.indent + 1 : nil
        body.main.append(Body.Row(row.row, target: .item(item), cursor: cursor, item: position))
      }
      position += 1
    }
    body.itemCount = position
    if !review.list.filter.isEmpty { addFilter(of: review.list, to: &body, layout) }
    body.foot = (size.isLow ? [] : [Body.Row()]) + buttonRows(review, layout).map(\.row)
    return body
  }

  /// The buttons, as many on a row as have room, and the columns of each.
  private func buttonRows(
    _ review: ReviewState, _ layout: Layout
  ) -> [(row: Body.Row, buttons: [(Int, Range<Int>)])] {
    var rows: [(row: Body.Row, buttons: [(Int, Range<Int>)])] = []
    for (index, command) in buttons.enumerated() {
      let hasFocus = review.button == index
      let name = words.say(desk.isClosed ? .closeButton : command.phrase)
      let label = "\(hasFocus ? ">" : " ")[ \(name.prefix(1).uppercased() + name.dropFirst()) ]  "
      let used = rows.last?.row.row.text.columns ?? 0
      if rows.isEmpty || layout.isRightToLeft || used + label.columns > layout.columns {
        rows.append((Body.Row(Frame.Row(" ")), []))
      }
      let start = rows[rows.count - 1].row.row.text.columns
      rows[rows.count - 1].row.row.spans.append(Frame.Span(label, hasFocus ? .focus : .plain))
      rows[rows.count - 1].buttons.append((index, start..<start + label.columns - 2))
      if hasFocus { rows[rows.count - 1].row.cursor = start }
    }
    return rows
  }

  /// Where the mouse finds the buttons, which are the last rows above a row.
  func buttonAreas(of review: ReviewState, above end: Int, _ layout: Layout) -> [View.Area] {
    let rows = buttonRows(review, layout)
    return rows.enumerated().flatMap { index, row in
      row.buttons.map {
        View.Area(row: end - rows.count + index, columns: $0.1, target: .button($0.0))
      }
    }
  }
}
