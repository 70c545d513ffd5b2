public import Coding
internal import Messages
internal import Survey

/// The coding of a question on a full screen.
///
/// A pure value between keys and pictures, as the form is: `press` takes a key, `draw` gives a picture.
public struct CodingScreen {
  /// What was coded so far.
  public private(set) var session: CodingSession
  private let words: FormText
  private let desk: CodingDesk
  package var size = Frame.Size(rows: 24, columns: 80)
  private var list: PickList
  private var view = View()
  private var message: (text: String, style: Frame.Style)?
  /// The label of a code that is being added.
  private var label: String?

  /// Creates the screen.
  public init(_ session: CodingSession, words: FormText, desk: CodingDesk) {
    self.session = session
    self.words = words
    self.desk = desk
    list = PickList([])
    open()
  }

  private var text: CodingText { CodingText(words: words, session: session) }

  /// Shows the answer that is looked at from its beginning.
  private mutating func open() {
    view = View()
    fill(focus: 0)
  }

  private mutating func fill(focus: Int) {
    let suggested = session.suggestions
    let labels =
      session.codes.map { text.choice($0, suggested: suggested) } + [
        words.say(.codingNone), words.say(.codingAdd),
      ]
    list = PickList(
      labels.enumerated().map { PickList.Item(number: $0.offset + 1, label: $0.element) }, focus: focus)
  }
}

// MARK: - Keys

extension CodingScreen {
  /// What a key asks of whoever shows the screen.
  package enum Act { case redraw, end }

  /// Takes a key.
  package mutating func press(_ key: Key) -> Act? {
    if label != nil { return pressInLabel(key) }
    view.attend()
    message = nil
    switch key {
    case .control("c"), .escape: return .end
    case .control("l"): return .redraw
    case .enter, .tab, .right: return goOn()
    case .backTab, .left: if session.goBack() { open() }
    case .up, .wheelUp: if !view.readOn(by: -1) { list.move(by: -1) }
    case .down, .wheelDown: if !view.readOn(by: 1) { list.move(by: 1) }
    // Half a page: a code that has no room at its end is left out there, and is seen on the next.
    case .pageUp: view.scroll(by: -max(1, view.page / 2))
    case .pageDown: view.scroll(by: max(1, view.page / 2))
    case .home: list.move(by: -list.items.count)
    case .end: list.move(by: list.items.count)
    case .text(" "): if let focus = list.focus { choose(focus) }
    case .text(let scalar): type(Character(scalar))
    case .backspace: list.backspace()
    case .click(let row, _):
      guard case .item(let item) = view.targets.first(where: { $0.row == row })?.target else { return nil }
      list.move(to: item)
      choose(item)
    default: break
    }
    return nil
  }

  private mutating func goOn() -> Act? {
    session.goOn()
    if session.item == nil { return .end }
    open()
    return nil
  }

  /// A number chooses at once, unless it may be the beginning of another.
  private mutating func type(_ character: Character) {
    if character.isWhitespace { return }
    list.type(String(character.digit.map { Character(String($0)) } ?? character))
    guard character.digit != nil, let focus = list.focus, list.items[focus].tag == list.filter, !list.goesOn
    else { return }
    choose(focus)
  }

  private mutating func choose(_ item: Int) {
    list.endNumber()
    let codes = session.codes
    if item == codes.count + 1 {
      label = ""
      return
    }
    toggle(item < codes.count ? codes[item].name : nil)
    fill(focus: item)
  }

  private mutating func toggle(_ code: Codebook.Code.Name?) {
    guard let row = session.row(toggling: code, at: desk.now()) else { return }
    do {
      try desk.record(row)
      session.add(row)
      message = (text.state, .good)
    } catch {
      message = (words.say(.notStored, ["reason": "\(error)"]), .warning)
    }
  }

  private mutating func pressInLabel(_ key: Key) -> Act? {
    switch key {
    case .escape, .control("c"): label = nil
    case .control("l"): return .redraw
    case .backspace: if label?.isEmpty == false { label?.removeLast() }
    case .text(let scalar):
      if scalar.properties.generalCategory != .control { label?.unicodeScalars.append(scalar) }
    case .paste(let pasted): label?.append(contentsOf: pasted.trimmed.prefix { !$0.isNewline })
    case .enter:
      let typed = (label ?? "").trimmed
      label = nil
      if !typed.isEmpty { add(typed) }
    default: break
    }
    return nil
  }

  private mutating func add(_ label: String) {
    do {
      let (codebook, code) = try desk.addCode(session.codebook, label)
      session.take(codebook)
      toggle(code.name)
      if message?.style == .good {
        let added: KeyValuePairs = ["version": String(codebook.version), "code": text.label(code)]
        message = (words.say(.codingAdded, added), .good)
      }
      fill(focus: session.codes.firstIndex { $0.name == code.name } ?? 0)
    } catch {
      message = (words.say(.notStored, ["reason": "\(error)"]), .warning)
    }
  }
}

// MARK: - What it looks like

extension CodingScreen {
  /// Draws the screen.
  package mutating func draw() -> Frame {
    if size.isTooSmall {
      return Frame(rows: words.say(.windowTooSmall).wrapped(toColumns: size.columns).map { Frame.Row($0) })
    }
    let layout = Layout(size: size, words: words)
    let rule = Frame.Row(layout.isRightToLeft ? "" : String(repeating: "-", count: size.columns), .aside)
    let sheet = Sheet(
      header: header + [rule], body: label == nil ? body(layout) : labelBody(layout), beside: nil,
      footer: footer)
    return sheet.frame(size: size, view: &view, words: words)
  }

  private var header: [Frame.Row] {
    let progress = text.progress
    let room = size.columns - progress.columns - 4
    let title = room < 8 ? "" : words.text(words.questionnaire.title).clipped(toColumns: room)
    let gap = String(repeating: " ", count: max(1, size.columns - 2 - title.columns - progress.columns))
    return [Frame.Row([Frame.Span(" " + title, .title), Frame.Span(gap + progress, .aside)])]
  }

  private var footer: [Frame.Row] {
    let hints: [Phrase] = label == nil ? [.hintCode, .hintNext, .hintBack] : [.hintDo]
    // How to leave is always told, the rest as far as there is room.
    let last = words.say(label == nil ? .hintLeave : .hintClose)
    let gap = size.columns < 60 ? "  " : "   "
    var line = " "
    for hint in hints.map({ words.say($0) }) {
      if (line + hint + gap + last).columns > size.columns { break }
      line += hint + gap
    }
    line += last
    guard let message else { return [Frame.Row(line, .aside)] }
    let rows = message.text.harmless.wrapped(toColumns: max(10, size.columns - 2))
    let most = max(1, min(3, size.rows - 9))
    let shown = rows.count > most ? rows.prefix(most - 1) + ["…"] : rows[...]
    return shown.map { Frame.Row(" " + $0, message.style) } + [Frame.Row(line, .aside)]
  }

  private func body(_ layout: Layout) -> Body {
    var body = Body()
    guard let item = session.item else { return body }
    body.add(text.question, .title, columns: layout.columns)
    body.add(text.heading(item), .title, columns: layout.columns)
    body.add(text.origin(item), .aside, columns: layout.columns)
    for paragraph in item.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let bar = layout.isRightToLeft ? "" : "| "
      body.top += Body.rows(of: String(paragraph), lead: bar, hang: bar, columns: layout.columns)
    }
    if !size.isLow { body.top.append(Body.Row(isRoom: true)) }
    let given = Set(session.verdict?.codes ?? [])
    let codes = session.codes
    body.main = Body.rows(of: list, layout) { place in
      if place == codes.count + 1 { return "   " }
      let isGiven = place < codes.count ? given.contains(codes[place].name) : session.verdict?.isNone == true
      return isGiven ? "[x]" : "[ ]"
    }
    body.itemCount = list.shown.count
    if !list.filter.isEmpty {
      body.state = [Body.Row(" " + words.say(.filterIs, ["text": list.filter]), .aside)]
    }
    return body
  }

  private func labelBody(_ layout: Layout) -> Body {
    var body = Body()
    let prompt = words.say(.codingLabel)
    var rows = Body.rows(of: prompt + (label ?? "") + "_", columns: layout.columns)
    if var last = rows.popLast() {
      last.cursor = max(0, last.row.text.columns - 1)
      rows.append(last)
    }
    body.main = rows
    return body
  }
}

// MARK: - At a terminal

extension CodingScreen {
  /// Codes until all answers were looked at, or the coder leaves.
  ///
  /// - Parameter terminal: Where the person is; it is left as it was found.
  /// - Returns: How it ended.
  public mutating func run(at terminal: inout some ScreenTerminal) -> CodingOutcome {
    terminal.enter()
    size = terminal.size
    while session.item != nil {
      terminal.show(draw())
      switch terminal.next(within: nil) {
      case .key(let key):
        switch press(key) {
        case .redraw: terminal.redraw()
        case .end:
          terminal.leave()
          return .left
        case nil: break
        }
      case .pause: break
      case .resized: size = terminal.size
      case .signal(stopSignal):
        terminal.stop()
        size = terminal.size
      case .signal(let number):
        if number != hangUp { terminal.leave() }
        return .ended(bySignal: number)
      }
    }
    terminal.leave()
    return .left
  }
}
