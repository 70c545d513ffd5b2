/// A message of S/MIME that is not plain text: what its first bytes say it is (RFC 5652).
enum CryptographicMessage: Equatable {
  /// Signed: with what was signed, if that is in it.
  case signed([UInt8]?)
  /// Encrypted.
  case enveloped
  /// Something else, or broken.
  case other

  /// Reads a ContentInfo in BER, of definite or indefinite lengths.
  init(_ bytes: [UInt8]) {
    var outer = BERReader(bytes[...])
    guard var info = outer.next(.sequence)?.content, let type = info.next(.identifier) else {
      self = .other
      return
    }
    switch Array(type.bytes) {
    case Self.signedData: self = .signed(Self.content(of: &info))
    case Self.envelopedData, Self.authEnvelopedData, Self.encryptedData: self = .enveloped
    default: self = .other
    }
  }

  private static let pkcs7: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07]
  private static let signedData = pkcs7 + [2]
  private static let envelopedData = pkcs7 + [3]
  private static let encryptedData = pkcs7 + [6]
  private static let authEnvelopedData: [UInt8] = [
    0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x10, 0x01, 0x17,
  ]

  /// SignedData: version, digest algorithms, then the type of the content and the content itself.
  private static func content(of info: inout BERReader) -> [UInt8]? {
    guard var explicit = info.next(.explicit)?.content, var signed = explicit.next(.sequence)?.content,
      signed.next(.integer) != nil, signed.next(.set) != nil,
      var encapsulated = signed.next(.sequence)?.content, encapsulated.next(.identifier) != nil,
      var content = encapsulated.next(.explicit)?.content
    else { return nil }
    return content.octets(depth: 0)
  }
}
