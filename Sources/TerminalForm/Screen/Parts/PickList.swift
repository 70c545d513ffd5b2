internal import Messages

/// A list to move in, and to narrow by typing: choices, a menu, the questions of a form.
struct PickList: Equatable {
  /// What stands in the list.
  struct Item: Equatable {
    /// What people call it: a number mostly, `25a` or `3 (2)`; nothing where the list has none.
    let tag: String?
    /// What they read; it is never cut.
    let label: String
    /// What the filter looks at, folded.
    fileprivate let key: String

    init(tag: String?, label: String, also others: [String] = []) {
      self.tag = tag
      self.label = label
      self.key = ([label, tag ?? ""] + others).joined(separator: "\n").folded
    }

    init(number: Int, label: String, also others: [String] = []) {
      self.init(tag: String(number), label: label, also: others)
    }

    /// Whether a number is the beginning of what people call it.
    fileprivate func begins(with number: String) -> Bool { tag?.hasPrefix(number) == true }

    /// Whether a number means it: `25` means `25a` too.
    fileprivate func isMeant(by number: String) -> Bool {
      begins(with: number) && tag?.dropFirst(number.count).first?.digit == nil
    }
  }

  /// All items.
  let items: [Item]
  /// What was typed to narrow the list.
  private(set) var filter = ""
  /// The places of the items that are shown.
  private(set) var shown: [Int]
  /// The place of the item that has the focus; nothing where none is shown.
  private(set) var focus: Int?
  /// Whether a person moved the focus to where it is.
  private(set) var hasMoved = false
  /// Whether the filter was typed at since a person last moved or chose.
  private var isTyping = false

  /// Creates a list.
  ///
  /// - Parameters:
  ///   - items: What stands in it.
  ///   - focus: The place that has the focus at first.
  init(_ items: [Item], focus: Int = 0) {
    self.items = items
    self.shown = Array(items.indices)
    self.focus = items.isEmpty ? nil : min(max(0, focus), items.count - 1)
  }

  /// Whether what was typed is a number: then it moves, and nothing is hidden.
  private var isNumber: Bool { Self.isNumber(filter) && items.contains { $0.tag != nil } }

  /// Whether what was typed may be the beginning of another number than that of the item it means.
  var goesOn: Bool {
    guard isNumber else { return false }
    let typed = filter.folded
    return items.count { $0.begins(with: typed) } > 1
  }

  /// Whether a space belongs to what is typed, between its words; a second one does not, nor one behind a number.
  var takesSpace: Bool { isTyping && !filter.isEmpty && !isNumber && filter.last?.isWhitespace == false }

  private static func isNumber(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.digit != nil }
  }

  private mutating func narrow(isLonger: Bool = false) {
    let typed = filter.folded
    if isNumber || typed.isEmpty {
      shown = Array(items.indices)
      if let place = typed.isEmpty ? nil : items.firstIndex(where: { $0.isMeant(by: typed) }) {
        focus = place
      }
    } else {
      // Words in any order: places are called by their second name too.
      let words = typed.split(whereSeparator: \.isWhitespace)
      shown = items.indices.filter { place in words.allSatisfy { items[place].key.contains($0) } }
      if isLonger || focus.map(shown.contains) != true { focus = shown.first }
    }
    if focus == nil { focus = shown.first }
  }
}

extension PickList {
  /// Moves the focus by so many shown items, and stays at the ends.
  mutating func move(by steps: Int) {
    endNumber()
    isTyping = false
    guard !shown.isEmpty else { return }
    let place = focus.flatMap(shown.firstIndex) ?? 0
    focus = shown[min(max(0, place + steps), shown.count - 1)]
    hasMoved = true
  }

  /// Moves the focus to an item.
  mutating func move(to place: Int) {
    guard shown.contains(place) else { return }
    isTyping = false
    focus = place
    hasMoved = true
  }

  /// Adds what was typed to the filter; a number moves the focus to its item.
  mutating func type(_ typed: some StringProtocol) {
    // A number that no item has begins a new number.
    let next = filter + typed
    let folded = next.folded
    let isNew = isNumber && Self.isNumber(typed) && !items.contains { $0.begins(with: folded) }
    filter = isNew ? String(typed) : next
    isTyping = true
    narrow(isLonger: true)
    hasMoved = focus != nil
  }

  /// Takes the last character of the filter away.
  mutating func backspace() {
    if filter.isEmpty { return }
    filter.removeLast()
    narrow()
  }

  /// What is typed next is no more of the filter: a space chooses.
  mutating func endTyping() { isTyping = false }

  /// Begins a new number: what was typed has led to its item.
  mutating func endNumber() {
    if isNumber { filter = "" }
  }

  /// Shows all items again; the focus stays.
  mutating func endFilter() {
    filter = ""
    narrow()
  }
}
