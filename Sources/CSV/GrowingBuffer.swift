/// Memory that grows as needed, is emptied without being given back, and is freed with its owner.
///
/// It serves where an `Array` would cost a check of uniqueness for each cell, or could not be written to
/// by C in place.
struct GrowingBuffer<Element: BitwiseCopyable>: ~Copyable {
  private(set) var start: UnsafeMutablePointer<Element>
  private(set) var capacity: Int
  private(set) var count = 0

  init(capacity: Int) {
    self.capacity = max(capacity, 1)
    start = .allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  /// What lies behind the last element: memory for at least `additional` elements, after `reserve`.
  var end: UnsafeMutablePointer<Element> { start + count }

  /// Makes room for more elements, at least doubling when it has to move them.
  mutating func reserve(_ additional: Int) {
    if capacity - count < additional { grow(additional) }
  }

  /// Counts elements that were written behind the last one, within what was reserved.
  mutating func advance(by written: Int) {
    precondition(written >= 0 && written <= capacity - count, "More was written than was reserved")
    count += written
  }

  mutating func append(_ element: Element) {
    reserve(1)
    (start + count).initialize(to: element)
    count += 1
  }

  mutating func append(_ elements: UnsafePointer<Element>, count added: Int) {
    reserve(added)
    (start + count).initialize(from: elements, count: added)
    count += added
  }

  mutating func removeAll() { count = 0 }

  mutating func removeLast(_ dropped: Int) {
    precondition(dropped >= 0 && dropped <= count, "There are not so many elements")
    count -= dropped
  }

  /// Drops the first elements and moves the others to the front.
  mutating func removeFirst(_ dropped: Int) {
    precondition(dropped >= 0 && dropped <= count, "There are not so many elements")
    count -= dropped
    if dropped > 0 { start.update(from: start + dropped, count: count) }
  }

  // Apart, so that the callers' usual path stays small enough to be inlined.
  @inline(never)
  private mutating func grow(_ additional: Int) {
    let larger = max(capacity * 2, count + additional)
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    moved.initialize(from: start, count: count)
    start.deallocate()
    start = moved
    capacity = larger
  }
}
