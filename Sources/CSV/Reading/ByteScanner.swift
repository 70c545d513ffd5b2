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
  private var followsCarriageReturn = false

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
    let count = bytes.count
    var index = 0
    // The parity of the quotation marks is that of the bits of this word.
    var parity: UInt64 = isQuoted ? 1 : 0
    while index < count {
      let plain = index
      while index &+ 8 <= count {
        let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        guard isPlain(word) else { break }
        parity ^= quoteParity(word)
        index &+= 8
      }
      if index > plain { followsCarriageReturn = false }
      isQuoted = parity.nonzeroBitCount & 1 == 1
      // A word that is not plain, or the last few bytes: one by one.
      let end = min(index &+ 8, count)
      while index < end {
        let byte = bytes[index]
        switch byte {
        case 0: return (index, .nul)
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
          pass(lineBreak: byte)
          index &+= 1
          if !isQuoted { return (index, .recordEnd) }
          continue
        case UInt8(ascii: "\""):
          isQuoted.toggle()
          index &+= 1
        case 0x80...:
          switch character(at: index, of: bytes) {
          case .whole(let length): index &+= length
          case .unfinished(let length): return (index, .unfinishedCharacter(length: length))
          case .invalid(let length): return (index, .invalidCharacter(length: length))
          }
        default: index &+= 1
        }
        followsCarriageReturn = false
      }
      parity = isQuoted ? 1 : 0
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

private let highBits: UInt64 = 0x8080_8080_8080_8080

/// Whether all eight bytes are ASCII and none is NUL, CR or LF (or another control character below 0x0E).
@inline(__always)
private func isPlain(_ word: UInt64) -> Bool {
  (((word &- 0x0E0E_0E0E_0E0E_0E0E) & ~word) | word) & highBits == 0
}

/// A word with an odd number of bits if an odd number of the eight ASCII bytes are quotation marks.
///
/// A byte keeps its highest bit unless it is a quotation mark, and eight less an odd number is odd.
@inline(__always)
private func quoteParity(_ word: UInt64) -> UInt64 {
  ((word ^ 0x2222_2222_2222_2222) &+ 0x7F7F_7F7F_7F7F_7F7F) & highBits
}
