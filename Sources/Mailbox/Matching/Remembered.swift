internal import Synchronization

/// What was worked out for a part of one document, for the same part of the next: in a batch most cells are the same to
/// the letter.
///
/// A class, because all copies of a key share it; the lock makes it safe to share. It takes no more than so many values,
/// so that no batch fills the memory.
final class Remembered<Part: Hashable & Sendable, Value: Sendable>: Sendable {
  private static var mostValues: Int { 8192 }
  private let known = Mutex<[Part: Value]>([:])

  /// Gives what is remembered, or works it out.
  ///
  /// - Parameters:
  ///   - part: What the value follows from, and nothing else.
  ///   - work: Works it out.
  /// - Returns: The value.
  func value(of part: Part, _ work: () -> Value) -> Value {
    if let value = known.withLock({ $0[part] }) { return value }
    let value = work()
    known.withLock { known in
      if known.count < Self.mostValues { known[part] = value }
    }
    return value
  }
}
