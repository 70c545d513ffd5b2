public import Synchronization

/// A part of a document by which something can be remembered.
public protocol Rememberable: Hashable, Sendable {
  /// About how many bytes it holds.
  var size: Int { get }
}

/// What was worked out for a part of one document, for the same part of the next: in a batch most cells are the same to
/// the letter.
///
/// A class, because all copies of what remembers share it; the lock makes it safe to share. So that no batch fills the
/// memory, nothing is remembered of what is large, and what was not asked for during so many new values is forgotten.
/// It can be inlined elsewhere, because a dictionary whose types are not known when it is compiled takes several times
/// as long.
public final class Remembered<Part: Rememberable, Value: Sendable>: Sendable {
  @usableFromInline static var mostValues: Int { 2048 }
  @usableFromInline static var largestPart: Int { 1 << 13 }

  @usableFromInline struct Known {
    @usableFromInline var recent: [Part: Value] = [:]
    /// What was recent before; what of it is asked for becomes recent again.
    @usableFromInline var before: [Part: Value] = [:]

    @inlinable init() {}

    @inlinable mutating func value(of part: Part) -> Value? {
      if let value = recent[part] { return value }
      guard let value = before[part] else { return nil }
      insert(value, for: part)
      return value
    }

    @inlinable mutating func insert(_ value: Value, for part: Part) {
      if recent.count >= Remembered.mostValues { (before, recent) = (recent, [:]) }
      recent[part] = value
    }
  }

  @usableFromInline let known = Mutex(Known())

  /// Starts with nothing.
  @inlinable public init() {}

  /// Gives what is remembered, or works it out.
  ///
  /// - Parameters:
  ///   - part: What the value follows from, and nothing else.
  ///   - work: Works it out.
  /// - Returns: The value.
  /// - Throws: What `work` throws; nothing is remembered then.
  @inlinable public func value<Failure>(of part: Part, _ work: () throws(Failure) -> Value) throws(Failure)
    -> Value
  {
    if part.size > Self.largestPart { return try work() }
    if let value = known.withLock({ $0.value(of: part) }) { return value }
    let value = try work()
    known.withLock { $0.insert(value, for: part) }
    return value
  }
}
