internal import Synchronization

/// Numbers that several threads take, each once.
public final class Counter: Sendable {
  private let value = Atomic(0)

  /// Begins with 0.
  public init() {}

  /// The next number; nothing where it is not below a bound.
  public func next(below bound: Int) -> Int? {
    let number = value.wrappingAdd(1, ordering: .relaxed).oldValue
    return number < bound ? number : nil
  }
}
