/// Goes through BER (X.690) as far as S/MIME needs it.
struct BERReader {
  /// The tags that are met, with the bit for constructed ones.
  enum Tag: UInt8 {
    case integer = 0x02
    case octets = 0x04
    case identifier = 0x06
    case constructedOctets = 0x24
    case sequence = 0x30
    case set = 0x31
    case explicit = 0xA0
  }

  /// A value with its tag.
  struct Element {
    let tag: UInt8
    let bytes: ArraySlice<UInt8>

    /// What is inside it.
    var content: BERReader { BERReader(bytes) }
  }

  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  /// The next value, if it has a tag.
  mutating func next(_ tag: Tag) -> Element? {
    let before = rest
    if let element = next(depth: 0), element.tag == tag.rawValue { return element }
    rest = before
    return nil
  }

  /// The bytes of a string of octets, which may be in pieces.
  mutating func octets(depth: Int) -> [UInt8]? {
    if let whole = next(.octets) { return Array(whole.bytes) }
    guard depth < 8, var pieces = next(.constructedOctets)?.content else { return nil }
    var bytes: [UInt8] = []
    while !pieces.rest.isEmpty {
      guard let piece = pieces.octets(depth: depth + 1) else { return nil }
      bytes += piece
    }
    return bytes
  }

  /// The next value, whatever it is; one of indefinite length ends with two zeros on its own level.
  private mutating func next(depth: Int) -> Element? {
    guard depth < 32, let tag = rest.popFirst(), tag & 0x1F != 0x1F, let first = rest.popFirst() else {
      return nil
    }
    if first == 0x80 {
      let start = rest
      while !rest.starts(with: [0, 0]) { guard next(depth: depth + 1) != nil else { return nil } }
      let bytes = start[..<rest.startIndex]
      rest = rest.dropFirst(2)
      return Element(tag: tag, bytes: bytes)
    }
    var length = Int(first)
    if first > 0x80 {
      length = 0
      guard first <= 0x84 else { return nil }
      for _ in 0..<(first & 0x7F) {
        guard let byte = rest.popFirst() else { return nil }
        length = length << 8 | Int(byte)
      }
    }
    guard length <= rest.count else { return nil }
    defer { rest = rest.dropFirst(length) }
    return Element(tag: tag, bytes: rest.prefix(length))
  }
}
