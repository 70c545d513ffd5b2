import Survey

/// An order while a person gives it.
struct Ranking {
  /// The choices that have their place, the first one first.
  private(set) var names: [Choice.Name]

  init(_ names: [Choice.Name]) { self.names = names }

  /// Takes choices in their order: behind those that have a place, or instead of them where one is named again.
  ///
  /// Where one choice is left, it is the last.
  mutating func take(_ added: [Choice.Name], of all: [Choice.Name]) {
    if added.contains(where: names.contains) { names = [] }
    names += added
    let rest = all.filter { !names.contains($0) }
    if rest.count == 1 { names += rest }
  }

  /// Takes the place of a choice away; those behind it move up.
  ///
  /// - Parameter name: The choice.
  /// - Returns: Whether it had a place.
  mutating func remove(_ name: Choice.Name) -> Bool {
    let before = names.count
    names.removeAll { $0 == name }
    return names.count < before
  }
}
