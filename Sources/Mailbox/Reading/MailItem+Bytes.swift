extension MailItem {
  /// Reads the item's bytes from its file: of a mail in an mbox those of the mail, as it was before it was put there.
  ///
  /// By the sum of these bytes the mail is known, wherever it stands.
  ///
  /// - Throws: Why they cannot be read.
  public func bytes() throws(MailboxError) -> [UInt8] {
    let bytes = try SourceFile(path, followsLink: true).bytes(from: offset, count: length)
    return kind == .mboxMail ? Mbox.mail(bytes) : bytes
  }
}
