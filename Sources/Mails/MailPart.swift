public import Digests
public import Documents

/// One part of a mail, its transfer encoding undone.
public struct MailPart: Sendable, Hashable {
  /// Where it stands.
  public let path: PartPath
  /// What it says it is, in lower case: `text/plain`, `multipart/mixed`.
  public let mediaType: String
  /// The file's name, for people to read and for nothing else.
  public var name = ""
  /// Whether it says that it is attached or stands in the text: `attachment`, `inline`, or nothing.
  public var disposition = ""
  /// The character set that it says it is in; empty where it says none.
  public var charset = ""
  /// Its bytes; none for a part that holds parts.
  public var bytes: [UInt8] = []
  /// The sum of its bytes.
  public var digest: SHA256
  /// Its text, where it is a text.
  public var text: String?
  /// How the lines of the text are broken.
  public var flow = Flow.fixed
  /// What a person must look at in it.
  public var findings: [Finding] = []

  /// How the lines of a text are broken (RFC 3676).
  public enum Flow: String, Sendable, Hashable, CaseIterable {
    /// A line is a line.
    case fixed
    /// A line that ends in a space goes on in the next.
    case flowed
    /// A line that ends in a space goes on in the next, without that space.
    case delSp
  }

  /// Creates a part of some type with nothing in it.
  ///
  /// - Parameters:
  ///   - path: Where it stands.
  ///   - mediaType: What it says it is, in lower case.
  public init(path: PartPath, mediaType: String) {
    self.path = path
    self.mediaType = mediaType
    digest = SHA256(of: [])
  }

  /// Whether it holds parts, or a mail, and nothing itself.
  public var isContainer: Bool { mediaType.hasPrefix("multipart/") || isMessage || isWinmail }
  /// Whether it is a winmail.dat, into which Outlook puts the attachments of a mail.
  public var isWinmail: Bool { mediaType == MailPart.winmailType }
  /// Whether it holds a mail of its own.
  public var isMessage: Bool { MailPart.messageTypes.contains(mediaType) }

  /// The type of a winmail.dat, whatever it was called.
  public static let winmailType = "application/ms-tnef"
  /// The types of parts that hold a mail.
  public static let messageTypes: Set = ["message/rfc822", "message/global", "message/news"]
}
