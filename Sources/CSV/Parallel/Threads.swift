internal import Glibc
internal import Synchronization

/// Runs one piece of work on several threads.
struct Threads {
  private var threads: [pthread_t] = []

  /// Starts them; where the system allows fewer, the others do the work.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - body: What each runs.
  init(_ count: Int, _ body: @escaping @Sendable () -> Void) {
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
  var count: Int { threads.count }

  /// Waits for all of them.
  func join() {
    for thread in threads { pthread_join(thread, nil) }
  }

  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}

/// Numbers that several threads take, each once.
final class Counter: Sendable {
  private let value = Atomic(0)

  /// The next number; nothing where it is not below a bound.
  func next(below bound: Int) -> Int? {
    let number = value.wrappingAdd(1, ordering: .relaxed).oldValue
    return number < bound ? number : nil
  }
}

/// Something that any of several threads may say once for all.
final class Flag: Sendable {
  private let value = Atomic(false)

  var isSet: Bool { value.load(ordering: .acquiring) }

  func set() { value.store(true, ordering: .releasing) }
}
