/// One line of a partial tally: whose it is, what it is about, a number, and words.
///
/// `docs/partial-tallies.md` has the format.
struct PartialLine: Hashable {
  /// The part; `*` where the numbers of all parts add up; `@` where every part says the same.
  let part: String
  /// What it is about.
  let key: [String]
  /// What is said of it.
  var words: [String] = []

  /// Whose numbers add up.
  static let all = "*"
  /// Whose lines every part has.
  static let common = "@"

  /// What all numbers together may come to: no sum of any of them goes beyond what a number can hold.
  static let most = 1 << 53

  /// The line with its number.
  func text(_ number: Int) -> String {
    "\(part.partialWord)\t\(Self.field(key))\t\(number)\t\(Self.field(words))\n"
  }

  private static func field(_ words: [String]) -> String {
    words.isEmpty ? "-" : words.map(\.partialWord).joined(separator: " ")
  }

  /// Reads a line, and its number as it is written; nothing where it is none.
  static func parse(_ line: Substring) -> (line: PartialLine, number: Substring)? {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count == 4, let part = String(partialWord: fields[0]),
      let key = words(fields[1]), let words = words(fields[3]), !part.isEmpty, !key.isEmpty
    else { return nil }
    return (PartialLine(part: part, key: key, words: words), fields[2])
  }

  private static func words(_ field: Substring) -> [String]? {
    if field == "-" { return [] }
    let words = field.split(separator: " ", omittingEmptySubsequences: false).map { String(partialWord: $0) }
    return words.contains(nil) ? nil : words.compactMap { $0 }
  }
}

extension String {
  /// A word that holds neither white space nor a backslash, and is never empty: other bytes are written `%09`.
  fileprivate var partialWord: String {
    if isEmpty { return "%" }
    // A lone hyphen is no words at all.
    if self == "-" { return "%2D" }
    if utf8.allSatisfy({ !Self.isEscaped($0) }) { return self }
    var bytes: [UInt8] = []
    for byte in utf8 {
      if Self.isEscaped(byte) {
        bytes += [UInt8(ascii: "%"), Self.digits[Int(byte >> 4)], Self.digits[Int(byte & 15)]]
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let digits = Array("0123456789ABCDEF".utf8)

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x7F || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "\\")
  }

  fileprivate init?(partialWord word: Substring) {
    if word == "%" {
      self = ""
      return
    }
    guard word.utf8.contains(UInt8(ascii: "%")) else {
      self = String(word)
      return
    }
    var bytes: [UInt8] = []
    var rest = Array(word.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      else {
        return nil
      }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    // What is no text here was none there.
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    self = text
  }
}

/// The lines of a partial tally as they are made, with what tells later whether all of them arrived.
struct PartialWriter {
  private let part: String
  private(set) var text = ""
  private var sum = 0
  private var lines = 0

  init(_ part: PartName) { self.part = part.text }

  /// Writes a number that adds up over parts; nothing where it is none.
  mutating func add(_ key: [String], _ number: Int) {
    guard number != 0 else { return }
    sum += number
    text += PartialLine(part: PartialLine.all, key: key).text(number)
  }

  /// Writes what the part alone says; or, of another form, what every part says.
  mutating func say(_ key: [String], _ words: [String], of form: String? = nil) {
    lines += 1
    let line =
      form.map { PartialLine(part: PartialLine.common, key: [$0] + key, words: words) }
      ?? PartialLine(part: part, key: key, words: words)
    text += line.text(1)
  }

  /// Writes the last line.
  mutating func end() {
    text += PartialLine(part: part, key: ["end"], words: [String(sum), String(lines)]).text(1)
  }
}
