/// Puts numbers and texts behind each other as a `WireReader` takes them apart: nothing between them is looked for, so
/// nothing in them has to be quoted.
struct WireWriter {
  private(set) var bytes: [UInt8] = []

  /// Adds a number: seven bits a byte, the lowest first, the eighth bit set where another byte follows.
  mutating func append(_ number: Int) {
    var rest = UInt(bitPattern: number)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Adds a text: how many bytes it has in UTF-8, and the bytes.
  ///
  /// A NUL, which no cell of a response file can hold, is written as U+FFFD.
  mutating func append(_ text: String) {
    var text = text
    if text.withUTF8({ $0.contains(0) }) {
      text = String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
    }
    append(text.utf8.count)
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  /// Adds texts: how many they are, and each.
  mutating func append(_ texts: [String]) {
    append(texts.count)
    for text in texts { append(text) }
  }

  /// Adds what another writer wrote, as one piece: how many bytes it has, and the bytes.
  mutating func append(piece: WireWriter) {
    append(piece.bytes.count)
    bytes.append(contentsOf: piece.bytes)
  }

  /// Forgets what was written, and keeps the room for it.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
}
