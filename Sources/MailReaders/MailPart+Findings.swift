internal import Documents
internal import Mails

extension MailPart {
  /// Notes what nobody here can read.
  ///
  /// - Returns: What was signed, where this is a signature with its content in it.
  mutating func look() -> [UInt8]? {
    if mediaType == "message/partial" || mediaType == "message/external-body" {
      note(.noReader, "the content of \(mediaType) is elsewhere: ask for it whole")
    } else if isOpenPGP {
      note(.encrypted, "the part is encrypted (OpenPGP): ask for it in the clear")
    } else if isSMIME {
      switch CryptographicMessage(bytes) {
      case .signed(let content?): return content
      case .signed(nil): note(.noReader, "the part is S/MIME with nothing in it that was signed")
      case .enveloped: note(.encrypted, "the part is encrypted (S/MIME): ask for it in the clear")
      case .other:
        note(.noReader, "the part is S/MIME, neither signed nor encrypted: ask for it in the clear")
      }
    }
    return nil
  }

  private mutating func note(_ kind: Finding.Kind, _ detail: String) {
    findings.append(Finding(kind, detail: detail))
  }

  private var isSMIME: Bool {
    ["application/pkcs7-mime", "application/x-pkcs7-mime"].contains(mediaType)
      || name.lowercased().hasSuffix(".p7m")
  }

  private var isOpenPGP: Bool {
    if mediaType == "application/pgp-encrypted" { return true }
    let armour = Array("-----BEGIN PGP MESSAGE-----".utf8)
    guard bytes.count > armour.count else { return false }
    if bytes.starts(with: armour) { return true }
    guard text != nil, bytes.contains(armour[0]) else { return false }
    // At the start of a line: quoted, it belongs to somebody else.
    return bytes.split(separator: UInt8(ascii: "\n")).contains { $0.starts(with: armour) }
  }
}
