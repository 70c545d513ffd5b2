internal import Documents

/// A place for ticks, part by part: boxes, options, marks that somebody typed, and other words.
struct ChoiceTokens {
  enum Token: Hashable {
    /// A box, and what is stored for it if its name says so.
    case box(isTicked: Bool, stored: String?)
    case option(String)
    /// An x or a tick without a box.
    case mark
    case word(String)
    case lineBreak
    /// Room within a line that sets apart what stands before it.
    case gap
  }

  private(set) var tokens: [Token] = []
  /// The same, where room within a line counts as the end of a line: what stands close together belongs together.
  private(set) var tokensByRoom: [Token] = []

  init(_ content: Content, of key: QuestionKey, in form: FormKey) {
    var raw = Written()
    for piece in content.pieces {
      switch piece {
      case .box(let box): raw.append(.box(isTicked: box.isTicked, stored: form.stored(by: box)))
      case .text(let text): raw.append(form.written(VisibleMark.removed(from: text)))
      // A field holds one thing: a name or a label.
      case .field(let value):
        raw.append(.lineBreak)
        raw.append(form.written(value))
        raw.append(.lineBreak)
      }
    }
    findOptions(in: raw, by: key.options)
  }

  // MARK: - Signs

  private typealias Scalars = Substring.UnicodeScalarView

  /// A box that somebody typed, or a sign for one: any of these between brackets ticks it.
  private static let ticks: Set<Unicode.Scalar> = [
    "x", "X", "×", "✓", "✔", "√", "✗", "✘", "☒", "☑", "*", "•", "●", "v", "V", "х", "Х",
  ]
  private static let bare: Set<Character> = ["x", "X", "×", "✓", "✔", "√", "✗", "✘", "х", "Х"]
  private static let separators: Set<Unicode.Scalar> = [
    "/", "|", ",", ";", "•", "·", "-", "–", "—", "_", ".",
  ]

  fileprivate static func tokens(of text: String) -> [Token] {
    var tokens: [Token] = []
    var rest = text[...].unicodeScalars
    // How much room stands before what is read.
    var room = 0
    // Where the word begins that is read.
    var start: String.Index?
    func flush() {
      guard let begin = start else { return }
      start = nil
      let word = text[begin..<rest.startIndex]
      if let sign = word.first, bare.contains(sign), word.dropFirst().isEmpty {
        tokens.append(.mark)
      } else if !word.unicodeScalars.allSatisfy(separators.contains) {
        tokens.append(.word(String(word)))
      }
    }
    while let sign = rest.first {
      if !sign.isSpace {
        if room > 1 { tokens.append(.gap) }
        room = 0
      }
      if let box = box(at: rest, sign) {
        flush()
        tokens.append(.box(isTicked: box.isTicked, stored: nil))
        rest = box.rest
      } else if sign.isSpace {
        flush()
        if sign.isLineBreak { tokens.append(.lineBreak) }
        room += sign.isWide ? 2 : 1
        rest.removeFirst()
      } else {
        if start == nil { start = rest.startIndex }
        rest.removeFirst()
      }
    }
    flush()
    return tokens
  }

  /// The box that a text begins with: `☐`, `( )`, `[x]`.
  private static func box(at text: Scalars, _ first: Unicode.Scalar) -> (isTicked: Bool, rest: Scalars)? {
    switch first {
    case "☐", "□", "◻", "❏", "○": return (false, text.dropFirst().withoutSelector)
    case "☒", "☑", "🗹", "🗷", "◉": return (true, text.dropFirst().withoutSelector)
    case "(", "[": break
    default: return nil
    }
    let inside = text.dropFirst().drop { $0.isSpace }
    let closing: Unicode.Scalar = first == "(" ? ")" : "]"
    guard let sign = inside.first else { return nil }
    if sign == closing { return (false, inside.dropFirst()) }
    let end = inside.dropFirst().withoutSelector.drop { $0.isSpace }
    guard ticks.contains(sign), end.first == closing else { return nil }
    return (true, end.dropFirst())
  }

  // MARK: - Options

  /// Puts words together to options, across line breaks: a label may be wrapped.
  private mutating func findOptions(in raw: Written, by options: OptionWords) {
    var place = 0
    while place < raw.tokens.count {
      guard case .word = raw.tokens[place] else {
        append(raw.tokens[place])
        place += 1
        continue
      }
      var own: [String] = []
      var ends: [Int] = []
      for index in place..<raw.tokens.count {
        if own.count == options.longest { break }
        if case .word = raw.tokens[index] {
          own.append(raw.words[index])
          ends.append(index + 1)
        } else if raw.tokens[index] != .lineBreak, raw.tokens[index] != .gap {
          break
        }
      }
      if let option = options.first(of: own[...]) {
        append(.option(option.stored))
        place = ends[option.count - 1]
      } else {
        append(raw.tokens[place])
        place += 1
      }
    }
  }

  private mutating func append(_ token: Token) {
    if token != .gap, !Self.repeats(token, tokens) { tokens.append(token) }
    if !Self.repeats(token, tokensByRoom) { tokensByRoom.append(token == .gap ? .lineBreak : token) }
  }

  /// A name and its label, `yes  Yes`, are one option.
  private static func repeats(_ token: Token, _ tokens: [Token]) -> Bool {
    if case .option = token { return tokens.last == token }
    return false
  }
}

/// What stands there, before options are found in it.
struct Written {
  private(set) var tokens: [ChoiceTokens.Token] = []
  /// The words among them as they are compared with options; nothing where a token is no word.
  private(set) var words: [String] = []

  init() {}

  init(_ text: String) {
    tokens = ChoiceTokens.tokens(of: text)
    words = tokens.map { token in
      if case .word(let word) = token { Word(word).option } else { "" }
    }
  }

  mutating func append(_ token: ChoiceTokens.Token) {
    tokens.append(token)
    words.append("")
  }

  mutating func append(_ other: Written) {
    tokens += other.tokens
    words += other.words
  }
}

extension FormKey {
  /// What a text says beside boxes: the labels of options are the same in every form.
  fileprivate func written(_ text: String) -> Written {
    labelsWritten.value(of: ExactText(text)) { Written(text) }
  }
}

extension Substring.UnicodeScalarView {
  /// The same without the sign at its start that says whether the one before is drawn as text or as a picture.
  fileprivate var withoutSelector: Self { drop { $0 == "\u{FE0E}" || $0 == "\u{FE0F}" } }
}

extension Unicode.Scalar {
  /// Whether it is room of which one is enough to set words apart: a tab, an em or en space.
  fileprivate var isWide: Bool { value == 0x09 || value == 0x2002 || value == 0x2003 || value == 0x3000 }

  /// Whether it ends a line.
  fileprivate var isLineBreak: Bool {
    (0x0a...0x0d).contains(value) || value == 0x85 || value == 0x2028 || value == 0x2029
  }
}
