/// Runs the steps of a regular expression over a text.
///
/// A step that has failed at a place of the text fails there again, so it is tried once only: the time is bounded by
/// the steps times the length. Where groups are referred back to, what they matched belongs to the place.
struct PatternMatcher {
  private let program: PatternProgram
  private let text: [UInt32]
  /// The beginnings and ends of groups; -1 where one is not known.
  private var marks: [Int]
  private var budget: Int

  private struct TooLong: Error {}

  private struct Place: Hashable {
    let step: Int
    let position: Int
    var marks: [Int] = []

    func with(_ marks: [Int]) -> Self { Self(step: step, position: position, marks: marks) }
  }

  /// Prepares to match a text.
  init(_ program: PatternProgram, _ text: String) {
    self.program = program
    self.text = text.unicodeScalars.map(\.value)
    marks = Array(repeating: -1, count: 2 * program.groups)
    budget = program.hasReferences ? 100_000 : 50_000_000
  }

  /// Whether the whole text matches; nothing where that takes too long to say.
  mutating func matches() -> Bool? {
    do throws(TooLong) {
      return try run(from: 0, to: program.steps.count, at: 0, endingAt: text.count) != nil
    } catch {
      return nil
    }
  }

  /// Where the first way through some steps ends, up to the first `done` on it.
  ///
  /// - Parameters:
  ///   - start: The first step.
  ///   - end: The step behind the last one.
  ///   - position: Where in the text.
  ///   - target: Where it must end; anywhere where it is nothing.
  /// - Returns: The end; nothing where there is no way.
  /// - Throws: The budget is spent.
  private mutating func run(
    from start: Int, to end: Int, at position: Int, endingAt target: Int?
  ) throws(TooLong) -> Int? {
    // A bit for each step at each position: more than 32 MiB of them are too many.
    guard program.hasReferences || (end - start) * (text.count + 1) < 1 << 28 else { throw TooLong() }
    var tried = Tried(steps: start..<end, positions: text.count + 1, isSparse: program.hasReferences)
    var open = [Place(step: start, position: position, marks: program.hasReferences ? marks : [])]
    while var place = open.popLast() {
      if program.hasReferences { marks = place.marks }
      way: while tried.insert(program.hasReferences ? place.with(marks) : place) {
        budget -= 1
        guard budget > 0 else { throw TooLong() }
        var step = place.step + 1
        var position = place.position
        switch program.steps[place.step] {
        case .scalar(let set):
          guard position < text.count, set.contains(text[position]) else { break way }
          position += 1
        case .edge(let edge): guard isAt(edge, position) else { break way }
        case .fork(let first, let second):
          open.append(Place(step: second, position: position, marks: program.hasReferences ? marks : []))
          step = first
        case .jump(let target): step = target
        case .mark(let index): marks[index] = position
        case .look(let isNegated, let behind, let end):
          let before = marks
          let found = try sees(from: step, to: end, behind, at: position)
          if isNegated { marks = before }
          guard found != isNegated else { break way }
          step = end
        case .atomic(let end):
          guard let next = try run(from: step, to: end, at: position, endingAt: nil) else { break way }
          position = next
          step = end
        case .reference(let number, let folding):
          guard let length = repeated(number, at: position, folding) else { break way }
          position += length
        case .done:
          if target == nil || target == position { return position }
          break way
        }
        place = Place(step: step, position: position)
      }
    }
    return nil
  }

  private mutating func sees(
    from start: Int, to end: Int, _ behind: ClosedRange<Int>?, at position: Int
  ) throws(TooLong) -> Bool {
    guard let behind else { return try run(from: start, to: end, at: position, endingAt: nil) != nil }
    var distance = behind.lowerBound
    while distance <= min(behind.upperBound, position) {
      if try run(from: start, to: end, at: position - distance, endingAt: position) != nil { return true }
      distance += 1
    }
    return false
  }

  /// How long the text of a group is, where it stands here again.
  private func repeated(_ number: Int, at position: Int, _ folding: ScalarSet.Folding) -> Int? {
    guard 2 * number <= marks.count else { return nil }
    let (start, end) = (marks[2 * number - 2], marks[2 * number - 1])
    guard start >= 0, end >= start, position + end - start <= text.count else { return nil }
    let isSame = zip(text[start..<end], text[position...]).allSatisfy { ScalarSet.areEqual($0, $1, folding) }
    return isSame ? end - start : nil
  }

  // MARK: Places between code points

  private func isAt(_ edge: PatternPart.Edge, _ position: Int) -> Bool {
    switch edge {
    case .start: position == 0
    case .end: position == text.count
    case .lastLineEnd(let unixLines):
      position == text.count
        || (lineEnd(at: position, unixLines).map { position + $0 == text.count } ?? false)
    case .lineStart(let unixLines):
      position == 0
        || (position < text.count && isLineEnd(text[position - 1], unixLines) && !isInsidePair(position))
    case .lineEnd(let unixLines): position == text.count || lineEnd(at: position, unixLines) != nil
    case .word: isWordEdge(position)
    case .noWord: !isWordEdge(position)
    }
  }

  /// How long the end of a line is that stands here.
  private func lineEnd(at position: Int, _ unixLines: Bool) -> Int? {
    guard position < text.count, isLineEnd(text[position], unixLines), !isInsidePair(position) || unixLines
    else {
      return nil
    }
    return !unixLines && isInsidePair(position + 1) ? 2 : 1
  }

  private func isLineEnd(_ scalar: UInt32, _ unixLines: Bool) -> Bool {
    unixLines ? scalar == 0x0A : ScalarSet.lineEnds.contains(scalar)
  }

  /// Whether a position is between a carriage return and its line feed.
  private func isInsidePair(_ position: Int) -> Bool {
    position > 0 && position < text.count && text[position - 1] == 0x0D && text[position] == 0x0A
  }

  private func isWordEdge(_ position: Int) -> Bool {
    let before = position > 0 && isWord(position - 1)
    let behind = position < text.count && isWord(position)
    return before != behind
  }

  /// Whether a letter belongs to a word: letters and digits of any script, and marks on a letter.
  private func isWord(_ position: Int) -> Bool {
    guard let scalar = Unicode.Scalar(text[position]) else { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber:
      return true
    case .nonspacingMark: return position > 0 && isWord(position - 1)
    default: return scalar == "_"
    }
  }

  // MARK: What was tried

  /// Places that were tried: a bit for each, or a set where groups belong to them.
  private struct Tried {
    private let steps: Range<Int>
    private let positions: Int
    private var bits: [UInt64] = []
    private var places: Set<Place> = []

    init(steps: Range<Int>, positions: Int, isSparse: Bool) {
      self.steps = steps
      self.positions = positions
      let count = steps.count * positions
      if !isSparse { bits = Array(repeating: 0, count: count / 64 + 1) }
    }

    /// Whether a place is new.
    mutating func insert(_ place: Place) -> Bool {
      guard !bits.isEmpty else { return places.insert(place).inserted }
      let bit = (place.step - steps.lowerBound) * positions + place.position
      guard bits[bit / 64] & (1 << (bit % 64)) == 0 else { return false }
      bits[bit / 64] |= 1 << (bit % 64)
      return true
    }
  }
}
