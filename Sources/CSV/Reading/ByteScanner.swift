/// Goes over the raw bytes ahead of libcsv: finds where records end, counts lines, stops at what is no text.
///
/// libcsv tells neither where a record starts nor how many lines it spans, and takes any byte. Whether a CR
/// or LF ends a record follows from the quotation marks before it alone: an even number of them means that
/// no quoted cell is open. That holds as long as libcsv, in strict mode, has found no error, and so a record
/// can be cut out before libcsv has seen it.
struct ByteScanner {
  /// Whether a quoted cell is open: an odd number of quotation marks since the record began.
  private(set) var isQuoted = false
  /// The physical line of the next byte, counted from 1.
  private(set) var line = 1
  /// Whether the last byte is a CR.
  private(set) var followsCarriageReturn = false

  init() {}

  /// Goes on between two records.
  init(line: Int, followsCarriageReturn: Bool) {
    self.line = line
    self.followsCarriageReturn = followsCarriageReturn
  }

  /// Why a scan ended.
  enum Stop: Equatable {
    /// Behind the CR or LF that ends the record.
    case recordEnd
    /// All bytes are scanned, and the record goes on.
    case bytesEnd
    /// Before a character of which not all bytes are there.
    case unfinishedCharacter(length: Int)
    /// Before bytes that begin no character; `length` is how many of them belong together.
    case invalidCharacter(length: Int)
    /// Before a byte of value zero.
    case nul
  }

  /// Passes CR and LF between two records.
  ///
  /// - Parameter bytes: what follows the last record.
  /// - Returns: how many of the bytes are CR or LF.
  mutating func skipLineBreaks(_ bytes: UnsafeRawBufferPointer) -> Int {
    var index = 0
    while index < bytes.count, isLineBreak(bytes[index]) {
      pass(lineBreak: bytes[index])
      index += 1
    }
    if index < bytes.count { followsCarriageReturn = false }
    return index
  }

  /// Counts the lines of bytes, without judging them.
  mutating func count(_ bytes: UnsafeRawBufferPointer) {
    for byte in bytes {
      if isLineBreak(byte) { pass(lineBreak: byte) } else { followsCarriageReturn = false }
    }
  }

  /// Goes through the bytes of one record, up to its end or to what cannot be passed.
  ///
  /// - Parameter bytes: what follows the bytes that were scanned last.
  /// - Returns: how many bytes were passed, and why no more.
  mutating func scan(_ bytes: UnsafeRawBufferPointer) -> (length: Int, stop: Stop) {
    var index = 0
    // An odd number of its bits means that a quoted cell is open.
    var quotes: UInt64 = isQuoted ? 1 : 0
    var carriageReturn = followsCarriageReturn ? -1 : -2  // Where the last CR stands.
    defer {
      isQuoted = isOdd(quotes)
      followsCarriageReturn = carriageReturn == index - 1
    }
    while index < bytes.count {
      let word = word(at: index, of: bytes)
      let special = specialBits(word)
      guard special != 0 else {
        quotes ^= quoteBits(word)
        index = min(index &+ 8, bytes.count)
        continue
      }
      // What stands before the first special byte is plain; then that byte, and on from behind it.
      let plain = special.trailingZeroBitCount >> 3
      quotes ^= quoteBits(word) & ((1 << (plain << 3)) &- 1)
      index &+= plain
      switch bytes[index] {
      case 0: return (index, .nul)
      case UInt8(ascii: "\r"):
        line &+= 1
        carriageReturn = index
        index &+= 1
        if !isOdd(quotes) { return (index, .recordEnd) }
      case UInt8(ascii: "\n"):
        if carriageReturn != index &- 1 { line &+= 1 }
        index &+= 1
        if !isOdd(quotes) { return (index, .recordEnd) }
      case 0x80...:
        switch character(at: index, of: bytes) {
        case .whole(let length): index &+= length
        case .unfinished(let length): return (index, .unfinishedCharacter(length: length))
        case .invalid(let length): return (index, .invalidCharacter(length: length))
        }
      default: index &+= 1
      }
    }
    return (index, .bytesEnd)
  }

  private func isLineBreak(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  private mutating func pass(lineBreak byte: UInt8) {
    let isCarriageReturn = byte == UInt8(ascii: "\r")
    if isCarriageReturn || !followsCarriageReturn { line += 1 }
    followsCarriageReturn = isCarriageReturn
  }
}

// Eight bytes at a time: the first byte is the lowest of the word, and its mark is its highest bit.

private let highBits: UInt64 = 0x8080_8080_8080_8080

/// Eight bytes; behind the last one, letters.
@inline(__always)
private func word(at index: Int, of bytes: UnsafeRawBufferPointer) -> UInt64 {
  if index &+ 8 <= bytes.count {
    return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }
  return bytes[index...].reversed().reduce(0x6161_6161_6161_6161) { $0 << 8 | UInt64($1) }
}

/// Marks the first byte that is not ASCII or is a control character below 0x0E, among them NUL, CR and LF.
///
/// Marks of later bytes may be wrong, since a subtraction borrows from them.
@inline(__always)
private func specialBits(_ word: UInt64) -> UInt64 {
  (((word &- 0x0E0E_0E0E_0E0E_0E0E) & ~word) | word) & highBits
}

/// Marks each quotation mark, as long as only ASCII stands before it.
@inline(__always)
private func quoteBits(_ word: UInt64) -> UInt64 {
  ~((word ^ 0x2222_2222_2222_2222) &+ 0x7F7F_7F7F_7F7F_7F7F) & highBits
}

@inline(__always)
private func isOdd(_ bits: UInt64) -> Bool { bits.nonzeroBitCount & 1 == 1 }
