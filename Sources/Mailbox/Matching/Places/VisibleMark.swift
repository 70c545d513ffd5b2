/// A mark that people see: `[Q04]`, `[/Q04]`, `[END]`, `[FORM gcm-review-2018]`.
enum VisibleMark: Hashable {
  case opening(String)
  case closing(String)
  case end
  case property(name: String, value: String)

  /// Reads what stands between brackets.
  private init?(_ inside: Substring) {
    let words = inside.split(whereSeparator: \.isWhitespace)
    guard let first = words.first else { return nil }
    switch (first.uppercased(), words.count) {
    case ("END", 1): self = .end
    case ("FORM", 2), ("VERSION", 2), ("HASH", 2), ("TOKEN", 2):
      self = .property(name: "iscm-" + first.lowercased(), value: String(words[1]))
    case (let word, 1) where word.hasPrefix("/Q") && word.count > 2:
      self = .closing(String(first.dropFirst(2)))
    case (let word, 1) where word.hasPrefix("Q") && word.count > 1: self = .opening(String(first.dropFirst()))
    default: return nil
    }
  }

  /// The mark that a text begins with, and what stands behind it.
  static func first(of text: String) -> (VisibleMark, rest: Substring)? {
    let text = text.drop(while: \.isWhitespace)
    guard text.first == "[", let close = text.firstIndex(of: "]"),
      let mark = VisibleMark(text[..<close].dropFirst())
    else { return nil }
    return (mark, text[text.index(after: close)...])
  }

  /// The mark that a text ends with, and what stands before it.
  static func last(of text: String) -> (VisibleMark, rest: Substring)? {
    var text = text[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    guard text.last == "]", let open = text.lastIndex(of: "["),
      let mark = VisibleMark(text[open...].dropFirst().dropLast())
    else { return nil }
    return (mark, text[..<open])
  }

  /// All marks of a text, wherever they stand.
  static func all(in text: String) -> [VisibleMark] {
    var marks: [VisibleMark] = []
    guard text.mayHoldMarks else { return marks }
    var rest = text[...]
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      if let mark = VisibleMark(rest[rest.index(after: open)..<close]) { marks.append(mark) }
      rest = rest[rest.index(after: open)...]
    }
    return marks
  }

  /// A text without the marks of questions in it.
  static func removed(from text: String) -> String {
    guard text.mayHoldMarks else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      let after = rest.index(after: close)
      result += rest[..<open]
      switch VisibleMark(rest[rest.index(after: open)..<close]) {
      case .opening, .closing: rest = rest[after...]
      default:
        result += "["
        rest = rest[rest.index(after: open)...]
      }
    }
    return result + rest
  }
}

extension String {
  /// Whether it has the sign with which marks begin.
  fileprivate var mayHoldMarks: Bool { utf8.contains(UInt8(ascii: "[")) }
}
