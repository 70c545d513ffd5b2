public import Messages
public import Survey

/// The first screen: what the form is, in which language, the drafts that were found, and what was sent.
public struct WelcomeScreen {
  /// The languages that were chosen.
  public private(set) var words: FormText
  private let drafts: [DraftSummary]
  private let sent: [SentSummary]
  private let speaking: (InterfaceLanguage) -> FormText
  package var size = Frame.Size(rows: 24, columns: 80)
  private var list: PickList
  private var view = View()
  /// What is looked at: a draft, or what was sent.
  private var looking: FormScreen?

  /// What can be chosen here.
  private enum Item {
    case language(InterfaceLanguage)
    /// A language of the form that the interface does not speak.
    case ofForm(Language)
    case other(WelcomeItem)

    /// Whether it is a language.
    var isLanguage: Bool {
      if case .other = self { return false }
      return true
    }
  }
  private let choices: [Item]
  /// How many of them are languages; they come first.
  private let languages: Int

  /// Creates the screen.
  ///
  /// - Parameters:
  ///   - words: The languages at first.
  ///   - drafts: What was found, the newest first.
  ///   - sent: What was sent and can be corrected here, the newest first.
  ///   - speaking: Gives the words in another language of the interface.
  public init(
    words: FormText, drafts: [DraftSummary], sent: [SentSummary] = [],
    speaking: @escaping (InterfaceLanguage) -> FormText
  ) {
    self.words = words
    self.drafts = drafts
    self.sent = sent
    self.speaking = speaking
    let spoken =
      InterfaceLanguage.allCases.map(Item.language)
      + words.questionnaire.languagesOfItsOwn.map(Item.ofForm)
    languages = spoken.count
    choices =
      spoken
      + words.welcome(drafts: drafts, sent: sent).flatMap(\.items).map(Item.other)
    list = PickList([])
    list = items(focus: spoken.count)
  }

  private func items(focus: Int) -> PickList {
    let items = choices.enumerated().map { index, choice in
      PickList.Item(number: index + 1, label: label(of: choice))
    }
    return PickList(items, focus: focus)
  }

  private func label(of choice: Item) -> String {
    switch choice {
    case .language(let language): label(of: language)
    case .ofForm(let language): language.heading
    case .other(let item): words.label(of: item, drafts: drafts, sent: sent)
    }
  }

  /// A language of the interface; the one that is chosen with the language of the questions, where they are in another.
  private func label(of language: InterfaceLanguage) -> String {
    let form = words.questionnaire
    guard isChosen(.language(language)), form.language(of: language) == nil, words.language != .unnamed else {
      return language.ownName
    }
    return "\(language.ownName) / \(words.language.heading)"
  }

  /// Whether a language is the one that the person reads.
  private func isChosen(_ item: Item) -> Bool {
    let isOwn = words.questionnaire.languagesOfItsOwn.contains(words.language)
    return switch item {
    case .language(let language): !isOwn && language == words.say.language
    case .ofForm(let language): language == words.language
    case .other: false
    }
  }
}

extension Questionnaire {
  /// The language of a form that is one of the interface's; nothing where the form has it not.
  public func language(of spoken: InterfaceLanguage) -> Language? {
    spoken.names.lazy.compactMap { language($0) }.first
      ?? languages.first { InterfaceLanguage(tag: $0.code) == spoken }
  }

  /// The languages of a form that the interface does not speak.
  var languagesOfItsOwn: [Language] {
    let spoken = Set(InterfaceLanguage.allCases.compactMap { language(of: $0) })
    return languages.filter { $0 != .unnamed && !spoken.contains($0) }
  }
}

// MARK: - Keys

extension WelcomeScreen {
  /// Takes a key.
  ///
  /// - Returns: What to do, once that is chosen.
  package mutating func press(_ key: Key) -> DraftChoice? {
    if looking != nil { return pressWhileLooking(key) }
    view.attend()
    switch key {
    case .control("c"): return .leave
    case .function(2): return .goesOver
    case .enter where size.isTooSmall: return .goesOver
    case .up, .backTab, .wheelUp: if !view.readOn(by: -1) { list.move(by: -1) }
    case .down, .tab, .wheelDown: if !view.readOn(by: 1) { moveDown() }
    case .home, .pageUp: list.move(by: -list.items.count)
    case .end, .pageDown: list.move(by: list.items.count)
    case .enter, .text(" "): return list.focus.flatMap { choose($0) }
    case .text(let scalar):
      guard let number = Character(scalar).digit else { return nil }
      list.type(String(number))
      // A language is chosen by its number alone: who cannot read the screen yet need not find Enter. That is, where
      // the number cannot be the beginning of another.
      if let focus = list.focus, list.hasMoved, !list.goesOn, choices[focus].isLanguage {
        return choose(focus)
      }
    case .click(let row, _):
      guard case .item(let item) = view.targets.first(where: { $0.row == row })?.target else { return nil }
      list.move(to: item)
      return choose(item)
    default: break
    }
    return nil
  }

  /// Moves down; below the last item stands what is only read.
  private mutating func moveDown() {
    if list.focus == list.items.count - 1 { view.scroll(by: 1) } else { list.move(by: 1) }
  }

  private mutating func choose(_ item: Int) -> DraftChoice? {
    switch choices[item] {
    case .language(let language):
      words = speaking(language)
      list = items(focus: languages)
    case .ofForm(let language):
      words = FormText(words.questionnaire, in: language, say: words.say)
      list = items(focus: languages)
    case .other(.resume(let place)): return .resume(place)
    case .other(.takeOver(let place)): return .takeOver(place)
    case .other(.correct(let place)): return .correct(place)
    case .other(.new): return .new
    case .other(.look(let place)): look(at: drafts[place].session)
    case .other(.lookAtSent(let place)): look(at: sent[place].session)
    }
    return nil
  }

  private mutating func look(at session: FormSession) {
    var look = FormScreen(session, words: words, desk: .closed)
    look.openReview()
    look.size = size
    looking = look
  }

  private mutating func pressWhileLooking(_ key: Key) -> DraftChoice? {
    guard var look = looking else { return nil }
    if key == .escape || key == .control("c") {
      looking = nil
      return nil
    }
    let act = look.press(key)
    looking = act.map { if case .end = $0 { true } else { false } } == true ? nil : look
    return nil
  }
}

// MARK: - What it looks like

extension WelcomeScreen {
  /// Draws the screen.
  package mutating func draw() -> Frame {
    if looking != nil {
      looking?.size = size
      return looking?.draw() ?? Frame()
    }
    let layout = Layout(size: size, words: words)
    if size.isTooSmall {
      return Frame(rows: words.say(.windowTooSmall).wrapped(toColumns: size.columns).map { Frame.Row($0) })
    }
    var body = Body()
    let rows = Body.rows(of: list, layout) { item in
      guard choices[item].isLanguage else { return "" }
      return isChosen(choices[item]) ? "(*)" : "( )"
    }
    body.main += Body.rows(
      of: "Language / Langue / Idioma / Язык / اللغة / 语言", .title, columns: layout.columns)
    var first = languages
    body.main += rows.filter { $0.item.map { $0 < first } == true } + [Body.Row(isRoom: true)]
    for part in words.welcome(drafts: drafts, sent: sent) {
      let places = first..<first + part.items.count
      if !part.heading.isEmpty {
        body.main += Body.rows(of: part.heading, .title, columns: layout.columns)
      }
      body.main += rows.filter { $0.item.map(places.contains) == true }
      first = places.upperBound
    }
    body.main.append(Body.Row(isRoom: true))
    let length: KeyValuePairs = [
      "questions": String(words.numbering.total),
      "parts": String(max(1, words.numbering.partTitles.count)),
    ]
    for text in [words.say(.formLength, length), words.say(.stopAnyTime)] {
      body.main += Body.rows(of: text, columns: layout.columns)
    }
    body.itemCount = nil
    let rule = Frame.Row(layout.isRightToLeft ? "" : String(repeating: "-", count: size.columns), .aside)
    let title = words.text(words.questionnaire.title)
    let sheet = Sheet(
      header: (size.isLow
        ? [Frame.Row(" " + title.clipped(toColumns: size.columns - 2), .title)] : whole(title, .title))
        + [rule],
      body: body, beside: nil, footer: whole(words.say(.welcomeKeys), .aside))
    return sheet.frame(size: size, view: &view, words: words)
  }

  /// A text above or below what scrolls: whole, on as many rows as it needs, but not on all of them.
  private func whole(_ text: String, _ style: Frame.Style) -> [Frame.Row] {
    text.harmless.wrapped(toColumns: size.columns - 2).prefix(3).map { Frame.Row(" " + $0, style) }
  }
}

// MARK: - At a terminal

extension WelcomeScreen {
  /// Shows the screen until something is chosen.
  ///
  /// - Parameter terminal: Where the person is; the form goes on there.
  /// - Returns: What to do; `words` says in which languages.
  public mutating func run(at terminal: inout some ScreenTerminal) -> DraftChoice {
    terminal.enter()
    size = terminal.size
    while true {
      terminal.show(draw())
      switch terminal.next(within: nil) {
      case .key(.control("l")): terminal.redraw()
      case .key(let key): if let choice = press(key) { return choice }
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
  }
}
