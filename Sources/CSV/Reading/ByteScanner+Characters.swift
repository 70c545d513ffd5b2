extension ByteScanner {
  /// Looks for bytes that no text has.
  ///
  /// - Parameter bytes: a whole text.
  /// - Returns: the first byte of value zero, or the first bytes that are no UTF-8.
  static func firstObstacle(in bytes: UnsafeRawBufferPointer) -> [UInt8]? {
    var scanner = ByteScanner()
    var start = 0
    while true {
      let (length, stop) = scanner.scan(UnsafeRawBufferPointer(rebasing: bytes[start...]))
      start += length
      switch stop {
      case .recordEnd: continue
      case .bytesEnd: return nil
      case .nul: return [0]
      case .unfinishedCharacter(let bad), .invalidCharacter(let bad):
        return Array(bytes[start..<start + bad])
      }
    }
  }

  /// What the bytes at a place are of a character.
  enum Character: Equatable {
    case whole(length: Int)
    /// The bytes end before the character does.
    case unfinished(length: Int)
    /// A beginning of a character that another byte interrupts, or a byte that begins none.
    case invalid(length: Int)
  }

  /// Judges a character that is not ASCII by the table of well-formed byte sequences (Unicode, table 3-7).
  ///
  /// - Parameters:
  ///   - index: where the character begins.
  ///   - bytes: the bytes around it.
  /// - Returns: how long it is, and whether it is one.
  func character(at index: Int, of bytes: UnsafeRawBufferPointer) -> Character {
    let lead = bytes[index]
    var second: ClosedRange<UInt8> = 0x80...0xBF
    let length: Int
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      // Nothing that fits two bytes, and no surrogates.
      if lead == 0xE0 { second = 0xA0...0xBF } else if lead == 0xED { second = 0x80...0x9F }
    case 0xF0...0xF4:
      length = 4
      // Nothing that fits three bytes, and nothing above U+10FFFF.
      if lead == 0xF0 { second = 0x90...0xBF } else if lead == 0xF4 { second = 0x80...0x8F }
    default: return .invalid(length: 1)
    }
    for place in 1..<length {
      guard index + place < bytes.count else { return .unfinished(length: place) }
      let isExpected = (place == 1 ? second : 0x80...0xBF).contains(bytes[index + place])
      guard isExpected else { return .invalid(length: place) }
    }
    return .whole(length: length)
  }
}
