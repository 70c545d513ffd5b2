/// Writes bytes and repetitions as deflate does (RFC 1951), in blocks with codes of their own.
struct DeflateWriter {
  /// The longest repetition that is written as one.
  static let longest = 258
  /// The shortest.
  static let shortest = 3
  /// How far back one may begin.
  static let farthest = 32_768

  private var bits = BitWriter()
  /// A byte, or, with the highest bit set, a length above 16 bits of a distance less 1.
  private var tokens: [UInt32] = []

  /// More tokens share no codes.
  private static let tokensOfBlock = 1 << 16
  private static let isRepetition: UInt32 = 1 << 31
  private static let endOfBlock = 256

  init() { tokens.reserveCapacity(Self.tokensOfBlock) }

  /// Writes a byte.
  mutating func append(_ byte: UInt8) { append(token: UInt32(byte)) }

  /// Writes again what stands some bytes before, of which some may be written by this.
  ///
  /// - Parameters:
  ///   - length: How many bytes, at least `shortest`.
  ///   - distance: How far before, at most `farthest`.
  mutating func repeatBytes(_ length: Int, distance: Int) {
    var rest = length
    while rest > 0 {
      // What is left over is not too short for a repetition.
      let part =
        rest > Self.longest && rest < Self.longest + Self.shortest
        ? rest - Self.shortest : min(rest, Self.longest)
      append(token: Self.isRepetition | UInt32(part) << 16 | UInt32(distance - 1))
      rest -= part
    }
  }

  private mutating func append(token: UInt32) {
    tokens.append(token)
    if tokens.count == Self.tokensOfBlock { writeBlock(isLast: false) }
  }

  /// Ends the stream.
  ///
  /// - Returns: All of it.
  mutating func finish() -> [UInt8] {
    writeBlock(isLast: true)
    return bits.finish()
  }

  // MARK: - Blocks

  private mutating func writeBlock(isLast: Bool) {
    var literals = [Int](repeating: 0, count: 286)
    var distances = [Int](repeating: 0, count: 30)
    literals[Self.endOfBlock] = 1
    let table = DeflateTable.all
    for token in tokens {
      if token & Self.isRepetition == 0 {
        literals[Int(token)] += 1
      } else {
        literals[Int(table.length(token >> 16 & 0x1FF).symbol)] += 1
        distances[Int(table.distance(token & 0xFFFF).symbol)] += 1
      }
    }
    // A block without repetitions has a code for one all the same.
    if distances.allSatisfy({ $0 == 0 }) { distances[0] = 1 }
    let literal = HuffmanCode(counts: literals, limit: 15)
    let distance = HuffmanCode(counts: distances, limit: 15)
    bits.append(isLast ? 1 : 0, count: 1)
    bits.append(2, count: 2)
    writeCodes(literal, distance)
    for token in tokens {
      if token & Self.isRepetition == 0 {
        bits.append(literal[Int(token)])
        continue
      }
      let length = table.length(token >> 16 & 0x1FF)
      bits.append(literal[Int(length.symbol)])
      bits.append(UInt64(length.extra), count: UInt64(length.extraCount))
      let back = table.distance(token & 0xFFFF)
      bits.append(distance[Int(back.symbol)])
      bits.append(UInt64(back.extra), count: UInt64(back.extraCount))
    }
    bits.append(literal[Self.endOfBlock])
    tokens.removeAll(keepingCapacity: true)
  }

  /// The lengths of both codes, which are coded themselves (RFC 1951, 3.2.7).
  private mutating func writeCodes(_ literal: HuffmanCode, _ distance: HuffmanCode) {
    var words: [(symbol: Int, extra: UInt64, count: UInt64)] = []
    var rest = (literal.symbols + distance.symbols).map(\.length)[...]
    while let length = rest.first {
      let zeros = length == 0 ? min(rest.prefix { $0 == 0 }.count, 138) : 0
      switch zeros {
      case 11...: words.append((18, UInt64(zeros - 11), 7))
      case 3...: words.append((17, UInt64(zeros - 3), 3))
      default: words.append((Int(length), 0, 0))
      }
      rest = rest.dropFirst(max(1, zeros > 2 ? zeros : 1))
    }
    var counts = [Int](repeating: 0, count: 19)
    for word in words { counts[word.symbol] += 1 }
    let code = HuffmanCode(counts: counts, limit: 7)
    bits.append(UInt64(literal.symbols.count - 257), count: 5)
    bits.append(UInt64(distance.symbols.count - 1), count: 5)
    bits.append(19 - 4, count: 4)
    for symbol in [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15] {
      bits.append(UInt64(code[symbol].length), count: 3)
    }
    for word in words {
      bits.append(code[word.symbol])
      bits.append(word.extra, count: word.count)
    }
  }
}
