/// A character of several bytes, as they come one by one (Unicode's table 3-7 of well-formed sequences).
struct UTF8Character: Sendable {
  enum Step {
    case more
    case complete(Unicode.Scalar)
    /// The byte is none of this character.
    case broken
  }

  private var value: UInt32 = 0
  private var missing = 0
  private var next: ClosedRange<UInt8> = 0x80...0xbf

  /// Takes the first byte.
  ///
  /// - Parameter byte: A byte from 0x80.
  /// - Returns: Whether a character begins with it.
  mutating func begin(_ byte: UInt8) -> Bool {
    next = 0x80...0xbf
    switch byte {
    case 0xc2...0xdf: (missing, value) = (1, UInt32(byte & 0x1f))
    case 0xe0...0xef:
      (missing, value) = (2, UInt32(byte & 0x0f))
      // Neither longer than needed nor half of a pair of surrogates.
      if byte == 0xe0 { next = 0xa0...0xbf }
      if byte == 0xed { next = 0x80...0x9f }
    case 0xf0...0xf4:
      (missing, value) = (3, UInt32(byte & 0x07))
      if byte == 0xf0 { next = 0x90...0xbf }
      if byte == 0xf4 { next = 0x80...0x8f }
    default: return false
    }
    return true
  }

  /// Takes a further byte.
  mutating func take(_ byte: UInt8) -> Step {
    guard next.contains(byte) else { return .broken }
    next = 0x80...0xbf
    value = value << 6 | UInt32(byte & 0x3f)
    missing -= 1
    if missing > 0 { return .more }
    return Unicode.Scalar(value).map { .complete($0) } ?? .broken
  }
}
