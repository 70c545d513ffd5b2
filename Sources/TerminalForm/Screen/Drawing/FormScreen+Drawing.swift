internal import Messages
internal import Survey

extension FormScreen {
  /// Draws what the person sees.
  ///
  /// - Returns: The picture at the terminal's size. What the mouse points at, and how far a page goes, is
  ///   remembered until the next picture.
  public mutating func draw() -> Frame {
    if size.isTooSmall { return drawTooSmall() }
    let layout = Layout(size: size, words: words)
    let help = layout.sideColumns != nil && pane == nil && reviewing == nil ? self.help() : nil
    let (header, footer) = (header(layout), messageRows(layout) + [hintRow(layout)])
    let sheet = Sheet(
      header: header, body: body(layout, height: size.rows - header.count - footer.count), beside: help,
      footer: footer)
    var view = self.view
    let frame = sheet.frame(size: size, view: &view, words: words)
    if let reviewing, pane == nil {
      let end = frame.rows.count - sheet.footer.count
      view.targets += buttonAreas(of: reviewing, above: end, layout)
    }
    self.view = view
    return frame
  }

  private func drawTooSmall() -> Frame {
    let lines = words.say(.windowTooSmall).wrapped(toColumns: max(2, size.columns - 1))
    return Frame(rows: lines.prefix(max(1, size.rows)).map { Frame.Row($0) })
  }

  // MARK: - Header

  private func header(_ layout: Layout) -> [Frame.Row] {
    let rule = Frame.Row(String(repeating: "-", count: size.columns), .aside)
    let answered: KeyValuePairs = ["answered": String(counts.answered), "asked": String(counts.asked)]
    let state: (Phrase, Frame.Style) =
      switch keeping {
      case .saved: (.stateSaved, .good)
      case .typing: (.stateSaving, .aside)
      case .failed: (.stateNotSaved, .warning)
      }
    let saved = desk.isClosed ? "" : words.say(state.0)
    let (title, number) = headline
    var status = [number, words.say(layout.isNarrow ? .answeredBrief : .answeredShort, answered)]
      .filter { !$0.isEmpty }
    // Where there is little room, whether all is saved matters most.
    while !status.isEmpty, (status + [saved]).joined(separator: "   ").columns + 2 > size.columns {
      status.removeLast()
    }
    let right = status.map { $0 + "   " }.joined()
    if layout.isRightToLeft {
      return [
        Frame.Row([Frame.Span(" " + title.clipped(toColumns: size.columns - 2), .title)]),
        Frame.Row([Frame.Span(" " + right, .aside), Frame.Span(saved, state.1)]),
      ]
    }
    let room = size.columns - right.columns - saved.columns - 3
    let left = room < 8 ? "" : title.clipped(toColumns: room)
    let gap = max(0, size.columns - 2 - left.columns - right.columns - saved.columns)
    return [
      Frame.Row([
        Frame.Span(" " + left, .title), Frame.Span(String(repeating: " ", count: gap) + right, .aside),
        Frame.Span(saved, state.1),
      ]), rule,
    ]
  }

  /// What stands in the header: the part, and the question.
  private var headline: (title: String, number: String) {
    if reviewing != nil { return (words.say(desk.isClosed ? .lookOnlyTitle : .reviewTitle), "") }
    var title = words.text(session.questionnaire.title)
    if let part = place.flatMap(part) { title = words.text(words.numbering.partTitles[part - 1]) }
    guard let address = place?.address else { return (title, "") }
    let number =
      words.numbering.label(of: address.question) == nil
      ? "" : words.say(.questionShort, ["number": words.reference(to: address)])
    return (title, number)
  }

  private func part(of stop: Outline.Stop) -> Int? {
    switch stop {
    case .question(let address): words.numbering.part(of: address.question)
    case .repeats:
      session.questionnaire.groups(around: stop).lazy.compactMap { words.numbering.part(ofGroup: $0) }.first
    }
  }

  // MARK: - Footer

  private func messageRows(_ layout: Layout) -> [Frame.Row] {
    guard let message else { return [] }
    let lines = message.text.harmless.wrapped(toColumns: layout.columns - 2)
    let most = max(2, min(size.rows / 2, size.rows - 7))
    let shown = lines.count > most ? lines.prefix(most - 1) + ["…"] : lines[...]
    return shown.map { Frame.Row(" " + $0, message.style) }
  }

  /// The keys that do something here, as many as have room; the menu has all of them.
  private func hintRow(_ layout: Layout) -> Frame.Row {
    let menu = words.say(pane == nil && !desk.isClosed ? .hintMenu : .hintClose)
    var row = ""
    let gap = layout.isNarrow ? "  " : "   "
    for hint in hints.map({ words.say($0) }) {
      let longer = row + hint + gap
      if longer.columns + menu.columns + 2 > min(size.columns, Layout.widest) { break }
      row = longer
    }
    return Frame.Row(" " + row + menu, .aside)
  }

  private var hints: [Phrase] {
    switch pane {
    case .help(let help): return help.names.items.isEmpty ? [.hintScroll] : [.hintInsert, .hintFilter]
    case .menu, .goTo, .leaving, .removing: return [.hintDo, .hintNumber]
    case nil: break
    }
    if let reviewing {
      if desk.isClosed { return [.hintScroll] }
      return reviewing.button == nil ? [.hintGo, .hintButtons] : [.hintDo, .hintButtons]
    }
    switch input {
    case .reading: return [.hintNext, .hintHelp]
    case .choosing(let list):
      let several = question?.kind.isSeveral == true ? [Phrase.hintAll, .hintNone] : []
      let scrolling = list.items.count > 9 ? [Phrase.hintScroll] : []
      let choosing: Phrase = list.takesSpace ? .hintChooseTwice : .hintChoose
      return [choosing, .hintNext, .hintHelp] + several + scrolling + [.hintReview]
    case .typing(let typed):
      let editor: [Phrase] = desk.scratchPath == nil ? [] : [.hintEditor]
      return typed.isLong
        ? [.hintNewLine, .hintNextQuestion, .hintHelp] + editor + [.hintUndo]
        : [.hintNext, .hintHelp, .hintUndo, .hintReview]
    case .listing(let listed):
      return listed.focused == nil
        ? [.hintDo, .hintAdd, .hintHelp, .hintUndo, .hintReview]
        : [.hintOpen, .hintAdd, .hintRemove, .hintHelp, .hintUndo]
    }
  }
}

extension String {
  /// The beginning of the text that has room, with an ellipsis where it is not all.
  func clipped(toColumns width: Int) -> String {
    let text = split(whereSeparator: \.isNewline).joined(separator: " / ").replacing("\t", with: " ").harmless
    if text.columns <= width { return text }
    var clipped = ""
    var used = 1
    for character in text {
      used += character.columns
      if used > width { break }
      clipped.append(character)
    }
    return clipped + "…"
  }

  /// The end of the text that has room, behind an ellipsis where it is not all.
  func endClipped(toColumns width: Int) -> String {
    if columns <= width { return self }
    var used = 1
    let end = reversed().prefix { character in
      used += character.columns
      return used <= width
    }
    return "…" + String(end.reversed())
  }
}
