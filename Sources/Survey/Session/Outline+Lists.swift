internal import Expressions

extension Outline {
  /// Whether a repeat group has as many repeats as an expression says: nobody adds to it or takes out of it.
  ///
  /// - Parameter path: The repeat group.
  /// - Returns: The questions by whose answers it is counted, in the order in which the expression leans on them;
  ///   none where it always has as many. Nothing for a group that people repeat themselves.
  public func counting(_ path: RepeatPath) -> [Question.Name]? {
    guard case .counted(let expression) = tree.questionnaire.group(path.group)?.repetition else { return nil }
    var names: [Question.Name] = []
    var seen: Set<Question.Name> = []
    trace(expression, from: .group(path), into: &names, &seen)
    return names
  }
}

/// The way through a form by its lists: who has answered all of a repeat comes back to the list of its group.
extension [Outline.Stop] {
  /// Where a person goes on to from one of these stops.
  ///
  /// - Parameter stop: A question, or a list, which leads to its first repeat.
  /// - Returns: The next stop; where that is behind the repeat, the list of its group. Nothing at the end.
  public func next(after stop: Outline.Stop) -> Outline.Stop? {
    guard let place = firstIndex(of: stop) else { return nil }
    return onward(from: stop.repeats, to: self[(place + 1)...].first)
  }

  /// Where a person goes on to who is done with a list.
  ///
  /// - Parameter path: The list's repeat group.
  /// - Returns: The first stop behind all of its repeats; or the list of the group around it, if that is not in the
  ///   same repeat.
  public func next(behind path: RepeatPath) -> Outline.Stop? {
    guard let place = firstIndex(of: .repeats(path)) else { return nil }
    let next = self[(place + 1)...].first { !$0.isInRepeat(of: path) }
    return onward(from: path.repeats, to: next)
  }

  /// Where a person goes back to: the stop before, or the list of the repeats that it is in.
  public func last(before stop: Outline.Stop) -> Outline.Stop? {
    guard let place = firstIndex(of: stop), place > startIndex else { return nil }
    let before = self[place - 1]
    for depth in before.repeats.indices where !stop.repeats.starts(with: before.repeats[...depth]) {
      let list = RepeatPath(before.repeats[depth].group, in: Array<Address.Repeat>(before.repeats[..<depth]))
      if contains(.repeats(list)) { return .repeats(list) }
    }
    return before
  }

  /// The list that stands closest around one that is not there any more; nothing where there is none.
  public func list(around path: RepeatPath) -> Outline.Stop? {
    for depth in path.repeats.indices.reversed() {
      let list = RepeatPath(path.repeats[depth].group, in: Array<Address.Repeat>(path.repeats[..<depth]))
      if contains(.repeats(list)) { return .repeats(list) }
    }
    return nil
  }

  private func onward(from repeats: [Address.Repeat], to next: Outline.Stop?) -> Outline.Stop? {
    for depth in repeats.indices.reversed() where next?.repeats.starts(with: repeats[...depth]) != true {
      let list = RepeatPath(repeats[depth].group, in: Array<Address.Repeat>(repeats[..<depth]))
      if contains(.repeats(list)) { return .repeats(list) }
    }
    return next
  }
}

extension Outline.Stop {
  /// Whether it stands in a repeat of a group.
  public func isInRepeat(of path: RepeatPath) -> Bool { number(in: path) != nil }

  /// In which repeat of a group it stands, counted from 1; nothing where it stands in none.
  public func number(in path: RepeatPath) -> Int? {
    let depth = path.repeats.count
    guard depth < repeats.count, repeats[depth].group == path.group, repeats.starts(with: path.repeats) else {
      return nil
    }
    return repeats[depth].number
  }
}
