internal import CGMime
internal import Documents
public import Mails

/// Reads raw mails: bytes in, headers and parts and findings out.
///
/// Nothing is opened, and nothing is run. It belongs into a process of its own, with limits: what it is given was
/// written by anybody.
public struct MailReader: Sendable {
  /// How many parts a mail may have, those of all mails inside it included.
  public static let partLimit = 10_000
  /// How deep parts may stand in one another.
  public static let depthLimit = 100

  /// Makes GMime ready; once is enough for a process.
  public init() { g_mime_init() }

  /// Reads one mail.
  ///
  /// - Parameter bytes: The mail as it arrived.
  /// - Returns: The mail and those inside it; a mail that cannot be read is a finding.
  public func read(_ bytes: ArraySlice<UInt8>) -> MailBundle {
    var walk = PartWalk()
    walk.read(bytes, at: nil)
    return walk.bundle
  }
}
