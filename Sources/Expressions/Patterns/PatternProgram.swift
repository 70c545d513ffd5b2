/// A regular expression as steps of a machine that tries one way after the other.
struct PatternProgram: Sendable {
  enum Step: Sendable {
    /// Passes one code point of a set.
    case scalar(ScalarSet)
    case edge(PatternPart.Edge)
    /// Goes on at the first step; where that fails, at the second.
    case fork(Int, Int)
    case jump(Int)
    /// Looks ahead or behind with the steps that follow, up to `end`.
    case look(isNegated: Bool, behind: ClosedRange<Int>?, end: Int)
    /// Takes the first way through the steps that follow, up to `end`, and no other.
    case atomic(end: Int)
    /// Remembers where a group begins or ends.
    case mark(Int)
    case reference(Int, ScalarSet.Folding)
    /// The end of the program, or of what is looked at or taken as a whole.
    case done
  }

  private(set) var steps = [Step]()
  let groups: Int
  /// Whether what comes depends on what groups have matched.
  private(set) var hasReferences = false
  /// How many parts were laid out; those that need no step count too, so that laying out comes to an end.
  private var partCount = 0

  /// More steps than anybody writes, counts multiplied out.
  private static let limit = 50_000

  /// Lays out the parts of a pattern.
  init(_ pattern: PatternPart, groups: Int) throws(PatternFault) {
    self.groups = groups
    try add(pattern)
    try append(.done)
  }

  private mutating func append(_ step: Step) throws(PatternFault) {
    guard steps.count < Self.limit else { throw .tooLarge }
    steps.append(step)
  }

  private mutating func add(_ part: PatternPart) throws(PatternFault) {
    partCount += 1
    guard partCount < Self.limit else { throw .tooLarge }
    switch part {
    case .scalar(let set): try append(.scalar(set))
    case .edge(let edge): try append(.edge(edge))
    case .sequence(let parts): for part in parts { try add(part) }
    case .choice(let parts): try addChoice(parts)
    case .loop(let part, let times, .possessive): try addAtomic(.loop(part, times, .greedy))
    case .loop(let part, let times, let greed): try addLoop(part, times, isLazy: greed == .lazy)
    case .atomic(let part): try addAtomic(part)
    case .group(let number, let part):
      try append(.mark(2 * number - 2))
      try add(part)
      try append(.mark(2 * number - 1))
    case .look(let part, let isBehind, let isNegated):
      let start = steps.count
      try append(.done)
      try add(part)
      try append(.done)
      let length = part.length
      let behind = isBehind ? length.least...max(length.least, length.greatest ?? length.least) : nil
      steps[start] = .look(isNegated: isNegated, behind: behind, end: steps.count)
    case .reference(let number, let folding):
      hasReferences = true
      try append(.reference(number, folding))
    }
  }

  private mutating func addAtomic(_ part: PatternPart) throws(PatternFault) {
    let start = steps.count
    try append(.done)
    try add(part)
    try append(.done)
    steps[start] = .atomic(end: steps.count)
  }

  private mutating func addChoice(_ parts: [PatternPart]) throws(PatternFault) {
    var jumps = [Int]()
    for part in parts.dropLast() {
      let fork = steps.count
      try append(.done)
      try add(part)
      jumps.append(steps.count)
      try append(.done)
      steps[fork] = .fork(fork + 1, steps.count)
    }
    if let last = parts.last { try add(last) }
    for jump in jumps { steps[jump] = .jump(steps.count) }
  }

  private mutating func addLoop(_ part: PatternPart, _ times: ClosedRange<Int>, isLazy: Bool)
    throws(PatternFault)
  {
    for _ in 0..<times.lowerBound { try add(part) }
    if times.upperBound == .max {
      let fork = steps.count
      try append(.done)
      try add(part)
      try append(.jump(fork))
      steps[fork] = Self.fork(fork + 1, steps.count, isLazy)
      return
    }
    var forks = [Int]()
    for _ in times.lowerBound..<times.upperBound {
      forks.append(steps.count)
      try append(.done)
      try add(part)
    }
    for fork in forks { steps[fork] = Self.fork(fork + 1, steps.count, isLazy) }
  }

  private static func fork(_ inside: Int, _ behind: Int, _ isLazy: Bool) -> Step {
    isLazy ? .fork(behind, inside) : .fork(inside, behind)
  }
}
