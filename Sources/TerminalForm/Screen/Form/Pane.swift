internal import Messages
internal import Survey

/// What stands before the form until it is closed.
enum Pane: Equatable {
  case menu(PickList, [FormCommand])
  case goTo(PickList, [Address])
  case leaving(PickList)
  /// Whether a repeat is to be taken out that has answers.
  case removing(PickList, RepeatPath, number: Int)
  case help(Help)

  /// What the form explains of a question, and names that can be put into its answer.
  struct Help: Equatable {
    /// What the question itself explains, before the names.
    var paragraphs: [Paragraph]
    /// The names; none where the question takes no text.
    var names: PickList
    /// The terms of the field and the keys, behind the names.
    var general: [Paragraph]
    /// The texts that are put in, by the place of their name.
    var insertions: [String]

    struct Paragraph: Equatable {
      let text: String
      let isHeading: Bool
    }
  }

  /// Whether it is the help.
  var isHelp: Bool {
    if case .help = self { return true }
    return false
  }

  /// The list that a person moves in.
  var list: PickList {
    get {
      switch self {
      case .menu(let list, _), .goTo(let list, _), .leaving(let list), .removing(let list, _, _): list
      case .help(let help): help.names
      }
    }
    set {
      switch self {
      case .menu(_, let commands): self = .menu(newValue, commands)
      case .goTo(_, let addresses): self = .goTo(newValue, addresses)
      case .leaving: self = .leaving(newValue)
      case .removing(_, let path, let number): self = .removing(newValue, path, number: number)
      case .help(var help):
        help.names = newValue
        self = .help(help)
      }
    }
  }
}

extension FormScreen {
  // MARK: - Opening

  mutating func openMenu() {
    // Back, undo and the like at a question; at the review what is done with the whole form.
    let commands = FormCommand.allCases.filter { command in
      switch command {
      case .editor: reviewing == nil && desk.scratchPath != nil
      case .export: reviewing != nil && desk.export != nil
      case .submit: reviewing != nil && !desk.isClosed
      case .next, .all, .none, .notApplicable, .clear, .review: reviewing == nil
      case .addRepeat: reviewing == nil && !desk.isClosed && place?.innermostRepeat != nil
      case .removeRepeat: reviewing == nil && !desk.isClosed && numberToRemove != nil
      default: true
      }
    }
    let items = commands.enumerated().map { index, command in
      PickList.Item(
        number: index + 1, label: words.say(command.phrase) + (command.key.map { "  (\($0))" } ?? ""))
    }
    open(.menu(PickList(items), commands))
  }

  mutating func openGoTo() {
    let addresses = session.outline.asked
    let words = words
    let items = addresses.map { address in
      if words.numbering.label(of: address.question) == nil {
        return PickList.Item(tag: nil, label: words.title(of: address))
      }
      return PickList.Item(tag: words.reference(to: address), label: words.label(ofQuestionAt: address))
    }
    let here = place?.address.flatMap { addresses.firstIndex(of: $0) } ?? 0
    open(.goTo(PickList(items, focus: here), addresses))
  }

  mutating func openLeaving() {
    let phrases: [Phrase] = [.goOnFilling, .leave]
    let items = phrases.enumerated().map {
      PickList.Item(number: $0.offset + 1, label: words.say($0.element))
    }
    open(.leaving(PickList(items)))
  }

  mutating func openRemoving(_ number: Int, from path: RepeatPath) {
    let phrases: [Phrase] = [.repeatKeep, .repeatRemove]
    let items = phrases.enumerated().map {
      PickList.Item(number: $0.offset + 1, label: words.say($0.element))
    }
    open(.removing(PickList(items), path, number: number))
  }

  mutating func openHelp() {
    let help = self.help()
    open(.help(help))
  }

  mutating func open(_ pane: Pane) {
    keepTyping()
    self.pane = pane
    // Help is read from its beginning.
    view.openPane(reading: pane.isHelp)
  }

  mutating func closePane() {
    pane = nil
    view.closePane()
  }

  // MARK: - Keys

  mutating func pressInPane(_ key: Key) -> Act? {
    guard var pane else { return nil }
    switch key {
    case .control("c"):
      if case .leaving = pane { return leave() }
      closePane()
      openLeaving()
      return nil
    case .control("l"): return .redraw
    case .escape: closePane()
    case .function(1):
      closePane()
    case .enter: return enterInPane(pane)
    case .click(let row, let column):
      guard case .item(let item) = target(row: row, column: column) else { return nil }
      pane.list.move(to: item)
      self.pane = pane
      return enterInPane(pane)
    case .up, .wheelUp: move(in: &pane, by: -1)
    case .down, .wheelDown, .tab: move(in: &pane, by: 1)
    case .backTab: move(in: &pane, by: -1)
    case .pageUp: move(in: &pane, by: -max(1, view.items), rows: -view.page)
    case .pageDown: move(in: &pane, by: max(1, view.items), rows: view.page)
    case .home: move(in: &pane, by: -pane.list.items.count, rows: -view.start)
    case .end: move(in: &pane, by: pane.list.items.count, rows: 100_000)
    case .backspace:
      pane.list.backspace()
      self.pane = pane
    case .paste(let text):
      pane.list.type(text.trimmed.prefix { !$0.isNewline })
      self.pane = pane
    // Before anything is typed, a space is none of a word.
    case .text(" ") where pane.list.filter.isEmpty: break
    case .text(let scalar):
      if scalar.properties.generalCategory != .control { pane.list.type(String(scalar)) }
      self.pane = pane
    default: break
    }
    return nil
  }

  private mutating func move(in pane: inout Pane, by steps: Int, rows: Int? = nil) {
    // What stands before the first name and behind the last is scrolled, and so is all on the way back to them.
    let isAtEnd = pane.list.focus == (steps > 0 ? pane.list.shown.last : pane.list.shown.first)
    if pane.isHelp, isAtEnd || !view.showsFocus { return view.scroll(by: rows ?? steps) }
    if !pane.isHelp, view.readOn(by: steps) { return }
    pane.list.move(by: steps)
    self.pane = pane
  }

  private mutating func enterInPane(_ pane: Pane) -> Act? {
    closePane()
    guard let focus = pane.list.focus else { return nil }
    switch pane {
    case .menu(_, let commands): return perform(commands[focus])
    case .goTo(_, let addresses): if settle() { go(to: .question(addresses[focus])) }
    case .leaving: if focus == 1 { return leave() }
    case .removing(_, let path, let number): if focus == 1 { remove(number, from: path) }
    case .help(let help): insert(help.insertions[focus])
    }
    return nil
  }

  /// Puts a name into the answer; behind another, with a semicolon between them.
  private mutating func insert(_ name: String) {
    guard case .typing(var typed) = input else { return }
    let before = typed.field.characters[..<typed.field.caret]
    let isBehindText = before.last.map { !$0.isWhitespace && !"(;,:".contains($0) } ?? false
    typed.field.insert((isBehindText ? "; " : "") + name)
    input = .typing(typed)
    keepTyping()
  }

  // MARK: - Help

  /// What there is to explain where the person stands.
  func help() -> Pane.Help {
    let groups = place.map { session.questionnaire.groups(around: $0) } ?? []
    let words = words.read(in: place?.repeats ?? [])
    let guidance =
      (groups.compactMap { session.questionnaire.group($0)?.wording.guidance }
      + [question?.wording.guidance].compactMap(\.self)).map { words.text($0) }.filter { !$0.isEmpty }
    let counted = place?.innermostRepeat.flatMap { self.words.counting($0.path, in: session) }
    var paragraphs = (guidance + [counted].compactMap(\.self)).map {
      Pane.Help.Paragraph(text: $0, isHeading: false)
    }
    var general: [Pane.Help.Paragraph] = []
    let terms = glossary.entries(in: words)
    if !terms.isEmpty { general.append(.init(text: words.say(.helpTerms), isHeading: true)) }
    general += terms.map { .init(text: $0, isHeading: false) }
    general.append(.init(text: words.say(.helpKeys), isHeading: true))
    general.append(.init(text: words.say(.helpKeysText), isHeading: false))
    if case .listing = input { general.append(.init(text: words.say(.helpRepeats), isHeading: false)) }
    var names: [(label: String, others: [String])] = []
    if question?.kind == .text, place?.address.map(isFixed) != true {
      let registers = session.questionnaire.lists.values.filter { $0.name.text.hasSuffix(".csv") }
      for list in registers.sorted(by: { $0.name < $1.name }) {
        names += list.choices.filter { $0.name != "other" }.map {
          (words.unmarked($0.label), [$0.attributes["short_name"] ?? "", $0.attributes["aliases"] ?? ""])
        }
      }
    }
    if !names.isEmpty { paragraphs.append(.init(text: words.say(.helpNames), isHeading: true)) }
    return Pane.Help(
      paragraphs: paragraphs,
      names: PickList(names.map { PickList.Item(tag: nil, label: $0.label, also: $0.others) }),
      general: general, insertions: names.map(\.label))
  }
}
