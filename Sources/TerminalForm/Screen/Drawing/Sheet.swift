internal import Messages

/// All that stands on a screen: a header, a body that may be scrolled, and the keys below it.
struct Sheet {
  let header: [Frame.Row]
  let body: Body
  /// The help that stands to the right of the body, where there is room for it.
  let beside: Pane.Help?
  let footer: [Frame.Row]

  /// Makes the picture.
  ///
  /// - Parameters:
  ///   - size: The size of the terminal.
  ///   - view: How far the person has scrolled; brought in line with what there is, with what the mouse can
  ///     point at.
  ///   - words: The languages.
  /// - Returns: As many rows as the terminal has.
  func frame(size: Frame.Size, view: inout View, words: FormText) -> Frame {
    let layout = Layout(size: size, words: words)
    let height = max(1, size.rows - header.count - footer.count)
    var rows = body.shown(height: height, view: &view) { items, above, below in
      more(items, above: above, below: below, columns: layout.columns, words: words)
    }
    view.targets = rows.enumerated().compactMap { index, row in
      row.target.map { View.Area(row: header.count + index, columns: 0..<layout.columns, target: $0) }
    }
    if let beside, let columns = layout.sideColumns {
      rows = join(rows, beside, columns: columns, height: height)
    }
    rows = Array(rows.prefix(height)) + Array(repeating: Body.Row(), count: max(0, height - rows.count))
    let cursor = rows.firstIndex { $0.cursor != nil }
    let place = cursor.flatMap { row in
      rows[row].cursor.map { Frame.Position(row: header.count + row, column: $0) }
    }
    // What is only read is read from its first row on.
    return Frame(
      rows: header + rows.map(\.row) + footer, cursor: place ?? Frame.Position(row: header.count, column: 0))
  }

  /// How much more there is than is shown.
  private func more(
    _ items: ClosedRange<Int>?, above: Bool, below: Bool, columns: Int, words: FormText
  ) -> String {
    var parts: [String] = []
    if let items, let count = body.itemCount {
      let values: KeyValuePairs = [
        "first": String(items.lowerBound + 1), "last": String(items.upperBound + 1), "count": String(count),
      ]
      parts.append(words.say(.itemsOf, values))
    }
    if above { parts.append(words.say(.moreAbove)) }
    if below { parts.append(words.say(.moreBelow)) }
    var text = parts.joined(separator: words.comma)
    // On a narrow screen, that there is more below matters most.
    while text.columns > columns - 2, parts.count > 1 {
      parts.removeFirst()
      text = parts.joined(separator: words.comma)
    }
    if words.say.language == .arabic { return " " + text }
    return String(repeating: " ", count: max(1, columns - text.columns - 1)) + text
  }

  /// The rows with the help to their right.
  private func join(_ rows: [Body.Row], _ help: Pane.Help, columns: Int, height: Int) -> [Body.Row] {
    var lines: [Frame.Row] = []
    for paragraph in help.paragraphs + help.general where lines.count < height {
      if paragraph.isHeading, !lines.isEmpty { lines.append(Frame.Row()) }
      let style: Frame.Style = paragraph.isHeading ? .title : .aside
      lines += paragraph.text.harmless.wrapped(toColumns: columns).map { Frame.Row($0, style) }
    }
    return (0..<height).map { index in
      var row = index < rows.count ? rows[index] : Body.Row()
      guard index < lines.count, !lines[index].spans.isEmpty else { return row }
      let gap = Layout.widest + 3 - row.row.text.columns
      row.row.spans += [Frame.Span(String(repeating: " ", count: max(1, gap)))] + lines[index].spans
      return row
    }
  }
}
