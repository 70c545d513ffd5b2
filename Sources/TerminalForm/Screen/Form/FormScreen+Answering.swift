internal import Messages
internal import Survey

extension FormScreen {
  // MARK: - Choosing

  /// Takes a key in a list of choices.
  mutating func choose(_ key: Key) {
    guard case .choosing(var list) = input else { return }
    switch key {
    case .enter:
      list.endTyping()
      input = .choosing(list)
      return enterInList(list)
    case .up, .wheelUp: if !view.readOn(by: -1) { list.move(by: -1) }
    case .down, .wheelDown: if !view.readOn(by: 1) { list.move(by: 1) }
    case .pageUp: if !view.readOn(by: -1) { list.move(by: -max(1, view.items)) }
    case .pageDown: if !view.readOn(by: 1) { list.move(by: max(1, view.items)) }
    case .home: list.move(by: -list.items.count)
    case .end: list.move(by: list.items.count)
    case .backspace: list.backspace()
    case .text(" ") where list.takesSpace: list.type(" ")
    case .text(" "):
      list.endTyping()
      // Whoever types 1, Space, 3 means 3, not 13.
      list.endNumber()
      input = .choosing(list)
      // What is not seen is not chosen: it is shown first.
      if let focus = list.focus, view.showsFocus { choose(focus) }
      return
    case .text(let scalar) where list.items.count < 10 && Character(scalar).digit != nil:
      guard let number = Character(scalar).digit, (1...max(1, list.items.count)).contains(number) else {
        return
      }
      list.endFilter()
      list.move(to: number - 1)
      input = .choosing(list)
      return choose(number - 1)
    case .text(let scalar): if scalar.properties.generalCategory != .control { list.type(String(scalar)) }
    case .paste(let text): list.type(text.trimmed.prefix { !$0.isNewline })
    case .click(let row, let column):
      guard let target = target(row: row, column: column) else { return }
      if case .item(let item) = target {
        list.move(to: item)
        input = .choosing(list)
        return choose(item)
      }
      return click(target)
    default: return
    }
    input = .choosing(list)
  }

  /// Goes on; who has moved in the list and chosen nothing is told first how one chooses.
  private mutating func enterInList(_ list: PickList) {
    if list.hasMoved, told != place, let address = place?.address, session.entries[address] == nil,
      let focus = list.focus
    {
      told = place
      return say(words.say(.notChosenYet, ["choice": list.items[focus].label]), .warning)
    }
    goOn()
  }

  /// Chooses an item, or takes it away again where several can be chosen.
  private mutating func choose(_ item: Int) {
    guard let address = place?.address, let question else { return }
    let choices = words.offer(at: address, in: session)
    let done: Bool
    switch question.kind {
    case .acknowledge:
      done = perform(session.entries[address] == nil ? .answer(address, .acknowledged) : .clear(address))
    case .selectOne:
      guard choices.indices.contains(item) else { return }
      done = perform(.answer(address, .one(choices[item].name)))
    case .rank:
      guard choices.indices.contains(item) else { return }
      var ranking = Ranking(session.entries[address]?.answer?.choices ?? [])
      // The last of all has come to its place by itself; who names it too means just that.
      if ranking.names.count == choices.count, ranking.names.last == choices[item].name {
        return say(words.say(.kept), .aside)
      }
      if !ranking.remove(choices[item].name) { ranking.take([choices[item].name], of: choices.map(\.name)) }
      done = perform(ranking.names.isEmpty ? .clear(address) : .answer(address, .ranked(ranking.names)))
    default:
      guard choices.indices.contains(item) else { return }
      var chosen = Set(session.entries[address]?.answer?.choices ?? [])
      if chosen.remove(choices[item].name) == nil { chosen.insert(choices[item].name) }
      done = performChoice(of: chosen, among: choices, at: address)
    }
    if done { showChoice(at: address) }
  }

  /// Says what is to be looked at in a choice, and shows what is offered now.
  private mutating func showChoice(at address: Address) {
    // A choice that is no longer offered is gone from the list with the answer.
    if case .choosing(let list) = input, question?.list != nil,
      list.items.count != words.offer(at: address, in: session).count
    {
      openInput()
    }
    sayIssues(at: address)
  }

  private mutating func performChoice(
    of chosen: Set<Choice.Name>, among choices: [Choice], at address: Address
  ) -> Bool {
    if chosen.isEmpty { return perform(.clear(address)) }
    return perform(.answer(address, .several(choices.map(\.name).filter(chosen.contains))))
  }

  /// Chooses all the choices that are shown, or none of them.
  mutating func chooseAll(_ isChosen: Bool) {
    guard case .choosing(let list) = input, let address = place?.address, question?.kind.isSeveral == true
    else {
      return say(words.say(.onlyForSeveral), .aside)
    }
    let choices = words.offer(at: address, in: session)
    let before = Set(session.entries[address]?.answer?.choices ?? [])
    let shown = Set(list.shown.filter(choices.indices.contains).map { choices[$0].name })
    let after = isChosen ? before.union(shown) : before.subtracting(shown)
    if after != before, performChoice(of: after, among: choices, at: address) { showChoice(at: address) }
  }

  // MARK: - Typing

  /// Takes a key in a text.
  mutating func type(_ key: Key) {
    guard case .typing(var typed) = input else { return }
    let columns = Layout(size: size, words: words).textColumns
    var isTyped = true
    switch key {
    case .enter:
      if !typed.isLong { return goOn() }
      typed.field.insert("\n")
    case .text(let scalar):
      if scalar.properties.generalCategory == .control { return }
      typed.field.insert(String(scalar))
    // NUL is nothing that a person can see or mean, and no file can hold it.
    case .paste(let text): typed.field.insert(String(text.unicodeScalars.filter { $0 != "\0" }))
    case .backspace: typed.field.backspace()
    case .delete, .control("d"): typed.field.delete()
    case .control("w"): typed.field.deleteWord()
    case .control("u"): typed.field.deleteLine()
    case .click(let row, let column):
      guard let target = target(row: row, column: column) else { return }
      guard case .line(let line) = target else { return click(target) }
      typed.field.place(row: line, column: column - Layout.indent, columns: columns)
      isTyped = false
    default:
      guard let move = TextField.Move(key) else { return }
      let hasMoved = typed.field.move(move, columns: columns, page: view.page)
      input = .typing(typed)
      // Above the first line and below the last stand the other parts.
      if !hasMoved, page?.isCompound == true {
        if move == .up { step(by: -1) }
        if move == .down { step(by: 1) }
      }
      return
    }
    input = .typing(typed)
    if isTyped { keeping = typed.text == typed.kept ? .saved : .typing }
  }

  /// Goes to the part before or behind, within the page.
  private mutating func step(by steps: Int) {
    guard let page, let place, let here = page.stops.firstIndex(of: place),
      page.stops.indices.contains(here + steps), settle()
    else { return }
    go(to: page.stops[here + steps])
  }

  /// Goes where the mouse points, if that is another part.
  mutating func click(_ target: Target) {
    if case .part(let stop) = target, settle() { go(to: stop) }
  }

  /// What stands at a place of the last picture.
  func target(row: Int, column: Int) -> Target? {
    view.targets.first { $0.row == row && $0.columns.contains(column) }?.target
  }
}

extension TextField.Move {
  /// The move that a key makes.
  init?(_ key: Key) {
    switch key {
    case .left: self = .left
    case .right: self = .right
    case .up, .wheelUp: self = .up
    case .down, .wheelDown: self = .down
    case .home, .control("a"): self = .home
    case .end, .control("e"): self = .end
    case .pageUp: self = .pageUp
    case .pageDown: self = .pageDown
    default: return nil
    }
  }
}
