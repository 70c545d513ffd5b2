internal import CGMime
internal import Documents
public import Mails

/// Reads raw mails: bytes in, headers and parts and findings out.
///
/// Nothing is opened, and nothing is run. It belongs into a process of its own, with limits: what it is given was written by anybody.
public struct MailReader: Sendable {
  /// How many parts a mail may have, all mails inside it included.
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
    if let finding = BoundaryCount(bytes).finding(limit: Self.partLimit) {
      return MailBundle(findings: [finding])
    }
    if let bundle = parse(bytes) { return bundle }
    // GMime takes a blank line at the start for the end of the headers, and finds no mail behind it.
    let text = bytes.drop { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    if text.count < bytes.count, let bundle = parse(text) { return bundle }
    let detail = bytes.isEmpty ? "it has no bytes" : "no header was found at its start"
    return MailBundle(findings: [Finding(.broken, detail: "the mail cannot be read: \(detail)")])
  }

  private func parse(_ bytes: ArraySlice<UInt8>) -> MailBundle? {
    let warnings = ParserWarnings()
    let message = bytes.withUnsafeBytes { iscm_gmime_parse($0.baseAddress, $0.count, warnings.options) }
    guard let message else { return nil }
    defer { iscm_gmime_release(message) }
    var walk = PartWalk(findings: warnings.findings)
    walk.visit(message, at: nil)
    return walk.bundle
  }
}
