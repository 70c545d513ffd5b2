public import Documents

/// One thing in a source that must be accounted for: a mail, or a form that came without one.
public struct MailItem: Sendable, Hashable {
  /// What it is.
  public enum Kind: Sendable, Hashable {
    /// A mail in a file of its own.
    case mail
    /// A mail of an mbox, with the `From ` line before it.
    case mboxMail
    /// Bytes of an mbox that stand before the first mail.
    case stray
    /// A form, by the ending of the file's name.
    case form(Extract.Format)
    /// Something that nobody here knows.
    case unknown
  }

  /// What it is.
  public let kind: Kind
  /// The file.
  public let path: String
  /// Where in the file it begins.
  public let offset: Int
  /// How many bytes it has there.
  public let length: Int

  /// Creates an item.
  public init(kind: Kind, path: String, offset: Int = 0, length: Int) {
    self.kind = kind
    self.path = path
    self.offset = offset
    self.length = length
  }
}
