/// Cuts the text of an expression into tokens.
struct Lexer {
  private let bytes: [UInt8]
  private let source: String
  private var offset = 0
  private var tokens = [Token]()

  /// Reads a text to its end.
  ///
  /// - Parameter source: The text of an expression.
  /// - Returns: Its tokens; the last one is the end.
  /// - Throws: A character that starts no token.
  static func tokens(of source: String) throws(ExpressionError) -> [Token] {
    var lexer = Lexer(source)
    while try lexer.readToken() {}
    return lexer.tokens
  }

  private init(_ source: String) {
    self.source = source
    self.bytes = Array(source.utf8)
    self.tokens.reserveCapacity(bytes.count / 3 + 2)
  }

  /// Reads one token; false once the end is read.
  private mutating func readToken() throws(ExpressionError) -> Bool {
    while offset < bytes.count, Self.isSpace(bytes[offset]) { offset += 1 }
    guard offset < bytes.count else {
      append(.end, length: 0)
      return false
    }
    switch bytes[offset] {
    case UInt8(ascii: "("): append(.opening)
    case UInt8(ascii: ")"): append(.closing)
    case UInt8(ascii: "["): append(.openingBracket)
    case UInt8(ascii: "]"): append(.closingBracket)
    case UInt8(ascii: ","): append(.comma)
    case UInt8(ascii: "+"): append(.sign(.plus))
    case UInt8(ascii: "-"): append(.sign(.minus))
    case UInt8(ascii: "*"): append(behindValue ? .sign(.times) : .star)
    case UInt8(ascii: "$"): try readReference()
    case UInt8(ascii: "'"), UInt8(ascii: "\""): try readText()
    case UInt8(ascii: "/"):
      if next == UInt8(ascii: "/") {
        throw error(.notSupported("'//'", instead: "write the whole path, or ${name}"))
      }
      append(.slash)
    case UInt8(ascii: "."):
      if let next, isDigit(next) {
        try readNumber()
      } else if next == UInt8(ascii: ".") {
        append(.doubleDot, length: 2)
      } else {
        append(.dot)
      }
    case let byte where isDigit(byte): try readNumber()
    case let byte where Self.startsName(byte): try readName()
    default: try readComparison()
    }
    return true
  }

  private mutating func readComparison() throws(ExpressionError) {
    switch (bytes[offset], next) {
    case (UInt8(ascii: "="), UInt8(ascii: "=")): throw error(.foreign("==", instead: "="))
    case (UInt8(ascii: "="), UInt8(ascii: "<")): throw error(.foreign("=<", instead: "<="))
    case (UInt8(ascii: "="), UInt8(ascii: ">")): throw error(.foreign("=>", instead: ">="))
    case (UInt8(ascii: "="), _): append(.sign(.equal))
    case (UInt8(ascii: "!"), UInt8(ascii: "=")): append(.sign(.notEqual), length: 2)
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): append(.sign(.lessOrEqual), length: 2)
    case (UInt8(ascii: "<"), UInt8(ascii: ">")): throw error(.foreign("<>", instead: "!="))
    case (UInt8(ascii: "<"), _): append(.sign(.less))
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): append(.sign(.greaterOrEqual), length: 2)
    case (UInt8(ascii: ">"), _): append(.sign(.greater))
    case (UInt8(ascii: "|"), UInt8(ascii: "|")): throw error(.foreign("||", instead: "or"))
    case (UInt8(ascii: "|"), _): append(.sign(.union))
    case (UInt8(ascii: "&"), UInt8(ascii: "&")): throw error(.foreign("&&", instead: "and"))
    case (UInt8(ascii: "&"), _): throw error(.foreign("&", instead: "and, or concat() to join texts"))
    case (UInt8(ascii: "!"), _): throw error(.foreign("!", instead: "not(…)"))
    case (UInt8(ascii: "%"), _):
      throw error(.foreign("%", instead: "mod; a percentage is a number, such as 0.5"))
    case (UInt8(ascii: "@"), _): throw error(.notSupported("'@' (an attribute)", instead: "use a question"))
    default: throw error(Self.reason(stray: character))
    }
  }

  /// Reads a text in quotes, which XPath cannot have inside.
  private mutating func readText() throws(ExpressionError) {
    let quote = bytes[offset]
    guard let end = bytes[(offset + 1)...].firstIndex(of: quote) else {
      throw error(.unclosedText(quote: String(UnicodeScalar(quote))))
    }
    append(.text(String(decoding: bytes[(offset + 1)..<end], as: UTF8.self)), length: end + 1 - offset)
  }

  /// Reads `12`, `12.5`, `.5` or `12.`: XPath has no exponents.
  private mutating func readNumber() throws(ExpressionError) {
    var end = offset
    var hasPoint = false
    while end < bytes.count, isDigit(bytes[end]) || (!hasPoint && bytes[end] == UInt8(ascii: ".")) {
      hasPoint = hasPoint || bytes[end] == UInt8(ascii: ".")
      end += 1
    }
    let digits = String(decoding: bytes[offset..<end], as: UTF8.self)
    append(.number(Double(digits) ?? .nan), length: end - offset)
  }

  private static let lastSavedMark = "last-saved#"

  /// Reads `${name}`, or `${last-saved#name}`, to which nothing here leads.
  private mutating func readReference() throws(ExpressionError) {
    guard next == UInt8(ascii: "{") else {
      throw error(.unexpected(found: character, expected: "a question as ${name}"))
    }
    guard let end = bytes[offset...].firstIndex(of: UInt8(ascii: "}")) else {
      throw error(.unclosed("${", closedBy: "}"))
    }
    let name = String(decoding: bytes[(offset + 2)..<end], as: UTF8.self)
    // What follows the mark of the last saved form is a name like any other.
    let start = offset + 2 + (name.hasPrefix(Self.lastSavedMark) ? Self.lastSavedMark.utf8.count : 0)
    guard end > start, nameLength(at: start) == end - start else {
      throw error(.badReference(name))
    }
    append(.reference(name), length: end + 1 - offset)
  }

  /// Reads a name, or an operator that is a word where a value has just ended.
  private mutating func readName() throws(ExpressionError) {
    if behindValue {
      // No name can stand here, so the operator needs no space behind it: JavaRosa reads '1or2' and '1orname' too.
      for word in [Operator.and, .or, .divided, .modulo]
      where bytes[offset...].starts(with: word.rawValue.utf8) {
        append(.sign(word), length: word.rawValue.utf8.count)
        return
      }
    }
    var length = nameLength(at: offset)
    guard length > 0 else { throw error(Self.reason(stray: character)) }
    if byte(at: offset + length) == UInt8(ascii: ":") {
      if byte(at: offset + length + 1) == UInt8(ascii: ":") {
        // The axis of every step is 'child' unless it says otherwise.
        if bytes[offset..<(offset + length)].elementsEqual("child".utf8) {
          offset += length + 2
          return
        }
        let axis = String(decoding: bytes[offset..<(offset + length)], as: UTF8.self)
        // The long ways to write '.' and '..'.
        for (long, short) in [("self::node()", Token.Kind.dot), ("parent::node()", .doubleDot)]
        where bytes[offset...].starts(with: long.utf8) {
          append(short, length: long.utf8.count)
          return
        }
        throw error(.notSupported("the axis '\(axis)::'", instead: "use names, '..' and '/'"))
      }
      let local = nameLength(at: offset + length + 1)
      if local > 0 { length += 1 + local }
    }
    append(.name(String(decoding: bytes[offset..<(offset + length)], as: UTF8.self)), length: length)
  }

  private mutating func append(_ kind: Token.Kind, length: Int = 1) {
    tokens.append(Token(kind: kind, range: offset..<(offset + length)))
    offset += length
  }

  /// Whether the last token ended a value, so that an operator must follow.
  private var behindValue: Bool { tokens.last?.endsValue ?? false }

  private var next: UInt8? { byte(at: offset + 1) }

  private func byte(at offset: Int) -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// The whole character that starts at the offset.
  private var character: String {
    let index = source.utf8.index(source.startIndex, offsetBy: offset)
    return index < source.endIndex ? String(source[index]) : ""
  }

  private func error(_ reason: ExpressionError.Reason) -> ExpressionError {
    ExpressionError(position: source.column(atByte: offset), reason: reason)
  }

  /// The number of bytes of the XML name (without prefix) that starts at an offset; none where no name does.
  private func nameLength(at start: Int) -> Int {
    var end = start
    while let byte = byte(at: end) {
      if byte < 0x80 {
        guard Self.startsName(byte) || (end > start && (isDigit(byte) || byte == 0x2D || byte == 0x2E)) else {
          break
        }
        end += 1
      } else {
        let index = source.utf8.index(source.startIndex, offsetBy: end)
        let scalar = source.unicodeScalars[index]
        let properties = scalar.properties
        guard properties.isAlphabetic || (end > start && properties.isXIDContinue) else { break }
        end += UTF8.width(scalar)
      }
    }
    return end - start
  }

  /// White space of XPath: space, tab, line feed, carriage return; and the form feed that JavaRosa takes.
  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// Letters and `_`; bytes beyond ASCII may be part of a letter.
  private static func startsName(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")) || byte == UInt8(ascii: "_")
      || byte >= 0x80
  }

  private static func reason(stray character: String) -> ExpressionError.Reason {
    switch character {
    case "\u{2018}", "\u{2019}", "\u{201A}", "\u{201C}", "\u{201D}", "\u{201E}", "\u{AB}", "\u{BB}",
      "\u{2032}", "\u{2033}":
      .curlyQuote(character)
    case "\u{2260}": .foreign(character, instead: "!=")
    case "\u{2264}": .foreign(character, instead: "<=")
    case "\u{2265}": .foreign(character, instead: ">=")
    case "\u{D7}": .foreign(character, instead: "*")
    case "\u{F7}": .foreign(character, instead: "div")
    case "\u{2212}", "\u{2013}", "\u{2014}": .foreign(character, instead: "-")
    case "\u{A0}", "\u{202F}", "\u{2007}": .noBreakSpace
    default: .stray(character)
    }
  }
}

extension String {
  /// The number of the character, from 1, to which a byte of the UTF-8 form belongs.
  func column(atByte offset: Int) -> Int {
    guard offset < utf8.count else { return count + 1 }
    let position = utf8.index(startIndex, offsetBy: offset)
    var column = 0
    for index in indices {
      guard index <= position else { break }
      column += 1
    }
    return column
  }
}
