/// The name of a header, at the start of a line.
struct HeaderName {
  private let name: String

  /// Takes the name off a line (RFC 5322, section 2.2); nothing where the line is no header.
  init?(line: some Collection<UInt8>) {
    let bytes = line.prefix { $0 > UInt8(ascii: " ") && $0 < 0x7f && $0 != UInt8(ascii: ":") }
    guard !bytes.isEmpty, line.dropFirst(bytes.count).first == UInt8(ascii: ":") else { return nil }
    name = String(decoding: bytes, as: UTF8.self).lowercased()
  }

  /// Whether it is one with which mails begin, as servers and mail programs write them.
  var beginsMails: Bool { Self.first.contains(name) || name.hasPrefix("x-") || name.hasPrefix("arc-") }

  private static let first: Set = [
    "return-path", "received", "delivered-to", "envelope-to", "from", "to", "cc", "date", "subject", "sender",
    "reply-to", "message-id", "mime-version", "status", "content-type", "authentication-results",
    "dkim-signature", "replied", "forwarded",
  ]
}
