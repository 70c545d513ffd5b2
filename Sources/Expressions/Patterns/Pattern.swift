/// A regular expression in the way of `regex()`: it must match the whole text.
///
/// The dialect is that of `java.util.regex.Pattern` in Java 17, which JavaRosa uses, on code points: quantifiers of all
/// three kinds, classes with `&&` and classes in classes, looking ahead and behind, references back, flags, `\Q…\E`.
/// What Java refuses is refused. Not supported, and refused too: `\X`, `\N{…}`, `\b{g}`, `(?U)`, blocks such as
/// `\p{InGreek}`, and scripts that ``ScalarSet/scripts`` does not have.
///
/// The engine is our own because it must end: it looks at each place of the text at most once for each part of the
/// pattern, so `(a+)+b` takes no longer than `a+b`. References back are the exception; they have a budget of steps.
struct Pattern: Sendable {
  private let program: PatternProgram

  /// Reads a regular expression, or gives nothing where the text is none.
  init?(_ text: String) {
    do throws(PatternFault) {
      var reader = try PatternReader(text)
      program = try PatternProgram(try reader.pattern(), groups: reader.groupCount)
    } catch {
      return nil
    }
  }

  /// Whether the whole text matches; nothing where that takes too long to say.
  func matches(_ text: String) -> Bool? {
    var matcher = PatternMatcher(program, text)
    return matcher.matches()
  }
}

/// Why a text is no pattern; who wrote it is told that it cannot be read.
enum PatternFault: Error { case unreadable, tooLarge }

/// A part of a regular expression.
indirect enum PatternPart: Sendable {
  case sequence([PatternPart])
  case choice([PatternPart])
  /// One code point.
  case scalar(ScalarSet)
  case loop(PatternPart, ClosedRange<Int>, Greed)
  /// A group that can be referred back to, by its number from 1.
  case group(Int, PatternPart)
  case atomic(PatternPart)
  case look(PatternPart, isBehind: Bool, isNegated: Bool)
  case edge(Edge)
  /// What a group matched, in capitals or not.
  case reference(Int, ScalarSet.Folding)

  static let empty = PatternPart.sequence([])

  /// How much a loop takes first.
  enum Greed: Sendable { case greedy, lazy, possessive }

  /// A place between code points.
  enum Edge: Sendable {
    case start, end
    /// The end, or what is left is one end of a line.
    case lastLineEnd(unixLines: Bool)
    case lineStart(unixLines: Bool), lineEnd(unixLines: Bool)
    case word, noWord
  }

  /// The least and the greatest number of code points that this can match; no greatest where there is no bound.
  var length: (least: Int, greatest: Int?) {
    switch self {
    case .scalar: (1, 1)
    case .edge, .look: (0, 0)
    case .reference: (0, nil)
    case .group(_, let part), .atomic(let part): part.length
    case .sequence(let parts):
      parts.reduce((0, 0)) { sum, part in
        (sum.0 + part.length.least, Self.sum(sum.1, part.length.greatest))
      }
    case .choice(let parts):
      parts.dropFirst().reduce(parts.first?.length ?? (0, 0)) { found, part in
        let next = part.length
        let greatest = found.greatest.flatMap { one in next.greatest.map { max(one, $0) } }
        return (min(found.least, next.least), greatest)
      }
    case .loop(let part, let times, _):
      (
        part.length.least.multipliedReportingOverflow(by: times.lowerBound).partialValue,
        times.upperBound == .max ? nil : part.length.greatest.flatMap { Self.product($0, times.upperBound) }
      )
    }
  }

  private static func sum(_ one: Int?, _ other: Int?) -> Int? {
    guard let one, let other else { return nil }
    let (sum, overflow) = one.addingReportingOverflow(other)
    return overflow ? nil : sum
  }

  private static func product(_ one: Int, _ other: Int) -> Int? {
    let (product, overflow) = one.multipliedReportingOverflow(by: other)
    return overflow ? nil : product
  }
}
