/// Reads a regular expression of Java 17.
struct PatternReader {
  var letters: [UInt32]
  var index = 0
  var flags = Flags()
  /// How many groups have begun.
  private(set) var groupCount = 0
  private(set) var groupNumbers: [String: Int] = [:]
  private var depth = 0
  var classDepth = 0

  /// Flags that hold from here to the end of the group.
  struct Flags {
    var ignoresCase = false
    var multiline = false
    var dotAll = false
    var unicodeCase = false
    var comments = false
    var unixLines = false

    var folding: ScalarSet.Folding { ignoresCase ? (unicodeCase ? .unicode : .ascii) : .none }
  }

  /// Starts to read a text.
  init(_ text: String) throws(PatternFault) { letters = Self.withoutQuotes(text.unicodeScalars.map(\.value)) }

  /// Reads the whole text.
  mutating func pattern() throws(PatternFault) -> PatternPart {
    let part = try choice()
    guard index == letters.count else { throw .unreadable }
    return part
  }

  // MARK: Sequences

  mutating func choice() throws(PatternFault) -> PatternPart {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 100 else { throw .tooLarge }
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(PatternFault) -> PatternPart {
    var parts = [PatternPart]()
    while let letter = peek() {
      let part: PatternPart
      switch letter {
      case "|", ")": return .sequence(parts)
      case "*", "+", "?": throw .unreadable
      case "(":
        guard let group = try group() else { continue }
        part = group
      case "[":
        index += 1
        part = .scalar(try scalarClass())
      case "\\": part = try escaped()
      case ".":
        index += 1
        part = .scalar(flags.dotAll ? .all : .complement(flags.unixLines ? .one(0x0A) : .lineEnds))
      case "^":
        index += 1
        part = .edge(flags.multiline ? .lineStart(unixLines: flags.unixLines) : .start)
      case "$":
        index += 1
        part = .edge(
          flags.multiline ? .lineEnd(unixLines: flags.unixLines) : .lastLineEnd(unixLines: flags.unixLines))
      // A count with nothing before it counts nothing, as in Java.
      case "{": part = .empty
      default:
        part = .scalar(.one(letter.value, flags.folding))
        index += 1
      }
      parts.append(try counted(part))
    }
    return .sequence(parts)
  }

  /// Reads how often a part comes.
  private mutating func counted(_ part: PatternPart) throws(PatternFault) -> PatternPart {
    guard let times = try times() else { return part }
    let greed: PatternPart.Greed = take("?") ? .lazy : take("+") ? .possessive : .greedy
    return .loop(part, times, greed)
  }

  private mutating func times() throws(PatternFault) -> ClosedRange<Int>? {
    if take("?") { return 0...1 }
    if take("*") { return 0...Int.max }
    if take("+") { return 1...Int.max }
    guard peek() == "{" else { return nil }
    index += 1
    guard let least = try number() else { throw .unreadable }
    var greatest = least
    if take(",") {
      greatest = .max
      if peek() != "}" {
        guard let number = try number() else { throw .unreadable }
        greatest = number
      }
    }
    guard take("}"), least <= greatest else { throw .unreadable }
    return least...greatest
  }

  private mutating func number() throws(PatternFault) -> Int? {
    var number: Int?
    while let letter = peek(), ("0"..."9").contains(letter) {
      number = (number ?? 0) * 10 + Int(letter.value - 0x30)
      guard number ?? 0 <= Int32.max else { throw .unreadable }
      index += 1
    }
    return number
  }

  // MARK: Groups

  /// Reads a group with its count; nothing where it only sets flags.
  private mutating func group() throws(PatternFault) -> PatternPart? {
    index += 1
    let outer = flags
    guard letters.indices.contains(index), letters[index] == 0x3F else {
      groupCount += 1
      return .group(groupCount, try rest(of: outer))
    }
    index += 1
    switch next() {
    case ":": return try rest(of: outer)
    case "=": return .look(try rest(of: outer), isBehind: false, isNegated: false)
    case "!": return .look(try rest(of: outer), isBehind: false, isNegated: true)
    case ">": return .atomic(try rest(of: outer))
    case "<": return try namedOrBehind(outer)
    default:
      index -= 1
      try readFlags()
      switch next() {
      case ")": return nil
      case ":": return try rest(of: outer)
      default: throw .unreadable
      }
    }
  }

  private mutating func namedOrBehind(_ outer: Flags) throws(PatternFault) -> PatternPart {
    let isNegated: Bool
    switch next() {
    case "=": isNegated = false
    case "!": isNegated = true
    default:
      index -= 1
      let name = try groupName(endingWith: ">")
      groupCount += 1
      guard groupNumbers.updateValue(groupCount, forKey: name) == nil else { throw .unreadable }
      return .group(groupCount, try rest(of: outer))
    }
    let part = try rest(of: outer)
    guard part.length.greatest != nil else { throw .unreadable }
    return .look(part, isBehind: true, isNegated: isNegated)
  }

  /// The inside of a group and its end; the flags in front of it hold again behind it.
  private mutating func rest(of outer: Flags) throws(PatternFault) -> PatternPart {
    let part = try choice()
    guard take(")") else { throw .unreadable }
    flags = outer
    return part
  }

  private mutating func readFlags() throws(PatternFault) {
    var sets = true
    while let letter = next() {
      switch letter {
      case "i": flags.ignoresCase = sets
      case "m": flags.multiline = sets
      case "s": flags.dotAll = sets
      case "u": flags.unicodeCase = sets
      case "x": flags.comments = sets
      case "d": flags.unixLines = sets
      case "-" where sets: sets = false
      default:
        index -= 1
        return
      }
    }
    throw .unreadable
  }

  mutating func groupName(endingWith end: Unicode.Scalar) throws(PatternFault) -> String {
    var name = ""
    while let letter = next(), letter != end {
      let isLetter = letter.isASCII && letter.properties.isAlphabetic
      guard isLetter || (!name.isEmpty && ("0"..."9").contains(letter)) else { throw .unreadable }
      name.unicodeScalars.append(letter)
    }
    guard !name.isEmpty, index > 0, letters[index - 1] == end.value else { throw .unreadable }
    return name
  }

  // MARK: Letters

  /// The letter here, behind white space and comments where a flag says that these do not count.
  mutating func peek() -> Unicode.Scalar? {
    while flags.comments, index < letters.count {
      if ScalarSet.spaces.contains(letters[index]) {
        index += 1
      } else if letters[index] == 0x23 {
        while index < letters.count, !ScalarSet.lineEnds.contains(letters[index]) { index += 1 }
      } else {
        break
      }
    }
    return index < letters.count ? Unicode.Scalar(letters[index]) : nil
  }

  /// Goes past a letter, whatever it is.
  mutating func next() -> Unicode.Scalar? {
    guard index < letters.count else { return nil }
    index += 1
    return Unicode.Scalar(letters[index - 1])
  }

  mutating func take(_ letter: Unicode.Scalar) -> Bool {
    guard peek() == letter else { return false }
    index += 1
    return true
  }

  /// The pattern with what stands between `\Q` and `\E` written letter by letter.
  private static func withoutQuotes(_ letters: [UInt32]) -> [UInt32] {
    var result = [UInt32]()
    var isQuoted = false
    var index = 0
    while index < letters.count {
      let pair = letters[index] == 0x5C && index + 1 < letters.count ? letters[index + 1] : nil
      if !isQuoted, pair == 0x51 {
        isQuoted = true
        index += 2
      } else if isQuoted, pair == 0x45 {
        isQuoted = false
        index += 2
      } else if isQuoted {
        let isSign =
          letters[index] < 0x80 && !ScalarSet.wordLetters.contains(letters[index]) || letters[index] == 0x5F
        result += isSign ? [0x5C, letters[index]] : [letters[index]]
        index += 1
      } else if let pair {
        result += [letters[index], pair]
        index += 2
      } else {
        result.append(letters[index])
        index += 1
      }
    }
    return result
  }
}
