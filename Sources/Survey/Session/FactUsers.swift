internal import Synchronization

/// Which facts have looked at which: the graph by which a change finds what may follow from it.
///
/// It is learnt while facts are worked out, and only grows: a session and its copies share one. An edge too many
/// costs a look and no evaluation, because each state knows what its own facts have looked at.
///
/// A class, because all states of a form share it; the lock makes it safe to share.
final class FactUsers: Sendable {
  private let users = Mutex<[Fact: Set<Fact>]>([:])

  /// Remembers that a fact looked at others.
  func add(_ user: Fact, of facts: [Fact]) {
    users.withLock { users in for fact in facts { users[fact, default: []].insert(user) } }
  }

  /// All that has looked at one of some facts, at one that looked at it, and so on.
  ///
  /// What was looked at in the repeat of the number 0 was looked at in each repeat for which that one stands.
  func following(_ facts: some Sequence<Fact>) -> Set<Fact> {
    users.withLock { users in
      var found: Set<Fact> = []
      var next = Array(facts)
      while let fact = next.popLast() {
        for user in users[fact] ?? [] where found.insert(user).inserted { next.append(user) }
        guard let number = fact.place.last?.number, number != 0, let blank = fact.inRepeat(0) else {
          continue
        }
        for user in users[blank] ?? [] where user.place == blank.place {
          if let own = user.inRepeat(number), found.insert(own).inserted { next.append(own) }
        }
      }
      return found
    }
  }
}
