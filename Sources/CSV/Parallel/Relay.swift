internal import Glibc

/// Keeps the threads of one reading in step: they take blocks in order, hand on what the next block must know of
/// those before it, and deliver what they made, which is taken in the order of the file.
///
/// - Note: `@unchecked Sendable`, since everything that changes is touched under the lock alone.
final class Relay<Piece: Sendable>: @unchecked Sendable {
  private var mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private var changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  private let blockCount: Int
  /// So many blocks may be under way at once, which bounds the memory.
  private let mostAhead: Int
  private var nextBlock = 0
  /// Blocks behind this one are not wanted any more.
  private var last: Int
  private var quotes = Turn(value: false)
  private var places: Turn<CSVPlace>
  private var delivered: [Int: Result<Piece, CSVError>] = [:]
  private var taken = 0

  /// A value that goes from block to block.
  private struct Turn<Value> {
    /// The block that is to hand it on next.
    var block = 0
    var value: Value
  }

  init(blockCount: Int, mostAhead: Int, from place: CSVPlace) {
    self.blockCount = blockCount
    self.mostAhead = mostAhead
    last = blockCount - 1
    places = Turn(value: place)
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(mutex)
    changed.deallocate()
    mutex.deallocate()
  }

  // MARK: - For the threads

  /// The next block to work on; nothing where none is left, or wanted.
  func take() -> Int? {
    locked {
      while nextBlock <= last, nextBlock >= taken + mostAhead { wait() }
      guard nextBlock <= last else { return nil }
      nextBlock += 1
      return nextBlock - 1
    }
  }

  /// Hands on whether a quoted cell is open.
  ///
  /// - Parameters:
  ///   - block: The block.
  ///   - isOdd: Whether it has an odd number of quotation marks.
  /// - Returns: Whether one is open where it begins; nothing where the block is not wanted any more.
  func isQuoted(before block: Int, isOdd: Bool) -> Bool? {
    locked {
      while quotes.block < block, block <= last { wait() }
      guard block <= last else { return nil }
      let before = quotes.value
      quotes = Turn(block: block + 1, value: before != isOdd)
      pthread_cond_broadcast(changed)
      return before
    }
  }

  /// Hands on how far the file is counted.
  ///
  /// - Parameters:
  ///   - block: The block.
  ///   - after: The place behind its records, from the one before them.
  /// - Returns: The place before its records; nothing where the block is not wanted any more.
  func place(before block: Int, after: (CSVPlace) -> CSVPlace) -> CSVPlace? {
    locked {
      while places.block < block, block <= last { wait() }
      guard block <= last else { return nil }
      let before = places.value
      places = Turn(block: block + 1, value: after(before))
      pthread_cond_broadcast(changed)
      return before
    }
  }

  /// Delivers what came of a block; behind an error, or where `isLast`, no block is wanted any more.
  func deliver(_ result: Result<Piece, CSVError>, of block: Int, isLast: Bool = false) {
    locked {
      delivered[block] = result
      var ends = isLast
      if case .failure = result { ends = true }
      if ends { last = min(last, block) }
      pthread_cond_broadcast(changed)
    }
  }

  /// Lets the threads go: nothing more is wanted.
  func stop() {
    locked {
      last = -1
      pthread_cond_broadcast(changed)
    }
  }

  // MARK: - For whoever puts the pieces together

  /// What came of the next block; nothing behind the last.
  func next() -> Result<Piece, CSVError>? {
    locked {
      while taken <= last, delivered[taken] == nil { wait() }
      guard taken <= last, let result = delivered.removeValue(forKey: taken) else { return nil }
      taken += 1
      pthread_cond_broadcast(changed)
      return result
    }
  }

  /// The place behind all blocks; nothing where not all of them were read as blocks.
  var end: CSVPlace? {
    locked { last == blockCount - 1 && places.block == blockCount ? places.value : nil }
  }

  private func wait() { pthread_cond_wait(changed, mutex) }

  private func locked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return body()
  }
}
