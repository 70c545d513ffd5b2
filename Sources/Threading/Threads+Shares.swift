extension Threads {
  /// Does a piece of work in shares, on this thread and on others.
  ///
  /// - Parameters:
  ///   - count: How many shares there are.
  ///   - threads: How many threads do them; where the system allows fewer, these do more.
  ///   - body: What is done for a share, from 0.
  /// - Returns: What came of the shares, in their order.
  public static func shares<Outcome: Sendable>(
    _ count: Int, threads: Int, _ body: @escaping @Sendable (_ share: Int) -> Outcome
  ) -> [Outcome] {
    let outcomes = Outcomes<Outcome>(count)
    let next = Counter()
    let work: @Sendable () -> Void = {
      while let share = next.next(below: count) { outcomes.put(body(share), share) }
    }
    let others = Threads(max(0, min(threads, count) - 1), work)
    work()
    others.join()
    return outcomes.all
  }
}

/// What came of shares that several threads did.
///
/// - Note: `@unchecked Sendable`, since each place is written by the one thread that took its number, and all are read
///   when those threads have been waited for.
private final class Outcomes<Outcome: Sendable>: @unchecked Sendable {
  private let places: UnsafeMutableBufferPointer<Outcome?>

  init(_ count: Int) {
    places = .allocate(capacity: count)
    places.initialize(repeating: nil)
  }

  deinit {
    places.deinitialize()
    places.deallocate()
  }

  func put(_ outcome: Outcome, _ share: Int) { places[share] = outcome }

  var all: [Outcome] { places.compactMap(\.self) }
}
