internal import CGMime
internal import Documents

/// What GMime stumbled over while it parsed one mail.
///
/// A class, because GMime keeps its address for as long as it parses.
final class ParserWarnings {
  /// What the parser is to be given.
  let options: OpaquePointer?
  /// What a person should look at.
  private(set) var findings: [Finding] = []

  init() {
    options = g_mime_parser_options_new()
    let name = Unmanaged.passUnretained(self).toOpaque()
    g_mime_parser_options_set_warning_callback(
      options,
      { _, code, item, warnings in
        guard let warnings else { return }
        Unmanaged<ParserWarnings>.fromOpaque(warnings).takeUnretainedValue().note(code, item)
      }, name)
  }

  deinit { g_mime_parser_options_free(options) }

  /// Headers that programs must not understand in two ways; that somebody wrote `To` twice harms nobody.
  private static let deciding: Set = [
    "from", "sender", "date", "message-id", "content-type", "content-transfer-encoding",
  ]

  private func note(_ code: GMimeParserWarning, _ item: UnsafePointer<CChar>?) {
    let item = item.map { String(cString: $0).prefix { !$0.isNewline }.prefix(80) } ?? ""
    let finding: Finding? =
      switch code {
      case GMIME_WARN_TRUNCATED_MESSAGE: Finding(.broken, detail: "the mail ends before its last part does")
      case GMIME_CRIT_MULTIPART_WITHOUT_BOUNDARY:
        Finding(.broken, detail: "a part of several parts does not say what separates them")
      case GMIME_CRIT_INVALID_HEADER_NAME where !item.hasPrefix(">From "):
        Finding(.broken, detail: "a line among the headers is none and was passed over: '\(item)'")
      case GMIME_CRIT_NESTING_OVERFLOW:
        Finding(.limit, detail: "parts stand in one another more than \(MailReader.depthLimit) deep")
      case GMIME_CRIT_CONFLICTING_HEADER where Self.deciding.contains(item.lowercased()):
        Finding(.broken, detail: "the header '\(item)' is there twice and differs")
      case GMIME_CRIT_CONFLICTING_PARAMETER:
        Finding(.broken, detail: "the parameter '\(item)' is there twice and differs")
      default: nil
      }
    if let finding, !findings.contains(finding), findings.count < 20 { findings.append(finding) }
  }
}
