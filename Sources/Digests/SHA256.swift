internal import CNettle

/// The SHA-256 of bytes (FIPS 180-4): by it a mail, a part and a form are told from all others.
public struct SHA256: Sendable, Hashable {
  /// Its 32 bytes.
  public let bytes: [UInt8]

  /// Computes the sum of bytes.
  public init(of bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { SHA256(of: $0) }
  }

  /// Computes the sum of bytes that are lent.
  public init(of bytes: UnsafeRawBufferPointer) {
    var context = sha256_ctx()
    nettle_sha256_init(&context)
    if let start = bytes.baseAddress {
      nettle_sha256_update(&context, bytes.count, start.assumingMemoryBound(to: UInt8.self))
    }
    self.bytes = [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_SIZE)) { room, count in
      nettle_sha256_digest(&context, room.count, room.baseAddress)
      count = Int(SHA256_DIGEST_SIZE)
    }
  }
}

extension SHA256: LosslessStringConvertible {
  /// Sixty-four hexadecimal digits in lower case.
  public var description: String {
    String(unsafeUninitializedCapacity: 64) { room in
      for (index, byte) in bytes.enumerated() {
        room[2 * index] = Self.digit(byte >> 4)
        room[2 * index + 1] = Self.digit(byte & 15)
      }
      return 2 * bytes.count
    }
  }

  /// Reads sixty-four hexadecimal digits in lower case.
  public init?(_ description: String) {
    guard description.utf8.count == 64 else { return nil }
    var bytes: [UInt8] = []
    var high: UInt8?
    for byte in description.utf8 {
      guard let value = Self.value(byte) else { return nil }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    self.bytes = bytes
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
