internal import CXXHash

/// A hash of 128 bits that is worked out faster than bytes are read (XXH3): whether a file of ours is still the
/// same.
///
/// It holds against accidents, not against anybody who means harm.
public struct FastHash: Sendable, Hashable {
  /// Its lower half.
  public let low: UInt64
  /// Its higher half.
  public let high: UInt64

  /// Takes a hash that was kept.
  public init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// Hashes bytes that are lent.
  public init(of bytes: UnsafeRawBufferPointer) {
    var halves: (UInt64, UInt64) = (0, 0)
    withUnsafeMutableBytes(of: &halves) { halves in
      iscm_xxh3(
        bytes.baseAddress, bytes.count, halves.baseAddress?.assumingMemoryBound(to: UInt64.self))
    }
    (low, high) = halves
  }

  /// Hashes bytes.
  public init(of bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { FastHash(of: $0) }
  }
}
