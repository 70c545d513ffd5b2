/// What is in one repeat of a group, also in the repeat groups inside of it, whether it is asked or not.
struct RepeatContent: Sendable, Hashable {
  var entries: [Address: Entry] = [:]
  /// What was typed and is no answer yet.
  var unfinished: [Address: String] = [:]
  /// How often the repeat groups inside are repeated.
  var repeatCounts: [RepeatPath: Int] = [:]
}

extension FormSession {
  /// The questions of a repeat that something was said of, or typed at, also in repeat groups inside of it.
  ///
  /// - Parameter repeats: The repeats around them, outermost first.
  /// - Returns: The addresses in the order of the form, whether they are asked or not.
  public func given(in repeats: [Address.Repeat]) -> [Address] {
    let content = content(of: repeats)
    return inFormOrder(Set(content.entries.keys).union(content.unfinished.keys))
  }

  func content(of repeats: [Address.Repeat]) -> RepeatContent {
    RepeatContent(
      entries: entries.filter { $0.key.repeats.starts(with: repeats) },
      unfinished: unfinished.filter { $0.key.repeats.starts(with: repeats) },
      repeatCounts: repeatCounts.filter { $0.key.repeats.starts(with: repeats) })
  }

  /// Takes a repeat out; those behind it move up, those that are set aside too.
  mutating func takeOut(_ number: Int, of path: RepeatPath) {
    let repeats = path.step(number)
    let content = content(of: repeats)
    for address in content.entries.keys { entries[address] = nil }
    for address in content.unfinished.keys { unfinished[address] = nil }
    for path in content.repeatCounts.keys { repeatCounts[path] = nil }
    for address in notSet.keys where address.repeats.starts(with: repeats) { notSet[address] = nil }
    if position?.repeats.starts(with: repeats) == true { position = .repeats(path) }
    renumber(path, from: number + 1, by: -1)
  }

  /// Puts a repeat back where it was; those from its place on move down.
  mutating func putIn(_ content: RepeatContent, as number: Int, of path: RepeatPath) {
    renumber(path, from: number, by: 1)
    entries.merge(content.entries) { _, back in back }
    unfinished.merge(content.unfinished) { _, back in back }
    repeatCounts.merge(content.repeatCounts) { _, back in back }
  }

  private mutating func renumber(_ path: RepeatPath, from number: Int, by difference: Int) {
    func moved(_ repeats: [Address.Repeat]) -> [Address.Repeat] {
      path.renumbered(repeats, from: number, by: difference)
    }
    func moved(_ address: Address) -> Address { Address(address.question, in: moved(address.repeats)) }
    func moved(_ path: RepeatPath) -> RepeatPath { RepeatPath(path.group, in: moved(path.repeats)) }
    // Whoever moves, moves to where another has moved away from, or where nobody was.
    entries = Dictionary(entries.map { (moved($0), $1) }) { first, _ in first }
    unfinished = Dictionary(unfinished.map { (moved($0), $1) }) { first, _ in first }
    notSet = Dictionary(notSet.map { (moved($0), $1) }) { first, _ in first }
    repeatCounts = Dictionary(repeatCounts.map { (moved($0), $1) }) { first, _ in first }
    repeatCounts[path, default: 0] += difference
    switch position {
    case .question(let address): position = .question(moved(address))
    case .repeats(let path): position = .repeats(moved(path))
    case nil: break
    }
  }
}

extension FormSession.Edit {
  /// Which address an answer had before the change.
  func placeBefore(_ address: Address) -> Address {
    guard case .removed(let number) = after, case .repeats(let path) = change else { return address }
    return Address(address.question, in: path.renumbered(address.repeats, from: number, by: 1))
  }
}

extension RepeatPath {
  /// The same repeats, where those of this group have other numbers from one of them on.
  func renumbered(
    _ repeats: [Address.Repeat], from number: Int, by difference: Int
  ) -> [Address.Repeat] {
    let depth = self.repeats.count
    guard depth < repeats.count, repeats[depth].group == group, repeats[depth].number >= number,
      repeats.starts(with: self.repeats)
    else { return repeats }
    var repeats = repeats
    repeats[depth] = Address.Repeat(group: group, number: repeats[depth].number + difference)
    return repeats
  }
}
