extension PatternReader {
  /// Reads a class in brackets; its `[` is read.
  mutating func scalarClass() throws(PatternFault) -> ScalarSet {
    classDepth += 1
    defer { classDepth -= 1 }
    guard classDepth <= 100 else { throw .tooLarge }
    var isNegated = false
    // Only directly behind the bracket: in `[ ^a]` it is a letter, even where white space does not count.
    if index < letters.count, letters[index] == 0x5E {
      isNegated = true
      index += 1
    }
    let set = try classBody()
    index += 1
    return isNegated ? .complement(set) : set
  }

  /// Reads the inside of a class up to the bracket that ends it, which is not read.
  ///
  /// `&&` takes all that stands left of it, and what stands right of it up to the next `&` or the end. What is left
  /// of it and was written letter by letter is added to what other classes there made.
  private mutating func classBody() throws(PatternFault) -> ScalarSet {
    var set: ScalarSet?
    while let letter = peek() {
      switch letter {
      case "[":
        index += 1
        set = Self.union(set, try scalarClass())
      case "&" where startsIntersection:
        index += 1
        guard take("&") else { throw .unreadable }
        let right = try rightSide()
        if let right {
          set = set.map { .intersection($0, right) } ?? right
        } else if set == nil {
          throw .unreadable
        }
      case "]" where set != nil: return set ?? .union([])
      default: set = Self.union(set, try range())
      }
    }
    throw .unreadable
  }

  private var startsIntersection: Bool { index + 1 < letters.count && letters[index + 1] == 0x26 }

  private mutating func rightSide() throws(PatternFault) -> ScalarSet? {
    var right: ScalarSet?
    while let letter = peek(), letter != "]", letter != "&" {
      if letter == "[" {
        index += 1
        right = Self.union(right, try scalarClass())
      } else {
        right = Self.union(right, try classBody())
      }
    }
    guard index < letters.count else { throw .unreadable }
    return right
  }

  /// Reads one letter, a range of letters, or a class behind a backslash.
  private mutating func range() throws(PatternFault) -> ScalarSet {
    guard let letter = next() else { throw .unreadable }
    let first: UInt32
    if letter == "\\" {
      if let set = try escapedSet() { return set }
      first = try letterInClass()
    } else {
      first = letter.value
    }
    guard peek() == "-", index + 1 < letters.count else { return .one(first, flags.folding) }
    let end = letters[index + 1]
    if end == 0x5B || end == 0x5D { return .one(first, flags.folding) }
    index += 1
    guard let last = peek() else { throw .unreadable }
    index += 1
    var bound = last.value
    if last == "\\" {
      guard try escapedSet() == nil else { throw .unreadable }
      bound = try letterInClass()
    }
    guard bound >= first else { throw .unreadable }
    return .range(first...bound, flags.folding)
  }

  private mutating func letterInClass() throws(PatternFault) -> UInt32 {
    guard let letter = peek(), !("1"..."9").contains(letter) else { throw .unreadable }
    return try escapedLetter()
  }

  private static func union(_ one: ScalarSet?, _ other: ScalarSet) -> ScalarSet {
    switch one {
    case nil: other
    case .union(let sets)?: .union(sets + [other])
    case let one?: .union([one, other])
    }
  }
}
