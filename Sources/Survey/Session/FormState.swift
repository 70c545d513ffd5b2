internal import Expressions
internal import Synchronization

/// One state of a form: what was entered, and what is known to follow from it.
///
/// What was entered never changes; a new state of the form is a new object. What follows is worked out when it is
/// asked for, and remembered together with what was looked at for it. The next state takes over all of it but what
/// has looked at something that is different there.
///
/// What comes out the same in each blank repeat of a group is worked out once, in the repeat of the number 0, and is
/// remembered for a repeat itself only after something was entered in it (`BlankRepeats`).
///
/// A class, because all nodes of one state share what is remembered; the lock makes it safe to share.
final class FormState: Sendable {
  let questionnaire: Questionnaire
  let entries: [Address: Entry]
  let repeatCounts: [RepeatPath: Int]
  let frame: FormFrame
  /// The repeats in which something was entered at some time, and those around them.
  private let written: Shelves<WrittenRepeat, Bool>
  private let users: FactUsers
  private let memory: Mutex<Memory>
  /// Whether blank repeats share what is known of them.
  private let isShared: Bool

  /// A fact as it was worked out, and what was looked at for it.
  private struct Known {
    let content: Fact.Content
    let reads: [Fact]
  }

  private struct Memory {
    var known = Shelves<Fact, Known>()
    /// What was taken over and may be different now: nobody has looked yet.
    var pending: Set<Fact> = []
    /// What is different from the state before.
    var changed: Set<Fact> = []
    /// What was known in the state before, while it is taken over.
    var before = Shelves<Fact, Known>()
    /// What went wrong with the few facts whose expressions cannot be evaluated.
    var failures: [Fact: EvaluationError] = [:]
    var evaluations = 0
  }

  /// The state of a form in which nothing is known yet; blank repeats may each be worked out for themselves.
  init(
    of questionnaire: Questionnaire, entries: [Address: Entry], repeatCounts: [RepeatPath: Int],
    frame: FormFrame, sharingBlankRepeats: Bool
  ) {
    // To a transcriber, what is not entered is not known.
    isShared = sharingBlankRepeats && frame.mode == .respondent
    self.questionnaire = questionnaire
    self.entries = entries
    self.repeatCounts = repeatCounts
    self.frame = frame
    var written = Shelves<WrittenRepeat, Bool>()
    for address in entries.keys { written.add(address.repeats) }
    for path in repeatCounts.keys { written.add(path.repeats) }
    self.written = written
    users = FactUsers()
    memory = Mutex(Memory())
    settleDeepChains()
  }

  /// The state that comes after another one.
  ///
  /// - Parameters:
  ///   - earlier: The state before, of the same form.
  ///   - entries: What is entered now.
  ///   - repeatCounts: How often groups are repeated by hand now.
  ///   - changes: What of both is different; all of it.
  init(
    after earlier: FormState, entries: [Address: Entry], repeatCounts: [RepeatPath: Int], changes: Set<Fact>
  ) {
    questionnaire = earlier.questionnaire
    self.entries = entries
    self.repeatCounts = repeatCounts
    frame = earlier.frame
    users = earlier.users
    isShared = earlier.isShared
    var written = earlier.written
    for change in changes { written.add(change.place) }
    self.written = written
    let pending = users.following(changes)
    let (known, failures) = earlier.memory.withLock { ($0.known, $0.failures) }
    memory = Mutex(
      Memory(known: known, pending: pending, changed: changes, before: known, failures: failures))
    for fact in questionnaire.evaluationOrder.sorted(pending) { settle(fact) }
    memory.withLock { $0.before = Shelves() }
  }

  /// What is different from the state before.
  var changes: Set<Fact> { memory.withLock { $0.changed } }

  /// How many expressions were evaluated since the state before.
  var evaluations: Int { memory.withLock { $0.evaluations } }
}

extension FormState {
  /// The form as an expression sees it that is evaluated for nothing that is remembered.
  var tree: FormTree { FormTree(state: self, lookup: nil) }

  /// Gives what is known of a fact, or works it out.
  ///
  /// - Parameters:
  ///   - fact: What is asked for; nothing that people say.
  ///   - lookup: For which fact it is asked.
  /// - Returns: What is known of it now.
  func content(of fact: Fact, for lookup: Lookup?) -> Fact.Content {
    if let original = originalThere(of: fact, for: lookup) {
      lookup?.note(original)
      return content(of: original, for: lookup)
    }
    if let known = memory.withLock({ $0.pending.contains(fact) ? nil : $0.known[fact] }) {
      return known.content
    }
    if lookup?.isWithin(fact) == true { return fact.contentInCircle }
    settle(fact, for: lookup)
    return memory.withLock { $0.known[fact]?.content } ?? workOut(fact, for: lookup)
  }

  /// What went wrong while a fact was worked out; it is worked out where nobody has asked for it yet.
  ///
  /// - Parameter fact: What is asked for; nothing that people say.
  /// - Returns: The first error of its own expression, not of those that it leans on.
  func failure(of fact: Fact) -> EvaluationError? {
    _ = content(of: fact, for: nil)
    let known = originalThere(of: fact, for: nil) ?? fact
    return memory.withLock { $0.failures[known] }
  }

  /// Sees to it that what was taken over of a fact is right: works it out anew if something that was looked at
  /// for it is different, and takes it away if nobody leans on it.
  private func settle(_ fact: Fact, for outer: Lookup? = nil) {
    let (wasPending, taken) = memory.withLock { memory in
      memory.pending.remove(fact) == nil ? (false, nil) : (true, memory.known[fact])
    }
    guard wasPending else { return }
    guard let taken else { return settleWritten(fact, for: outer) }
    for read in taken.reads {
      settle(read, for: outer)
      guard memory.withLock({ $0.changed.contains(read) }) else { continue }
      memory.withLock { $0.known[fact] = nil }
      if fact.isLeantOn {
        let content = workOut(fact, for: outer)
        if content != taken.content { _ = memory.withLock { $0.changed.insert(fact) } }
      }
      return
    }
  }

  /// Works a fact out for its own repeat, which is not blank any more, and was a copy until now.
  private func settleWritten(_ fact: Fact, for outer: Lookup?) {
    guard isShared, !isBlank(fact.place),
      let original = questionnaire.blankRepeats.original(of: fact, in: questionnaire),
      let before = memory.withLock({ $0.before[original] })
    else { return }
    let content = workOut(fact, for: outer)
    if content != before.content { _ = memory.withLock { $0.changed.insert(fact) } }
  }

  /// What was looked at for a fact when it was worked out; nothing for what people say.
  func reads(of fact: Fact) -> [Fact] { memory.withLock { $0.known[fact]?.reads ?? [] } }

  private func workOut(_ fact: Fact, for outer: Lookup?) -> Fact.Content {
    let lookup = Lookup(of: fact, for: outer)
    let content = FormTree(state: self, lookup: lookup).content(of: fact)
    let (reads, failure) = (lookup.facts, lookup.failure)
    users.add(fact, of: reads)
    memory.withLock { memory in
      memory.known[fact] = Known(content: content, reads: reads)
      if failure != nil || !memory.failures.isEmpty { memory.failures[fact] = failure }
      if fact.hasExpression { memory.evaluations += 1 }
    }
    return content
  }

  // MARK: - Blank repeats

  /// Whether nothing was ever entered in a repeat, the last of these, or further in.
  private func isBlank(_ repeats: [Address.Repeat]) -> Bool { written[WrittenRepeat(place: repeats)] == nil }

  /// The fact of which this one is a copy; nothing for one that is worked out for itself.
  private func original(of fact: Fact) -> Fact? {
    guard isShared, let original = questionnaire.blankRepeats.original(of: fact, in: questionnaire) else {
      return nil
    }
    return isBlank(fact.place) ? original : nil
  }

  /// The same, where the repeats of the fact are there: elsewhere it is worked out for itself.
  private func originalThere(of fact: Fact, for lookup: Lookup?) -> Fact? {
    original(of: fact).flatMap { FormTree(state: self, lookup: lookup).exists(fact.place) ? $0 : nil }
  }

  /// The repeat of a group through which the way is the same as through this one, the last of these; nothing where it
  /// has a way of its own.
  func repeatWalkedAlike(_ repeats: [Address.Repeat]) -> [Address.Repeat]? {
    guard isShared, let last = repeats.last, last.number != 0,
      questionnaire.blankRepeats.areWalkedAlike(last.group), isBlank(repeats)
    else { return nil }
    return Array(repeats.dropLast()) + [Address.Repeat(group: last.group, number: 0)]
  }

  /// Works out long chains from their beginning on: from their end on they would need as much stack as they are
  /// long.
  private func settleDeepChains() {
    for place in questionnaire.evaluationOrder.deepQuestions {
      let placed = questionnaire.placed[place]
      for repeats in tree.repeats(of: placed.repeats, lookedAtFrom: []).repeats {
        let address = Address(placed.question.name, in: repeats)
        _ = tree.standing(of: address)
        _ = tree.workedOut(address)
      }
    }
  }
}

/// A repeat in which something was entered.
private struct WrittenRepeat: Shelved {
  let place: [Address.Repeat]
}

extension Shelves<WrittenRepeat, Bool> {
  /// Adds a repeat, and those around it.
  fileprivate mutating func add(_ repeats: [Address.Repeat]) {
    var repeats = repeats
    while !repeats.isEmpty {
      if self[WrittenRepeat(place: repeats)] != nil { return }
      self[WrittenRepeat(place: repeats)] = true
      repeats.removeLast()
    }
  }
}
