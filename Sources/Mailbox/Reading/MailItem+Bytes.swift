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

extension MailItem {
  /// Reads the whole of a file that an operator named.
  ///
  /// - Parameter path: The file; a link is followed.
  /// - Returns: Its bytes.
  /// - Throws: Why they cannot be read.
  public static func bytes(ofFile path: String) throws(MailboxError) -> [UInt8] {
    let file = try SourceFile(path, followsLink: true)
    return try file.bytes(from: 0, count: file.length)
  }
}
