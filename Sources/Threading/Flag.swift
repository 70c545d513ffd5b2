internal import Synchronization

/// Something that any of several threads may say once for all.
public final class Flag: Sendable {
  private let value = Atomic(false)

  /// Not said yet.
  public init() {}

  /// Whether it was said.
  public var isSet: Bool { value.load(ordering: .acquiring) }

  /// Says it.
  public func set() { value.store(true, ordering: .releasing) }
}
