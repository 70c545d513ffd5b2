internal import Messages
internal import Survey

/// The repeats of a group, as a person stands before them to add another.
struct RepeatList: Equatable {
  let path: RepeatPath
  /// How many there are.
  let count: Int
  /// The repeat that comes next on the way through the form; nothing where what is behind them all comes next.
  ///
  /// So whoever only goes on sees every repeat once, and adds none.
  let next: Int?

  /// Looks at the list of a group.
  ///
  /// - Parameters:
  ///   - path: The group.
  ///   - session: The form.
  ///   - next: The repeat that comes next, if there is one of this number.
  init(of path: RepeatPath, in session: FormSession, next: Int?) {
    let count = session.outline.count(of: path)
    self.path = path
    self.count = count
    self.next = next.flatMap { $0 >= 1 && $0 <= count ? $0 : nil }
  }

  /// The repeat that comes next for somebody who comes to a list: the first, or the one behind that they were in; if
  /// they go back, that one, or none.
  ///
  /// - Parameters:
  ///   - path: The group.
  ///   - previous: Where they come from, if that is known.
  ///   - isBack: Whether they go back.
  /// - Returns: The number, whether there is such a repeat or not.
  static func next(in path: RepeatPath, from previous: Outline.Stop?, isBack: Bool) -> Int? {
    if let number = previous?.number(in: path) { return isBack ? number : number + 1 }
    return isBack || previous == .repeats(path) ? nil : 1
  }

  /// What a typed number means.
  enum Number: Equatable {
    /// The repeat of that number.
    case repeated(Int)
    /// So many are there.
    case count(Int)
  }

  /// What a number means that a person types at the list; nothing where it is none, or too large.
  ///
  /// The number of a repeat means that repeat, so that no slip takes others away; a higher one, and zero, say how
  /// many there are.
  func meaning(of typed: String) -> Number? {
    guard let number = Int(westernSigns(typed.trimmed)), (0...RepeatPath.mostRepeats).contains(number) else {
      return nil
    }
    return (1...max(1, count)).contains(number) && count > 0 ? .repeated(number) : .count(number)
  }
}

extension FormText {
  /// How many of a repeat's answers tell it from others.
  private static let answersInSummary = 2
  /// How long each of them is at most, in columns.
  private static let summaryColumns = 40

  /// What a list says of each of a group's repeats: its first answers.
  func summaries(of path: RepeatPath, in session: FormSession) -> [String] {
    let count = session.outline.count(of: path)
    var parts = [[String]](repeating: [], count: count)
    for address in session.outline.asked {
      guard let number = Outline.Stop.question(address).number(in: path), number <= count,
        parts[number - 1].count < Self.answersInSummary, let part = brief(address, in: session)
      else { continue }
      parts[number - 1].append(part.clipped(toColumns: Self.summaryColumns))
    }
    return parts.map { $0.isEmpty ? say(.emptyPart) : $0.joined(separator: " / ") }
  }

  private func brief(_ address: Address, in session: FormSession) -> String? {
    if let typed = session.unfinished[address] { return typed }
    guard let entry = session.entries[address] else { return nil }
    let choices = offer(at: address, in: session)
    guard case .answered(.several(let names)) = entry else { return text(of: entry, choices: choices) }
    return names.map { name in choices.first { $0.name == name }.map(label) ?? name.text }
      .joined(separator: comma)
  }

  /// Why nobody adds to a repeat group or takes out of it: which answers count it; nothing where people do.
  func counting(_ path: RepeatPath, in session: FormSession) -> String? {
    guard let names = session.outline.counting(path) else { return nil }
    let title = title(of: path)
    if names.isEmpty { return say(.countedAlways, ["title": title]) }
    return say(.countedBy, ["title": title, "numbers": references(toQuestions: names)])
  }

  /// What a repeat group is called where it stands.
  func title(of path: RepeatPath) -> String {
    questionnaire.group(path.group).map(read(in: path.repeats).title) ?? path.description
  }

  /// Whether a repeat is to be taken out.
  func removal(of number: Int, from path: RepeatPath, in session: FormSession) -> String {
    let answers = session.given(in: path.step(number)).count
    return say(
      .removeAsked, ["title": title(of: path), "number": String(number), "count": String(answers)])
  }

  /// That a repeat was taken out.
  func removed(_ number: Int, from path: RepeatPath) -> String {
    say(.removed, ["title": title(of: path), "number": String(number)])
  }
}

extension Outline.Stop {
  /// The repeat that a person at this stop could take out, or the list to which they could add; nothing outside
  /// of repeat groups.
  var innermostRepeat: (path: RepeatPath, number: Int?)? {
    switch self {
    case .repeats(let path): (path, nil)
    case .question(let address):
      address.repeats.last.map {
        (RepeatPath($0.group, in: Array(address.repeats.dropLast())), $0.number)
      }
    }
  }
}

extension [Outline.Stop] {
  /// The last stop, or where that is in a repeat the outermost list that it is of.
  var lastOutside: Outline.Stop? {
    last.map { last in
      last.repeats.first.map { RepeatPath($0.group) }.flatMap { contains(.repeats($0)) ? .repeats($0) : nil }
        ?? last
    }
  }
}

extension FormSession {
  /// Which answers a change has hidden, and which it has brought back.
  ///
  /// What was not there before has come with the change: a repeat that was put back.
  func answersHiddenAndShown(since before: FormSession) -> (hidden: [Address], shown: [Address]) {
    let (earlier, now) = (Set(before.outline.asked), Set(outline.asked))
    let shown = answered(among: now.subtracting(earlier))
    return (answered(among: earlier.subtracting(now)), shown.filter { before.entries[$0] != nil })
  }
}

extension Questionnaire {
  /// The groups around a stop, outermost first.
  func groups(around stop: Outline.Stop) -> [Group.Name] {
    switch stop {
    case .question(let address): placed(address.question)?.groups ?? []
    case .repeats(let path): groupsAround(path.group)
    }
  }
}

extension FormDesk {
  /// Whether a repeat holds an answer that nobody changes here.
  func fixes(_ repeats: [Address.Repeat]) -> Bool { fixed.contains { $0.repeats.starts(with: repeats) } }
}
