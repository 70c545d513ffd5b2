internal import Messages

/// A list to move in, and to narrow by typing: choices, a menu, the questions of a form.
struct PickList: Equatable {
  /// What stands in the list.
  struct Item: Equatable {
    /// The number that people type; nothing where the list is not numbered.
    let number: Int?
    /// What they read; it is never cut.
    let label: String
    /// What the filter looks at, folded.
    fileprivate let key: String

    init(number: Int?, label: String, also others: [String] = []) {
      self.number = number
      self.label = label
      self.key = ([label] + others).joined(separator: "\n").folded
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
  private var isNumber: Bool { !filter.isEmpty && filter.allSatisfy { $0.wholeNumberValue != nil } }

  private mutating func narrow() {
    let typed = filter.folded
    if isNumber || typed.isEmpty {
      shown = Array(items.indices)
      if let wanted = Int(typed), let place = items.firstIndex(where: { $0.number == wanted }) {
        focus = place
      }
    } else {
      shown = items.indices.filter { items[$0].key.contains(typed) }
      if focus.map(shown.contains) != true { focus = shown.first }
    }
    if focus == nil { focus = shown.first }
  }
}

extension PickList {
  /// Moves the focus by so many shown items, and stays at the ends.
  mutating func move(by steps: Int) {
    endNumber()
    guard !shown.isEmpty else { return }
    let place = focus.flatMap(shown.firstIndex) ?? 0
    focus = shown[min(max(0, place + steps), shown.count - 1)]
    hasMoved = true
  }

  /// Moves the focus to an item.
  mutating func move(to place: Int) {
    guard shown.contains(place) else { return }
    focus = place
    hasMoved = true
  }

  /// Adds what was typed to the filter; a number moves the focus to its item.
  mutating func type(_ typed: some StringProtocol) {
    // A number that no item has begins a new number.
    let next = filter + typed
    let digits = next.folded
    if let number = Int(digits),
      !items.contains(where: { $0.number.map { String($0).hasPrefix(String(number)) } == true }),
      Int(String(typed).folded) != nil
    {
      filter = String(typed)
    } else {
      filter = next
    }
    narrow()
    hasMoved = focus != nil
  }

  /// Takes the last character of the filter away.
  mutating func backspace() {
    if filter.isEmpty { return }
    filter.removeLast()
    narrow()
  }

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
