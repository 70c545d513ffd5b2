internal import Glibc

/// What blocks hold by the bytes in which a worker hands it over: what was read once is known the next time.
public struct KnownBodies: Sendable {
  /// Bytes by which something is known: an array of bytes would be hashed and compared byte by byte.
  private struct Bytes: Rememberable {
    let bytes: [UInt8]
    var size: Int { bytes.count }

    static func == (first: Bytes, second: Bytes) -> Bool {
      first.bytes.withUnsafeBytes { first in
        second.bytes.withUnsafeBytes { second in
          guard first.count == second.count, let start = first.baseAddress, let other = second.baseAddress
          else { return first.count == second.count }
          return memcmp(start, other, first.count) == 0
        }
      }
    }

    func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
  }

  private let bodies = Remembered<Bytes, Block.Body>()

  /// Starts with none.
  public init() {}

  /// The body that bytes stand for.
  ///
  /// - Parameters:
  ///   - bytes: All of it.
  ///   - read: Reads them, where they are new.
  /// - Returns: The same object for the same bytes, as long as it is remembered.
  /// - Throws: What `read` throws.
  func body(
    _ bytes: [UInt8], _ read: ([UInt8]) throws(WireReader.Garbled) -> Block.Body
  ) throws(WireReader.Garbled) -> Block.Body {
    try bodies.value(of: Bytes(bytes: bytes)) { () throws(WireReader.Garbled) in try read(bytes) }
  }
}
