/// Takes apart what a `WireWriter` put together, and trusts none of it: a worker that a document has taken over writes
/// what it likes.
struct WireReader {
  /// That bytes are none that a `WireWriter` wrote.
  struct Garbled: Error {}

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether nothing is left.
  var isAtEnd: Bool { position == bytes.count }

  mutating func number() throws(Garbled) -> Int {
    var number: UInt = 0
    for shift in stride(from: 0, to: UInt.bitWidth, by: 7) {
      guard position < bytes.count else { throw Garbled() }
      let byte = bytes[position]
      position += 1
      number |= UInt(byte & 0x7F) << UInt(shift)
      if byte < 0x80 { return Int(bitPattern: number) }
    }
    throw Garbled()
  }

  /// How many things follow, each of which has at least one byte.
  mutating func count() throws(Garbled) -> Int {
    let count = try number()
    guard count >= 0, count <= bytes.count - position else { throw Garbled() }
    return count
  }

  /// Bytes that were written as one piece.
  mutating func piece() throws(Garbled) -> [UInt8] { Array(try slice()) }

  mutating func text() throws(Garbled) -> String {
    let bytes = try slice()
    guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else { throw Garbled() }
    return text
  }

  mutating func texts() throws(Garbled) -> [String] {
    var texts: [String] = []
    for _ in 0..<(try count()) { texts.append(try text()) }
    return texts
  }

  private mutating func slice() throws(Garbled) -> ArraySlice<UInt8> {
    let count = try count()
    defer { position += count }
    return bytes[position..<position + count]
  }
}
