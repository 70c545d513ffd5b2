/// Bytes of which each is filled from its lowest bit on, as deflate has them (RFC 1951, 3.1.1).
struct BitWriter {
  private var bytes: [UInt8] = []
  private var pending: UInt64 = 0
  /// How many bits wait in `pending`: fewer than 32 between two calls.
  private var pendingCount: UInt64 = 0

  /// Writes the lowest bits of a number; the others are 0.
  ///
  /// - Parameters:
  ///   - value: The number.
  ///   - count: How many bits, at most 32.
  mutating func append(_ value: UInt64, count: UInt64) {
    pending |= value << pendingCount
    pendingCount += count
    if pendingCount >= 32 { writePending(bytes: 4) }
  }

  /// Writes a symbol of a code.
  mutating func append(_ symbol: HuffmanCode.Symbol) {
    append(UInt64(symbol.bits), count: UInt64(symbol.length))
  }

  /// Fills the last byte with bits that are 0.
  ///
  /// - Returns: All that was written.
  mutating func finish() -> [UInt8] {
    writePending(bytes: (pendingCount + 7) / 8)
    return bytes
  }

  private mutating func writePending(bytes count: UInt64) {
    withUnsafeBytes(of: pending.littleEndian) { bytes.append(contentsOf: $0.prefix(Int(count))) }
    pending >>= 8 * count
    pendingCount -= min(pendingCount, 8 * count)
  }
}
