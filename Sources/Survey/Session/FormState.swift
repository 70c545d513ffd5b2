internal import Synchronization

/// One state of a form: what was entered, and what is known to follow from it.
///
/// What was entered never changes; a new state of the form is a new object. What follows is worked out when it is
/// asked for, and remembered together with what was looked at for it. The next state takes over all of it but what
/// has looked at something that is different there.
///
/// A class, because all nodes of one state share what is remembered; the lock makes it safe to share.
final class FormState: Sendable {
  let questionnaire: Questionnaire
  let entries: [Address: Entry]
  let repeatCounts: [RepeatPath: Int]
  let frame: FormFrame
  private let users: FactUsers
  private let memory: Mutex<Memory>

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
    var evaluations = 0
  }

  /// The state of a form in which nothing is known yet.
  init(
    of questionnaire: Questionnaire, entries: [Address: Entry], repeatCounts: [RepeatPath: Int],
    frame: FormFrame
  ) {
    self.questionnaire = questionnaire
    self.entries = entries
    self.repeatCounts = repeatCounts
    self.frame = frame
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
    let pending = users.following(changes)
    let known = earlier.memory.withLock { $0.known }
    memory = Mutex(Memory(known: known, pending: pending, changed: changes))
    for fact in questionnaire.evaluationOrder.sorted(pending) { settle(fact) }
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
    if let known = memory.withLock({ $0.pending.contains(fact) ? nil : $0.known[fact] }) {
      return known.content
    }
    if lookup?.isWithin(fact) == true { return fact.contentInCircle }
    settle(fact, for: lookup)
    return memory.withLock { $0.known[fact]?.content } ?? workOut(fact, for: lookup)
  }

  /// Sees to it that what was taken over of a fact is right: works it out anew if something that was looked at
  /// for it is different, and takes it away if nobody leans on it.
  private func settle(_ fact: Fact, for outer: Lookup? = nil) {
    let taken = memory.withLock { memory in memory.pending.remove(fact).flatMap { memory.known[$0] } }
    guard let taken else { return }
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

  private func workOut(_ fact: Fact, for outer: Lookup?) -> Fact.Content {
    let lookup = Lookup(of: fact, for: outer)
    let content = FormTree(state: self, lookup: lookup).content(of: fact)
    let reads = lookup.facts
    users.add(fact, of: reads)
    memory.withLock { memory in
      memory.known[fact] = Known(content: content, reads: reads)
      if fact.hasExpression { memory.evaluations += 1 }
    }
    return content
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
