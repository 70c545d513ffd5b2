internal import Messages
internal import Survey

/// The list of a repeat group while a person stands before it: each repeat, "add one", and "go on".
struct ListedRepeats: Equatable {
  let repeats: RepeatList
  /// The repeats by their numbers, then what can be done.
  var list: PickList
  /// The digits that were typed: the number of a repeat, or how many there are.
  var typed = ""

  /// What can be done with the item that has the focus.
  enum Item: Equatable {
    case repeated(Int)
    case add
    case goOn
  }

  init(_ repeats: RepeatList, list: PickList) {
    self.repeats = repeats
    self.list = list
  }

  /// What stands at a place of the list.
  func item(at place: Int) -> Item {
    if place < repeats.count { return .repeated(place + 1) }
    return place == repeats.count ? .add : .goOn
  }

  /// The repeat that has the focus; nothing where none has.
  var focused: Int? {
    guard let focus = list.focus, case .repeated(let number) = item(at: focus) else { return nil }
    return number
  }
}

extension FormScreen {
  /// The list of a group; what comes next on the way has the focus.
  func listed(_ path: RepeatPath) -> ListedRepeats {
    let repeats = RepeatList(of: path, in: session, next: nextRepeat)
    var items = words.summaries(of: path, in: session).enumerated().map {
      PickList.Item(number: $0.offset + 1, label: $0.element)
    }
    for phrase in [Phrase.repeatAdd, .repeatsDone] {
      let label = words.say(phrase)
      items.append(PickList.Item(tag: nil, label: label.prefix(1).uppercased() + label.dropFirst()))
    }
    return ListedRepeats(
      repeats, list: PickList(items, focus: repeats.next.map { $0 - 1 } ?? items.count - 1))
  }

  /// Where a person goes on to: from a list to its next repeat, or behind them all.
  func next(after stop: Outline.Stop) -> Outline.Stop? {
    let stops = pages.flatMap(\.stops)
    guard case .repeats(let path) = stop else { return stops.next(after: stop) }
    guard case .listing(let listed) = input, let next = listed.repeats.next else {
      return stops.next(behind: path)
    }
    return first(of: next, in: path)
  }

  /// Where a repeat begins; the list where nothing is asked in it.
  private func first(of number: Int, in path: RepeatPath) -> Outline.Stop {
    pages.lazy.flatMap(\.stops).first { $0.number(in: path) == number } ?? .repeats(path)
  }

  // MARK: - Keys

  /// Takes a key at a list.
  mutating func list(_ key: Key) {
    guard case .listing(var listed) = input else { return }
    switch key {
    case .enter, .text(" "):
      if !listed.typed.isEmpty { return goOn() }
      // What is not seen is not opened: it is shown first.
      if let focus = listed.list.focus, view.showsFocus { perform(listed.item(at: focus), of: listed) }
      return
    case .up, .wheelUp: if !view.readOn(by: -1) { listed.list.move(by: -1) }
    case .down, .wheelDown: if !view.readOn(by: 1) { listed.list.move(by: 1) }
    case .pageUp: if !view.readOn(by: -1) { listed.list.move(by: -max(1, view.items)) }
    case .pageDown: if !view.readOn(by: 1) { listed.list.move(by: max(1, view.items)) }
    case .home: listed.list.move(by: -listed.list.items.count)
    case .end: listed.list.move(by: listed.list.items.count)
    case .delete:
      listed.typed = ""
      input = .listing(listed)
      return removeFocused()
    case .backspace:
      if listed.typed.isEmpty { return }
      listed.typed.removeLast()
      input = .listing(listed)
      return
    case .text(let scalar): return type(scalar, at: listed)
    case .paste(let text):
      for scalar in text.unicodeScalars where Character(scalar).digit != nil { list(.text(scalar)) }
      return
    case .click(let row, let column):
      guard let target = target(row: row, column: column) else { return }
      guard case .item(let item) = target else { return click(target) }
      listed.list.move(to: item)
      input = .listing(listed)
      return perform(listed.item(at: item), of: listed)
    default: return
    }
    listed.typed = ""
    input = .listing(listed)
  }

  private mutating func type(_ scalar: Unicode.Scalar, at listed: ListedRepeats) {
    var listed = listed
    switch westernSigns(String(scalar)) {
    case "+": return add(to: listed.repeats.path)
    case "-": return list(.delete)
    case let sign:
      guard sign.first?.digit != nil, listed.typed.count < 6 else { return }
      listed.typed += sign
      if case .repeated(let number) = listed.repeats.meaning(of: listed.typed) {
        listed.list.move(to: number - 1)
      }
      input = .listing(listed)
    }
  }

  private mutating func perform(_ item: ListedRepeats.Item, of listed: ListedRepeats) {
    let path = listed.repeats.path
    switch item {
    case .repeated(let number): go(to: first(of: number, in: path))
    case .add: add(to: path)
    case .goOn: go(to: pages.flatMap(\.stops).next(behind: path))
    }
  }

  // MARK: - Changes

  /// Takes up a number that was typed at a list; one that only points to a repeat changes nothing.
  ///
  /// - Returns: Whether it was taken. What comes next is then what it means.
  mutating func settle(_ listed: ListedRepeats) -> Bool {
    if listed.typed.isEmpty { return true }
    switch listed.repeats.meaning(of: listed.typed) {
    case .repeated(let number): nextRepeat = number
    case .count(let count):
      guard perform(.repeats(listed.repeats.path, count)) else { return false }
      nextRepeat = listed.repeats.count + 1
    case nil:
      say(words.say(.notAWholeNumber, ["found": listed.typed]), .warning)
      return false
    }
    openInput()
    return true
  }

  private mutating func add(to path: RepeatPath) {
    let count = session.outline.count(of: path) + 1
    guard keepTyping(), perform(.repeats(path, count)) else { return }
    let carried = message
    go(to: first(of: count, in: path))
    message = carried
  }

  /// Takes out the repeat that has the focus in the list; where it has answers, asks first.
  mutating func removeFocused() {
    guard case .listing(let listed) = input, let number = listed.focused else { return }
    askToRemove(number, from: listed.repeats.path)
  }

  private mutating func askToRemove(_ number: Int, from path: RepeatPath) {
    if desk.fixes(path.step(number)) { return say(words.say(.fixedHere), .warning) }
    guard keepTyping() else { return }
    if session.given(in: path.step(number)).isEmpty { return remove(number, from: path) }
    openRemoving(number, from: path)
  }

  /// Takes a repeat out, and goes to the list.
  mutating func remove(_ number: Int, from path: RepeatPath) {
    let removed = words.removed(number, from: path)
    guard perform(.remove(path, number)) else { return }
    let carried = message
    // The next one has moved up to its place.
    go(to: .repeats(path), next: number)
    message = carried
    say(removed, .good)
  }

  /// The repeat that the menu can take out here.
  var numberToRemove: Int? {
    if case .listing(let listed) = input { return listed.focused }
    return place?.innermostRepeat?.number
  }

  /// Adds or takes out from within a repeat, by the menu; what the form counts itself, it says.
  mutating func changeRepeats(isAdding: Bool) {
    guard let path = place?.innermostRepeat?.path else { return }
    if let reason = words.counting(path, in: session) { return say(reason, .aside) }
    if isAdding {
      if settle() { add(to: path) }
    } else if let number = numberToRemove {
      askToRemove(number, from: path)
    }
  }
}
