internal import Synchronization

/// What was worked out once: everything that looks at one state of a form shares it.
///
/// A class, because nodes are small values that must all find the same memory; the lock makes it safe to share.
final class Memory<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let known = Mutex<[Key: Value]>([:])

  /// Gives what is remembered, or works it out.
  ///
  /// - Parameters:
  ///   - key: What is asked for.
  ///   - meanwhile: What a circle meets; the form's check has refused circles.
  ///   - work: Works it out; called without the lock, so it may ask for more.
  /// - Returns: What is remembered from now on.
  func recall(_ key: Key, meanwhile: Value, work: () -> Value) -> Value {
    let remembered: Value? = known.withLock { known in
      if let value = known[key] { return value }
      known[key] = meanwhile
      return nil
    }
    if let remembered { return remembered }
    let value = work()
    known.withLock { $0[key] = value }
    return value
  }
}
