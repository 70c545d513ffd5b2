/// Goes once through a text, sign by sign, and leaves out what is a mark.
struct MarkupReader {
  let signs: [Unicode.Scalar]
  /// The sign that is looked at.
  var place = 0
  /// What was read; marks of emphasis are pieces of their own, which go when their other half is found.
  var pieces: [String] = [""]
  /// The marks of emphasis that wait for their other half.
  var opened: [Emphasis] = []
  /// The links whose text is being read.
  var links: [Link] = []
  /// Whether nothing was read of the line as yet.
  var isAtLineStart = true
  private(set) var line = 0
  /// How many letters, digits and references were read.
  private(set) var words = 0
  /// Whether an address is being read that stands in the text as it is, where `_` and `*` are no marks.
  private(set) var isInAddress = false

  init(_ text: String) { signs = Array(text.unicodeScalars) }

  /// The text without its marks.
  mutating func read() -> String {
    while place < signs.count {
      let wasMark =
        switch signs[place] {
        case "\\": takeEscape()
        case "&": takeEntity()
        case "#": takeHeading()
        case "$": takeReference()
        case "<": takeTag()
        case "[": beginLink()
        case "]": endLink()
        case "*", "_": takeEmphasis()
        default: false
        }
      if !wasMark {
        put(signs[place])
        place += 1
      }
    }
    return pieces.joined()
  }

  /// The sign at a place; nothing beyond the text.
  func sign(at place: Int) -> Unicode.Scalar? { signs.indices.contains(place) ? signs[place] : nil }

  /// The text of a range.
  func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: signs[range])
    return String(text)
  }

  mutating func put(_ sign: Unicode.Scalar) {
    if sign == ":", self.sign(at: place + 1) == "/", self.sign(at: place + 2) == "/" {
      isInAddress = true
    } else if !sign.isASCII || sign.properties.isWhitespace {
      isInAddress = false
    }
    isAtLineStart = sign == "\n"
    if isAtLineStart { line += 1 }
    if sign.isOfWord { words += 1 }
    pieces[pieces.count - 1].unicodeScalars.append(sign)
  }

  /// Ends the line as a tag does: spaces on either side go, and so does a line end that is written behind the tag.
  mutating func endLine() {
    while pieces[pieces.count - 1].unicodeScalars.last == " " {
      pieces[pieces.count - 1].unicodeScalars.removeLast()
    }
    put("\n")
    isInAddress = false
    while sign(at: place) == " " { place += 1 }
    if sign(at: place) == "\n" { place += 1 }
  }

  /// `\*`: the sign itself.
  private mutating func takeEscape() -> Bool {
    guard let sign = sign(at: place + 1), ["*", "_", "#", "\\"].contains(sign) else { return false }
    put(sign)
    place += 2
    return true
  }

  /// `&lt;`: the sign that is meant.
  private mutating func takeEntity() -> Bool {
    for (name, sign) in Self.entities where signs[place...].starts(with: name) {
      put(sign)
      place += name.count
      return true
    }
    return false
  }

  private static let entities: [([Unicode.Scalar], Unicode.Scalar)] = [
    ("&nbsp;", "\u{A0}"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&quot;", "\""),
  ].map { (name: String, sign: Unicode.Scalar) in (Array(name.unicodeScalars), sign) }

  /// `## Title`: the title.
  private mutating func takeHeading() -> Bool {
    guard isAtLineStart else { return false }
    let level = signs[place...].prefix { $0 == "#" }.count
    let spaces = signs[(place + level)...].prefix { $0 == " " || $0 == "\t" }.count
    guard level <= 6, spaces > 0, let first = sign(at: place + level + spaces), first != "\n" else {
      return false
    }
    // `# of children`: the number of them.
    if level == 1, first.properties.isLowercase { return false }
    place += level + spaces
    return true
  }

  /// `${name}`: as it is, whatever stands in it.
  private mutating func takeReference() -> Bool {
    guard sign(at: place + 1) == "{" else { return false }
    let inside = signs[(place + 2)...].prefix { $0 != "}" && $0 != "$" }
    guard sign(at: inside.endIndex) == "}" else { return false }
    for sign in signs[place...inside.endIndex] { put(sign) }
    words += 1
    place = inside.endIndex + 1
    return true
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter or a digit of any script.
  var isOfWord: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9": true
    default: !isASCII && (properties.isAlphabetic || properties.numericType != nil)
    }
  }
}
