internal import Glibc

/// Runs one piece of work on several threads.
public struct Threads {
  private var threads: [pthread_t] = []

  /// Starts them; where the system allows fewer, the others do the work.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - body: What each runs.
  public init(_ count: Int, _ body: @escaping @Sendable () -> Void) {
    for _ in 0..<count {
      var thread = pthread_t()
      let context = Unmanaged.passRetained(Work(body))
      let error = pthread_create(
        &thread, nil,
        { context in
          guard let context else { return nil }
          Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
          return nil
        }, context.toOpaque())
      if error == 0 { threads.append(thread) } else { context.release() }
    }
  }

  /// How many run.
  public var count: Int { threads.count }

  /// Waits for all of them.
  public func join() {
    for thread in threads { pthread_join(thread, nil) }
  }

  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
