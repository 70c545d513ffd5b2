internal import Documents
internal import Mails

extension MailPart {
  /// Notes what nobody here can read.
  mutating func look() {
    if isEncrypted {
      findings.append(Finding(.encrypted, detail: "the part is encrypted: ask for it in the clear"))
    }
    if mediaType == "application/ms-tnef" || mediaType == "application/vnd.ms-tnef"
      || name.lowercased() == "winmail.dat"
    {
      findings.append(
        Finding(.noReader, detail: "winmail.dat of Outlook: ask for the files as ordinary attachments"))
    }
    if mediaType == "message/partial" || mediaType == "message/external-body" {
      findings.append(
        Finding(.noReader, detail: "the content of \(mediaType) is elsewhere: ask for it whole"))
    }
  }

  private var isEncrypted: Bool {
    if mediaType == "application/pgp-encrypted" { return true }
    let armour = Array("-----BEGIN PGP MESSAGE-----".utf8)
    return bytes.starts(with: armour)
      || text?.split(whereSeparator: \.isNewline).contains { $0 == "-----BEGIN PGP MESSAGE-----" } == true
  }
}
