package import Survey

/// What a cell of the column `default` means: a text that is the value, or an expression that gives it.
package enum DefaultValue {
  /// Whether pyxform 4.5.0 takes a default for an expression.
  ///
  /// It does where it finds a reference, a call of a function or an operator of arithmetic; a hyphen means
  /// none in a date, and none inside a word or before a digit.
  ///
  /// - Parameters:
  ///   - text: The cell, not empty.
  ///   - kind: The kind of the question; nothing for a select.
  /// - Returns: Whether it is to be evaluated; otherwise it is the value itself.
  package static func isExpression(_ text: String, of kind: Question.Kind?) -> Bool {
    let takesHyphens = kind == .date || kind == .dateTime
    var scanner = DefaultScanner(text)
    while let token = scanner.next() {
      switch token {
      case .minus where takesHyphens: return false
      case .minus, .arithmetic, .union, .reference, .call: return true
      case .other: continue
      }
    }
    return false
  }
}

/// Cuts a default into those tokens that decide whether it is an expression.
private struct DefaultScanner {
  enum Token { case minus, arithmetic, union, reference, call, other }

  private let text: [Unicode.Scalar]
  private var index = 0

  init(_ text: String) { self.text = Array(text.unicodeScalars) }

  mutating func next() -> Token? {
    guard index < text.count else { return nil }
    if skipNumber() { return .other }
    switch text[index] {
    case "*", "+": return take(1, .arithmetic)
    case "-": return take(1, .minus)
    case "|": return take(1, .union)
    case "'", "\"":
      let end = text[(index + 1)...].firstIndex(of: text[index])
      return take(end.map { $0 - index + 1 } ?? 1, .other)
    case " ":
      let word = String(String.UnicodeScalarView(text[index...].prefix(5)))
      if word == " mod " || word == " div " { return take(5, .arithmetic) }
      if word == " and " { return take(5, .other) }
      return take(text[index...].prefix { $0 == " " }.count, .other)
    case "." where index + 1 < text.count && text[index + 1] == ".": return take(2, .other)
    case "$": return reference() ?? take(1, .other)
    default: return name() ?? take(1, .other)
    }
  }

  private mutating func take(_ count: Int, _ token: Token) -> Token {
    index += count
    return token
  }

  /// Passes a date, a time or a number, with its sign.
  private mutating func skipNumber() -> Bool {
    var end = index
    if text[end] == "-" { end += 1 }
    let digits = text[end...].prefix { isDigit($0) }.count
    end += digits
    var decimals = 0
    if end < text.count, text[end] == "." {
      decimals = text[(end + 1)...].prefix { isDigit($0) }.count
      end += 1 + decimals
    }
    guard digits + decimals > 0 else { return false }
    // The hyphens of a date and the offset of a time belong to it.
    if digits == 4, decimals == 0, matches(end, "-00-00") {
      end += 6
      if end < text.count, text[end] == "T", matches(end + 1, "00:00:00") { end += 9 }
      end = skipZone(from: end)
    } else if digits == 2, text[index] != "-", decimals == 0, matches(end, ":00:00") {
      end = skipZone(from: end + 6)
    }
    index = end
    return true
  }

  private func skipZone(from end: Int) -> Int {
    matches(end, "+00:00") || matches(end, "-00:00") ? end + 6 : end
  }

  /// Whether a pattern, in which `0` is any digit, stands at a place.
  private func matches(_ start: Int, _ pattern: String) -> Bool {
    let pattern = Array(pattern.unicodeScalars)
    guard start + pattern.count <= text.count else { return false }
    return zip(text[start...], pattern).allSatisfy { $1 == "0" ? isDigit($0) : $0 == $1 }
  }

  private mutating func reference() -> Token? {
    guard index + 1 < text.count, text[index + 1] == "{", let end = text[index...].firstIndex(of: "}") else {
      return nil
    }
    let name = String(String.UnicodeScalarView(text[(index + 2)..<end]))
    return isXMLName(lastSavedName(name) ?? name) ? take(end - index + 1, .reference) : nil
  }

  /// A name, which is a call where a parenthesis follows it.
  private mutating func name() -> Token? {
    guard startsXMLName(text[index]) else { return nil }
    let end = index + 1 + text[(index + 1)...].prefix(while: continuesXMLName).count
    if end < text.count, text[end] == "(" { return take(end - index + 1, .call) }
    return take(end - index, .other)
  }

  private func isDigit(_ letter: Unicode.Scalar) -> Bool { ("0"..."9").contains(letter) }
}
