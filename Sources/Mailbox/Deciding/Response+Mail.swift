public import Survey

extension Response.ID {
  /// The identity of a response that a part of a mail became: the same on every run.
  ///
  /// A version 8 UUID (RFC 9562, section 5.8): 88 bits of the hash of the mail, 32 bits of a hash (FNV-1a) of the
  /// part's path and of how often it was reopened.
  ///
  /// - Parameters:
  ///   - key: The mail and the part.
  ///   - revision: How often a person reopened it; a response that was taken back is another than the one before.
  public init(of key: LedgerKey, revision: String = "") {
    var sum: UInt32 = 0x811c_9dc5
    for byte in (key.part + "#" + revision).utf8 { sum = (sum ^ UInt32(byte)) &* 0x0100_0193 }
    let digits = String(sum, radix: 16)
    let tail = String(repeating: "0", count: 8 - digits.utf8.count) + digits
    let hash = Array(key.mail.lowercased().filter(\.isHexDigit) + String(repeating: "0", count: 22))
    let mail = String(hash.prefix(22))
    // 8-4-4-4-12 digits; the version stands before the thirteenth, the variant before the sixteenth.
    let all = Array(mail.prefix(12) + "8" + mail.dropFirst(12).prefix(3) + "8" + mail.dropFirst(15) + tail)
    var rest = all[...]
    let parts = [8, 4, 4, 4, 12].map { length in
      defer { rest = rest.dropFirst(length) }
      return String(rest.prefix(length))
    }
    self.init("uuid:" + parts.joined(separator: "-"))
  }

  /// The identity of the response that a part becomes after it was reopened so often.
  init(of key: LedgerKey, reopenings: Int) {
    self.init(of: key, revision: reopenings == 0 ? "" : "\(reopenings)")
  }
}
