/// Reads JSON (RFC 8259) from one value to the next, and keeps nothing that nobody asked for.
///
/// No decoder of Foundation: numbers keep the spelling that they have in the file, and what is wrong has its line.
/// Nothing calls itself, so no depth of brackets fills the stack.
struct JSONReader {
  /// What a value is, as its first character says.
  enum Kind: String {
    case object, array, text, number, boolean, null
  }

  /// A value without values in it; a number or a boolean as it is spelled.
  enum Scalar: Hashable {
    case text(String)
    case number(String)
    case boolean(String)
    case null
  }

  /// Why the text is no JSON.
  struct Fault: Error, Hashable {
    let line: Int
    /// What stands there, as the message says it.
    let found: String
    /// What should stand there.
    let expected: String
  }

  private let bytes: [UInt8]
  private var next: Int
  /// The line of the character that is read next.
  private(set) var line = 1
  /// The objects and arrays around that character: whether something was read in each of them.
  private var open: [Bool] = []

  /// More values in each other than this are a mistake, or worse.
  private static let depthLimit = 1000

  /// Begins to read a text; a mark of byte order before it is skipped.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    next = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// What the next value is.
  mutating func kind() throws(Fault) -> Kind {
    skipSpace()
    switch byte {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .text
    case UInt8(ascii: "-"), (UInt8(ascii: "0")...UInt8(ascii: "9"))?: return .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
    case UInt8(ascii: "n"): return .null
    default: throw fault("a value")
    }
  }

  /// Goes into the object or the array that comes next.
  mutating func enter() throws(Fault) {
    if open.count == Self.depthLimit {
      throw Fault(line: line, found: "one value more in another", expected: "no more than \(open.count)")
    }
    open.append(false)
    next += 1
  }

  /// The name of the next member of the object that was entered; nothing at its end, which is left behind.
  mutating func nextMember() throws(Fault) -> String? {
    guard try hasNext(closing: UInt8(ascii: "}")) else { return nil }
    skipSpace()
    guard byte == UInt8(ascii: "\"") else { throw fault("a name in quotation marks") }
    let name = try text()
    skipSpace()
    try take(UInt8(ascii: ":"), "':'")
    return name
  }

  /// Whether the array that was entered has another value; its end is left behind.
  mutating func nextItem() throws(Fault) -> Bool { try hasNext(closing: UInt8(ascii: "]")) }

  /// Reads a value that has no others in it; nothing where it is an object or an array, which is left behind.
  mutating func scalar() throws(Fault) -> Scalar? {
    switch try kind() {
    case .object, .array:
      try skip()
      return nil
    case .text: return .text(try text())
    case .number: return .number(try number())
    case .boolean:
      let word = byte == UInt8(ascii: "t") ? "true" : "false"
      try take(word)
      return .boolean(word)
    case .null:
      try take("null")
      return .null
    }
  }

  /// Leaves the next value behind, whatever it is.
  mutating func skip() throws(Fault) {
    let depth = open.count
    // Which of them are objects: `open` has those around, too.
    var isObject: [Bool] = []
    repeat {
      if let innermost = isObject.last {
        let hasNext = innermost ? try nextMember() != nil : try nextItem()
        guard hasNext else {
          isObject.removeLast()
          continue
        }
      }
      switch try kind() {
      case .object:
        try enter()
        isObject.append(true)
      case .array:
        try enter()
        isObject.append(false)
      case .text, .number, .boolean, .null: _ = try scalar()
      }
    } while open.count > depth
  }

  /// Makes sure that nothing follows.
  mutating func end() throws(Fault) {
    skipSpace()
    if next < bytes.count { throw fault("the end of the file") }
  }

  // MARK: Characters

  private var byte: UInt8? { next < bytes.count ? bytes[next] : nil }

  private mutating func skipSpace() {
    while let byte, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      if byte == 0x0A { line += 1 }
      next += 1
    }
  }

  private mutating func hasNext(closing: UInt8) throws(Fault) -> Bool {
    skipSpace()
    let isFirst = open.last == false
    if byte == closing {
      next += 1
      open.removeLast()
      return false
    }
    if isFirst {
      open[open.count - 1] = true
    } else {
      try take(UInt8(ascii: ","), "',' or '\(Character(Unicode.Scalar(closing)))'")
    }
    return true
  }

  private mutating func take(_ wanted: UInt8, _ expected: String) throws(Fault) {
    guard byte == wanted else { throw fault(expected) }
    next += 1
  }

  private mutating func take(_ word: String) throws(Fault) {
    guard bytes[next...].starts(with: word.utf8) else { throw fault("'\(word)'") }
    next += word.utf8.count
  }

  private mutating func digits() throws(Fault) {
    guard let first = byte, (0x30...0x39).contains(first) else { throw fault("a digit") }
    while let byte, (0x30...0x39).contains(byte) { next += 1 }
  }

  private mutating func number() throws(Fault) -> String {
    let start = next
    if byte == UInt8(ascii: "-") { next += 1 }
    if byte == UInt8(ascii: "0") { next += 1 } else { try digits() }
    if byte == UInt8(ascii: ".") {
      next += 1
      try digits()
    }
    if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      next += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { next += 1 }
      try digits()
    }
    return String(decoding: bytes[start..<next], as: UTF8.self)
  }

  private mutating func text() throws(Fault) -> String {
    next += 1
    var content: [UInt8] = []
    while let byte, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw fault("'\"' at the end of a text") }
      if byte == UInt8(ascii: "\\") {
        content.append(contentsOf: String(try escaped()).utf8)
      } else {
        content.append(byte)
        next += 1
      }
    }
    try take(UInt8(ascii: "\""), "'\"' at the end of a text")
    guard let text = String(validating: content, as: UTF8.self) else {
      throw Fault(line: line, found: "text that is not UTF-8", expected: "UTF-8")
    }
    return text
  }

  /// The character that an escape stands for.
  private mutating func escaped() throws(Fault) -> Unicode.Scalar {
    next += 1
    let letter = byte
    next += 1
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let unit = try codeUnit()
      // A character beyond the first 65,536 is a pair of escapes.
      if UTF16.isLeadSurrogate(unit), bytes[next...].starts(with: "\\u".utf8) {
        next += 2
        let trail = try codeUnit()
        if UTF16.isTrailSurrogate(trail) {
          let value = 0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(trail & 0x3FF))
          if let scalar = Unicode.Scalar(value) { return scalar }
        }
      } else if unit > 0, let scalar = Unicode.Scalar(unit) {
        return scalar
      }
      throw Fault(line: line, found: "an escape that is no character", expected: "a character")
    default:
      throw Fault(line: line, found: "an unknown escape", expected: #"\" \\ \/ \b \f \n \r \t or \u"#)
    }
  }

  private mutating func codeUnit() throws(Fault) -> UInt16 {
    let digits = bytes[next...].prefix(4)
    guard digits.count == 4, let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16),
      // `UInt16` takes a sign too.
      digits.first != UInt8(ascii: "+")
    else { throw Fault(line: line, found: "'\\u' without a number", expected: "four digits of base 16") }
    next += 4
    return unit
  }

  private func fault(_ expected: String) -> Fault {
    guard next < bytes.count else {
      return Fault(line: line, found: "the end of the file", expected: expected)
    }
    let character = String(decoding: bytes[next...].prefix(4), as: UTF8.self).first ?? " "
    let isShown = character.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
    return Fault(line: line, found: isShown ? "'\(character)'" : "a control character", expected: expected)
  }
}
