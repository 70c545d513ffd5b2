internal import Expressions
internal import Synchronization

/// What is looked at while one fact is worked out, and what goes wrong then.
///
/// A class, because all nodes that an expression meets write to the same list; the lock makes it safe to share.
final class Lookup: Sendable {
  /// The fact that is worked out.
  let fact: Fact
  /// The fact for which this one is needed, if there is one.
  let outer: Lookup?
  private let seen = Mutex<(list: [Fact], set: Set<Fact>)>(([], []))
  private let failed = Mutex<EvaluationError?>(nil)

  init(of fact: Fact, for outer: Lookup?) {
    self.fact = fact
    self.outer = outer
  }

  /// Notes that a fact was looked at.
  func note(_ fact: Fact) {
    seen.withLock { seen in
      // Most facts look at a few others, some of them again and again.
      if seen.list.count <= 8 {
        if seen.list.contains(fact) { return }
      } else {
        if seen.set.isEmpty { seen.set = Set(seen.list) }
        if !seen.set.insert(fact).inserted { return }
      }
      seen.list.append(fact)
    }
  }

  /// Notes that an expression of the fact could not be evaluated; the first such error is kept.
  func note(_ error: EvaluationError) { failed.withLock { if $0 == nil { $0 = error } } }

  /// What went wrong first; nothing where all went well.
  var failure: EvaluationError? { failed.withLock { $0 } }

  /// What was looked at, each once, in the order of the first time.
  var facts: [Fact] { seen.withLock { $0.list } }

  /// Whether a fact is being worked out now, this one or one that it is needed for.
  func isWithin(_ fact: Fact) -> Bool {
    var next: Lookup? = self
    while let lookup = next {
      if lookup.fact == fact { return true }
      next = lookup.outer
    }
    return false
  }
}
